// The person's selection inside the shadow tree, and how it survives when the elements around its words are made anew.
//
//   const range = findRange(view.text);                       // undefined when it is empty or reaches beyond the text
//   keepSelection(section, () => section.replaceChildren(tree));

export const kBlocks = 'h1, h2, h3, h4, h5, h6, p, li, blockquote';

type End = readonly [node: Node, offset: number];

// document.getSelection() does not show what is inside a shadow tree in every engine.
// Whatever is asked of a selection makes Chromium lay the page out: ask before anything is changed.
function findEnds(root: Node): { anchor: End; focus: End } | undefined {
  const shadow = root.getRootNode();
  if (!(shadow instanceof ShadowRoot)) return undefined;  // not in the tree yet
  const selection = document.getSelection() as (Selection & { getComposedRanges?(options: object): StaticRange[]; direction?: string }) | null;
  if (selection?.getComposedRanges && selection.rangeCount === 0) return undefined;
  const range = selection?.getComposedRanges?.({ shadowRoots: [shadow] })[0] ?? rangeOf((shadow as { getSelection?(): Selection | null }).getSelection?.() ?? selection);
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset)) return undefined;
  const start: End = [range.startContainer, range.startOffset];
  const end: End = [range.endContainer, range.endOffset];
  return selection?.direction === 'backward' ? { anchor: end, focus: start } : { anchor: start, focus: end };
}

function rangeOf(selection: Selection | null): Range | undefined {
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}

export function findRange(root: HTMLElement): Range | undefined {
  const ends = findEnds(root);
  if (!ends || !root.contains(ends.anchor[0]) || !root.contains(ends.focus[0])) return undefined;
  const range = document.createRange();
  range.setStart(...ends.anchor);
  range.setEnd(...ends.focus);
  // An end that is set before the start takes the start along.
  if (range.collapsed) range.setStart(...ends.focus), range.setEnd(...ends.anchor);
  return range;
}

// A place that outlives its elements: so many characters into the n-th block.
export interface Place {
  block: number;
  offset: number;
}

function toPlace(root: HTMLElement, [node, offset]: End): Place | undefined {
  const block = root !== node && root.contains(node) ? (node instanceof Element ? node : node.parentElement)?.closest(kBlocks) : undefined;
  if (!block || !root.contains(block)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return { block: [...root.querySelectorAll(kBlocks)].indexOf(block), offset: before.toString().length };
}

function toEnd(root: HTMLElement, { block, offset }: Place): End | undefined {
  const element = root.querySelectorAll(kBlocks)[block];
  return element && endIn(element, offset);
}

function endIn(element: Element, offset: number): End {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let last: End = [element, 0];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (rest <= text.length) return [text, rest];
    rest -= text.length;
    last = [text, text.length];
  }
  return last;
}

/** Where the selection begins and ends, in the order of the text; undefined as with findRange. */
export function findEndPlaces(root: HTMLElement): [Place, Place] | undefined {
  const range = findRange(root);
  const start = range && toPlace(root, [range.startContainer, range.startOffset]);
  const end = range && toPlace(root, [range.endContainer, range.endOffset]);
  return start && end && [start, end];
}

/** From one character of a block to another. */
export function rangeIn(block: Element, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(...endIn(block, start));
  range.setEnd(...endIn(block, end));
  return range;
}

/** `change` makes the blocks inside `root` anew, with the same words. */
export function keepSelection(root: HTMLElement, change: () => void): void {
  const ends = findEnds(root);
  const anchor = ends && toPlace(root, ends.anchor);
  const focus = ends && toPlace(root, ends.focus);
  change();
  if (!ends || (!anchor && !focus)) return;
  const from = anchor ? toEnd(root, anchor) : ends.anchor;
  const to = focus ? toEnd(root, focus) : ends.focus;
  if (from && to) document.getSelection()?.setBaseAndExtent(...from, ...to);
}
