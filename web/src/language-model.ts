// The language model: an asset of its own beside the core, fetched once a page; all readers share its bytes.
//
//   const coming = fetchModel();       // early, while the core is on its way
//   await giveModel(core, coming, signal);     // throws a ModelError in words

import type { Core } from './core.js';
import { loadBytes } from './load-bytes.js';
import { letOthersWork } from './slices.js';

/** The model could not be had, or not be used; the message says why. */
export class ModelError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ModelError';
  }
}

// import.meta.url must stay inside the expression: bundlers find the asset by this very form.
const kModelUrl = (): URL => new URL('./english.flm', import.meta.url);

let fetched: Promise<Uint8Array> | undefined;

/** Text, core and typefaces go first on the network: without the model the article can be read, without them it cannot be drawn. */
export function fetchModel(): Promise<Uint8Array> {
  fetched ??= loadBytes(kModelUrl(), 'low');
  fetched.catch(forgetModel);
  return fetched;
}

/** Does nothing to a core that has its model. A signal that is aborted is obeyed before the core is touched: it may be gone. */
export async function giveModel(core: Core, coming: Promise<Uint8Array>, signal: AbortSignal | undefined): Promise<void> {
  const bytes = await coming.catch((error: unknown) => refuse(error));
  // The frame that shows the article goes first.
  if (!core.hasModel) await letOthersWork();
  signal?.throwIfAborted();
  if (core.hasModel) return;
  try {
    core.addModel(bytes);
  } catch (error) {
    refuse(error);
  }
}

function refuse(error: unknown): never {
  forgetModel();
  throw new ModelError(error);
}

// What failed may be tried again with the next article.
function forgetModel(): void {
  fetched = undefined;
}
