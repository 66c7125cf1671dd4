// Copying from the text layer: an empty line between paragraphs, one line for each item of a list. Browsers take such
// breaks from margins, and the layer's blocks are placed by other means.
//
//   restoreParagraphs(view.text);

import { findRange, kBlocks } from './selection.js';

export function restoreParagraphs(text: HTMLElement): void {
  text.addEventListener('copy', (event) => {
    const range = findRange(text);
    if (!range || !event.clipboardData) return;  // the selection goes beyond the text: the browser's own way
    event.clipboardData.setData('text/plain', toPlainText(text, range));
    event.preventDefault();
  });
}

function toPlainText(text: HTMLElement, range: Range): string {
  let copied = '';
  let before: Element | undefined;
  for (const block of text.querySelectorAll(kBlocks)) {
    if (!range.intersectsNode(block)) continue;
    const part = document.createRange();
    part.selectNodeContents(block);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const words = part.toString();
    if (words === '') continue;
    if (before) copied += before.tagName === 'LI' && block.tagName === 'LI' ? '\n' : '\n\n';
    copied += words;
    before = block;
  }
  return copied;
}
