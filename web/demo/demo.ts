// The demo page: chooses an article, opens, pastes or drops one, changes the theme, hands out the embed snippet.

import type { FaultlineReader } from '../src/element.js';

const reader = byId<FaultlineReader>('reader');
const articles = [...document.querySelectorAll<HTMLButtonElement>('.articles button')];

function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function markChosen(src: string | null): void {
  for (const button of articles) button.setAttribute('aria-pressed', String(button.dataset['src'] === src));
}

for (const button of articles) {
  button.addEventListener('click', () => {
    const src = button.dataset['src']!;
    markChosen(src);
    if (reader.getAttribute('src') === src) reader.removeAttribute('src');  // chosen again after a file of one's own
    reader.src = src;
  });
}

// Own articles. The reader says itself what is wrong with one that it cannot read.
function readOwn(article: string | Blob): void {
  markChosen(null);
  reader.load(article).catch(() => undefined);
}

const file = byId<HTMLInputElement>('file');
byId('open').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  const chosen = file.files?.[0];
  if (chosen) readOwn(chosen);
  file.value = '';
});

const pasteDialog = byId<HTMLDialogElement>('paste-dialog');
const pasteText = byId<HTMLTextAreaElement>('paste-text');
const kPasteNote = byId('paste-note').textContent;
byId('paste').addEventListener('click', () => pasteDialog.showModal());
pasteDialog.addEventListener('close', () => {
  const wish = pasteDialog.returnValue, text = pasteText.value;
  if (wish === 'read' && text.trim()) readOwn(text);
  if (wish === 'compare' && text.trim()) void compareWith(text);
  pasteDialog.returnValue = '';
});

// What keeps it from being compared is told where the text can be mended.
async function compareWith(text: string): Promise<void> {
  const note = byId('paste-note');
  try {
    await reader.compare(text);
    note.textContent = kPasteNote;
    reader.restoreState({ ...reader.saveState(), tab: 'compare' });
  } catch (error) {
    note.textContent = error instanceof Error ? error.message : String(error);
    pasteDialog.showModal();
  }
}

const drop = byId('drop');
function hasFile(event: DragEvent): boolean {
  return [...(event.dataTransfer?.types ?? [])].some((type) => type === 'Files' || type === 'text/plain');
}
document.addEventListener('dragover', (event) => {
  if (!hasFile(event)) return;
  event.preventDefault();
  drop.hidden = false;
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.hidden = true;
});
document.addEventListener('drop', (event) => {
  drop.hidden = true;
  const dropped = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text/plain');
  if (!dropped) return;
  event.preventDefault();
  readOwn(dropped);
});

// The demo's own rule for links: a tab of their own, which learns nothing of this page.
reader.addEventListener('faultline-link', (event) => {
  window.open((event as CustomEvent<{ href: string }>).detail.href, '_blank', 'noopener,noreferrer');
});

const theme = byId<HTMLSelectElement>('theme');
theme.addEventListener('change', () => {
  reader.theme = theme.value as FaultlineReader['theme'];
  document.documentElement.dataset['theme'] = theme.value;
});

const snippet = `<script type="module" src="faultline-reader.js"></script>
<faultline-reader>
  <article lang="en">
    <h1>Your headline</h1>
    <p>Your story …</p>
  </article>
</faultline-reader>`;
const embedDialog = byId<HTMLDialogElement>('embed-dialog');
byId('snippet').textContent = snippet;
byId('embed').addEventListener('click', () => embedDialog.showModal());
embedDialog.addEventListener('close', () => (byId('copied').textContent = ''));
byId('copy').addEventListener('click', async () => {
  const isDone = await navigator.clipboard.writeText(snippet).then(() => true, () => false);
  if (!isDone) document.getSelection()?.selectAllChildren(byId('snippet'));
  byId('copied').textContent = isDone ? 'Copied.' : 'This browser does not let a page copy: the snippet is selected, copy it with the keyboard.';
});
