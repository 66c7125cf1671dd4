// The C interface of the core (src/host/faultline.h) as a TypeScript class: strings and objects in, objects out.
//
//   const core = await openCore();
//   core.addModel(bytes);
//   core.load(new TextEncoder().encode('Kabul rejected the request.'), 'text');
//   while (!core.analyze(400).counts);
//   console.log(core.report().signals);
//   core.destroy();
//
// The wasm memory may grow in any call, so no view of it outlives one.

import type { ArticleLayout, MarkedFinding, SetBlock, TextBlock } from './article-layout.js';
import type { Comparison } from './comparison.js';
import type { Family, Report } from './report.js';

export type Surface = 'article' | 'panel' | 'card' | 'curve';
export type Format = 'auto' | 'text' | 'markdown' | 'json';
export type ExportName = 'json' | 'jsonld' | 'csv' | 'text' | 'md' | 'html' | 'corrections' | 'comparison';
/** As in src/host/faultline.h: serif, serif bold, sans, … the page's own. */
export type FontRole = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
export const kOwnRole = 12;

const kFormats: Record<Format, number> = { auto: 0, text: 1, markdown: 2, json: 3 };
const kSurfaces: Record<Surface, number> = { article: 0, panel: 1, card: 2, curve: 3 };

/** What Emscripten's glue gives; only what is used here. */
export interface CoreModule {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly GL: {
    registerContext(context: WebGL2RenderingContext, attributes: { majorVersion: 2; minorVersion: 0 }): number;
    makeContextCurrent(handle: number): boolean;
    deleteContext(handle: number): void;
  };
  _fl_version(): number;
  _fl_create(): number;
  _fl_destroy(session: number): void;
  _fl_input(session: number, length: number): number;
  _fl_answer_length(session: number): number;
  _fl_load(session: number, length: number, format: number): number;
  _fl_add_model(session: number, length: number): number;
  _fl_analyze(session: number, words: number): number;
  _fl_compare(session: number, length: number, format: number): number;
  _fl_export(session: number, length: number): number;
  _fl_add_rules(session: number, length: number): number;
  _fl_set_strings(session: number, length: number): number;
  _fl_add_corrections(session: number, length: number): number;
  _fl_add_font(session: number, length: number, role: number): number;
  _fl_set_hyphenation(session: number, length: number): number;
  _fl_set_preferences(session: number, length: number): number;
  _fl_layout(session: number, surface: number, width: number): number;
  _fl_places(session: number): number;
  _fl_text_layer(session: number, first: number, last: number): number;
  _fl_marks(session: number): number;
  _fl_gl_start(session: number): number;
  _fl_gl_lost(session: number): void;
  _fl_gl_restored(session: number): number;
  _fl_frame(session: number, surface: number, top: number, width: number, height: number, dpr: number): number;
  _fl_command(session: number, length: number): number;
  _fl_find(session: number, length: number): number;
  _fl_found(session: number, first: number, last: number): number;
}

export interface LoadedArticle {
  title: string;
  lang: string;
  text: string;
  /** The rules serve its language; else there is nothing to find, and no model needed. */
  served: boolean;
  /** It goes from right to left. */
  rtl?: boolean;
  blocks: TextBlock[];
}
export interface Counts {
  issues: number;
  eroding: number;
  building: number;
}
export interface Control {
  id: string;
  role: 'button' | 'checkbox' | 'heading' | 'text' | 'link' | 'tab';
  label: string;
  left: number;
  top: number;
  width: number;
  height: number;
  pressed?: boolean;
  finding?: string;
  level?: number;
  /** Of a button that unfolds what stands below it. */
  expanded?: boolean;
}
export interface ControlLayout {
  width: number;
  height: number;
  controls: Control[];
}
/** What to search, from a UTF-16 unit of the text on; or to go on to the next place, or back. */
export type FindRequest = { query: string; from?: number; matchCase?: boolean; matchMarks?: boolean; wholeWord?: boolean } | { by: 1 | -1 };
export interface FoundText {
  count: number;
  /** The place that the person is at, counted from 0, and where it is; null when nothing is found. */
  current: number | null;
  start?: number;
  end?: number;
  /** Along the article, 0 to 1. */
  places: number[];
}
/** The trust curve; plot and marks are on the sides of an article from left to right. */
export interface CurveLayout {
  /** With a button for each passage that has something to show. */
  list: ControlLayout;
  plot: { left: number; top: number; width: number; height: number };
  marks: { family: Family; hollow?: boolean; left: number; top: number; width: number; height: number }[];
  /** Those that are shown, and where along the article, 0 to 1. */
  findings: { finding: string; place: number }[];
}
export interface Preferences {
  theme?: 'light' | 'dark' | 'sepia' | 'contrast' | 'night';
  fontSize?: number;
  lineHeight?: number;
  measure?: number;
  paragraphSpace?: number;
  justify?: boolean;
  font?: 'serif' | 'sans' | 'own';
  arabic?: 'naskh' | 'nastaliq' | 'auto';
  dpr?: number;
  highlights?: 'all' | 'issues' | 'eroding' | 'building' | 'none';
  panel?: boolean;
  coarse?: boolean;
}
export type FindingKind = 'all' | 'issue' | 'eroding' | 'building';
export type Action =
  | { action: 'activate'; control: string }
  | { action: 'hover' | 'select'; finding: string | null }
  | { action: 'next' | 'previous'; kind: FindingKind }
  | { action: 'filter'; off: readonly string[]; only: readonly string[] }
  | { action: 'correct'; finding: string; change: object };
export interface Outcome {
  redraw: Surface[];
  relayout: Surface[];
  /** A passage, of a finding or of what is not marked. */
  goTo: { finding: string | null; start: number; end: number } | null;
  selected: string | null;
  card: { finding: string; width: number; height: number } | null;
  tab: string;
  /** This action has changed the filter, or a correction. */
  filtered: boolean;
  corrected: boolean;
  canUndo: boolean;
  canRedo: boolean;
  off: string[];
  only: string[];
}

/** An error the core answered with: what is wrong, where, and what was expected. */
export class CoreError extends Error {
  readonly code: string;
  readonly where: string;
  constructor(error: { code: string; message: string; where?: unknown }) {
    super(error.message);
    this.name = 'CoreError';
    this.code = error.code;
    this.where = String(error.where ?? '');
  }
}

type Envelope<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string; where?: unknown } };

const kEncoder = new TextEncoder();
const kDecoder = new TextDecoder();

export class Core {
  readonly #module: CoreModule;
  #session: number;
  #hasModel = false;
  #blocks: readonly TextBlock[] = [];

  constructor(module: CoreModule) {
    this.#module = module;
    this.#session = module._fl_create();
  }

  get module(): CoreModule { return this.#module; }

  get version(): string {
    const heap = this.#module.HEAPU8;
    const start = this.#module._fl_version();
    return kDecoder.decode(heap.slice(start, heap.indexOf(0, start)));
  }

  get hasModel(): boolean { return this.#hasModel; }

  addModel(bytes: Uint8Array): void {
    this.#answer(this.#module._fl_add_model(this.#session, this.#give(bytes)));
    this.#hasModel = true;
  }

  /** The article can be laid out and drawn at once; `analyze` then finds what is in it. */
  load(bytes: Uint8Array, format: Format): LoadedArticle {
    const length = this.#give(bytes);
    const loaded = this.#answer<LoadedArticle>(this.#module._fl_load(this.#session, length, kFormats[format]));
    this.#blocks = loaded.blocks;
    return loaded;
  }

  /** The next piece of the analysis: at least so many words parsed, or one later stage done. `counts` come with the last one. */
  analyze(words: number): { progress: number; counts?: Counts } {
    return this.#answer(this.#module._fl_analyze(this.#session, words));
  }

  report(): Report { return this.#answer(this.#module._fl_export(this.#session, this.#giveText('json'))); }
  /** Of the signals; every other finding is an issue. */
  families(): Record<string, Family> { return this.#answer(this.#module._fl_export(this.#session, this.#giveText('families'))); }
  comparison(): Comparison { return this.#answer(this.#module._fl_export(this.#session, this.#giveText('comparison'))); }

  /** One more article to compare the loaded one with, which `analyze` then goes on with; without bytes all are taken away. */
  compare(bytes: Uint8Array = new Uint8Array(), format: Format = 'auto'): void {
    this.#answer(this.#module._fl_compare(this.#session, this.#give(bytes), kFormats[format]));
  }

  /** The file as the command-line tool prints it, byte for byte. */
  export(name: ExportName): string {
    const raw = this.#rawAnswer(this.#module._fl_export(this.#session, this.#giveText(name)));
    const value = openEnvelope<unknown>(raw);
    // The envelope holds the report's own bytes: parsing and printing anew could change them.
    const printed = raw.slice(kReportStart.length, raw.lastIndexOf('}'));
    return typeof value === 'string' ? value : printed.endsWith('\n') ? printed : `${printed}\n`;
  }

  addRules(bytes: Uint8Array): void { this.#answer(this.#module._fl_add_rules(this.#session, this.#give(bytes))); }

  /** The interface's words in another language. */
  setStrings(json: string): void {
    this.#answer(this.#module._fl_set_strings(this.#session, this.#giveText(json)));
  }

  /** Lost: the words of those whose finding is in the article no longer. */
  addCorrections(json: string): { outcome: Outcome; lost: string[] } {
    return this.#answer(this.#module._fl_add_corrections(this.#session, this.#giveText(json)));
  }

  addFont(bytes: Uint8Array, role: FontRole): void {
    this.#answer(this.#module._fl_add_font(this.#session, this.#give(bytes), role));
  }

  /** Patterns of the article's language; none with an empty list. */
  setHyphenation(patterns: Uint8Array): void {
    this.#answer(this.#module._fl_set_hyphenation(this.#session, this.#give(patterns)));
  }

  setPreferences(preferences: Preferences): { relayout: boolean; remark: boolean; redraw: boolean } {
    return this.#answer(this.#module._fl_set_preferences(this.#session, this.#giveText(JSON.stringify(preferences))));
  }

  layoutArticle(width: number): ArticleLayout {
    const page = this.#answer<Omit<ArticleLayout, 'blocks' | 'places'>>(this.#module._fl_layout(this.#session, kSurfaces.article, width));
    const places = new Float32Array(this.#bytes(this.#module._fl_places(this.#session)).buffer);
    return { ...page, blocks: this.#blocks, places };
  }

  /** The blocks [first, last) of the layout that was asked for last, with the marks that are switched on now. */
  textLayer(first: number, last: number): SetBlock[] {
    return this.#answer(this.#module._fl_text_layer(this.#session, first, last));
  }

  /** The findings that are switched on now, in reading order. */
  marks(): MarkedFinding[] {
    return this.#answer(this.#module._fl_marks(this.#session));
  }

  layoutControls(surface: 'panel' | 'card', width: number): ControlLayout {
    return this.#answer(this.#module._fl_layout(this.#session, kSurfaces[surface], width));
  }

  /** Of the article as it was laid out last. */
  layoutCurve(width: number): CurveLayout {
    return this.#answer(this.#module._fl_layout(this.#session, kSurfaces.curve, width));
  }

  command(action: Action): Outcome {
    return this.#answer(this.#module._fl_command(this.#session, this.#giveText(JSON.stringify(action))));
  }

  find(request: FindRequest): FoundText {
    return this.#answer(this.#module._fl_find(this.#session, this.#giveText(JSON.stringify(request))));
  }

  /** Where the places found begin and end, from number `first` to before number `last`. */
  found(first: number, last: number): [number, number][] {
    return this.#answer(this.#module._fl_found(this.#session, first, last));
  }

  startGl(): void {
    this.#answer(this.#module._fl_gl_start(this.#session));
  }

  loseGl(): void {
    this.#module._fl_gl_lost(this.#session);
  }

  restoreGl(): void {
    this.#answer(this.#module._fl_gl_restored(this.#session));
  }

  /** Draws a stretch of a surface into the current framebuffer; returns milliseconds to the next frame, or −1. */
  frame(surface: Surface, top: number, width: number, height: number, dpr: number): number {
    return this.#module._fl_frame(this.#session, kSurfaces[surface], top, width, height, dpr);
  }

  destroy(): void {
    if (this.#session !== 0) this.#module._fl_destroy(this.#session);
    this.#session = 0;
  }

  #give(bytes: Uint8Array): number {
    const start = this.#module._fl_input(this.#session, bytes.length);
    if (start === 0) throw new CoreError({ code: 'OutOfMemory', message: `no memory for ${bytes.length} bytes` });
    this.#module.HEAPU8.set(bytes, start);
    return bytes.length;
  }

  #giveText(text: string): number {
    return this.#give(kEncoder.encode(text));
  }

  // A copy: the memory may grow, and TextDecoder refuses views of one that can in some engines.
  #bytes(start: number): Uint8Array<ArrayBuffer> {
    return this.#module.HEAPU8.slice(start, start + this.#module._fl_answer_length(this.#session));
  }

  #rawAnswer(start: number): string {
    return kDecoder.decode(this.#bytes(start));
  }

  #answer<T>(start: number): T {
    return openEnvelope<T>(this.#rawAnswer(start));
  }
}

const kReportStart = '{"ok":true,"value":';

function openEnvelope<T>(raw: string): T {
  const envelope = JSON.parse(raw) as Envelope<T>;
  if (!envelope.ok) throw new CoreError(envelope.error);
  return envelope.value;
}
