// What stands around the article for the person at work with it: the find bar, the keys and their sheet, the two buttons.
//
//   const tools = new Tools(view, bench, events);
//   tools.renew();          // another article is there
//   tools.keys.isOn = false;

import type { ArticleLayout } from './article-layout.js';
import type { Core, FindingKind, FoundText } from './core.js';
import { FindBar, type FindResult } from './find.js';
import { FoundMarks } from './found-marks.js';
import { bringIntoView, findPlace, topOf } from './place.js';
import { Shortcuts } from './shortcuts.js';
import type { TextLayer } from './text-layer.js';
import { Introduction } from './introduction.js';
import { ProgressLine } from './progress.js';
import { closeBySwipe } from './swipe.js';
import { Whereabouts, type WhereaboutsEvents } from './whereabouts.js';
import type { View } from './view.js';

const kBar = 64;  // px that the find bar covers at the top

/** The reader as its tools see it. */
export interface Bench {
  readonly layer: TextLayer;
  core(): Core | undefined;
  layout(): ArticleLayout | undefined;
  isCanvas(): boolean;
  redraw(): void;
  /** Along the article, 0 to 1. */
  showPlaces(places: readonly number[]): void;
  stepTo(direction: 'next' | 'previous', kind: FindingKind): void;
  /** Closes the card or the panel's sheet; false if neither is open. */
  closeTop(): boolean;
  text(): string;
}

export interface ToolEvents extends WhereaboutsEvents {
  /** The person has searched. */
  found(result: FindResult): void;
}

const kMostMarks = 2000;  // places that the page marks itself

export class Tools {
  readonly keys: Shortcuts;
  readonly find: FindBar;
  readonly introduction: Introduction;
  readonly progress: ProgressLine;
  readonly whereabouts: Whereabouts;
  readonly #view: View;
  readonly #bench: Bench;
  readonly #marks = new FoundMarks();
  #found: FoundText | undefined;
  #before: HTMLElement | null = null;

  constructor(view: View, bench: Bench, events: ToolEvents) {
    this.#view = view;
    this.#bench = bench;
    this.find = new FindBar(view.find, {
      search: (request) => (bench.layout() ? bench.core()?.find(request) : undefined),
      place: () => (bench.isCanvas() ? findPlace(bench.layout(), view.scroller.scrollTop) ?? 0 : 0),
      show: (found) => this.#show(found),
      tell: (result) => events.found(result),
      announce: (words) => (view.status.textContent = words),
      closed: () => (this.#before?.isConnected ? this.#before : view.scroller).focus({ preventScroll: true }),
    });
    this.keys = new Shortcuts(view.frame, {
      n: () => bench.stepTo('next', 'all'), p: () => bench.stepTo('previous', 'all'), i: () => bench.stepTo('next', 'issue'),
      '/': () => this.openFind(), '?': () => this.openKeys(),
    }, () => this.#escape());
    view.tools.find.addEventListener('click', () => (this.find.isOpen ? this.find.close() : this.openFind()));
    view.tools.keys.addEventListener('click', () => this.openKeys());
    this.introduction = new Introduction(view.introduction, () => view.scroller.focus({ preventScroll: true }));
    this.progress = new ProgressLine(view.progress, (words) => {
      // What is wrong stays to be read.
      if (!view.status.hasAttribute('data-shown')) view.status.textContent = words;
    });
    this.whereabouts = new Whereabouts(view, bench, events);
    view.grab.addEventListener('click', () => bench.closeTop());
    closeBySwipe(view.grab, view.panel, () => bench.closeTop());
    closeBySwipe(view.cardGrab, view.card, () => bench.closeTop());
    bench.layer.onShown = () => this.#markFound();
  }

  openFind(): void {
    if (!this.#bench.layout()) return;
    if (!this.find.isOpen) this.#before = (this.#view.frame.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    this.find.open();
  }

  openKeys(): void {
    if (!this.#view.keySheet.open) this.#view.keySheet.showModal();
  }

  /** Brings a stretch of the text into view and selects it. UTF-16 units. */
  goToText(start: number, end: number): boolean {
    if (!this.#bench.layout()) return false;
    this.#bringIntoView({ start, end });
    const range = this.#bench.layer.rangeOf(start, end);
    if (range && end > start) document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    return true;
  }

  /** The article is another, or there is none. */
  renew(): void {
    this.#view.tools.root.hidden = !this.#bench.layout();
    this.whereabouts.hush(() => this.find.renew());
  }

  setKeys(isOn: boolean): void {
    this.keys.isOn = isOn;
    this.#view.tools.keys.hidden = !isOn;
  }

  #escape(): boolean {
    const isAtFind = this.find.isOpen && this.#view.find.root.matches(':focus-within');
    if (!isAtFind && this.#bench.closeTop()) return true;
    if (!this.find.isOpen) return false;
    this.find.close();
    return true;
  }

  #show(found: FoundText | undefined): void {
    this.#found = found;
    this.#bench.showPlaces(found?.places ?? []);
    if (this.#bench.isCanvas()) this.#bench.redraw();
    this.#markFound();
    this.#bringIntoView(found ?? {});
  }

  #bringIntoView({ start, end }: { start?: number; end?: number }): void {
    const core = this.#bench.core();
    const layout = this.#bench.layout();
    if (start === undefined || end === undefined || !core || !layout) return;
    const scroller = this.#view.scroller;
    if (this.#bench.isCanvas()) {
      const top = topOf(core, layout, start);
      const isInView = top > scroller.scrollTop + kBar && top < scroller.scrollTop + scroller.clientHeight * 2 / 3;
      if (!isInView) scroller.scrollTop = top - scroller.clientHeight / 3;
    } else {
      const range = this.#bench.layer.rangeOf(start, end);
      if (range) bringIntoView(scroller, range);
    }
  }

  // On the canvas the core marks what it has found.
  #markFound(): void {
    this.#marks.clear();
    if (!this.#found || this.#found.count === 0 || this.#bench.isCanvas()) return;
    const current = this.#found.current ?? 0;
    const first = Math.max(0, Math.min(current - kMostMarks / 2, this.#found.count - kMostMarks));
    const ranges = this.#bench.core()!.found(first, first + kMostMarks).map(([start, end]) => this.#bench.layer.rangeOf(start, end));
    this.#marks.show(ranges.filter((range) => range !== undefined), ranges[current - first]);
  }
}
