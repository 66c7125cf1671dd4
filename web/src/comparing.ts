// Other articles beside the one that is read: the core analyses them too, and the panel has a tab that sets them side by side.
//
//   const comparison = await comparing.start([new URL('tuesday.json', document.baseURI)], { around, ready, signal });
//   await comparing.start([], …);   // takes them away

import type { Comparison } from './comparison.js';
import type { Core, Outcome } from './core.js';
import { makeDeferred } from './deferred.js';
import { ArticleError, readInput, type ArticleInput } from './input.js';
import { freezeDeeply } from './report.js';
import { analyzeInSlices } from './slices.js';
import type { Source, Surroundings } from './source.js';

export interface ComparingHost {
  /** The core, once it has analysed an article. */
  analysed(): { core: Core } | undefined;
  /** The tab of the panel that is open. */
  tab(): string;
  /** Shows what the core has changed at the host's wish. */
  follow(outcome: Outcome): void;
  layoutPanel(): void;
}

export interface ComparingWish {
  around: Surroundings;
  /** Settles when there is an analysis to compare with. */
  ready: Promise<unknown>;
  signal: AbortSignal | undefined;
}

export class Comparing {
  readonly #host: ComparingHost;
  #sources: readonly Source[] = [];  // of the comparison that is shown
  #running: AbortController | undefined;

  constructor(host: ComparingHost) {
    this.#host = host;
  }

  /** Ends an earlier one. Rejects with words that name the input that is bad; the comparison there was stays then. */
  async start(inputs: readonly (ArticleInput | URL)[], { around, ready, signal: outer }: ComparingWish): Promise<Comparison | null> {
    this.#stop('another comparison was asked for');
    if (inputs.length === 0 && !this.#host.analysed()) return null;
    const running = (this.#running = new AbortController()), { signal } = running;
    if (outer?.aborted) running.abort(outer.reason);
    outer?.addEventListener('abort', () => running.abort(outer.reason), { once: true, signal });
    try {
      const sources = await orStopped(signal, Promise.all(inputs.map((input, at) => readInput(input, around, signal)
        .catch((error: unknown) => { throw nameInput(error, at, inputs.length); }))));
      await orStopped(signal, ready);
      return await this.#show(sources, running);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  /** The article that it was about is gone, and in the core the others with it. */
  end(): void {
    this.#stop('another article was asked for');
    this.#sources = [];
  }

  #stop(why: string): void {
    this.#running?.abort(new DOMException(why, 'AbortError'));
    this.#running = undefined;
  }

  async #show(sources: readonly Source[], running: AbortController): Promise<Comparison | null> {
    const found = this.#host.analysed();
    if (!found) throw new Error('there is no analysis yet: await the property `ready`');
    const { core } = found, tab = this.#host.tab();
    let refusal: unknown;
    try {
      give(core, sources);
      this.#sources = sources;
    } catch (error) {
      refusal = error;
      give(core, this.#sources);
    }
    try {
      if (this.#sources.length > 0) await analyzeInSlices(core, running.signal, () => undefined);
    } catch (error) {
      if (this.#running !== running) throw error;  // whoever stopped it has other wishes of the core
      this.#sources = [];
      give(core, []);
      this.#renew(core, tab);
      throw error;
    }
    this.#renew(core, tab);
    if (refusal) throw refusal;
    return sources.length > 0 ? freezeDeeply(core.comparison()) : null;
  }

  // While the articles changed, the tab was gone: back to it, if it was the one that was open and is there again.
  #renew(core: Core, tab: string): void {
    this.#host.follow(core.command({ action: 'activate', control: `tab:${tab}` }));
    this.#host.layoutPanel();
  }
}

// These instead of those before; throws at the first that the core does not read.
function give(core: Core, sources: readonly Source[]): void {
  core.compare();
  sources.forEach(({ bytes, format }, at) => {
    try {
      core.compare(bytes, format);
    } catch (error) {
      throw nameInput(error, at, sources.length);
    }
  });
}

function nameInput(error: unknown, at: number, of: number): unknown {
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  const which = of === 1 ? 'The article' : `Article ${at + 1} of ${of}`;
  return new ArticleError(`${which} to compare with could not be read: ${error instanceof Error ? error.message : String(error)}`);
}

function orStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = makeDeferred<never>();
  if (signal.aborted) stopped.reject(signal.reason);
  signal.addEventListener('abort', () => stopped.reject(signal.reason), { once: true });
  return Promise.race([work, stopped.promise]);
}
