// Copying from the text layer: an empty line between paragraphs, one line for each item of a list. Browsers take such
// breaks from margins, and the layer's blocks are placed by other means.
//
//   restoreParagraphs(view.text);

export function restoreParagraphs(text: HTMLElement): void {
  text.addEventListener('copy', (event) => {
    const range = findRange(text);
    if (!range || !event.clipboardData) return;  // the selection goes beyond the text: the browser's own way
    event.clipboardData.setData('text/plain', toPlainText(text, range));
    event.preventDefault();
  });
}

// The selection inside the shadow tree, which document.getSelection() does not show in every engine.
function findRange(text: HTMLElement): Range | null {
  const root = text.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
  const selection = document.getSelection() as (Selection & { getComposedRanges?(options: object): StaticRange[] }) | null;
  const found = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? root.getSelection?.()?.getRangeAt(0);
  if (!found || !text.contains(found.startContainer) || !text.contains(found.endContainer)) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

function toPlainText(text: HTMLElement, range: Range): string {
  let copied = '';
  let before: Element | undefined;
  for (const block of text.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, blockquote')) {
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
