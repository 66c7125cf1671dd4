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

import type { ArticleLayout, MarginMark, MarkedFinding, SetBlock } from './article-layout.js';
import { findBesideLines, Margin } from './margin.js';
import { bottomOf } from './place.js';
import type { ArticleBlock, Family } from './report.js';
import { keepSelection, kBlocks, rangeIn } from './selection.js';
import { stringsOf } from './strings.js';
import { BlockMaker, makeTree, placeBlock, placePlainly, tagOf, takeUpResidues, toSixtyFourth, type LayoutBlock, type SetLine } from './text-blocks.js';

const kShort = 40;        // blocks of an article that is set as a whole
const kSection = 12;      // blocks of a section at least: two or three are near a view of usual height
const kMostSections = 750;  // every other width gives all of them another height
const kLineLetters = 66, kLineHeight = 28;  // of a line that is not laid out yet

/** What there is to show, and who knows the rest. */
export interface LayerText {
  text: string;
  isRtl: boolean;
  layout: ArticleLayout;
  families: ReadonlyMap<string, Family>;
  /** The blocks [first, last), with the marks that are switched on now. */
  lines(first: number, last: number): SetBlock[];
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
  #shown: LayerText | undefined;
  #isFlowing = false;
  #sections: Section[] = [];
  #marked: readonly MarkedFinding[] | undefined;  // of a text with ten thousand of them only asked for when somebody wants to know
  #selected: string | null = null;
  #view = { top: 0, height: 0 };  // of the scroller
  #isLater = false;  // sections near the view wait for the next frame
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
    this.#marked = undefined;
    this.margin.clear();
  }

  get root(): HTMLElement {
    return this.#root;
  }

  /** The stretches of text that carry a finding, in reading order; of a long article those in sections that are set by now. */
  marksOf(finding: string): readonly HTMLElement[] {
    return this.#sections.flatMap((section) => section.marks.get(finding) ?? []);
  }

  /** The first of them, wherever it is: its section is set for it. */
  bringMark(finding: string): HTMLElement | undefined {
    const block = this.#findings.find((it) => it.finding === finding)?.blocks[0];
    const section = block === undefined ? undefined : this.#sections[Math.floor(block / this.#blocksASection)];
    if (section) keepSelection(this.#root, () => this.#set([section]));
    return section?.marks.get(finding)?.[0];
  }

  /** Shows one finding's marks as selected, and no other's. */
  select(finding: string | null): void {
    for (const mark of this.#root.querySelectorAll('mark[data-selected]')) mark.removeAttribute('data-selected');
    this.#selected = finding;
    for (const section of this.#sections) this.#showSelected(section);
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
    return this.#findings.map(({ finding }) => finding);
  }

  get #findings(): readonly MarkedFinding[] {
    return (this.#marked ??= this.#shown?.marks() ?? []);
  }

  /** Flowing leaves the line breaks to the browser: for the renditions that have no pixels below to agree with. */
  show(shown: LayerText, isFlowing: boolean): void {
    // The plain text of another load of the same article may stand where the sections were.
    const isThere = this.#sections.length > 1 && this.#sections[0]!.element.parentNode === this.#root;
    const isSameText = isThere && this.#shown?.text === shown.text && this.#isFlowing === isFlowing;
    this.#shown = shown;
    this.#isFlowing = isFlowing;
    this.#change(() => {
      if (!isSameText) this.#makeSections();
      this.#placeSections();
      this.#remark();
    });
  }

  /** The marks have changed, the lines have not. */
  remark(): void {
    if (this.#shown) this.#change(() => this.#remark());
  }

  // Where the view is and the selection ends is asked first: any later, the answer would make the browser lay out what has changed until then.
  #change(change: () => void): void {
    const { scrollTop, clientHeight } = this.#scroller;
    this.#view = { top: scrollTop, height: clientHeight };
    keepSelection(this.#root, change);
  }

  #remark(): void {
    this.#marked = undefined;
    const far = this.#sections.filter(({ isNear, isSet }) => isSet && !isNear);
    for (const section of far) this.#fillPlainly(section);
    for (const section of this.#sections) section.isSet = false;
    const seen = this.#sections.filter((section) => section.isNear && this.#isSeen(section));
    this.#set(seen);
    if (seen.length === 0) this.#showMargin();
    if (this.#sections.some(isComing)) this.#setNearLater();
  }

  // Where the page breaks the lines itself, the core does not know what is seen.
  #isSeen({ first, last }: Section): boolean {
    const { layout } = this.#shown!;
    return this.#isFlowing || this.#sections.length === 1 || (layout.places[2 * first]! < this.#view.top + this.#view.height && bottomOf(layout, last - 1) > this.#view.top);
  }

  // What is not seen yet is set when what is has been painted.
  #setNearLater(): void {
    if (this.#isLater) return;
    this.#isLater = true;
    requestAnimationFrame(() => setTimeout(() => {
      this.#isLater = false;
      this.#setComing();
    }));
  }

  #setComing(): void {
    const coming = this.#sections.filter(isComing);
    if (coming.length === 0) return;
    keepSelection(this.#root, () => this.#set(coming));
    this.onSet?.();
  }

  get #blocksASection(): number {
    const count = this.#shown!.layout.blocks.length;
    return count > kShort ? Math.max(kSection, Math.ceil(count / kMostSections)) : kShort;
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
      this.#setComing();
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
    const { layout, lines } = this.#shown!;
    const { top, height: view } = this.#view;
    let cursor = 0;
    const paragraph = Math.max(0, layout.blocks.findIndex(({ kind }) => kind === 'paragraph'));
    const body = lines(paragraph, paragraph + 1)[0]!;
    placePlainly(this.#root, body, Math.max(0, (layout.places[2 * paragraph + 2] ?? 0) - bottomOf(layout, paragraph)));
    for (const section of this.#sections) {
      const begin = toSixtyFourth(layout.places[2 * section.first]!);
      const end = toSixtyFourth(bottomOf(layout, section.last - 1));
      const { style, dataset } = section.element;
      if (dataset['font'] !== String(body.font)) dataset['font'] = String(body.font);
      if (this.#isFlowing) {
        style.setProperty('contain-intrinsic-height', `auto ${end - begin}px`);
      } else {
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
    const tree = makeTree(blocks, (block) => {
      const element = document.createElement(tagOf(block));
      element.dir = 'auto';
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
    for (const section of unset) this.#setSection(section, lines);
    if (!this.#isFlowing) takeUpResidues(lines);
    this.#showMargin();
  }

  #showMargin(): void {
    const set = this.#sections.filter(({ isSet }) => isSet);
    const marks = this.#isFlowing ? set.flatMap((section) => this.#findBeside(section)) : set.flatMap(({ margin }) => margin);
    this.margin.show(marks, this.#shown!.families, this.#selected);
    this.onShown?.();
  }

  // The page, and not the core, has broken these lines.
  #findBeside(section: Section): MarginMark[] {
    const names = new Map(this.#findings.map(({ finding, tag, name }) => [finding, { tag, name }]));
    const box = this.#root.getBoundingClientRect();
    const style = getComputedStyle(this.#root);
    const column = { left: box.left + parseFloat(style.paddingLeft), right: box.right - parseFloat(style.paddingRight) };
    return findBesideLines(section.marks, names, this.margin.root, column, this.#shown!.isRtl);
  }

  #setSection(section: Section, lines: SetLine[]): void {
    const { text, layout, families } = this.#shown!;
    const found = this.#shown!.lines(section.first, section.last).map((block, index): LayoutBlock => {
      const at = section.first + index;
      return { ...layout.blocks[at]!, ...block, top: layout.places[2 * at]!, height: layout.places[2 * at + 1]! };
    });
    const maker = new BlockMaker(text, families, lines, this.#isFlowing);
    const isWhole = section.element === this.#root;
    let cursor = isWhole ? 0 : toSixtyFourth(layout.places[2 * section.first]!);
    const tree = makeTree(found, (block) => {
      const element = maker.makeBlock(block);
      if (!this.#isFlowing) cursor = placeBlock(element, block, cursor);
      return element;
    });
    maker.placeEdges(stringsOf(this.#root));
    section.element.replaceChildren(tree);
    if (!isWhole) section.element.toggleAttribute('data-set', true);
    section.marks = maker.marks;
    section.margin = found.flatMap(({ lines: own }) => own.flatMap((line) => line.margin ?? []));
    section.isSet = true;
    this.#showSelected(section);
  }

  #showSelected(section: Section): void {
    for (const mark of (this.#selected !== null && section.marks.get(this.#selected)) || []) mark.dataset['selected'] = '';
  }
}

const isComing = ({ isNear, isSet }: Section): boolean => isNear && !isSet;

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
