// The margin: beside each line the findings that it has, as things to point at and press like the marks themselves. Over a
// canvas, where the core draws their letters, they are transparent; in the `dom` rendition they are what is seen.
//
//   const margin = new Margin(view.margin);
//   margin.show(marks, families, selected);     // marks of the core's lines, or findBesideLines(…)
//
// Letters and names are attributes, not text: nothing of them is selected, copied or found. The words carry the tab stop;
// who reads with a screen reader finds a button for each finding, once, where it begins.

import type { MarginMark } from './article-layout.js';
import type { Family } from './report.js';
import { stringsOf, type Strings } from './strings.js';

export type FindingNames = ReadonlyMap<string, { tag: string; name: string }>;

const kTagWidth = 24;  // px, as src/reader/margin.cpp has it
const kGap = 10;
const kStep = 28;
const kEdge = 5;
const kMost = 4;

export class Margin {
  readonly root: HTMLElement;
  #elements = new Map<string, HTMLElement>();

  constructor(root: HTMLElement) {
    this.root = root;
  }

  show(marks: readonly MarginMark[], families: ReadonlyMap<string, Family>, selected: string | null): void {
    const kept = new Map<string, HTMLElement>();
    const elements = marks.map((mark) => {
      const key = `${mark.finding} ${mark.tag ?? ''} ${mark.top}`;
      const element = this.#elements.get(key) ?? makeMark(mark, stringsOf(this.root));
      kept.set(key, element);
      element.dataset['family'] = families.get(mark.finding) ?? 'issue';
      element.toggleAttribute('data-selected', mark.finding === selected);
      for (const side of ['left', 'top', 'width', 'height'] as const) element.style.setProperty(`--${side}`, `${mark[side]}px`);
      return element;
    });
    this.#elements = kept;
    // What has not changed stays where it is, with the focus that it may have.
    if (elements.length !== this.root.children.length || elements.some((element, index) => element !== this.root.children[index])) {
      this.root.replaceChildren(...elements);
    }
  }

  clear(): void {
    this.#elements.clear();
    this.root.replaceChildren();
  }

  select(finding: string | null): void {
    for (const element of this.#elements.values()) element.toggleAttribute('data-selected', element.dataset['finding'] === finding);
  }
}

function makeMark({ finding, tag, name = '', count }: MarginMark, strings: Strings): HTMLElement {
  const element = document.createElement(tag === undefined ? 'span' : 'button');
  element.className = 'beside';
  element.dataset['finding'] = finding;
  if (element instanceof HTMLButtonElement) {
    element.type = 'button';
    element.tabIndex = -1;
    element.dataset['tag'] = tag;
    element.toggleAttribute('data-several', count !== undefined);
    element.setAttribute('aria-label', count === undefined ? name : strings.several(count, name));
  } else {
    element.setAttribute('aria-hidden', 'true');  // the bar of a finding that has its button further up
  }
  return element;
}

interface Piece {
  finding: string;
  begins: boolean;
  start: number;  // in reading direction
  top: number;
  bottom: number;
}

/** What stands beside the lines that the browser has broken itself, in px from the upper left corner of `page`. */
export function findBesideLines(marksByFinding: ReadonlyMap<string, readonly HTMLElement[]>, names: FindingNames, page: HTMLElement,
                                column: { left: number; right: number }, isRtl: boolean): MarginMark[] {
  const origin = page.getBoundingClientRect();
  const room = isRtl ? origin.right - column.right : column.left - origin.left;
  const places = Math.min(kMost, Math.floor((room - kGap - kEdge + kStep - kTagWidth) / kStep));
  if (places < 1) return [];
  const pieces: Piece[] = [];
  for (const [finding, marks] of marksByFinding) {
    for (const mark of marks) {
      [...mark.getClientRects()].forEach(({ left, right, top, bottom }, index) => {
        pieces.push({ finding, begins: index === 0 && 'begins' in mark.dataset, start: isRtl ? -right : left, top: top - origin.top, bottom: bottom - origin.top });
      });
    }
  }
  pieces.sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const found: MarginMark[] = [];
  for (const line of splitLines(pieces)) {
    const { top, bottom } = line[0]!;
    const findings = [...new Set(line.sort((a, b) => a.start - b.start).map(({ finding }) => finding))];
    findings.slice(0, places).forEach((finding, place) => {
      const rest = place + 1 === places ? findings.length - place : 1;
      const outwards = kGap + kStep * place;
      const left = (isRtl ? column.right + outwards : column.left - outwards - kTagWidth) - origin.left;
      const begins = line.some((piece) => piece.finding === finding && piece.begins);
      const tag = rest > 1 ? `${place > 0 ? '+' : ''}${rest}` : begins ? names.get(finding)?.tag : undefined;
      const name = names.get(finding)?.name ?? '';
      found.push({ finding, name, ...(rest > 1 ? { count: rest } : {}), ...(tag ? { tag } : {}), left, top, width: kTagWidth, height: bottom - top });
    });
  }
  return found;
}

// Pieces whose middle lies within the first of the line are on it.
function splitLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const middle = (piece.top + piece.bottom) / 2;
    if (line && middle < line[0]!.bottom) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}
