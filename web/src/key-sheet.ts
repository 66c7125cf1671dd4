// The sheet of keys: a dialog of the browser's own, which keeps the focus inside, closes by Escape and gives the focus back.
//
//   const sheet = new KeySheet(view.keySheet);
//   sheet.open();

import { make } from './elements.js';
import { kStrings, say } from './strings.js';

export function makeKeySheet(): HTMLDialogElement {
  const sheet = make('dialog', 'keys');
  const title = make('h2', 'keys-title', '');
  title.id = 'keys-title';
  say(title, 'help.title');
  sheet.setAttribute('aria-labelledby', title.id);
  const list = make('dl', 'keys-list', '');
  for (const [index, [key]] of kStrings.help.keys.entries()) {
    const row = make('div', 'keys-row', '');
    const term = document.createElement('dt');
    for (const name of key.split(' ')) {
      const cap = document.createElement('kbd');
      cap.textContent = name;
      term.append(cap);
    }
    const words = document.createElement('dd');
    say(words, `help.keys.${index}.1`);
    row.append(term, words);
    list.append(row);
  }
  const close = make('button', 'keys-close', 'button');
  close.type = 'button';
  say(close, 'help.close');
  close.addEventListener('click', () => sheet.close());
  // A press beside the sheet closes it, too.
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  // The keys of the reader are not those of its dialog.
  sheet.addEventListener('keydown', (event) => event.stopPropagation());
  sheet.append(title, list, close);
  return sheet;
}
