// The reader's place in the text, kept while lines change: a position of the text, not a number of pixels.
//
//   const place = findPlace(layout, scroller.scrollTop);   // before
//   scroller.scrollTop = topOf(core, newLayout, place);    // after

import type { ArticleLayout } from './article-layout.js';
import type { Core } from './core.js';

/** The UTF-16 position of the text that stands at `top`, as near as its block tells; undefined at the very top, where there is nothing to keep. */
export function findPlace(layout: ArticleLayout | undefined, top: number): number | undefined {
  if (!layout || top < 1) return undefined;
  const index = layout.blocks.findIndex((_, at) => bottomOf(layout, at) > top);
  const block = layout.blocks[index];
  if (!block) return undefined;
  // Lines hold about the same number of characters; the end of one is not yet the next.
  const share = Math.max(0, top - layout.places[2 * index]!) / layout.places[2 * index + 1]!;
  return Math.min(block.end - 1, block.start + Math.ceil(share * (block.end - block.start)));
}

/** Where the line that holds a position begins; 0 for a position beyond the end. */
export function topOf(core: Core, layout: ArticleLayout, position: number): number {
  const block = layout.blocks.findIndex((it) => it.end > position);
  if (block < 0) return 0;
  const { lines } = core.textLayer(block, block + 1)[0]!;
  return lines.find((line) => (line.runs.at(-1)?.end ?? 0) > position)?.top ?? layout.places[2 * block]!;
}

export function bottomOf(layout: ArticleLayout, block: number): number {
  return layout.places[2 * block]! + layout.places[2 * block + 1]!;
}

/** The place at the upper edge of the view. A page that has broken its own lines is taken to be as tall in proportion. */
export function readPlace(layout: ArticleLayout | undefined, scroller: HTMLElement): number {
  return layout ? findPlace(layout, scroller.scrollTop * layout.height / scroller.scrollHeight) ?? 0 : 0;
}

/** Scrolls to a place, with a share of the view above it. */
export function showPlace(core: Core, layout: ArticleLayout, scroller: HTMLElement, position: number, share = 0): void {
  const top = position > 0 ? topOf(core, layout, position) * scroller.scrollHeight / layout.height : 0;
  scroller.scrollTop = top - share * scroller.clientHeight;
}

/** Scrolls a mark to the upper third of the reader. Only the reader's own scroller moves: the page around it stays where it is. */
export function bringIntoView(scroller: HTMLElement, mark: HTMLElement | Range): void {
  const box = mark.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isInView = box.top > view.top + 24 && box.bottom < view.bottom - view.height / 3;
  if (!isInView) scroller.scrollTop += box.top - view.top - view.height / 3;
}
