// The attributes of <faultline-reader> as properties: what is set is the attribute, what is read is a name or number that is allowed.
//
//   class FaultlineReader extends ReaderAttributes { … }

import { oneOf } from './element-parts.js';
import { kInterfaceTags, type InterfaceTag } from './interface-language.js';
import type { PanelSide } from './panel.js';
import type { RenderWish } from './reader-events.js';
import { readAlign, readNumber, toAlign, toAttribute, type Align } from './typography.js';

export type Theme = 'auto' | 'light' | 'dark' | 'sepia' | 'contrast' | 'night';
export type Highlights = 'all' | 'issues' | 'eroding' | 'building' | 'none';

const kThemes: readonly Theme[] = ['auto', 'light', 'dark', 'sepia', 'contrast', 'night'];
const kHighlights: readonly Highlights[] = ['all', 'issues', 'eroding', 'building', 'none'];
const kSides: readonly PanelSide[] = ['end', 'start', 'bottom', 'none'];
const kLoading = ['lazy', 'eager', 'manual'] as const;
const kRender: readonly RenderWish[] = ['auto', 'canvas', 'dom'];
const kIntro = ['off', 'on'] as const;
const kShortcuts = ['on', 'off'] as const;
// Node has no HTMLElement; there the module is imported for `analyze` alone.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

export class ReaderAttributes extends Base {
  get src(): string { return this.getAttribute('src') ?? ''; }
  set src(value: string) { this.setAttribute('src', value); }
  get theme(): Theme { return oneOf(kThemes, this.getAttribute('theme')); }
  set theme(value: Theme) { this.setAttribute('theme', value); }
  get loading(): (typeof kLoading)[number] { return oneOf(kLoading, this.getAttribute('loading')); }
  set loading(value: (typeof kLoading)[number]) { this.setAttribute('loading', value); }
  get render(): RenderWish { return oneOf(kRender, this.getAttribute('render')); }
  set render(value: RenderWish) { this.setAttribute('render', value); }
  get highlights(): Highlights { return oneOf(kHighlights, this.getAttribute('highlights')); }
  set highlights(value: Highlights) { this.setAttribute('highlights', value); }
  get panel(): PanelSide { return oneOf(kSides, this.getAttribute('panel')); }
  set panel(value: PanelSide) { this.setAttribute('panel', value); }
  get fontSize(): number { return readNumber(this, 'font-size'); }
  set fontSize(value: number) { this.setAttribute('font-size', toAttribute('font-size', value)); }
  /** serif, sans, naskh, nastaliq (for what is in Arabic script), or the address of a TrueType file. */
  get font(): string { return this.getAttribute('font') ?? 'serif'; }
  set font(value: string) { this.setAttribute('font', value); }
  /** The address of hyphenation patterns for the article's language; empty for none. */
  get hyphenation(): string { return this.getAttribute('hyphenation') ?? ''; }
  set hyphenation(value: string) { this.setAttribute('hyphenation', value); }
  get lineHeight(): number { return readNumber(this, 'line-height'); }
  set lineHeight(value: number) { this.setAttribute('line-height', toAttribute('line-height', value)); }
  /** Characters a line, at most. */
  get measure(): number { return readNumber(this, 'measure'); }
  set measure(value: number) { this.setAttribute('measure', toAttribute('measure', value)); }
  /** Single keys (n, p, i, /, ?), which work while the reader has the focus. */
  get shortcuts(): 'on' | 'off' { return oneOf(kShortcuts, this.getAttribute('shortcuts')); }
  set shortcuts(value: 'on' | 'off') { this.setAttribute('shortcuts', value); }
  /** Three steps for who has not seen a reader before; off unless the host asks for it. */
  get intro(): 'on' | 'off' { return oneOf(kIntro, this.getAttribute('intro')); }
  set intro(value: 'on' | 'off') { this.setAttribute('intro', value); }
  get paragraphSpacing(): number { return readNumber(this, 'paragraph-spacing'); }
  set paragraphSpacing(value: number) { this.setAttribute('paragraph-spacing', toAttribute('paragraph-spacing', value)); }
  get align(): Align { return readAlign(this); }
  set align(value: Align) { this.setAttribute('align', toAlign(value)); }

  /** The language of the interface: en, ur, ps or prs. The article has its own. */
  get uiLang(): InterfaceTag { return oneOf(kInterfaceTags, this.getAttribute('ui-lang')); }
  set uiLang(value: InterfaceTag) { this.setAttribute('ui-lang', value); }
  /** local: what the person has chosen is stored in this browser, under a key of the article's own. Nothing is stored otherwise. */
  get persist(): 'none' | 'local' { return this.getAttribute('persist') === 'local' ? 'local' : 'none'; }
  set persist(value: 'none' | 'local') { this.setAttribute('persist', value); }
}
