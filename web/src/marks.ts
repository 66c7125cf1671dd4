// The marks of the text layer, and what stands beside them, as things to point at: hover, focus, click, and one tab stop for all.
//
//   const marks = new Marks(layer, { hover(id) {…}, select(id) {…} });
//   marks.refresh();            // after every layout
//   marks.focus('s3');

import { linkAt } from './links.js';
import type { TextLayer } from './text-layer.js';

export interface MarkEvents {
  /** The pointer or the focus came to a finding, or left it (null). */
  hover(finding: string | null): void;
  select(finding: string): void;
}

export class Marks {
  readonly #layer: TextLayer;
  readonly #events: MarkEvents;
  #current: string | undefined;
  #stop: HTMLElement | undefined;  // of all marks the one that Tab reaches
  #pressedAt = { x: 0, y: 0 };

  constructor(layer: TextLayer, events: MarkEvents) {
    this.#layer = layer;
    this.#events = events;
    layer.onSet = () => this.refresh(false);
    // Listeners on the reader's own elements only: they go with it.
    for (const root of [layer.root, layer.margin.root]) this.#listen(root);
  }

  #listen(root: HTMLElement): void {
    root.addEventListener('pointerover', (event) => {
      // While text is being selected no card may come between the pointer and the words.
      if (event.pointerType !== 'touch' && event.buttons === 0) this.#events.hover(findingAt(event.target));
    });
    root.addEventListener('pointerleave', () => this.#events.hover(null));
    root.addEventListener('focusin', (event) => {
      const finding = findingAt(event.target);
      if (finding === null) return;
      this.setCurrent(finding);
      this.#events.hover(finding);
    });
    root.addEventListener('focusout', () => this.#events.hover(null));
    root.addEventListener('pointerdown', (event) => (this.#pressedAt = { x: event.clientX, y: event.clientY }));
    root.addEventListener('click', (event) => this.#onClick(event));
    root.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const finding = findingAt(event.target);
      if (finding === null || linkAt(event.target)) return;
      event.preventDefault();
      this.#events.select(finding);
    });
  }

  /** Gives the marks of a new layout their tab stop, and the focus back if one of them had it. */
  refresh(hadFocus: boolean): void {
    const current = this.#current;
    if (hadFocus && current !== undefined && this.#layer.bringMark(current)) return this.focus(current);
    // Where the current finding is far from the view, Tab finds the first that is near.
    const stop = current !== undefined && this.#layer.marksOf(current).length > 0 ? current : this.#layer.firstSet;
    this.#setStop(stop === undefined ? undefined : this.#layer.marksOf(stop)[0]);
    if (hadFocus) this.#stop?.focus({ preventScroll: true });
  }

  focus(finding: string): void {
    const mark = this.#layer.bringMark(finding);
    if (!mark) return;
    this.setCurrent(finding);
    mark.focus({ preventScroll: true });
  }

  /** The finding that Tab comes back to. */
  setCurrent(finding: string): void {
    this.#current = finding;
    this.#setStop(this.#layer.marksOf(finding)[0]);
  }

  #setStop(mark: HTMLElement | undefined): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = mark;
    if (mark) mark.tabIndex = 0;
  }

  #onClick(event: MouseEvent): void {
    const finding = findingAt(event.target);
    // A click that ends a drag over the text is a selection, not a wish to open a card.
    const moved = event.detail > 0 && Math.hypot(event.clientX - this.#pressedAt.x, event.clientY - this.#pressedAt.y) > 4;
    if (finding === null || moved || linkAt(event.target)) return;
    this.#events.select(finding);
  }
}

export function findingAt(target: EventTarget | null): string | null {
  return (target as Element | null)?.closest<HTMLElement>('mark, .beside')?.dataset['finding'] ?? null;
}
