// A canvas of about three views that the browser scrolls inside its scroller; it is drawn anew only when what it
// covers runs out, so that most scrolling costs no drawing at all.
//
//   const surface = new ScrollSurface('article', scroller, page, canvas);
//   surface.setSize(width, height);
//   if (!surface.isCovering()) surface.draw(stage, devicePixelRatio);

import type { Surface } from './core.js';
import type { Stage } from './stage.js';

const kViews = 3;      // views drawn at once
const kMargin = 0.25;  // of a view left when the next stretch is drawn

export class ScrollSurface {
  readonly #surface: Surface;
  readonly #scroller: HTMLElement;
  readonly #page: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  #width = 0;
  #height = 0;
  #top = 0;
  #bottom = 0;

  constructor(surface: Surface, scroller: HTMLElement, page: HTMLElement, canvas: HTMLCanvasElement) {
    this.#surface = surface;
    this.#scroller = scroller;
    this.#page = page;
    this.#canvas = canvas;
  }

  get isShown(): boolean {
    return this.#scroller.clientHeight > 0 && this.#width > 0;
  }

  setSize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
    this.#page.style.setProperty('height', `${height}px`);
    this.#bottom = this.#top;  // nothing drawn yet covers the new size
  }

  /** The canvas shows what is in view, with some margin. */
  isCovering(): boolean {
    const view = this.#scroller.clientHeight;
    const top = this.#scroller.scrollTop;
    const full = this.#fullHeight();
    const above = this.#top <= 0 || top - kMargin * view >= this.#top;
    const below = this.#bottom >= full || top + view + kMargin * view <= this.#bottom;
    return above && below && this.#bottom > this.#top;
  }

  draw(stage: Stage, dpr: number): number {
    const view = this.#scroller.clientHeight;
    const full = this.#fullHeight();
    const height = Math.min(full, Math.max(view, Math.min(kViews * view, Math.floor(stage.mostPixels / dpr))));
    const wished = this.#scroller.scrollTop - (height - view) / 2;
    const top = Math.round(Math.min(Math.max(0, wished), full - height) * dpr) / dpr;
    this.#top = top;
    this.#bottom = top + height;
    this.#canvas.style.setProperty('top', `${top}px`);
    this.#canvas.style.setProperty('width', `${Math.round(this.#width * dpr) / dpr}px`);
    this.#canvas.style.setProperty('height', `${Math.round(height * dpr) / dpr}px`);
    return stage.draw(this.#surface, this.#canvas, top, this.#width, height, dpr);
  }

  /** Lets go of the pixels; nothing is drawn until it is given a size again. */
  clear(): void {
    this.#canvas.width = this.#canvas.height = 0;
    this.#width = 0;
    this.#bottom = this.#top;
  }

  // A short text still has the view's whole background.
  #fullHeight(): number {
    return Math.max(this.#height, this.#scroller.clientHeight);
  }
}
