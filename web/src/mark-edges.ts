// What a screen reader says where a finding begins and ends: never seen, copied or found.
//
//   placeEdges(marks, 'eroding signal');    // the stretches of one finding, in reading order
//
// The words are generated content of an empty element. It stands at the white space nearest to the mark: beside a letter it
// would keep the browser from kerning that letter with the next, and the line would be up to a pixel longer than the drawn one.

export function placeEdges(marks: readonly HTMLElement[], what: string): void {
  placeBefore(marks[0]!, makeEdge(`start of ${what}`));
  placeBehind(marks.at(-1)!, makeEdge(`end of ${what}`));
}

function makeEdge(said: string): HTMLElement {
  const edge = document.createElement('span');
  edge.className = 'edge';
  edge.dataset['said'] = said;
  return edge;
}

function placeBefore(mark: HTMLElement, edge: HTMLElement): void {
  const line = mark.closest('.line') ?? mark;
  for (const text of textsOf(line).reverse()) {
    if (mark.contains(text) || !(text.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const space = text.data.search(/\s\S*$/);
    if (space < 0) continue;
    if (space + 1 < text.length) text.splitText(space + 1).before(edge);
    else text.after(edge);
    return;
  }
  line.prepend(edge);
}

function placeBehind(mark: HTMLElement, edge: HTMLElement): void {
  const line = mark.closest('.line') ?? mark;
  for (const text of textsOf(line)) {
    if (mark.contains(text) || !(text.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING)) continue;
    const space = text.data.search(/\s/);
    if (space < 0) continue;
    if (space > 0) text.splitText(space).before(edge);
    else text.before(edge);
    return;
  }
  line.append(edge);
}

function textsOf(line: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
