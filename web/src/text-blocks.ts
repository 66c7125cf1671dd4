// The elements of a laid out article: blocks in lists and out of them, their lines, the marks and links inside.
//
//   const maker = new BlockMaker(text, families, lines, false);
//   root.append(makeTree(blocks, (block) => maker.makeBlock(block)));
//   takeUpResidues(lines);

import type { Line, Run, SetBlock, TextBlock } from './article-layout.js';
import { findAddress } from './links.js';
import { placeEdges } from './mark-edges.js';
import type { BlockKind, Family } from './report.js';
import type { Strings } from './strings.js';

const kSixtyFourth = 64;  // browsers lay out in 1/64 px: sums of such numbers do not drift

/** Where a block stands, and its lines. */
export interface LayoutBlock extends TextBlock, SetBlock {
  top: number;
  height: number;
}

export interface SetLine {
  span: HTMLElement;
  width: number;
  spaces: number;
}

// Makes the elements of blocks, and remembers their marks and lines.
export class BlockMaker {
  readonly marks = new Map<string, HTMLElement[]>();
  readonly #ends = new Map<string, number>();  // of the last mark of each finding
  readonly #text: string;
  readonly #families: ReadonlyMap<string, Family>;
  readonly #lines: SetLine[];

  readonly #isFlowing: boolean;

  /** Flowing: the browser breaks lines where it likes, so that nothing tells it where the core did. */
  constructor(text: string, families: ReadonlyMap<string, Family>, lines: SetLine[], isFlowing: boolean) {
    this.#isFlowing = isFlowing;
    this.#text = text;
    this.#families = families;
    this.#lines = lines;
  }

  makeBlock(block: LayoutBlock): HTMLElement {
    const { lines } = block;
    const element = document.createElement(tagOf(block));
    element.dataset['font'] = String(block.font);
    element.dir = block.rtl ? 'rtl' : 'ltr';
    if (block.level > 1 && block.kind === 'list-item') element.dataset['depth'] = String(block.level);
    lines.forEach((line, index) => {
      if (index > 0 && endsInSpace(this.#text, lines[index - 1]!)) element.append(' ');
      else if (index > 0 && !this.#isFlowing) element.append(document.createElement('wbr'));
      element.append(this.#makeLine(line));
    });
    return element;
  }

  #makeLine(line: Line): HTMLElement {
    const span = document.createElement('span');
    span.className = 'line';
    for (const run of line.runs) span.append(this.#makeRun(this.#text.slice(run.start, run.end), run));
    this.#lines.push({ span, width: line.width, spaces: countSpaces(span.textContent ?? '') });
    return span;
  }

  // One mark inside the other where findings overlap: each keeps its own underline.
  #makeRun(words: string, run: Run): Node {
    let node: Node = document.createTextNode(words);
    if (run.missing || run.font !== undefined) {
      const span = document.createElement('span');
      if (run.missing) span.className = 'missing';
      if (run.font !== undefined) span.dataset['font'] = String(run.font);
      span.append(node);
      node = span;
    }
    const address = run.link === undefined ? undefined : findAddress(run.link);
    if (address !== undefined) {
      const link = document.createElement('a');
      link.dataset['link'] = '';
      link.href = address;
      link.append(node);
      node = link;
    }
    run.findings.toReversed().forEach((finding, inwards) => {
      const mark = document.createElement('mark');
      mark.part.add('mark');
      mark.tabIndex = -1;
      mark.dataset['finding'] = finding;
      mark.dataset['start'] = String(run.start);
      mark.dataset['family'] = this.#families.get(finding) ?? 'issue';
      mark.dataset['level'] = String(run.levels?.at(-1 - inwards) ?? 0);
      // What goes on from the line or the face before is no new beginning.
      const end = this.#ends.get(finding);
      if (end === undefined || this.#text.slice(end, run.start).trim() !== '') mark.dataset['begins'] = '';
      this.#ends.set(finding, run.end);
      mark.append(node);
      const marks = this.marks.get(finding);
      if (marks) marks.push(mark);
      else this.marks.set(finding, [mark]);
      node = mark;
    });
    return node;
  }

  /** To be called when all the blocks are made. */
  placeEdges(strings: Strings): void {
    for (const [finding, marks] of this.marks) placeEdges(marks, strings.families[this.#families.get(finding) ?? 'issue']);
  }
}

// Engines place glyphs a little differently; the difference goes into the spaces of the line.
export function takeUpResidues(lines: readonly SetLine[]): void {
  const widths = lines.map(({ span }) => span.getBoundingClientRect().width);
  lines.forEach(({ span, width, spaces }, index) => {
    const residue = width - widths[index]!;
    if (spaces > 0 && Math.abs(residue) > 0.02) span.style.setProperty('word-spacing', `${residue / spaces}px`);
  });
}

// Elements of blocks in reading order, list items inside lists.
export function makeTree<Block extends { kind: BlockKind }>(blocks: readonly Block[], make: (block: Block, index: number) => HTMLElement): DocumentFragment {
  const tree = document.createDocumentFragment();
  let list: HTMLElement | undefined;
  blocks.forEach((block, index) => {
    if (block.kind !== 'list-item') list = undefined;
    else if (!list) tree.append((list = document.createElement('ul')));
    (list ?? tree).append(make(block, index));
  });
  return tree;
}

// Puts a block where the core drew it, below the end of the one before; returns its own end.
export function placeBlock(element: HTMLElement, block: LayoutBlock, cursor: number): number {
  const top = toSixtyFourth(block.top);
  const height = toSixtyFourth(block.height);
  const style = element.style;
  style.setProperty('margin-top', `${top - cursor}px`);
  // The spare pixel lies where lines end.
  style.setProperty('margin-left', `${block.rtl ? block.left - 1 : block.left}px`);
  style.setProperty('width', `${block.width + 1}px`);
  style.setProperty('height', `${height}px`);
  style.setProperty('font-size', `${block.size}px`);
  style.setProperty('line-height', `${block.leading}px`);
  return top + height;
}

/** Words that are far from the view stand nearly where their lines will: what is found there does not jump when it is reached. */
export function placePlainly(root: HTMLElement, body: SetBlock, gap: number): void {
  const style = root.style;
  style.setProperty('--plain-size', `${body.size}px`);
  style.setProperty('--plain-leading', `${body.leading}px`);
  style.setProperty('--plain-left', `${body.left}px`);
  style.setProperty('--plain-width', `${body.width + 1}px`);
  style.setProperty('--plain-gap', `${gap}px`);
}

export function toSixtyFourth(pixels: number): number {
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

export function tagOf(block: { kind: BlockKind; level?: number }): string {
  switch (block.kind) {
    case 'title': return 'h1';
    case 'heading': return `h${Math.min(6, Math.max(2, block.level ?? 2))}`;
    case 'list-item': return 'li';
    case 'quote': return 'blockquote';
    default: return 'p';
  }
}

