// The find bar: a real field over the article, the core's search behind it, and how many places there are.
//
//   const find = new FindBar(view.find, { search, go, show, announce, closed });
//   find.open();                       // from a key or the button
//   find.start('sluice', {});          // the host's own search: marks, without the bar
//
// The browser's own find is left alone: it works on the text layer, and its key is never taken.

import type { FindRequest, FoundText } from './core.js';
import { make } from './elements.js';
import { label, stringsOf, type Strings } from './strings.js';

export interface FindOptions {
  matchCase?: boolean;
  matchMarks?: boolean;
  wholeWord?: boolean;
}

/** What a search has found: how many places, and which of them is the current one, counted from 1; 0 when there is none. */
export interface FindResult {
  query: string;
  count: number;
  current: number;
}

export interface FindParts {
  readonly root: HTMLElement;
  readonly field: HTMLInputElement;
  readonly count: HTMLElement;
  readonly previous: HTMLButtonElement;
  readonly next: HTMLButtonElement;
  readonly options: readonly HTMLButtonElement[];
  readonly close: HTMLButtonElement;
}

export interface FindEvents {
  /** Asks the core; undefined while there is none. */
  search(request: FindRequest): FoundText | undefined;
  /** Where the person is in the text, for a new search. */
  place(): number;
  /** Shows what was found, or that nothing is searched any longer; brings the current place into view. */
  show(found: FoundText | undefined): void;
  /** The person has searched. */
  tell(result: FindResult): void;
  announce(words: string): void;
  /** The bar is closed: the focus that it had goes back. */
  closed(): void;
}

const kOptions = ['matchCase', 'wholeWord', 'matchMarks'] as const;

export function makeFindParts(): FindParts {
  const button = (name: string, key: string): HTMLButtonElement => {
    const element = make('button', name, 'button');
    element.type = 'button';
    label(element, key);
    element.title = element.ariaLabel!;
    return element;
  };
  const field = make('input', 'find-field', '');
  field.type = 'search';
  field.autocomplete = 'off';
  field.spellcheck = false;
  label(field, 'find.field');
  field.enterKeyHint = 'search';
  const options = kOptions.map((name) => {
    const option = button('find-option', `find.${name}`);
    option.dataset['option'] = name;
    option.setAttribute('aria-pressed', 'false');
    return option;
  });
  const parts: FindParts = {
    root: make('div', 'find'), field, count: make('span', 'find-count', ''), options,
    previous: button('find-previous', 'find.previous'), next: button('find-next', 'find.next'), close: button('find-close', 'find.close'),
  };
  parts.root.hidden = true;
  parts.root.setAttribute('role', 'search');
  label(parts.root, 'find.title');
  parts.count.setAttribute('aria-hidden', 'true');  // said by the status line
  parts.root.append(field, parts.count, parts.previous, parts.next, ...options, parts.close);
  return parts;
}

export class FindBar {
  readonly #parts: FindParts;
  readonly #events: FindEvents;
  #options: FindOptions = {};
  #query = '';
  #from = 0;  // where the person was when the bar was opened
  #found: FoundText | undefined;

  constructor(parts: FindParts, events: FindEvents) {
    this.#parts = parts;
    this.#events = events;
    const { root, field, previous, next, close } = parts;
    field.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#searchField();
    });
    field.addEventListener('compositionend', () => this.#searchField());
    previous.addEventListener('click', () => this.#step(-1));
    next.addEventListener('click', () => this.#step(1));
    close.addEventListener('click', () => this.close());
    for (const option of parts.options) option.addEventListener('click', () => this.#switch(option));
    root.addEventListener('keydown', (event) => {
      if (event.isComposing || event.key !== 'Enter' || event.target !== field) return;
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    });
  }

  get isOpen(): boolean {
    return !this.#parts.root.hidden;
  }

  open(): void {
    const { root, field } = this.#parts;
    if (root.hidden) {
      root.hidden = false;
      this.#from = this.#events.place();
      field.value = this.#query;
      this.#showCount();
    }
    field.focus({ preventScroll: true });
    field.select();
  }

  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.#parts.root.matches(':focus-within');
    this.#parts.root.hidden = true;
    this.#run('', this.#options);
    if (hadFocus) this.#events.closed();
  }

  /** The host's search. */
  start(query: string, options: FindOptions): FindResult {
    this.#from = this.#events.place();
    this.#run(query, options);
    this.#parts.field.value = query;
    for (const option of this.#parts.options) option.setAttribute('aria-pressed', String(this.#options[option.dataset['option'] as keyof FindOptions] ?? false));
    return this.result;
  }

  /** To the next place, or with −1 to the one before. */
  go(by: 1 | -1): FindResult {
    if (this.#found && this.#found.count > 0) this.#take(this.#events.search({ by }));
    return this.result;
  }

  /** Another article: what was searched in the last one is searched in it, if the bar is open. */
  renew(): void {
    this.#from = 0;
    if (this.#query !== '') this.#run(this.isOpen ? this.#query : '', this.#options, false);
  }

  get result(): FindResult {
    const current = this.#found?.current ?? null;
    return { query: this.#query, count: this.#found?.count ?? 0, current: current === null ? 0 : current + 1 };
  }

  #searchField(): void {
    if (this.#parts.field.value === this.#query) return;
    this.#run(this.#parts.field.value, this.#options);
    this.#tell();
  }

  #switch(option: HTMLButtonElement): void {
    const name = option.dataset['option'] as keyof FindOptions;
    const isOn = !this.#options[name];
    option.setAttribute('aria-pressed', String(isOn));
    this.#run(this.#query, { ...this.#options, [name]: isOn });
    if (this.#query !== '') this.#tell();
  }

  #step(by: 1 | -1): void {
    this.go(by);
    this.#tell();
  }

  #run(query: string, options: FindOptions, isShown = true): void {
    this.#query = query;
    this.#options = options;
    const found = this.#events.search({ query, from: this.#from, ...options });
    if (isShown || found) this.#take(query === '' ? undefined : found);
  }

  #take(found: FoundText | undefined): void {
    this.#found = found;
    this.#events.show(found);
    this.#showCount();
  }

  #tell(): void {
    const result = this.result;
    this.#events.announce(sayFound(result, stringsOf(this.#parts.root)));
    this.#events.tell(result);
  }

  #showCount(): void {
    const { root, count, previous, next } = this.#parts;
    count.textContent = this.#query === '' ? '' : sayFound(this.result, stringsOf(root));
    const isNone = this.result.count === 0;
    root.toggleAttribute('data-none', this.#query !== '' && isNone);
    for (const button of [previous, next]) button.setAttribute('aria-disabled', String(isNone));
  }
}

function sayFound({ query, count, current }: FindResult, { find }: Strings): string {
  return query === '' ? '' : count === 0 ? find.none : find.position(current, count);
}
