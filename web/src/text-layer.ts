// The article as real, selectable DOM text on the very lines that the core has laid out.
//
//   const layer = new TextLayer(articleElement);
//   layer.show(text, layout, familyOfId, false);
//   layer.marksOf('s3')[0]?.focus();
//
// A block is as wide as the column and one pixel more; each of its lines is an inline span that does not wrap, with
// a plain space between two, so that selection, copy and the browser's own find run across line ends. Blocks stay in
// the flow (a drag through the gap between two blocks then selects what a person expects).

import type { ArticleLayout, LayoutBlock, Line, Run } from './core.js';
import type { ArticleBlock, BlockKind, Family } from './report.js';

const kSixtyFourth = 64;  // browsers lay out in 1/64 px: sums of such numbers do not drift

export class TextLayer {
  readonly #root: HTMLElement;
  #marks = new Map<string, HTMLElement[]>();
  #lines: { span: HTMLElement; width: number; spaces: number }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get root(): HTMLElement {
    return this.#root;
  }

  /** The stretches of text that carry a finding, in reading order. */
  marksOf(finding: string): readonly HTMLElement[] {
    return this.#marks.get(finding) ?? [];
  }

  /** Shows one finding's marks as selected, and no other's. */
  select(finding: string | null): void {
    for (const mark of this.#root.querySelectorAll('mark[data-selected]')) mark.removeAttribute('data-selected');
    for (const mark of finding === null ? [] : this.marksOf(finding)) mark.dataset['selected'] = '';
  }

  /** Ids of all findings with a mark, in reading order. */
  get findings(): string[] {
    return [...this.#marks.keys()];
  }

  /** Flowing leaves the line breaks to the browser: for the renditions that have no pixels below to agree with. */
  show(text: string, layout: ArticleLayout, families: ReadonlyMap<string, Family>, isFlowing: boolean): void {
    this.#marks = new Map();
    this.#lines = [];
    const tree = document.createDocumentFragment();
    let list: HTMLElement | undefined;
    let cursor = 0;
    for (const block of layout.blocks) {
      const element = this.#makeBlock(text, block, families);
      if (!isFlowing) cursor = placeBlock(element, block, cursor);
      if (block.kind !== 'list-item') list = undefined;
      else if (!list) tree.append((list = document.createElement('ul')));
      (list ?? tree).append(element);
    }
    this.#root.replaceChildren(tree);
    for (const [finding, marks] of this.#marks) {
      marks[0]!.dataset['edge'] = `start of ${families.get(finding) ?? 'finding'}`;
      marks.at(-1)!.dataset['end'] = `end of ${families.get(finding) ?? 'finding'}`;
    }
    if (!isFlowing) this.#takeUpResidues();
  }

  #makeBlock(text: string, block: LayoutBlock, families: ReadonlyMap<string, Family>): HTMLElement {
    const element = document.createElement(tagOf(block));
    element.dataset['font'] = String(block.font);
    element.dir = block.rtl ? 'rtl' : 'ltr';
    block.lines.forEach((line, index) => {
      if (index > 0) element.append(endsInSpace(text, block.lines[index - 1]!) ? ' ' : document.createElement('wbr'));
      element.append(this.#makeLine(text, line, families));
    });
    return element;
  }

  #makeLine(text: string, line: Line, families: ReadonlyMap<string, Family>): HTMLElement {
    const span = document.createElement('span');
    span.className = 'line';
    line.runs.forEach((run) => {
      span.append(this.#makeRun(text.slice(run.start, run.end), run, families));
    });
    this.#lines.push({ span, width: line.width, spaces: countSpaces(span.textContent ?? '') });
    return span;
  }

  // One mark inside the other where findings overlap: each keeps its own underline.
  #makeRun(words: string, run: Run, families: ReadonlyMap<string, Family>): Node {
    let node: Node = document.createTextNode(words);
    if (run.missing || run.font !== undefined) {
      const span = document.createElement('span');
      if (run.missing) span.className = 'missing';
      if (run.font !== undefined) span.dataset['font'] = String(run.font);
      span.append(node);
      node = span;
    }
    for (const finding of run.findings.toReversed()) {
      const mark = document.createElement('mark');
      mark.part.add('mark');
      mark.dataset['finding'] = finding;
      mark.dataset['family'] = families.get(finding) ?? 'issue';
      mark.append(node);
      const marks = this.#marks.get(finding);
      if (marks) marks.push(mark);
      else this.#marks.set(finding, [mark]);
      node = mark;
    }
    return node;
  }

  // Engines place glyphs a little differently; the difference goes into the spaces of the line.
  #takeUpResidues(): void {
    const widths = this.#lines.map(({ span }) => span.getBoundingClientRect().width);
    this.#lines.forEach(({ span, width, spaces }, index) => {
      const residue = width - widths[index]!;
      if (spaces > 0 && Math.abs(residue) > 0.02) span.style.setProperty('word-spacing', `${residue / spaces}px`);
    });
  }
}

// Puts a block where the core drew it, below the end of the one before; returns its own end.
function placeBlock(element: HTMLElement, block: LayoutBlock, cursor: number): number {
  const top = toSixtyFourth(block.top);
  const height = toSixtyFourth(block.height);
  const style = element.style;
  style.setProperty('margin-top', `${top - cursor}px`);
  // The spare pixel lies where lines end.
  style.setProperty('margin-left', `${block.rtl ? block.left - 1 : block.left}px`);
  style.setProperty('width', `${block.width + 1}px`);
  style.setProperty('height', `${height}px`);
  style.setProperty('font-size', `${block.size}px`);
  style.setProperty('line-height', `${block.height / Math.max(1, block.lines.length)}px`);
  return top + height;
}

function toSixtyFourth(pixels: number): number {
  return Math.round(pixels * kSixtyFourth) / kSixtyFourth;
}

// White space of HTML: any other space is a character of its line.
function endsInSpace(text: string, line: Line): boolean {
  const end = line.runs.at(-1)?.end ?? 0;
  return /[ \t\n\r\f]/.test(text.slice(end, end + 1));
}

// What `word-spacing` widens: runs of white space, which count once, and no-break spaces.
function countSpaces(line: string): number {
  return line.match(/[ \t\n\r\f]+|\u00a0/g)?.length ?? 0;
}

function tagOf(block: { kind: BlockKind; level?: number }): string {
  switch (block.kind) {
    case 'title': return 'h1';
    case 'heading': return `h${Math.min(6, Math.max(2, block.level ?? 2))}`;
    case 'list-item': return 'li';
    case 'quote': return 'blockquote';
    default: return 'p';
  }
}

/** Plain blocks for the time before the core has laid anything out. */
export function showPlainly(root: HTMLElement, blocks: readonly ArticleBlock[]): void {
  const tree = document.createDocumentFragment();
  let list: HTMLElement | undefined;
  for (const block of blocks) {
    const element = document.createElement(tagOf(block));
    element.textContent = block.text;
    if (block.kind !== 'list-item') list = undefined;
    else if (!list) tree.append((list = document.createElement('ul')));
    (list ?? tree).append(element);
  }
  root.replaceChildren(tree);
}
