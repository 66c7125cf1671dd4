// Hyphenation patterns that a page hands in: fetched once a page, given to the core, and done without if they cannot be had.
//
//   const hyphenation = new HyphenationFile(() => layoutAnew());
//   hyphenation.give(core);
//   hyphenation.setAddress(new URL('hyph-en.tex', document.baseURI));

import type { Core } from './core.js';
import { loadBytes } from './load-bytes.js';

const loading = new Map<string, Promise<Uint8Array>>();

function load(address: URL): Promise<Uint8Array> {
  let bytes = loading.get(address.href);
  if (!bytes) {
    bytes = loadBytes(address);
    bytes.catch(() => loading.delete(address.href));
    loading.set(address.href, bytes);
  }
  return bytes;
}

export class HyphenationFile {
  readonly #arrived: () => void;
  #core: Core | undefined;
  #address: URL | undefined;

  /** `arrived` is told when words can be hyphenated, or no longer. */
  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  give(core: Core): void {
    this.#core = core;
    if (this.#address) void this.#apply(this.#address);
  }

  setAddress(address: URL | undefined): void {
    if (this.#address?.href === address?.href) return;
    this.#address = address;
    if (this.#core) void this.#apply(address);
  }

  async #apply(address: URL | undefined): Promise<void> {
    try {
      const patterns = address ? await load(address) : new Uint8Array();
      if (address?.href !== this.#address?.href || !this.#core) return;  // another was asked for meanwhile
      this.#core.setHyphenation(patterns);
      this.#arrived();
    } catch (error) {
      console.warn(`hyphenation: ${address?.pathname}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
