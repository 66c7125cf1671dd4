// Where the person is in the article, and what they have selected, told to the host when it has come to rest.
//
//   const whereabouts = new Whereabouts(view, bench, { relocate(place) {…}, selected(selection) {…} });
//   whereabouts.hush(() => goTo('s3'));      // the host's own move is not told back to it
//
// Heard on the reader's own elements: a selection that ends outside them is told with the next key or press inside.

import type { ArticleLayout } from './article-layout.js';
import { findPlace } from './place.js';
import { findEndPlaces } from './selection.js';
import type { View } from './view.js';

/** The code point at the top of what is in view, and how far through the article that is, 0 to 1. */
export interface Relocation {
  start: number;
  share: number;
}
/** Code points of the article's text; an empty text when nothing is selected any longer. */
export interface SelectedText {
  text: string;
  start: number;
  end: number;
}

export interface WhereaboutsEvents {
  relocated(place: Relocation): void;
  selected(selection: SelectedText): void;
}

interface Ground {
  layout(): ArticleLayout | undefined;
  text(): string;
}

export class Whereabouts {
  readonly #view: View;
  readonly #ground: Ground;
  readonly #events: WhereaboutsEvents;
  #told = { start: 0, end: 0 };
  #toldTop = 0;

  constructor(view: View, ground: Ground, events: WhereaboutsEvents) {
    this.#view = view;
    this.#ground = ground;
    this.#events = events;
    view.scroller.addEventListener('scrollend', () => this.#onScrolled());
    for (const type of ['pointerup', 'keyup'] as const) view.text.addEventListener(type, () => this.#onSelected());
  }

  /** Does what the host has asked for; where that leads is not news to it. */
  hush<T>(move: () => T): T {
    const result = move();
    this.#toldTop = this.#view.scroller.scrollTop;
    return result;
  }

  #onScrolled(): void {
    const { scroller } = this.#view;
    const layout = this.#ground.layout();
    if (!layout || Math.abs(scroller.scrollTop - this.#toldTop) < 1) return;
    this.#toldTop = scroller.scrollTop;
    const share = scroller.scrollTop / Math.max(1, scroller.scrollHeight - scroller.clientHeight);
    this.#events.relocated({ start: this.#toCodePoints(findPlace(layout, scroller.scrollTop) ?? 0), share: Math.min(1, share) });
  }

  #onSelected(): void {
    const blocks = this.#ground.layout()?.blocks;
    const ends = blocks && findEndPlaces(this.#view.text);
    const [start, end] = ends ? ends.map(({ block, offset }) => (blocks[block]?.start ?? 0) + offset) as [number, number] : [0, 0];
    if (start === this.#told.start && end === this.#told.end) return;
    this.#told = { start, end };
    this.#events.selected({ text: this.#ground.text().slice(start, end), start: this.#toCodePoints(start), end: this.#toCodePoints(end) });
  }

  #toCodePoints(units: number): number {
    let count = 0;
    for (const _ of this.#ground.text().slice(0, units)) count++;
    return count;
  }
}
