// The card of one finding: where it stands, when it comes and when it goes.
//
//   card.show('s3', 'eroding', core.layoutControls('card', 320), mark);
//   card.draw(stage, devicePixelRatio);
//   card.hideSoon(() => …);   // the pointer may still be on its way to the card

import type { ControlLayout } from './core.js';
import type { Family } from './report.js';
import type { Stage } from './stage.js';
import type { View } from './view.js';

const kGap = 8;        // px between mark and card
const kPatience = 250; // ms for the pointer's way from the mark to the card

export class Card {
  readonly #view: View;
  #width = 0;
  #height = 0;
  #anchor: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  finding: string | null = null;

  constructor(view: View) {
    this.#view = view;
    view.card.addEventListener('pointerenter', () => this.stay());
  }

  get isShown(): boolean {
    return !this.#view.card.hidden;
  }

  show(finding: string, family: Family, layout: ControlLayout, anchor: HTMLElement | undefined): void {
    this.stay();
    this.#anchor?.removeAttribute('aria-details');
    this.#anchor = anchor;
    this.finding = finding;
    anchor?.setAttribute('aria-details', this.#view.card.id);
    const card = this.#view.card;
    card.dataset['family'] = family;
    card.hidden = false;
    this.#width = layout.width;
    this.#height = layout.height;
    card.style.setProperty('--width', `${layout.width}px`);
    card.style.setProperty('--height', `${layout.height}px`);
    this.place();
    if (this.#view.frame.dataset['side'] === 'bottom') this.#uncover();
  }

  // As a sheet the card leaves the words that it is about to be seen.
  #uncover(): void {
    const mark = this.#anchor?.getBoundingClientRect();
    const top = this.#view.frame.getBoundingClientRect().bottom - this.#view.card.offsetHeight;  // where it will have risen to
    const covered = mark ? mark.bottom + 2 * kGap - top : 0;
    if (covered > 0) this.#view.scroller.scrollTop += covered;
  }

  /** Below its mark if there is room, else above, else beside; never outside the reader, and not over the mark if it can be helped. */
  place(): void {
    if (!this.#anchor || this.#view.card.hidden) return;
    const frame = this.#view.frame.getBoundingClientRect();
    const mark = this.#anchor.getClientRects()[0] ?? this.#anchor.getBoundingClientRect();
    const width = this.#view.card.offsetWidth;
    const height = this.#view.card.offsetHeight;
    const isRtl = this.#view.frame.dir === 'rtl';
    const below = mark.bottom - frame.top + kGap;
    const above = mark.top - frame.top - kGap - height;
    let top = below + height <= frame.height - kGap || above < kGap ? below : above;
    let left = (isRtl ? mark.right - width : mark.left) - frame.left;
    if (top === below && below + height > frame.height - kGap) {
      const [before, behind] = [mark.left - frame.left - kGap - width, mark.right - frame.left + kGap];
      const isFree = (place: number): boolean => place >= kGap && place + width <= frame.width - kGap;
      left = (isRtl ? [before, behind] : [behind, before]).find(isFree) ?? left;
      top = mark.top - frame.top;
    }
    const within = (place: number, size: number, whole: number): number => Math.round(Math.max(kGap, Math.min(place, whole - size - kGap)));
    const style = this.#view.card.style;
    style.setProperty('--top', `${within(top, height, frame.height)}px`);
    style.setProperty('--left', `${within(left, width, frame.width)}px`);
  }

  draw(stage: Stage, dpr: number): number {
    const canvas = this.#view.cardCanvas;
    canvas.style.setProperty('width', `${Math.round(this.#width * dpr) / dpr}px`);
    canvas.style.setProperty('height', `${Math.round(this.#height * dpr) / dpr}px`);
    return stage.draw('card', canvas, 0, this.#width, this.#height, dpr);
  }

  /** The pointer has arrived: the card stays. */
  stay(): void {
    clearTimeout(this.#timer);
  }

  hideSoon(then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, kPatience);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#anchor?.removeAttribute('aria-details');
    this.#anchor = undefined;
    this.finding = null;
    this.#view.card.hidden = true;
  }
}
