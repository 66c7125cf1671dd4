// A thin line along the top while a long article is read, and the same in words for who does not see it.
//
//   const progress = new ProgressLine(view.progress, (words) => (view.status.textContent = words));
//   progress.show(0.42);        // 1 or 0: there is nothing to wait for
//
// Nothing is seen or said of what is done before it would be noticed.

import { make } from './elements.js';
import { label, stringsOf } from './strings.js';

const kPatience = 900;  // ms before a wait is spoken of

export function makeProgressLine(): HTMLElement {
  const line = make('div', 'progress', '');
  line.setAttribute('role', 'progressbar');
  label(line, 'progress.name');
  line.setAttribute('aria-valuemin', '0');
  line.setAttribute('aria-valuemax', '100');
  line.hidden = true;
  return line;
}

export class ProgressLine {
  readonly #line: HTMLElement;
  readonly #say: (words: string) => void;
  #since = 0;
  #said = 0;  // per cent

  constructor(line: HTMLElement, say: (words: string) => void) {
    this.#line = line;
    this.#say = say;
  }

  show(share: number): void {
    const isWaiting = share > 0 && share < 1;
    if (isWaiting && this.#line.hidden) [this.#since, this.#said] = [performance.now(), 0];
    this.#line.hidden = !isWaiting;
    this.#line.style.setProperty('--share', String(share));
    this.#line.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    const percent = Math.floor(share * 4) * 25;
    if (isWaiting && percent > this.#said && performance.now() - this.#since > kPatience) {
      this.#said = percent;
      this.#say(stringsOf(this.#line).progress.at(percent));
    } else if (!isWaiting && this.#said > 0) {
      this.#said = 0;
      this.#say(share === 1 ? stringsOf(this.#line).progress.done : '');
    }
  }
}
