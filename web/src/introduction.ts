// The first minutes with a reader, in three quiet steps beside the article: what is marked, how a mark is opened, and what the
// numbers are not. It takes neither focus nor room, and once sent away it does not come again.
//
//   const introduction = new Introduction(view.introduction);
//   introduction.offer({ isWanted: true, isKept: true });     // isKept: remembered in this browser
//
// Shown only where the host asks for it (intro="on"): an editor's page is no place for a stranger's greeting.

import { make } from './elements.js';
import { kStrings, label, say, stringsOf } from './strings.js';

const kKey = 'faultline-introduction';

export interface IntroductionParts {
  readonly root: HTMLElement;
  readonly step: HTMLElement;
  readonly title: HTMLElement;
  readonly text: HTMLElement;
  readonly samples: HTMLElement;
  readonly skip: HTMLButtonElement;
  readonly next: HTMLButtonElement;
}

export function makeIntroductionParts(): IntroductionParts {
  const parts: IntroductionParts = {
    root: make('section', 'introduction'), step: make('p', 'introduction-step', ''), title: make('h2', 'introduction-title', ''),
    text: make('p', 'introduction-text', ''), samples: make('p', 'introduction-samples', ''),
    skip: make('button', 'introduction-skip', 'button'), next: make('button', 'introduction-next', 'button'),
  };
  const { root, step, title, text, samples, skip, next } = parts;
  root.hidden = true;
  label(root, 'introduction.name');
  skip.type = next.type = 'button';
  say(skip, 'introduction.skip');
  for (const family of Object.keys(kStrings.introduction.samples)) {
    const sample = make('span', 'introduction-sample', '');
    sample.dataset['family'] = family;
    say(sample, `introduction.samples.${family}`);
    samples.append(sample, ' ');
  }
  const row = make('div', 'introduction-row', '');
  row.append(step, skip, next);
  root.append(title, text, samples, row);
  return parts;
}

export class Introduction {
  readonly #parts: IntroductionParts;
  readonly #leave: () => void;
  #isDone = false;
  #isKept = false;
  #step = 0;

  /** `leave` takes the focus that the introduction had when it went. */
  constructor(parts: IntroductionParts, leave: () => void) {
    this.#parts = parts;
    this.#leave = leave;
    parts.skip.addEventListener('click', () => this.close());
    parts.next.addEventListener('click', () => (this.#step + 1 < kStrings.introduction.steps.length ? this.#show(this.#step + 1) : this.close()));
  }

  offer({ isWanted, isKept }: { isWanted: boolean; isKept: boolean }): void {
    this.#isKept = isKept;
    const isKnown = this.#isDone || (isKept && readStore() !== null);
    this.#parts.root.hidden = !isWanted || isKnown;
    if (isWanted && !isKnown) this.#show(this.#step);
  }

  /** The interface has another language. */
  renew(): void {
    if (this.isOpen) this.#show(this.#step);
  }

  get isOpen(): boolean {
    return !this.#parts.root.hidden;
  }

  close(): void {
    const hadFocus = this.#parts.root.matches(':focus-within');
    this.#isDone = true;
    this.#parts.root.hidden = true;
    if (this.#isKept) writeStore();
    if (hadFocus) this.#leave();
  }

  #show(step: number): void {
    this.#step = step;
    const { steps, at } = stringsOf(this.#parts.root).introduction;
    this.#parts.step.textContent = at(step + 1, steps.length);
    say(this.#parts.title, `introduction.steps.${step}.title`);
    say(this.#parts.text, `introduction.steps.${step}.text`);
    this.#parts.samples.hidden = step > 0;
    say(this.#parts.next, step + 1 < steps.length ? 'introduction.next' : 'introduction.done');
  }
}

// In a sandboxed frame every use of the store throws.
function readStore(): string | null {
  try {
    return localStorage.getItem(kKey);
  } catch {
    return null;
  }
}

function writeStore(): void {
  try {
    localStorage.setItem(kKey, 'seen');
  } catch {
    // then this instance alone remembers it
  }
}
