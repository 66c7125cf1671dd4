// The reader's place in the text, kept while lines change: a position of the text, not a number of pixels.
//
//   const place = findPlace(layout, scroller.scrollTop);   // before
//   scroller.scrollTop = topOf(newLayout, place);          // after

import type { ArticleLayout, Line } from './core.js';

function linesOf(layout: ArticleLayout): Line[] {
  return layout.blocks.flatMap((block) => block.lines);
}

/** The first UTF-16 position of the text at or below `top`; undefined at the very top, where there is nothing to keep. */
export function findPlace(layout: ArticleLayout | undefined, top: number): number | undefined {
  if (!layout || top < 1) return undefined;
  return linesOf(layout).find((line) => line.top >= top)?.runs[0]?.start;
}

/** Where the line that holds a position begins; 0 for a position beyond the end. */
export function topOf(layout: ArticleLayout, position: number): number {
  return linesOf(layout).find((line) => (line.runs.at(-1)?.end ?? 0) > position)?.top ?? 0;
}

/** Scrolls a mark to the upper third of the reader. Only the reader's own scroller moves: the page around it stays where it is. */
export function bringIntoView(scroller: HTMLElement, mark: HTMLElement): void {
  const box = mark.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isInView = box.top > view.top + 24 && box.bottom < view.bottom - view.height / 3;
  if (!isInView) scroller.scrollTop += box.top - view.top - view.height / 3;
}
