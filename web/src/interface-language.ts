// The language of the interface: English is built in, Urdu, Pashto and Dari are fetched when they are asked for, and a host may bring
// words of its own, which go before those of any language.
//
//   const language = new InterfaceLanguage(view, () => layoutAgain());
//   await language.set('ur', { page: { findings: 'نتائج' } });
//   language.give(core);

import type { Core } from './core.js';
import { loadBytes } from './load-bytes.js';
import { kEnglish, makeStrings, setStrings, type PageWords } from './strings.js';
import type { View } from './view.js';

export type InterfaceTag = 'en' | 'ur' | 'ps' | 'prs';
export const kInterfaceTags: readonly InterfaceTag[] = ['en', 'ur', 'ps', 'prs'];

/** A catalogue as assets/strings/en.json is one; what it lacks is said in the interface's language, else in English. */
export type Catalogue = Readonly<Record<string, string | Readonly<Record<string, string | Readonly<Record<string, string>>>>>>;

const kNumbers = 200;  // the core wants the plural forms of 0 to 199

// import.meta.url must stay inside the expressions: bundlers find the assets by this very form.
const kAddresses: Record<Exclude<InterfaceTag, 'en'>, () => URL> = {
  ur: () => new URL('./strings/ur.json', import.meta.url),
  ps: () => new URL('./strings/ps.json', import.meta.url),
  prs: () => new URL('./strings/prs.json', import.meta.url),
};

export class InterfaceLanguage {
  readonly #view: View;
  readonly #changed: () => void;
  #tag: InterfaceTag = 'en';
  #own: Catalogue | null = null;
  #asked: { tag: InterfaceTag; own: Catalogue | null } = { tag: 'en', own: null };
  #json = '';  // as the core reads it; empty for English as it is built in
  #core: Core | undefined;

  constructor(view: View, changed: () => void) {
    this.#view = view;
    this.#changed = changed;
  }

  get tag(): InterfaceTag { return this.#tag; }
  get isRtl(): boolean { return this.#tag !== 'en'; }
  get own(): Catalogue | null { return this.#own; }

  /** Rejects when the words cannot be fetched or used; the interface stays as it was. */
  async set(tag: InterfaceTag, own: Catalogue | null): Promise<void> {
    if (tag === this.#asked.tag && own === this.#asked.own) return;
    const asked = this.#asked = { tag, own };
    const fetched = tag === 'en' ? {} : await this.#fetch(tag);
    if (asked !== this.#asked) return;  // another was asked for meanwhile
    const words = merge(merge({}, fetched), own ?? {});
    const locale = tag === 'prs' ? 'fa-AF' : tag;
    const rules = new Intl.PluralRules(locale);
    const plurals = Array.from({ length: kNumbers }, (_, n) => rules.select(n));
    const json = tag === 'en' && !own ? '' : JSON.stringify({ ...words, plurals });
    this.#core?.setStrings(json || '{}');
    [this.#tag, this.#own, this.#json] = [tag, own, json];
    const page = merge(kEnglish as unknown as Catalogue, words) as unknown as PageWords;
    setStrings(this.#view.root, makeStrings(page, locale));
    this.#turn();
    this.#changed();
  }

  async #fetch(tag: Exclude<InterfaceTag, 'en'>): Promise<Catalogue> {
    try {
      return JSON.parse(new TextDecoder().decode(await loadBytes(kAddresses[tag]()))) as Catalogue;
    } catch (error) {
      if (this.#asked.tag === tag) this.#asked = { tag: this.#tag, own: this.#own };  // it may be asked for again
      throw error;
    }
  }

  // The chrome goes the way of its language; the article, and the side that the panel is on, the article's.
  #turn(): void {
    const { frame, card, panel, toggle, status, find, introduction, keySheet } = this.#view;
    frame.lang = this.#tag;
    for (const part of [card, panel, toggle, status, find.root, introduction.root, keySheet]) {
      if (this.isRtl) part.dir = 'rtl';
      else part.removeAttribute('dir');
    }
  }

  give(core: Core): void {
    this.#core = core;
    if (this.#json) core.setStrings(this.#json);
  }
}

// Groups are merged word by word; what counts has plural forms and is taken as a whole.
function merge(below: Catalogue, above: Catalogue): Catalogue {
  const merged: Record<string, Catalogue[string]> = { ...below };
  for (const [group, words] of Object.entries(above)) {
    const known = merged[group];
    merged[group] = typeof words === 'object' && typeof known === 'object' ? { ...known, ...words } : words;
  }
  return merged;
}
