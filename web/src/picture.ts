// What is drawn, and when: the reader's context, its surfaces, and frames on demand.
//
//   const picture = new Picture({ article, panel, card }, { lost() {…}, restored() {…} });
//   if (picture.open(core)) picture.redraw('article', 'panel');
//   picture.close();

import type { Core, Surface } from './core.js';
import { Frames } from './frames.js';
import { Stage, type StageEvents } from './stage.js';

/** Something that can be drawn on a stage; draw returns milliseconds to the next frame it wants, or −1. */
export interface Drawable {
  readonly isShown: boolean;
  draw(stage: Stage, dpr: number): number;
}

export class Picture {
  readonly #surfaces: Readonly<Record<Surface, Drawable>>;
  readonly #events: StageEvents;
  readonly #frames = new Frames(() => this.drawDirty());
  readonly #dirty = new Set<Surface>();
  #stage: Stage | undefined;
  #startedOn: Core | undefined;
  #isVisible = false;

  constructor(surfaces: Readonly<Record<Surface, Drawable>>, events: StageEvents) {
    this.#surfaces = surfaces;
    this.#events = events;
  }

  /** There is a context to draw with, or one that the browser took and may give back. */
  get isOpen(): boolean {
    return this.#stage !== undefined;
  }

  get isDrawing(): boolean {
    return this.#stage !== undefined && !this.#stage.isLost;
  }

  /** Takes a context for the core; false where the browser has none to give. */
  open(core: Core): boolean {
    this.#stage ??= Stage.make(core, this.#startedOn === core, {
      lost: () => {
        if (this.#stage?.isReleased) this.#stage = undefined;
        this.#events.lost();
      },
      restored: () => this.#events.restored(),
    });
    if (this.#stage) this.#startedOn = core;
    return this.#stage !== undefined;
  }

  /** Gives the context back at once. */
  close(): void {
    this.#frames.cancel();
    this.#dirty.clear();
    const stage = this.#stage;
    this.#stage = undefined;  // first, so that nobody hears of a loss that was wished for
    stage?.release();
  }

  setVisible(isVisible: boolean): void {
    if (isVisible && !this.#isVisible) {
      this.#stage?.see();
      this.#frames.request();
    }
    this.#isVisible = isVisible;
  }

  /** Draws the surfaces again before the next paint. */
  redraw(...surfaces: Surface[]): void {
    if (!this.isDrawing) return;
    for (const surface of surfaces) this.#dirty.add(surface);
    if (this.#dirty.size > 0 && this.#isVisible) this.#frames.request();
  }

  /** Draws what is out of date at once, so that no stale frame is seen. */
  drawDirty(): void {
    if (!this.isDrawing || !this.#isVisible) return;
    const surfaces = [...this.#dirty];
    this.#dirty.clear();
    for (const surface of surfaces) this.drawNow(surface);
  }

  drawNow(surface: Surface): void {
    if (!this.#stage || !this.isDrawing || !this.#surfaces[surface].isShown) return;
    const next = this.#surfaces[surface].draw(this.#stage, globalThis.devicePixelRatio || 1);
    if (next < 0) return;
    this.#dirty.add(surface);
    this.#frames.requestIn(next);
  }
}
