// The trust curve at the head of the panel: the core's picture, the frame of what is in view over it, and one slider for both
// the pointer and the keyboard.
//
//   const curve = new Curve(view.curve, view.scroller, { hover(finding, anchor) {…}, goTo(finding) {…} });
//   curve.layout(core.layoutCurve(width), { height, isFlowing, isRtl });
//   curve.follow();             // after scrolling: moves an element, draws nothing
//
// Scrolling costs one transform and, where a number changes, one text.

import type { CurveLayout } from './core.js';
import { make, makeCanvas } from './elements.js';
import type { Stage } from './stage.js';
import { label } from './strings.js';

export interface CurveParts {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly marks: HTMLElement;
  readonly frame: HTMLElement;
  readonly slider: HTMLElement;
  readonly anchor: HTMLElement;
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly found: HTMLElement;
}

export interface CurveEvents {
  /** The pointer is at a passage's finding, which `anchor` stands below, or at none. */
  hover(finding: string | null, anchor: HTMLElement): void;
  goTo(finding: string): void;
}

interface Around {
  /** Of the article as the core has laid it out. */
  height: number;
  /** The page has broken the lines, and its height counts instead. */
  isFlowing: boolean;
  isRtl: boolean;
}

const kNear = 7;   // px between the pointer and a finding that it means
const kDrag = 4;   // px after which a press is a drag

export function makeCurveParts(): CurveParts {
  const parts: CurveParts = {
    root: make('div', 'curve'), canvas: makeCanvas(), marks: make('div', 'curve-marks', ''), frame: make('div', 'curve-frame', ''),
    slider: make('div', 'curve-slider', ''), anchor: make('span', 'curve-anchor', ''), above: make('span', 'curve-above', ''), below: make('span', 'curve-below', ''),
    found: make('div', 'curve-found', ''),
  };
  const slider = parts.slider;
  slider.tabIndex = 0;
  slider.setAttribute('role', 'slider');
  label(slider, 'curve');
  slider.setAttribute('aria-valuemin', '1');
  // What the frame and the numbers show is told by the slider.
  for (const part of [parts.marks, parts.frame, parts.anchor, parts.above, parts.below, parts.found]) part.setAttribute('aria-hidden', 'true');
  parts.root.append(parts.canvas, parts.marks, parts.frame, parts.anchor, parts.above, parts.below, parts.found, slider);
  return parts;
}

export class Curve {
  readonly #parts: CurveParts;
  readonly #scroller: HTMLElement;
  readonly #events: CurveEvents;
  #layout: CurveLayout | undefined;
  #around: Around = { height: 0, isFlowing: false, isRtl: false };
  #index = 0;          // of the passage that the slider is at
  #ownTop = -1;        // where the slider itself has scrolled to
  #pressedAt: number | undefined;
  #isDragged = false;
  #hovered: string | null = null;

  constructor(parts: CurveParts, scroller: HTMLElement, events: CurveEvents) {
    this.#parts = parts;
    this.#scroller = scroller;
    this.#events = events;
    const slider = parts.slider;
    slider.addEventListener('keydown', (event) => this.#onKey(event));
    slider.addEventListener('pointerdown', (event) => this.#onDown(event));
    slider.addEventListener('pointermove', (event) => this.#onMove(event));
    slider.addEventListener('pointerup', (event) => this.#onUp(event));
    slider.addEventListener('pointercancel', () => (this.#pressedAt = undefined));
    slider.addEventListener('pointerleave', () => this.#hover(null));
  }

  get isShown(): boolean {
    return this.#layout !== undefined && !this.#parts.root.hidden && this.#parts.root.clientHeight > 0;
  }

  /** Width for the core's layout; 0 while it cannot be seen. */
  get width(): number {
    return this.#parts.root.parentElement!.clientWidth;
  }

  layout(layout: CurveLayout, around: Around): void {
    this.#layout = layout;
    this.#around = around;
    const { root, slider } = this.#parts;
    const passages = this.#passages;
    root.hidden = passages.length === 0;
    root.style.setProperty('--height', `${layout.list.height}px`);
    const left = around.isRtl ? layout.list.width - layout.plot.left - layout.plot.width : layout.plot.left;
    root.style.setProperty('--plot-left', `${left}px`);
    root.style.setProperty('--plot-start', `${layout.plot.left}px`);
    root.style.setProperty('--plot-top', `${layout.plot.top}px`);
    root.style.setProperty('--plot-width', `${layout.plot.width}px`);
    root.style.setProperty('--plot-height', `${layout.plot.height}px`);
    slider.setAttribute('aria-valuemax', String(passages.length));
    this.#index = Math.min(this.#index, Math.max(0, passages.length - 1));
    if (around.isFlowing) this.#showMarks();
    else this.#parts.marks.replaceChildren();
    this.#tell();
    this.#ownTop = -1;
    this.follow();
  }

  /** Where a search has found something, 0 to 1 along the article. */
  showPlaces(places: readonly number[]): void {
    this.#parts.found.replaceChildren(...places.map((place) => {
      const tick = document.createElement('span');
      tick.style.setProperty('--at', `${(this.#around.isRtl ? 1 - place : place) * 100}%`);
      return tick;
    }));
  }

  clear(): void {
    this.#layout = undefined;
    this.#index = 0;
    this.#parts.canvas.width = this.#parts.canvas.height = 0;
    this.#parts.marks.replaceChildren();
    this.#parts.root.hidden = false;  // its room is kept
  }

  draw(stage: Stage, dpr: number): number {
    const { width, height } = this.#layout!.list;
    const style = this.#parts.canvas.style;
    style.setProperty('width', `${Math.round(width * dpr) / dpr}px`);
    style.setProperty('height', `${Math.round(height * dpr) / dpr}px`);
    return stage.draw('curve', this.#parts.canvas, 0, width, height, dpr);
  }

  /** The article has been scrolled, or what covers it has changed. */
  follow(): void {
    if (!this.#layout || this.#parts.root.hidden) return;
    const top = this.#scroller.scrollTop;
    const whole = this.#whole;
    const seen = this.#scroller.clientHeight;
    const begin = Math.min(1, top / whole);
    const end = Math.min(1, (top + seen) / whole);
    const width = this.#layout.plot.width;
    const left = (this.#around.isRtl ? 1 - end : begin) * width;
    this.#parts.frame.style.setProperty('transform', `translateX(${left.toFixed(1)}px)`);
    this.#parts.frame.style.setProperty('inline-size', `${Math.max(6, (end - begin) * width).toFixed(1)}px`);
    const above = this.#layout.findings.filter(({ place }) => place < begin).length;
    const below = this.#layout.findings.filter(({ place }) => place > end).length;
    setText(this.#parts.above, above > 0 ? `↑ ${above}` : '');
    setText(this.#parts.below, below > 0 ? `${below} ↓` : '');
    if (Math.abs(top - this.#ownTop) > 1) this.#setIndex(this.#findIndex((begin + end) / 2));
  }

  get #passages() {
    return this.#layout?.list.controls.filter(({ role }) => role === 'button') ?? [];
  }

  get #whole(): number {
    return Math.max(1, this.#around.isFlowing ? this.#scroller.scrollHeight : this.#around.height);
  }

  // Without a canvas the page shows what the core would have drawn.
  #showMarks(): void {
    const { list, marks, plot } = this.#layout!;
    const mirrored = (left: number, width: number): number => (this.#around.isRtl ? list.width - left - width : left);
    const labels = list.controls.filter(({ role }) => role === 'text').map(({ label, left, top, width, height }) => {
      const element = make('span', 'curve-label', '');
      element.textContent = label;
      return place(element, left, top, width, height);
    });
    const shown = marks.map(({ family, hollow, left, top, width, height }) => {
      const element = make('span', 'curve-mark', '');
      element.dataset['family'] = family;
      element.toggleAttribute('data-hollow', hollow ?? false);
      return place(element, mirrored(left, width), top, width, height);
    });
    // The names of the tracks stand beside their lines.
    const lines = list.controls.filter(({ id }) => id === 'words' || id === 'deeds').map(({ top, height }) => (
      place(make('span', 'curve-line', ''), mirrored(plot.left, plot.width), top + height / 2, plot.width, 1)));
    this.#parts.marks.replaceChildren(...lines, ...labels, ...shown);
  }

  // The last passage that begins before a place, a share of the article.
  #findIndex(share: number): number {
    const starts = this.#passages.map((passage) => this.#shareOf(passage.left, passage.width));
    return Math.max(0, starts.findLastIndex((start) => start <= share));
  }

  #shareOf(left: number, width: number): number {
    const { list, plot } = this.#layout!;
    return ((this.#around.isRtl ? list.width - left - width : left) - plot.left) / plot.width;
  }

  #setIndex(index: number): void {
    if (index === this.#index) return;
    this.#index = index;
    this.#tell();
  }

  #tell(): void {
    const slider = this.#parts.slider;
    slider.setAttribute('aria-valuenow', String(this.#index + 1));
    slider.setAttribute('aria-valuetext', this.#passages[this.#index]?.label ?? '');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const passages = this.#passages;
    const forwards = this.#around.isRtl ? 'ArrowLeft' : 'ArrowRight';
    const backwards = this.#around.isRtl ? 'ArrowRight' : 'ArrowLeft';
    const leaps: Record<string, number> = {
      [forwards]: 1, [backwards]: -1, ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -passages.length, End: passages.length,
    };
    const leap = leaps[event.key];
    if (leap !== undefined) {
      this.#setIndex(Math.max(0, Math.min(passages.length - 1, this.#index + leap)));
      const passage = passages[this.#index];
      if (passage) this.#scrollTo(this.#shareOf(passage.left, passage.width));
    } else if (event.key === 'Enter' || event.key === ' ') {
      const finding = passages[this.#index]?.finding;
      if (finding) this.#events.goTo(finding);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #scrollTo(share: number): void {
    this.#scroller.scrollTop = share * this.#whole - this.#scroller.clientHeight / 6;
    this.#ownTop = this.#scroller.scrollTop;
    this.follow();
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pressedAt = event.clientX;
    this.#isDragged = false;
    this.#parts.slider.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    if (this.#pressedAt === undefined) {
      if (event.pointerType !== 'touch') this.#hover(this.#findingAt(event));
      return;
    }
    if (Math.abs(event.clientX - this.#pressedAt) > kDrag) this.#isDragged = true;
    if (!this.#isDragged) return;
    this.#hover(null);
    this.#scroller.scrollTop = this.#shareAt(event) * this.#whole - this.#scroller.clientHeight / 2;
  }

  #onUp(event: PointerEvent): void {
    const isPress = this.#pressedAt !== undefined && !this.#isDragged;
    this.#pressedAt = undefined;
    if (!isPress) return;
    const finding = this.#findingAt(event);
    if (finding) this.#events.goTo(finding);
    else this.#scroller.scrollTop = this.#shareAt(event) * this.#whole - this.#scroller.clientHeight / 2;
  }

  #shareAt(event: PointerEvent): number {
    const box = this.#parts.slider.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (event.clientX - box.left) / Math.max(1, box.width)));
    return this.#around.isRtl ? 1 - share : share;
  }

  // What the pointer means: the nearest finding of the passage that it is at, or one so near that it cannot be anything else.
  #findingAt(event: PointerEvent): string | null {
    const { plot, findings } = this.#layout!;
    const share = this.#shareAt(event);
    const passage = this.#passages.find(({ left, width }) => {
      const start = this.#shareOf(left, width);
      return share >= start && share < start + width / plot.width;
    });
    const inside = passage ? this.#shareOf(passage.left, passage.width) : share;
    const reach = passage ? passage.width / plot.width : 0;
    let nearest: string | null = null;
    let least = Infinity;
    for (const { finding, place } of findings) {
      const away = Math.abs(place - share);
      const isMeant = away * plot.width <= kNear || (place >= inside && place <= inside + reach);
      if (isMeant && away < least) [nearest, least] = [finding, away];
    }
    return nearest;
  }

  #hover(finding: string | null): void {
    if (finding === this.#hovered) return;
    this.#hovered = finding;
    const place = this.#layout?.findings.find((it) => it.finding === finding)?.place ?? 0;
    const x = (this.#around.isRtl ? 1 - place : place) * (this.#layout?.plot.width ?? 0);
    this.#parts.anchor.style.setProperty('transform', `translateX(${x}px)`);
    this.#events.hover(finding, this.#parts.anchor);
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function place(element: HTMLElement, left: number, top: number, width: number, height: number): HTMLElement {
  for (const [name, value] of Object.entries({ left, top, width, height })) element.style.setProperty(`--${name}`, `${value}px`);
  return element;
}
