// <faultline-reader>: an article with its disputed issues and trust signals, read on the reader's own machine.
//
//   <script type="module" src="faultline-reader.js"></script>
//   <faultline-reader src="article.json" theme="auto"><article>…</article></faultline-reader>
//
// Attributes, properties, events and the life cycle; reader.ts does the work, custom-elements.json lists the interface. Without a DOM (Node, a worker) the class can be imported but not constructed.

import type { ExportName, FindingKind, Preferences } from './core.js';
import type { CorrectionChange } from './choices.js';
import type { Comparison } from './comparison.js';
import { makeDeferred } from './deferred.js';
import { setCustomState } from './element-parts.js';
import { afterPaint } from './frames.js';
import type { FindOptions, FindResult } from './find.js';
import { readInput, type ArticleInput } from './input.js';
import type { Catalogue } from './interface-language.js';
import type { Locator } from './locator.js';
import { ReaderAttributes, type Highlights, type Theme } from './reader-attributes.js';
import { ModelError } from './language-model.js';
import { Reader } from './reader.js';
import type { RenderMode } from './reader-events.js';
import type { ArticleDocument, Finding, Report } from './report.js';
import { takeSnapshot } from './snapshot.js';
import { readFilter, type Filter, type SavedState } from './saved-state.js';
import type { Source } from './source.js';
import { stringsOf } from './strings.js';
import { applyToFlow, readTypography } from './typography.js';
import { makeView, type View } from './view.js';

export type ReaderState = 'idle' | 'loading' | 'ready' | 'degraded' | 'error';
const kRoomForPanel = 900;  // px of the element's own width, whatever the window's
const kProperties = ['src', 'article', 'theme', 'loading', 'render', 'highlights', 'panel', 'font', 'fontSize', 'lineHeight', 'measure',
  'paragraphSpacing', 'align', 'hyphenation', 'shortcuts', 'intro', 'persist', 'filter', 'uiLang', 'strings'] as const;

export class FaultlineReader extends ReaderAttributes {
  static readonly observedAttributes = ['src', 'theme', 'loading', 'render', 'highlights', 'panel', 'font', 'font-size', 'line-height',
    'measure', 'paragraph-spacing', 'align', 'hyphenation', 'shortcuts', 'intro', 'persist', 'ui-lang', 'lang', 'dir'];

  readonly #view: View;
  readonly #reader: Reader;
  readonly #internals = this.attachInternals();
  #connection: AbortController | undefined;
  #loadingNow: AbortController | undefined;
  #given: ArticleInput | null = null;
  #strings: Catalogue | null = null;
  #state: ReaderState = 'idle';
  #progress = 0;
  #isNear = false;
  #ready = makeDeferred<FaultlineReader>();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#view = makeView(root);
    this.#reader = new Reader(this.#view, {
      select: (finding) => this.#emit('faultline-select', { finding, id: finding.id }, true),
      found: (result) => this.#emit('faultline-find', result),
      relocated: (place) => this.#emit('faultline-relocate', place),
      selected: (selection) => this.#emit('faultline-selection', selection),
      follow: (href, text) => this.#emit('faultline-link', { href, text }, true),
      modeChanged: (mode) => this.#onMode(mode),
      degraded: (reason) => this.#degrade(reason),
      progress: (share) => this.#tellProgress(share),
      filtered: (filter) => this.#emit('faultline-filter', { filter }),
      corrected: (corrections) => this.#emit('faultline-correct', { corrections }),
    });
    // A slotted article that arrives or changes late is read again, unless another source was named.
    this.#view.slot.addEventListener('slotchange', () => this.#onSlot());
  }

  connectedCallback(): void {
    for (const name of kProperties) this.#upgrade(name);
    if (this.#connection) return;  // moved within the document: nothing was given up
    const connection = new AbortController();
    this.#connection = connection;
    this.#watch(connection.signal);
    this.#applyPreferences();
    this.#reader.connect();
    if (this.loading === 'eager') this.#start();
  }

  disconnectedCallback(): void {
    // A move within the document disconnects and connects in one go: only a real departure gives things up.
    queueMicrotask(() => {
      if (this.isConnected || !this.#connection) return;
      this.#connection.abort();
      this.#connection = undefined;
      this.#isNear = false;
      this.#reader.disconnect();
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.#connection) return;
    if (name === 'src') {
      this.#given = null;
      this.#state = 'idle';
      if (this.loading !== 'manual' && (this.#isNear || this.loading === 'eager')) this.#start();
    } else this.#applyPreferences();
  }

  /** Words of the host's own, before those of any language: any part of assets/strings/en.json; null for none. */
  get strings(): Catalogue | null { return this.#strings; }
  set strings(value: Catalogue | null) {
    this.#strings = value;
    if (this.#connection) this.#applyLanguage();
  }
  /** The article itself instead of an address: its text or a `faultline.article/1` document. */
  get article(): ArticleInput | null { return this.#given; }
  set article(value: ArticleInput | null) {
    this.#given = value;
    this.#state = 'idle';
    if (this.#connection && value !== null && this.loading !== 'manual') this.#start();
  }

  /** The report of the analysis, frozen; null until there is one. */
  get analysis(): Report | null { return this.#reader.report; }
  get state(): ReaderState { return this.#state; }
  /** How far the article is on its way to its findings: 0 to 1. The event `progress` tells of each step. */
  get progress(): number { return this.#progress; }
  get renderMode(): RenderMode { return this.#reader.mode; }
  /** Settles when the article can be read with its highlights; rejects if it cannot. */
  get ready(): Promise<FaultlineReader> { return this.#ready.promise; }
  /** Version of the core, empty until it is loaded. */
  get version(): string { return this.#reader.version; }

  /** Reads an article and analyses it. A later call, or the signal, ends an earlier one. */
  async load(input: ArticleInput | URL, options: { signal?: AbortSignal } = {}): Promise<void> {
    const loading = this.#beginLoading(options.signal);
    try {
      const source = await readInput(input, { lang: this.#language, dir: this.dir }, loading.signal);
      loading.signal.throwIfAborted();
      // A slotted article is on screen already, as its page has set it; anything else is shown at once.
      if (input === this.#slotted()) this.#reader.showSlot();
      else this.#reader.showPlain(source.blocks, source.lang);
      // The core's start would take the processor from the very frame that shows the text.
      await afterPaint();
      loading.signal.throwIfAborted();
      await this.#open(source, loading.signal);
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
      else if (this.#loadingNow === loading) this.#rest();
      loading.signal.throwIfAborted();
      throw error;
    }
  }

  /** Sets articles beside the one that is read: the panel gets a tab that compares them. Waits for `ready`; a later `load` ends it; null or an empty list takes them away. */
  compare(others: ArticleInput | URL | readonly (ArticleInput | URL)[] | null, options: { signal?: AbortSignal } = {}): Promise<Comparison | null> {
    const inputs = others === null ? [] : Array.isArray(others) ? others as readonly (ArticleInput | URL)[] : [others as ArticleInput | URL];
    return this.#reader.comparing.start(inputs, { around: { lang: this.#language, dir: this.dir }, ready: this.ready, signal: options.signal });
  }

  /** Brings a finding ("s3", "#fl=s3") into view and opens it, or a stretch of the text, by code points or by a text fragment ("#:~:text=…"); false for what is not there. */
  goTo(locator: Locator): boolean { return this.#quietly(() => this.#reader.goTo(locator)); }
  next(kind: FindingKind = 'all'): void { this.#quietly(() => this.#reader.step('next', kind)); }
  previous(kind: FindingKind = 'all'): void { this.#quietly(() => this.#reader.step('previous', kind)); }
  /** Searches the article and marks every place; the first one at or below what is in view comes into view. */
  find(query: string, options: FindOptions = {}): FindResult { return this.#quietly(() => this.#reader.tools.find.start(query, options)); }
  /** To the next place of the search, round the end. */
  findNext(): FindResult { return this.#quietly(() => this.#reader.tools.find.go(1)); }
  findPrevious(): FindResult { return this.#quietly(() => this.#reader.tools.find.go(-1)); }
  clearFind(): void { this.#reader.tools.find.start('', {}); }
  export(name: ExportName): string { return this.#reader.export(name); }

  /** A picture of what is in view (PNG); null where nothing is drawn, as in the `dom` rendition. */
  toBlob(): Promise<Blob | null> { return takeSnapshot(this.#view); }
  /** Opens the browser's print dialog; on paper the reader is its text, with marks that need no colour. */
  print(): void { globalThis.print(); }

  /** What is switched off, and the choices that are made: `{ off: ['building'], only: ['party:p1', 'time:current'] }`; empty lists show everything. */
  get filter(): Filter { return this.#reader.choices.filter; }
  set filter(value: Filter | null) { this.#reader.choices.filter = readFilter(value ?? {}); }

  /** Says of a finding that it is right, wrong, or of another kind. Throws when there is no such finding. */
  correct(finding: string, change: CorrectionChange): void { this.#reader.choices.correct(finding, change); }
  /** Takes the last correction back; false when there is none. */
  undo(): boolean { return this.#reader.choices.step('undo'); }
  redo(): boolean { return this.#reader.choices.step('redo'); }
  /** Brings corrections of this article, or of an earlier text of it; returns the words of those whose finding is there no longer. */
  importCorrections(json: string | object): string[] { return this.#reader.choices.importCorrections(typeof json === 'string' ? json : JSON.stringify(json)); }

  /** What the person has chosen, corrected and read so far, as JSON for `restoreState`. */
  saveState(): SavedState { return this.#reader.choices.save(); }
  /** Throws a TypeError when it is no such state. Before the analysis is there, it is restored when it comes. */
  restoreState(state: unknown): void { this.#reader.choices.restore(state); }

  /** Gives everything back at once. The element can be given an article again. */
  dispose(): void {
    this.#loadingNow?.abort();
    this.#reader.dispose();
    this.#rest();
  }

  // Where the host's own calls lead is not news to it.
  #quietly<T>(move: () => T): T { return this.#reader.tools.whereabouts.hush(move); }

  #rest(): void {
    this.#progress = 0;
    this.#reader.tools.progress.show(0);
    this.#reader.giveUp();
    this.#setState('idle');
  }

  async #open(source: Source, signal: AbortSignal): Promise<void> {
    await this.#reader.open(source, signal);
    this.#setState(this.#state === 'degraded' ? 'degraded' : 'ready');
    this.#ready.resolve(this);
    this.#introduce();
    this.dispatchEvent(new Event('load'));
    this.#emit('faultline-analysis', { analysis: this.analysis });
    this.#emit('faultline-ready', { renderMode: this.renderMode });
  }

  // There must be something to introduce.
  #introduce(): void {
    const hasFindings = (this.analysis?.issues.length ?? 0) + (this.analysis?.signals.length ?? 0) > 0;
    this.#reader.tools.introduction.offer({ isWanted: this.intro === 'on' && hasFindings, isKept: this.persist === 'local' });
  }

  #start(): void {
    const input = this.#given ?? (this.src ? new URL(this.src, this.baseURI) : this.#slotted());
    if (this.#state === 'loading' || input === null || (this.#state !== 'idle' && input === this.#slotted())) return;
    // Nobody waits for this call: what went wrong is told by the event, the state and the status line.
    this.load(input).catch(() => undefined);
  }

  #beginLoading(outer: AbortSignal | undefined): AbortController {
    this.#loadingNow?.abort(new DOMException('another article was asked for', 'AbortError'));
    const loading = new AbortController();
    this.#loadingNow = loading;
    if (outer?.aborted) loading.abort(outer.reason);
    outer?.addEventListener('abort', () => loading.abort(outer.reason), { once: true, signal: loading.signal });
    // One that waits for an analysis still does; one of the article before has come to its end.
    if (this.#ready.isSettled) this.#ready = makeDeferred(), this.#reader.comparing.end();
    this.#say('');
    this.#view.error.hidden = true;
    this.#progress = 0;
    this.#setState('loading');
    return loading;
  }

  #fail(error: unknown): void {
    this.#reader.tools.progress.show(0);
    const why = error instanceof Error ? error.message : String(error);
    // What the core says about the text is the article's fault; all else kept the core from starting.
    const isArticles = error instanceof Error && (error.name === 'CoreError' || error.name === 'ArticleError');
    const isModels = error instanceof ModelError;
    const strings = stringsOf(this.#view.frame);
    this.#say(isArticles ? strings.noArticle(why) : isModels ? strings.noModel(why) : strings.noCore(why));
    this.#view.error.hidden = !isArticles;
    this.#reader.giveUp();
    this.#setState(isArticles ? 'error' : 'degraded');
    this.#ready.reject(error);
    this.dispatchEvent(new ErrorEvent('error', { message: why, error }));
  }

  #tellProgress(share: number): void {
    this.#progress = share;
    this.#reader.tools.progress.show(share);
    this.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: Math.round(share * 100), total: 100 }));
  }

  #degrade(reason: string): void {
    this.#say(reason);
    this.#setState('degraded');
  }

  #say(reason: string): void {
    this.#view.status.textContent = reason;
    this.#view.status.toggleAttribute('data-shown', reason !== '');
  }

  #slotted(): Element | null {
    return this.querySelector(':scope > article:not([slot])') ?? this.querySelector(':scope > :not([slot])');
  }

  #onSlot(): void {
    if (this.#given || this.src || this.loading === 'manual' || !(this.#isNear || this.loading === 'eager')) return;
    if (this.#state === 'ready') this.#state = 'idle';
    this.#start();
  }

  get #language(): string {
    return this.closest('[lang]')?.getAttribute('lang') ?? '';
  }

  #watch(signal: AbortSignal): void {
    const resize = new ResizeObserver(() => this.#applySize());
    resize.observe(this.#view.frame);
    resize.observe(this.#view.scroller);
    // Within one view's reach: load. In view: draw.
    const near = new IntersectionObserver((entries) => {
      this.#isNear = entries.at(-1)!.isIntersecting;
      if (this.#isNear && this.loading === 'lazy') this.#start();
    }, { rootMargin: '100%' });
    const seen = new IntersectionObserver((entries) => this.#reader.setVisible(entries.at(-1)!.isIntersecting));
    near.observe(this);
    seen.observe(this);
    signal.addEventListener('abort', () => [resize, near, seen].forEach((observer) => observer.disconnect()));
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(pointer: coarse)']) {
      matchMedia(query).addEventListener('change', () => this.#applyPreferences(), { signal });
    }
    this.#watchResolution(signal);
  }

  // A query names one resolution, so each change asks for the next.
  #watchResolution(signal: AbortSignal): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.#applyPreferences();
      this.#applySize();
      this.#watchResolution(signal);
    }, { once: true, signal });
  }

  #applyPreferences(): void {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = this.theme === 'auto' ? (isDark ? 'dark' : 'light') : this.theme;
    this.#view.frame.dataset['theme'] = theme;
    const typography = readTypography(this);
    applyToFlow(this.#view.frame, { ...typography, hyphens: this.hyphenation !== '' });
    this.#applySize();
    this.#reader.tools.setKeys(this.shortcuts === 'on');
    this.#reader.setPreferences({
      theme, highlights: this.highlights, dpr: devicePixelRatio, panel: this.panel !== 'none',
      coarse: matchMedia('(pointer: coarse)').matches, ...typography, ...this.#applyFont(),
    });
    if (this.#state === 'ready') this.#introduce();
    this.#applyLanguage();
    this.#reader.choices.isKept = this.persist === 'local';
    this.#reader.setWish(matchMedia('(forced-colors: active)').matches ? 'dom' : this.render);
  }

  #applyFont(): Preferences {
    const font = this.font;
    const isArabic = font === 'naskh' || font === 'nastaliq';
    const isOwn = !isArabic && font !== 'serif' && font !== 'sans';
    this.#reader.hyphenation.setAddress(this.hyphenation ? new URL(this.hyphenation, document.baseURI) : undefined);
    this.#reader.faces.setOwn(isOwn ? new URL(font, document.baseURI) : undefined);
    return { font: isOwn ? 'own' : font === 'sans' ? 'sans' : 'serif', arabic: isArabic ? font : 'auto' };
  }

  #applyLanguage(): void {
    this.#reader.language.set(this.uiLang, this.#strings).catch((error: unknown) => console.warn(`The interface stays as it is: ${String(error)}`));
  }

  #applySize(): void {
    const isNarrow = this.#view.frame.clientWidth < kRoomForPanel;
    this.#reader.setSize(this.panel === 'none' ? 'none' : isNarrow ? 'bottom' : this.panel);
  }

  #onMode(mode: RenderMode): void {
    setCustomState(this.#internals, 'dom', mode === 'dom');
    if (this.isConnected) this.#emit('faultline-render-mode', { renderMode: mode });
  }

  #setState(state: ReaderState): void {
    this.#state = state;
    for (const name of ['loading', 'degraded', 'error'] as const) setCustomState(this.#internals, name, state === name);
    this.#view.frame.setAttribute('aria-busy', String(state === 'loading'));
  }

  #emit(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
  }

  // A property set before the element was defined hides the accessor; it is set again, through it.
  #upgrade(name: (typeof kProperties)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const self = this as Record<string, unknown>;
    const value = self[name];
    delete self[name];
    try {
      self[name] = value;
    } catch (error) {
      console.warn(String(error));  // out of its range: the others are still taken
    }
  }
}

export type { ArticleDocument, Finding, Highlights, Theme };
