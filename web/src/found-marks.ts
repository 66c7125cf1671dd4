// What a search has found, shown by the page itself in the rendition that has no canvas: the browser's custom highlights, which
// change no element; where it has none, the text layer's own selection of the current place does.
//
//   const marks = new FoundMarks();
//   marks.show(ranges, current);      // of this reader; other readers of the page keep theirs
//   marks.clear();

export class FoundMarks {
  #ranges: Range[] = [];

  show(ranges: readonly Range[], current: Range | undefined): void {
    this.clear();
    const shared = sharedHighlights();
    if (!shared) {
      if (current) document.getSelection()?.setBaseAndExtent(current.startContainer, current.startOffset, current.endContainer, current.endOffset);
      return;
    }
    this.#ranges = [...ranges];
    for (const range of ranges) (range === current ? shared.now : shared.all).add(range);
  }

  clear(): void {
    const shared = this.#ranges.length > 0 ? sharedHighlights() : undefined;
    for (const range of this.#ranges) shared?.all.delete(range), shared?.now.delete(range);
    this.#ranges = [];
  }
}

// The registry is the document's: all readers put their ranges into the same two highlights.
function sharedHighlights(): { all: Highlight; now: Highlight } | undefined {
  if (typeof Highlight !== 'function' || !CSS.highlights) return undefined;
  const take = (name: string): Highlight => {
    const known = CSS.highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    CSS.highlights.set(name, made);
    return made;
  };
  return { all: take('faultline-found'), now: take('faultline-found-now') };
}
