// The article as real, selectable DOM text on the very lines that the core has laid out.
//
//   const layer = new TextLayer(articleElement);
//   layer.show({ text, layout, families, lines, marks }, false);
//   layer.marksOf('s3')[0]?.focus();
//
// A block is as wide as the column and one pixel more; each of its lines is an inline span that does not wrap, with
// a plain space between two, so that selection, copy and the browser's own find run across line ends. Blocks stay in
// the flow (a drag through the gap between two blocks then selects what a person expects).
//
// A long article is cut into sections of known height. Those far from the view hold the plain words, which can be found,
// copied and read aloud, and cost no layout; lines and marks are set when a section comes near.

import type { ArticleLayout, LayoutBlock, Line, Run } from './core.js';
import type { ArticleBlock, BlockKind, Family } from './report.js';

const kSixtyFourth = 64;  // browsers lay out in 1/64 px: sums of such numbers do not drift
const kShort = 300;       // blocks of an article that is set as a whole
const kSection = 32;      // blocks of a section

/** What there is to show, and who knows the rest. */
export interface LayerText {
  text: string;
  layout: ArticleLayout;
  families: ReadonlyMap<string, Family>;
  /** Lines of the blocks [first, last), with the marks that are switched on now. */
  lines(first: number, last: number): Line[][];
  /** The findings that are switched on now, in reading order, with the blocks where they have marks. */
  marks(): { finding: string; blocks: number[] }[];
}

interface Section {
  element: HTMLElement;
  first: number;
  last: number;
  isSet: boolean;   // has its lines
  isNear: boolean;  // to the view
  marks: Map<string, HTMLElement[]>;
}

interface SetLine {
  span: HTMLElement;
  width: number;
  spaces: number;
}

export class TextLayer {
  readonly #root: HTMLElement;
  #shown: LayerText | undefined;
  #isFlowing = false;
  #sections: Section[] = [];
  #sectionsOf = new Map<string, Section[]>();  // by finding, in reading order
  #selected: string | null = null;
  #nearness: IntersectionObserver | undefined;

  /** Told when sections that came near the view have got their marks. */
  onSet: (() => void) | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get root(): HTMLElement {
    return this.#root;
  }

  /** The stretches of text that carry a finding, in reading order. */
  marksOf(finding: string): readonly HTMLElement[] {
    const sections = this.#sectionsOf.get(finding) ?? [];
    this.#set(sections);
    return sections.flatMap((section) => section.marks.get(finding) ?? []);
  }

  /** Shows one finding's marks as selected, and no other's. */
  select(finding: string | null): void {
    for (const mark of this.#root.querySelectorAll('mark[data-selected]')) mark.removeAttribute('data-selected');
    this.#selected = finding;
    for (const section of (finding !== null && this.#sectionsOf.get(finding)) || []) this.#showSelected(section);
  }

  /** Ids of all findings with a mark, in reading order. */
  get findings(): string[] {
    return [...this.#sectionsOf.keys()];
  }

  /** Flowing leaves the line breaks to the browser: for the renditions that have no pixels below to agree with. */
  show(shown: LayerText, isFlowing: boolean): void {
    const isSameText = this.#shown?.text === shown.text && this.#isFlowing === isFlowing && this.#sections.length > 1;
    this.#shown = shown;
    this.#isFlowing = isFlowing;
    if (!isSameText) this.#makeSections();
    this.#placeSections();
    this.remark();
  }

  /** The marks have changed, the lines have not. */
  remark(): void {
    if (!this.#shown) return;
    this.#sectionsOf = new Map();
    for (const { finding, blocks } of this.#shown.marks()) {
      const sections = new Set(blocks.map((block) => this.#sections[Math.floor(block / this.#blocksASection)]!));
      this.#sectionsOf.set(finding, [...sections]);
    }
    for (const section of this.#sections) {
      if (!section.isNear && section.isSet) this.#fillPlainly(section);
      section.isSet = false;
    }
    this.#set(this.#sections.filter((section) => section.isNear));
  }

  get #blocksASection(): number {
    return this.#shown!.layout.blocks.length > kShort ? kSection : kShort;
  }

  #makeSections(): void {
    const count = this.#shown!.layout.blocks.length;
    this.#nearness?.disconnect();
    this.#nearness = undefined;
    this.#sections = [];
    for (let first = 0; first === 0 || first < count; first += this.#blocksASection) {
      const isWhole = count <= kShort;
      const element = isWhole ? this.#root : document.createElement('div');
      const last = Math.min(first + this.#blocksASection, count);
      this.#sections.push({ element, first, last, isSet: false, isNear: isWhole, marks: new Map() });
    }
    if (this.#sections[0]!.element === this.#root) return;
    const byElement = new Map(this.#sections.map((section) => [section.element, section]));
    this.#nearness = new IntersectionObserver((entries) => {
      for (const entry of entries) byElement.get(entry.target as HTMLElement)!.isNear = entry.isIntersecting;
      const coming = this.#sections.filter(({ isNear, isSet }) => isNear && !isSet);
      this.#set(coming);
      if (coming.length > 0) this.onSet?.();
    }, { root: this.#scroller, rootMargin: '100%' });
    for (const section of this.#sections) {
      section.element.className = 'section';
      this.#fillPlainly(section);
      this.#nearness.observe(section.element);
    }
    this.#root.replaceChildren(...this.#sections.map(({ element }) => element));
  }

  get #scroller(): HTMLElement {
    return this.#root.closest<HTMLElement>('.scroller')!;
  }

  // Every section has the height of its blocks; those that are seen by now are near without being observed first.
  #placeSections(): void {
    if (this.#sections[0]!.element === this.#root) return;
    const blocks = this.#shown!.layout.blocks;
    const top = this.#scroller.scrollTop;
    const view = this.#scroller.clientHeight;
    let cursor = 0;
    for (const section of this.#sections) {
      const begin = toSixtyFourth(blocks[section.first]!.top);
      const end = toSixtyFourth(endOf(blocks[section.last - 1]!));
      const style = section.element.style;
      style.setProperty('contain-intrinsic-height', `auto ${end - begin}px`);
      if (!this.#isFlowing) {
        style.setProperty('margin-top', `${begin - cursor}px`);
        style.setProperty('height', `${end - begin}px`);
      }
      cursor = end;
      section.isNear = begin < top + 2 * view && end > top - view;
    }
  }

  // The words alone, for who searches, copies or listens.
  #fillPlainly(section: Section): void {
    const { text, layout } = this.#shown!;
    const blocks = layout.blocks.slice(section.first, section.last);
    section.element.replaceChildren(makeTree(blocks, (block) => {
      const element = document.createElement(tagOf(block));
      element.textContent = text.slice(block.start, block.end);
      return element;
    }));
    section.marks = new Map();
  }

  #set(sections: readonly Section[]): void {
    const lines: SetLine[] = [];
    for (const section of sections) if (!section.isSet) this.#setSection(section, lines);
    if (!this.#isFlowing) takeUpResidues(lines);
  }

  #setSection(section: Section, lines: SetLine[]): void {
    const { text, layout, families } = this.#shown!;
    const found = this.#shown!.lines(section.first, section.last);
    const maker = new BlockMaker(text, families, lines);
    const isWhole = section.element === this.#root;
    let cursor = isWhole ? 0 : toSixtyFourth(layout.blocks[section.first]!.top);
    const tree = makeTree(layout.blocks.slice(section.first, section.last), (block, index) => {
      const element = maker.makeBlock(block, found[index]!);
      if (!this.#isFlowing) cursor = placeBlock(element, block, cursor);
      return element;
    });
    section.element.replaceChildren(tree);
    section.marks = maker.marks;
    section.isSet = true;
    for (const [finding, marks] of section.marks) {
      marks[0]!.dataset['edge'] = `start of ${families.get(finding) ?? 'finding'}`;
      marks.at(-1)!.dataset['end'] = `end of ${families.get(finding) ?? 'finding'}`;
    }
    this.#showSelected(section);
  }

  #showSelected(section: Section): void {
    for (const mark of (this.#selected !== null && section.marks.get(this.#selected)) || []) mark.dataset['selected'] = '';
  }
}

// Makes the elements of blocks, and remembers their marks and lines.
class BlockMaker {
  readonly marks = new Map<string, HTMLElement[]>();
  readonly #text: string;
  readonly #families: ReadonlyMap<string, Family>;
  readonly #lines: SetLine[];

  constructor(text: string, families: ReadonlyMap<string, Family>, lines: SetLine[]) {
    this.#text = text;
    this.#families = families;
    this.#lines = lines;
  }

  makeBlock(block: LayoutBlock, lines: readonly Line[]): HTMLElement {
    const element = document.createElement(tagOf(block));
    element.dataset['font'] = String(block.font);
    element.dir = block.rtl ? 'rtl' : 'ltr';
    lines.forEach((line, index) => {
      if (index > 0) element.append(endsInSpace(this.#text, lines[index - 1]!) ? ' ' : document.createElement('wbr'));
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
    for (const finding of run.findings.toReversed()) {
      const mark = document.createElement('mark');
      mark.part.add('mark');
      mark.tabIndex = -1;
      mark.dataset['finding'] = finding;
      mark.dataset['family'] = this.#families.get(finding) ?? 'issue';
      mark.append(node);
      const marks = this.marks.get(finding);
      if (marks) marks.push(mark);
      else this.marks.set(finding, [mark]);
      node = mark;
    }
    return node;
  }
}

// Engines place glyphs a little differently; the difference goes into the spaces of the line.
function takeUpResidues(lines: readonly SetLine[]): void {
  const widths = lines.map(({ span }) => span.getBoundingClientRect().width);
  lines.forEach(({ span, width, spaces }, index) => {
    const residue = width - widths[index]!;
    if (spaces > 0 && Math.abs(residue) > 0.02) span.style.setProperty('word-spacing', `${residue / spaces}px`);
  });
}

// Elements of blocks in reading order, list items inside lists.
function makeTree<Block extends { kind: BlockKind }>(blocks: readonly Block[], make: (block: Block, index: number) => HTMLElement): DocumentFragment {
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
  style.setProperty('line-height', `${block.leading}px`);
  return top + height;
}

function endOf(block: LayoutBlock): number {
  return block.top + block.height;
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
  root.replaceChildren(makeTree(blocks, (block) => {
    const element = document.createElement(tagOf(block));
    element.textContent = block.text;
    return element;
  }));
}
