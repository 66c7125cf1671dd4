// Frames on demand: at most one callback pending, none when nothing changed.
//
//   const frames = new Frames(() => draw());
//   frames.request();        // once, before the next paint
//   frames.requestIn(400);   // later, for a fading highlight
//   frames.cancel();

export class Frames {
  readonly #run: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  request(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#run();
    });
  }

  requestIn(milliseconds: number): void {
    if (milliseconds < 0) return;
    if (milliseconds === 0) return this.request();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.request(), milliseconds);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
  }
}

/** Settles when what is in the document now has been painted; at once where nothing is painted (a hidden page). */
export function afterPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    // The timer is for a page that is hidden before its frame comes; whichever is first wins.
    const timer = setTimeout(resolve, 200);
    requestAnimationFrame(() => setTimeout(() => {
      clearTimeout(timer);
      resolve();
    }));
  });
}
