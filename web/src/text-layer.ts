// The article as real, selectable DOM text on the very lines that the core has laid out.
//
//   const layer = new TextLayer(articleElement, marginElement);
//   layer.show({ text, isRtl, layout, families, lines, marks }, false);
//   layer.marksOf('s3')[0]?.focus();
//
// A block is as wide as the column and one pixel more; each of its lines is an inline span that does not wrap, with
// a plain space between two, so that selection, copy and the browser's own find run across line ends. Blocks stay in
// the flow (a drag through the gap between two blocks then selects what a person expects).
//
// A long article is cut into sections of known height. Those far from the view hold the plain words, which can be found,
// copied and read aloud, and cost no layout; lines and marks are set when a section comes near.

import type { ArticleLayout, LayoutBlock, Line, MarginMark, MarkedFinding } from './core.js';
import { findBesideLines, Margin, type FindingNames } from './margin.js';
import type { ArticleBlock, Family } from './report.js';
import { keepSelection, kBlocks, rangeIn } from './selection.js';
import { stringsOf } from './strings.js';
import { BlockMaker, makeTree, placeBlock, placePlainly, tagOf, takeUpResidues, toSixtyFourth, type SetLine } from './text-blocks.js';

const kShort = 40;        // blocks of an article that is set as a whole
const kSection = 12;      // blocks of a section: two or three are near a view of usual height
const kLineLetters = 66, kLineHeight = 28;  // of a line that is not laid out yet

/** What there is to show, and who knows the rest. */
export interface LayerText {
  text: string;
  isRtl: boolean;
  layout: ArticleLayout;
  families: ReadonlyMap<string, Family>;
  /** Lines of the blocks [first, last), with the marks that are switched on now. */
  lines(first: number, last: number): Line[][];
  /** The findings that are switched on now, in reading order. */
  marks(): MarkedFinding[];
}

interface Section {
  element: HTMLElement;
  first: number;
  last: number;
  isSet: boolean;   // has its lines
  isNear: boolean;  // to the view
  marks: Map<string, HTMLElement[]>;
  margin: MarginMark[];  // of the core's lines
}

export class TextLayer {
  readonly #root: HTMLElement;
  readonly margin: Margin;
  #names: FindingNames = new Map();
  #shown: LayerText | undefined;
  #isFlowing = false;
  #sections: Section[] = [];
  #sectionsOf = new Map<string, Section[]>();  // by finding, in reading order
  #selected: string | null = null;
  #nearness: IntersectionObserver | undefined;

  /** Told when sections that came near the view have got their marks. */
  onSet: (() => void) | undefined;
  /** Told when elements of the text have been made anew. */
  onShown: (() => void) | undefined;

  constructor(root: HTMLElement, margin: HTMLElement) {
    this.#root = root;
    this.margin = new Margin(margin);
  }

  /** Another article is on its way: nothing of this one is pointed at any longer. */
  clear(): void {
    this.#shown = undefined;
    this.#nearness?.disconnect();
    this.#sections = [];
    this.#sectionsOf = new Map();
    this.margin.clear();
  }

  get root(): HTMLElement {
    return this.#root;
  }

  /** The stretches of text that carry a finding, in reading order; of a long article those in sections that are set by now. */
  marksOf(finding: string): readonly HTMLElement[] {
    return (this.#sectionsOf.get(finding) ?? []).flatMap((section) => section.marks.get(finding) ?? []);
  }

  /** The first of them, wherever it is: its section is set for it. */
  bringMark(finding: string): HTMLElement | undefined {
    const section = this.#sectionsOf.get(finding)?.[0];
    if (section) this.#set([section]);
    return section?.marks.get(finding)?.[0];
  }

  /** Shows one finding's marks as selected, and no other's. */
  select(finding: string | null): void {
    for (const mark of this.#root.querySelectorAll('mark[data-selected]')) mark.removeAttribute('data-selected');
    this.#selected = finding;
    for (const section of (finding !== null && this.#sectionsOf.get(finding)) || []) this.#showSelected(section);
    this.margin.select(finding);
  }

  /** The first finding with a mark that is set by now. */
  get firstSet(): string | undefined {
    for (const { marks } of this.#sections) {
      for (const finding of marks.keys()) return finding;
    }
    return undefined;
  }

  /** The stretch from one UTF-16 unit of the text to another in the same block; undefined where the text has none. */
  rangeOf(start: number, end: number): Range | undefined {
    const blocks = this.#shown?.layout.blocks ?? [];
    const index = blocks.findIndex((block) => block.end >= end);
    const section = this.#sections[Math.floor(index / this.#blocksASection)];
    const element = section?.element.querySelectorAll(kBlocks)[index - section.first];
    if (!element || start < blocks[index]!.start) return undefined;
    return rangeIn(element, start - blocks[index]!.start, end - blocks[index]!.start);
  }

  /** Ids of all findings with a mark, in reading order. */
  get findings(): string[] {
    return [...this.#sectionsOf.keys()];
  }

  /** Flowing leaves the line breaks to the browser: for the renditions that have no pixels below to agree with. */
  show(shown: LayerText, isFlowing: boolean): void {
    // The plain text of another load of the same article may stand where the sections were.
    const isThere = this.#sections.length > 1 && this.#sections[0]!.element.parentNode === this.#root;
    const isSameText = isThere && this.#shown?.text === shown.text && this.#isFlowing === isFlowing;
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
    const marked = this.#shown.marks();
    this.#names = new Map(marked.map(({ finding, tag, name }) => [finding, { tag, name }]));
    for (const { finding, blocks } of marked) {
      const sections = new Set(blocks.map((block) => this.#sections[Math.floor(block / this.#blocksASection)]!));
      this.#sectionsOf.set(finding, [...sections]);
    }
    const far = this.#sections.filter(({ isNear, isSet }) => isSet && !isNear);
    if (far.length > 0) keepSelection(this.#root, () => far.forEach((section) => this.#fillPlainly(section)));
    for (const section of this.#sections) section.isSet = false;
    const near = this.#sections.filter(({ isNear }) => isNear);
    this.#set(near);
    if (near.length === 0) this.#showMargin();
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
      this.#sections.push({ element, first, last, isSet: false, isNear: isWhole, marks: new Map(), margin: [] });
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
    placePlainly(this.#root, blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0]!);
    for (const section of this.#sections) {
      const begin = toSixtyFourth(blocks[section.first]!.top);
      const end = toSixtyFourth(endOf(blocks[section.last - 1]!));
      const style = section.element.style;
      style.setProperty('contain-intrinsic-height', `auto ${end - begin}px`);
      if (!this.#isFlowing) {
        const words = blocks.slice(section.first, section.last).reduce((sum, { height }) => sum + height, 0);
        style.setProperty('margin-top', `${begin - cursor}px`);
        style.setProperty('height', `${end - begin}px`);
        style.setProperty('--gap', `${(end - begin - words) / Math.max(1, section.last - section.first - 1)}px`);
      }
      cursor = end;
      section.isNear = begin < top + 2 * view && end > top - view;
    }
  }

  // The words alone, for who searches, copies or listens.
  #fillPlainly(section: Section): void {
    const { text, layout } = this.#shown!;
    const blocks = layout.blocks.slice(section.first, section.last);
    const tree = makeTree(blocks, (block) => {
      const element = document.createElement(tagOf(block));
      element.dir = block.rtl ? 'rtl' : 'ltr';
      element.dataset['font'] = String(block.font);
      element.textContent = text.slice(block.start, block.end);
      return element;
    });
    section.element.replaceChildren(tree);
    section.element.removeAttribute('data-set');
    section.marks = new Map();
    section.margin = [];
  }

  #set(sections: readonly Section[]): void {
    const unset = sections.filter(({ isSet }) => !isSet);
    if (unset.length === 0) return;
    const lines: SetLine[] = [];
    // Where the selection ends is asked once: each answer would make the browser lay out what has changed since the last.
    keepSelection(this.#root, () => unset.forEach((section) => this.#setSection(section, lines)));
    if (!this.#isFlowing) takeUpResidues(lines);
    this.#showMargin();
  }

  #showMargin(): void {
    const set = this.#sections.filter(({ isSet }) => isSet);
    const marks = this.#isFlowing ? set.flatMap((section) => this.#findBeside(section)) : set.flatMap(({ margin }) => margin);
    this.margin.show(marks, this.#names, this.#shown!.families, this.#selected);
    this.onShown?.();
  }

  // The page, and not the core, has broken these lines.
  #findBeside(section: Section): MarginMark[] {
    const box = this.#root.getBoundingClientRect();
    const style = getComputedStyle(this.#root);
    const column = { left: box.left + parseFloat(style.paddingLeft), right: box.right - parseFloat(style.paddingRight) };
    return findBesideLines(section.marks, this.#names, this.margin.root, column, this.#shown!.isRtl);
  }

  #setSection(section: Section, lines: SetLine[]): void {
    const { text, layout, families } = this.#shown!;
    const found = this.#shown!.lines(section.first, section.last);
    const maker = new BlockMaker(text, families, lines, this.#isFlowing);
    const isWhole = section.element === this.#root;
    let cursor = isWhole ? 0 : toSixtyFourth(layout.blocks[section.first]!.top);
    const tree = makeTree(layout.blocks.slice(section.first, section.last), (block, index) => {
      const element = maker.makeBlock(block, found[index]!);
      if (!this.#isFlowing) cursor = placeBlock(element, block, cursor);
      return element;
    });
    maker.placeEdges(stringsOf(this.#root));
    section.element.replaceChildren(tree);
    if (!isWhole) section.element.toggleAttribute('data-set', true);
    section.marks = maker.marks;
    section.margin = found.flatMap((block) => block.flatMap((line) => line.margin ?? []));
    section.isSet = true;
    this.#showSelected(section);
  }

  #showSelected(section: Section): void {
    for (const mark of (this.#selected !== null && section.marks.get(this.#selected)) || []) mark.dataset['selected'] = '';
  }
}

function endOf(block: LayoutBlock): number {
  return block.top + block.height;
}

/** Plain blocks for the time before the core has laid anything out; of a long article the browser sets what is near the view. */
export function showPlainly(root: HTMLElement, blocks: readonly ArticleBlock[]): void {
  const make = (some: readonly ArticleBlock[]) => makeTree(some, (block) => {
    const element = document.createElement(tagOf(block));
    element.dir = 'auto';
    element.textContent = block.text;
    return element;
  });
  if (blocks.length <= kShort) return root.replaceChildren(make(blocks));
  const sections: HTMLElement[] = [];
  for (let first = 0; first < blocks.length; first += kSection) {
    const some = blocks.slice(first, first + kSection);
    const section = document.createElement('div');
    section.className = 'section';
    // Right enough for a scroll bar: the lines of the measure that most readers have.
    const lines = some.reduce((sum, { text }) => sum + 1 + Math.ceil(text.length / kLineLetters), 0);
    section.style.setProperty('contain-intrinsic-height', `auto ${lines * kLineHeight}px`);
    section.append(make(some));
    sections.push(section);
  }
  root.replaceChildren(...sections);
}
