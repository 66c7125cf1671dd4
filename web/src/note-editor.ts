// Where a person writes a note about a finding: a real text field over the lower part of its card, so that every keyboard works.
//
//   const editor = new NoteEditor(view.card, (finding, note) => choices.correct(finding, { note }));
//   editor.open('s3', 'a metaphor');

import { make } from './elements.js';
import { say } from './strings.js';

const kLongest = 1000;  // characters; the core takes 4000 bytes

export class NoteEditor {
  readonly #form = make('form', 'note');
  readonly #field = make('textarea', 'note-field', '');
  #finding: string | null = null;
  #before: Element | null = null;

  constructor(card: HTMLElement, save: (finding: string, note: string) => void) {
    const [label, title] = [make('label', 'note-label', ''), make('span', 'note-title', '')];
    const [done, cancel] = [make('button', 'note-save', 'button'), make('button', 'note-cancel', 'button')];
    say(title, 'note');
    say(done, 'saveNote');
    say(cancel, 'cancelNote');
    cancel.type = 'button';
    this.#field.maxLength = kLongest;
    this.#field.rows = 3;
    this.#field.dir = 'auto';
    label.append(title, this.#field);
    this.#form.append(label, done, cancel);
    this.#form.hidden = true;
    card.append(this.#form);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const finding = this.#finding;
      this.close();
      if (finding !== null) save(finding, this.#field.value.trim());
    });
    cancel.addEventListener('click', () => this.close());
    this.#form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#form.requestSubmit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  get isOpen(): boolean { return !this.#form.hidden; }

  open(finding: string, note: string): void {
    this.#finding = finding;
    this.#field.value = note;
    this.#before = (this.#form.getRootNode() as ShadowRoot).activeElement;
    this.#form.hidden = false;
    this.#field.focus();
  }

  /** The focus goes back to where it came from. */
  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.#form.matches(':focus-within');
    this.#form.hidden = true;
    if (hadFocus && this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }
}
