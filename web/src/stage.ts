// One WebGL 2 context of a reader, off screen, and how its pixels reach the visible canvases.
//
//   const stage = Stage.make(core, { lost() {…}, restored() {…} });   // undefined without WebGL 2
//   const next = stage?.draw('article', canvas, 0, 640, 1800, 2);
//
// The context is not in the tree: article, panel and card share it, and a canvas that scrolls keeps its picture
// while the context draws something else or is gone. Of the ways to show its pixels, drawImage from an OffscreenCanvas
// into a 2D canvas was the quickest (940 × 2160 pixels, software GL, Chromium 156: 8 ms from the call to the next frame;
// 10 from a detached canvas, 16 by createImageBitmap, 17 by transferToImageBitmap, and 17 for a visible WebGL canvas).

import type { Core, Surface } from './core.js';
import { dropContext, holdContext } from './contexts.js';

export interface StageEvents {
  lost(): void;
  restored(): void;
}

const kAttributes: WebGLContextAttributes = {
  alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
};

export class Stage {
  readonly #core: Core;
  readonly #events: StageEvents;
  readonly #canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #handle: number;
  readonly #listening = new AbortController();
  #lost = false;
  #released = false;

  /** A context for the core, or undefined where the browser has none to give. */
  static make(core: Core, hadContext: boolean, events: StageEvents): Stage | undefined {
    // Some engines have an OffscreenCanvas that WebGL is not given on (WebKitGTK 2.50, Safari before 17).
    const offscreen = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : undefined;
    for (const canvas of [offscreen, document.createElement('canvas')]) {
      const gl = canvas?.getContext('webgl2', kAttributes) as WebGL2RenderingContext | null | undefined;
      if (canvas && gl) return new Stage(core, hadContext, events, canvas, gl);
    }
    return undefined;
  }

  private constructor(core: Core, hadContext: boolean, events: StageEvents, canvas: OffscreenCanvas | HTMLCanvasElement,
                      gl: WebGL2RenderingContext) {
    this.#core = core;
    this.#events = events;
    this.#canvas = canvas;
    this.#gl = gl;
    this.#handle = core.module.GL.registerContext(gl, { majorVersion: 2, minorVersion: 0 });
    core.module.GL.makeContextCurrent(this.#handle);
    if (hadContext) core.restoreGl();
    else core.startGl();
    const signal = this.#listening.signal;
    canvas.addEventListener('webglcontextlost', (event) => this.#onLost(event), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#onRestored(), { signal });
    holdContext(this);
  }

  get isLost(): boolean {
    return this.#lost || this.#released;
  }

  get isReleased(): boolean {
    return this.#released;
  }

  /** The reader came into view: its context is the last to be taken. */
  see(): void {
    if (!this.#released) holdContext(this);
  }

  /** Draws a stretch of a surface and shows it; returns milliseconds to the next frame wanted, or −1. */
  draw(surface: Surface, target: HTMLCanvasElement, top: number, width: number, height: number, dpr: number): number {
    if (this.isLost) return -1;
    const w = Math.max(1, Math.round(width * dpr));
    const h = Math.max(1, Math.round(height * dpr));
    // Growing only: a resize reallocates the framebuffer, and the core draws into its lower left corner.
    if (this.#canvas.width < w) this.#canvas.width = w;
    if (this.#canvas.height < h) this.#canvas.height = h;
    this.#core.module.GL.makeContextCurrent(this.#handle);
    const next = this.#core.frame(surface, top, width, height, dpr);
    if (target.width !== w) target.width = w;
    if (target.height !== h) target.height = h;
    target.getContext('2d', { alpha: false })?.drawImage(this.#canvas, 0, this.#canvas.height - h, w, h, 0, 0, w, h);
    return next;
  }

  /** Largest height in device pixels that can be drawn at once. */
  get mostPixels(): number {
    return Math.min(8192, this.#gl.getParameter(this.#gl.MAX_RENDERBUFFER_SIZE) as number);
  }

  /** Gives the context back to the browser at once instead of when memory is next collected. */
  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#listening.abort();
    dropContext(this);
    if (!this.#lost) this.#core.loseGl();
    this.#core.module.GL.deleteContext(this.#handle);
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
    this.#events.lost();
  }

  #onLost(event: Event): void {
    event.preventDefault();  // without it the browser never restores the context
    this.#lost = true;
    this.#core.loseGl();
    this.#events.lost();
  }

  #onRestored(): void {
    this.#lost = false;
    this.#core.module.GL.makeContextCurrent(this.#handle);
    this.#core.restoreGl();
    this.#events.restored();
  }
}
