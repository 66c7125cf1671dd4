// One reader at work: the core's session, its renditions and what the person does. The element (element.ts) owns
// attributes and life cycle; this class owns everything that happens after an article is there.
//
//   const reader = new Reader(makeView(root), events);
//   reader.connect();
//   await reader.open(source, signal);

import { ArticleText } from './article-text.js';
import { Choices } from './choices.js';
import { copyAbout } from './clipboard.js';
import { Comparing } from './comparing.js';
import { restoreParagraphs } from './copy.js';
import { Curve } from './curve.js';
import type { ArticleLayout } from './article-layout.js';
import type { Action, Core, Counts, ExportName, FindingKind, LoadedArticle, Outcome, Preferences, Surface } from './core.js';
import { FindingCard } from './finding-card.js';
import { Typefaces } from './fonts.js';
import { HyphenationFile } from './hyphenation.js';
import { InterfaceLanguage } from './interface-language.js';
import { fetchModel, giveModel } from './language-model.js';
import { askForLinks } from './links.js';
import { openCore } from './load-core.js';
import { Panel, type PanelSide } from './panel.js';
import { Picture } from './picture.js';
import { findTarget, type Locator } from './locator.js';
import { bringIntoView, findPlace, readPlace, showPlace, topOf } from './place.js';
import { describePosition, findFinding, freezeDeeply, type ArticleBlock, type Family, type Report } from './report.js';
import { directionOf, isForeign } from './script.js';
import { ScrollSurface } from './scroll-surface.js';
import type { ReaderEvents, RenderMode, RenderWish } from './reader-events.js';
import { analyzeInSlices } from './slices.js';
import type { Source } from './source.js';
import { stringsOf } from './strings.js';
import { showPlainly } from './text-layer.js';
import { Tools } from './tools.js';
import { showOnly, type View } from './view.js';

// Shares of the way: core and typefaces are there; the article is laid out; the rest is its analysis.
const kCoreThere = 0.2, kArticleShown = 0.3;

export class Reader {
  readonly #view: View;
  readonly #events: ReaderEvents;
  readonly #text: ArticleText;
  readonly #card: FindingCard;
  readonly #panel: Panel;
  readonly #curve: Curve;
  readonly #article: ScrollSurface;
  readonly #picture: Picture;
  readonly tools: Tools;
  readonly choices: Choices;
  readonly comparing: Comparing;
  readonly language: InterfaceLanguage;
  readonly faces: Typefaces;
  readonly hyphenation: HyphenationFile;
  #core: Core | undefined;
  #loaded: LoadedArticle | undefined;
  #isForeign = false;
  #report: Report | undefined;
  #counts: Counts | undefined;
  readonly #families = new Map<string, Family>();
  #layout: ArticleLayout | undefined;
  #preferences: Preferences = {};
  #wish: RenderWish = 'auto';
  #mode: RenderMode = 'static';
  #selected: string | null = null;
  #isConnected = false;
  #hasNoWebGl = false;

  constructor(view: View, events: ReaderEvents) {
    this.#view = view;
    this.#events = events;
    this.faces = new Typefaces(view.text, () => this.#onNews());
    this.hyphenation = new HyphenationFile(() => this.#onNews());
    this.#article = new ScrollSurface('article', view.scroller, view.page, view.canvas);
    this.#text = new ArticleText(view.text, view.margin, {
      hover: (finding) => this.#card.hover(finding),
      select: (finding) => this.#act({ action: 'select', finding }),
    });
    const host = {
      analysed: () => this.#core && this.#counts ? { core: this.#core, report: () => this.report! } : undefined,
      follow: (outcome: Outcome) => this.#follow(outcome, false),
    };
    this.comparing = new Comparing({ ...host, tab: () => this.choices.tab, layoutPanel: () => this.#layoutPanel() });
    this.choices = new Choices({
      ...host,
      readPlace: () => readPlace(this.#layout, view.scroller),
      showPlace: (place) => { if (this.#layout) showPlace(this.#core!, this.#layout, view.scroller, place); },
    }, events);
    this.language = new InterfaceLanguage(view, () => this.#onWords());
    const activate = (control: string): void => this.#activate(control);
    this.#panel = new Panel(view, activate, () => this.#layoutSide());
    this.#curve = new Curve(view.curve, view.scroller, {
      hover: (finding, anchor) => this.#card.hover(finding, anchor),
      goTo: (finding) => activate(`go:${finding}`),
    });
    this.#card = new FindingCard(view, this.#families, {
      act: (action) => this.#act(action), activate,
      layer: this.#text.layer, focus: (finding) => this.#text.marks.focus(finding),
    });
    this.#picture = new Picture({ article: this.#article, panel: this.#panel.surface, card: this.#card, curve: this.#curve }, {
      lost: () => this.#fallBack(),
      restored: () => this.#present(),
    });
    view.scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    view.scroller.addEventListener('scrollend', () => this.choices.keep());
    view.panelScroller.addEventListener('scroll', () => this.#drawIfBare('panel', this.#panel.surface), { passive: true });
    restoreParagraphs(view.text);
    askForLinks(view.text, (href, text) => events.follow(href, text));
    this.tools = new Tools(view, {
      core: () => this.#core, layout: () => this.#layout, isCanvas: () => this.#mode === 'canvas', layer: this.#text.layer,
      redraw: () => this.#picture.redraw('article'), showPlaces: (places) => this.#curve.showPlaces(places),
      stepTo: (direction, kind) => this.#stepTo(direction, kind), closeTop: () => this.#closeTop(), text: () => this.#loaded?.text ?? '',
    }, events);
  }

  get mode(): RenderMode { return this.#mode; }
  /** Written out when it is asked for: of a long article it is megabytes. */
  get report(): Report | null { return this.#counts ? this.#report ??= freezeDeeply(this.#core!.report()) : null; }
  get version(): string { return this.#core?.version ?? ''; }
  /** The article at once, as plain text, before anything of the core is there. */
  showPlain(blocks: readonly ArticleBlock[], lang: string): void {
    this.#setMode('static');
    this.#forgetArticle();
    showPlainly(this.#view.text, blocks);
    this.#view.text.lang = lang;
    this.#view.frame.dir = directionOf(lang);
    showOnly(this.#view, 'text');
  }

  /** The page's own article, as it stands in the light DOM. */
  showSlot(): void { this.#setMode('static'), this.#forgetArticle(), showOnly(this.#view, 'slot'); }

  /** Reads an article, takes over from the plain text, and then adds its findings. Throws what went wrong. */
  async open(source: Source, signal: AbortSignal): Promise<void> {
    const model = fetchModel();
    const [core] = await Promise.all([this.#core ?? openCore(), this.faces.prepare()]);
    signal.throwIfAborted();
    this.#adopt(core);
    this.#events.progress(kCoreThere);
    const loaded = (this.#loaded = core.load(source.bytes, source.format));
    this.#isForeign = isForeign(loaded.text);
    this.#view.text.lang = loaded.lang || source.lang;
    this.#view.frame.dir = loaded.rtl ? 'rtl' : 'ltr';
    this.#view.scroller.scrollTop = 0;
    if (this.#isConnected) this.#present();
    this.tools.renew();
    this.#events.progress(kArticleShown);
    // A language that is not served has no findings, but its report names the rules: they come with the model, if they can.
    await giveModel(core, model, signal).catch((error: unknown) => { if (loaded.served || signal.aborted) throw error; });
    this.#counts = await analyzeInSlices(core, signal, (share) => this.#events.progress(kArticleShown + (1 - kArticleShown) * share));
    this.#forgetReport();
    if (this.#isConnected) this.#showFindings();
    this.choices.begin(), this.goTo(location.hash);
    this.#events.progress(1);
  }

  connect(): void {
    this.#isConnected = true;
    this.faces.show();
    if (this.#loaded) this.#present();
  }

  /** Out of the document: the context goes back at once, the article and the session stay for a return. */
  disconnect(): void {
    this.#isConnected = false;
    this.#card.hide();
    this.#picture.close();
    this.faces.hide();
  }

  giveUp(): void { this.#panel.hide(); }  // no findings will come: the article stays alone

  dispose(): void {
    this.disconnect(), this.comparing.end();
    this.#forgetArticle();
    this.faces.forget();
    this.#core?.destroy();
    this.#core = undefined;
  }

  setVisible(isVisible: boolean): void {
    this.#picture.setVisible(isVisible);
    const lacksPicture = this.#isConnected && this.#loaded !== undefined && !this.#picture.isOpen && this.#wantsCanvas();
    if (isVisible && lacksPicture && !this.#hasNoWebGl) this.#present();
  }

  setPreferences(change: Preferences): void {
    if (Object.entries(change).every(([key, value]) => this.#preferences[key as keyof Preferences] === value)) return;
    Object.assign(this.#preferences, change);
    if (!this.#core) return;
    const { relayout, remark, redraw } = this.#core.setPreferences(change);
    if (!this.#loaded || !this.#isConnected) return;
    if (relayout) this.#layoutAll();
    else if (remark) this.#text.remark(), this.#layoutSide();
    if (redraw || relayout) this.#picture.redraw('article', 'panel', 'card', 'curve');
  }

  setWish(wish: RenderWish): void {
    this.#wish = wish;
    if (this.#loaded && this.#isConnected && this.#wantsCanvas() !== (this.#mode === 'canvas')) this.#present();
  }

  /** The element has another size: side by side or a sheet, new lines if the width changed. */
  setSize(side: PanelSide): void {
    this.#panel.setSide(side);
    if (!this.#loaded || !this.#isConnected) return;
    if (this.#layout?.width !== this.#view.scroller.clientWidth) this.#layoutArticle();
    this.#layoutSide();
    this.#card.place();
    this.#picture.redraw('article', 'panel');
    this.#picture.drawDirty();
  }

  goTo(locator: Locator): boolean {
    const target = findTarget(locator, this.report, this.#loaded?.text ?? '', this.#view.root.host.id);
    if (!target || !this.#core) return false;
    if (!('finding' in target)) return this.tools.goToText(target.start, target.end);
    this.#act({ action: 'select', finding: target.finding }, false);
    this.#scrollTo(target.finding);
    return true;
  }

  step(direction: 'next' | 'previous', kind: FindingKind): void { if (this.#core && this.#loaded) this.#act({ action: direction, kind }, false); }

  export(name: ExportName): string {
    if (!this.#core || !this.#counts) throw new Error('there is no analysis yet: await the property `ready`');
    return this.#core.export(name);
  }

  #adopt(core: Core): void {
    if (this.#core) return;
    this.#core = core;
    this.faces.give(core);
    this.language.give(core);
    this.hyphenation.give(core);
    core.setPreferences(this.#preferences);
  }

  // Faces or hyphens that some text wanted have come: its lines are other lines now.
  #onNews(): void {
    if (!this.#loaded || !this.#isConnected) return;
    this.#layoutAll();
    this.#picture.redraw('article', 'panel', 'card', 'curve');
  }

  #onWords(): void { this.#panel.update(), this.#card.hide(), this.tools.introduction.renew(), this.#onNews(); }
  #forgetArticle(): void {
    this.#card.hide();
    this.#loaded = this.#report = this.#counts = this.#layout = undefined;
    this.#text.layer.clear();
    this.#families.clear();
    this.#selected = null;
    this.choices.forget();
    this.#panel.expect();
    this.#curve.clear();
    this.tools.renew();
    this.#article.clear();
    this.#view.page.style.removeProperty('height');
  }

  #wantsCanvas(): boolean { return this.#wish !== 'dom' && !this.#isForeign; }

  #present(): void {
    const mode = this.#wantsCanvas() && this.#openPicture() ? 'canvas' : 'dom';
    if (mode === 'dom') this.#picture.close();
    showOnly(this.#view, 'text');
    this.#setMode(mode);
    this.#showFindings();
  }

  // The article as it is known by now: before its analysis it has no findings, and the panel's room stays empty.
  #showFindings(): void {
    if (this.#counts) this.#panel.show(this.#counts);
    this.#layoutAll();
    this.#picture.redraw('article', 'panel');
    this.#picture.drawDirty();
  }

  #openPicture(): boolean {
    if (this.#picture.open(this.#core!)) return true;
    if (!this.#hasNoWebGl) this.#events.degraded(stringsOf(this.#view.frame).noWebGl);
    this.#hasNoWebGl = true;
    return false;
  }

  // Without its context the reader goes on as text of the page, at the place where the person was.
  #fallBack(): void {
    if (!this.#isConnected || !this.#loaded || this.#mode !== 'canvas') return;
    this.#setMode('dom');
    this.#article.clear(), this.#panel.clear();
    this.#layoutAll();
  }

  #setMode(mode: RenderMode): void {
    this.#view.frame.dataset['mode'] = mode;
    if (this.#mode === mode) return;
    this.#mode = mode;
    this.#layout = undefined;
    this.#events.modeChanged(mode);
  }

  #layoutAll(): void { this.#layoutArticle(), this.#layoutSide(); }
  #layoutSide(): void { this.#layoutPanel(), this.#layoutCurve(); }

  #layoutArticle(): void {
    const width = this.#view.scroller.clientWidth;
    if (width === 0) return;
    const place = this.#mode === 'canvas' ? findPlace(this.#layout, this.#view.scroller.scrollTop) : undefined;
    const core = this.#core!;
    this.#layout = core.layoutArticle(width);
    this.faces.want(this.#layout.faces);
    // The place first: the sections that are seen there are the first to be set.
    if (this.#mode === 'canvas') this.#article.setSize(width, this.#layout.height);
    if (place !== undefined) this.#view.scroller.scrollTop = topOf(core, this.#layout, place);
    this.#text.show(core, { text: this.#loaded!.text, isRtl: this.#loaded!.rtl ?? false, layout: this.#layout, families: this.#families }, this.#mode !== 'canvas');
    this.#text.layer.select(this.#selected);
  }

  #layoutPanel(): void {
    const width = this.#panel.width;
    if (!this.#core || !this.#counts || width === 0) return;
    this.#panel.layout(this.#core.layoutControls('panel', width), this.#families);
    this.#picture.redraw('panel');
  }

  #layoutCurve(): void {
    const width = this.#curve.width;
    if (!this.#layout || !this.#counts || width === 0) return;
    this.#curve.layout(this.#core!.layoutCurve(width), { height: this.#layout.height, isFlowing: this.#mode !== 'canvas', isRtl: this.#loaded?.rtl ?? false });
    this.#picture.redraw('curve');
  }

  #act(action: Action, isPersons = true): void {
    if (!this.#core || !this.#loaded) return;
    this.#follow(this.#core.command(action), isPersons);
  }

  #follow(outcome: Outcome, isPersons: boolean): void {
    const before = this.#selected;
    if (outcome.corrected) this.#forgetReport();
    this.choices.note(outcome, isPersons);
    this.#selected = outcome.selected;
    for (const surface of outcome.relayout) {
      if (surface === 'article') this.#text.remark();
      if (surface === 'panel') this.#layoutPanel();
      if (surface === 'curve') this.#layoutCurve();
    }
    if (outcome.selected !== before) this.#text.layer.select(this.#selected);
    if (outcome.goTo) {
      this.#scrollTo(outcome.goTo.finding, outcome.goTo.start);
      if (outcome.goTo.finding) this.#view.status.textContent = describePosition(this.report!, outcome.goTo.finding, this.#text.layer.findings, stringsOf(this.#view.frame));
    }
    const isOurs = !(isPersons && outcome.selected && outcome.selected !== before) || this.#askHost();
    this.#card.update(isOurs ? outcome.card : null, this.#core!, this.#panel.isSheet ? this.#view.frame.clientWidth : undefined);
    if (this.#card.isShown) this.#picture.redraw('card');
    if (outcome.goTo && this.#panel.isSheet) this.#panel.close();
    this.#picture.redraw(...outcome.redraw);
  }

  #askHost(finding = this.#selected === null ? undefined : findFinding(this.report!, this.#selected)): boolean { return !finding || this.#events.select(finding); }

  // To the passage of a finding that begins at a position, or to what is not marked there.
  #scrollTo(finding: string | null, start = 0): void {
    const first = finding === null ? undefined : this.#text.layer.bringMark(finding);
    const mark = start > 0 && finding !== null ? this.#text.layer.marksOf(finding).find(({ dataset }) => Number(dataset['start']) === start) : first;
    if (mark) bringIntoView(this.#view.scroller, mark);
    else if (this.#layout) showPlace(this.#core!, this.#layout, this.#view.scroller, start, 1 / 3);
    if (first) this.#text.marks.setCurrent(finding!);
  }

  // What a control does is the core's to know, but for the note: that is written in a field of the page.
  #activate(control: string): void {
    const finding = control.startsWith('note:') ? control.slice(5) : undefined;
    if (copyAbout(control, { report: () => this.report, status: this.#view.status, csv: () => this.export('csv') })) return;
    if (finding === undefined) return this.#act({ action: 'activate', control });
    this.#card.editNote(finding, findFinding(this.report!, finding)?.correction?.note ?? '');
  }

  #forgetReport(): void {  // after the analysis, and after each correction: it is the person's
    this.#report = undefined;
    for (const [finding, family] of Object.entries(this.#core!.families())) this.#families.set(finding, family);
  }

  // From here the keyboard goes on at the finding.
  #stepTo(direction: 'next' | 'previous', kind: FindingKind): void {
    this.#act({ action: direction, kind });
    if (this.#selected) this.#text.marks.focus(this.#selected);
  }

  #closeTop(): boolean {
    if (this.#card.isShown) this.#card.dismiss();
    else if (this.#panel.isSheet && this.#panel.isOpen) this.#panel.close();
    else return false;
    return true;
  }

  #onScroll(): void { this.#card.place(), this.#curve.follow(), this.#drawIfBare('article', this.#article); }
  #drawIfBare(name: Surface, surface: ScrollSurface): void { if (this.#mode === 'canvas' && !surface.isCovering()) this.#picture.drawNow(name); }
}
