// What the person has chosen in the reader, as its host sees it: filter, tab, corrections, and all of it as a state to keep.
//
//   const choices = new Choices(reader, events);
//   choices.filter = { off: ['building'], only: ['party:p1', 'time:current'] };
//   const state = choices.save();      // JSON; choices.restore(state) another day
//
// The core holds all of it; here is what it told last, and what it is to be told once there is an analysis.

import type { Core, Outcome } from './core.js';
import type { Report } from './report.js';
import { readState, type Filter, type SavedState } from './saved-state.js';

/** What a person says about a finding; what is not named stays as it is. */
export interface CorrectionChange {
  verdict?: 'accepted' | 'rejected' | 'none' | null;
  /** A category for a signal, a type for an issue; null: as it was found. */
  label?: string | null;
  note?: string;
}

export interface ChoicesHost {
  /** The core, once it has analysed an article. */
  analysed(): { core: Core; report(): Report } | undefined;
  /** Shows what the core has changed at the host's wish. */
  follow(outcome: Outcome): void;
  readPlace(): number;
  showPlace(place: number): void;
}

export interface ChoicesEvents {
  filtered(filter: Filter): void;
  corrected(corrections: string): void;
}

const kEmpty: Filter = Object.freeze({ off: Object.freeze([]), only: Object.freeze([]) });

export class Choices {
  readonly #host: ChoicesHost;
  readonly #events: ChoicesEvents;
  #filter: Filter = kEmpty;
  #tab = 'findings';
  #selected: string | null = null;
  #canUndo = false;
  #canRedo = false;
  #wished: Filter | undefined;
  #saved: SavedState | undefined;
  #isKept = false;

  constructor(host: ChoicesHost, events: ChoicesEvents) {
    this.#host = host;
    this.#events = events;
  }

  get tab(): string { return this.#tab; }
  get canUndo(): boolean { return this.#canUndo; }
  get canRedo(): boolean { return this.#canRedo; }
  get filter(): Filter { return this.#wished ?? this.#filter; }
  set filter(filter: Filter) {
    const found = this.#host.analysed();
    if (found) this.#host.follow(found.core.command({ action: 'filter', ...filter }));
    else this.#wished = Object.freeze({ off: Object.freeze([...filter.off]), only: Object.freeze([...filter.only]) });
  }

  /** Stored under the article's own key; nothing is stored while this is off. */
  set isKept(isKept: boolean) { this.#isKept = isKept; }

  correct(finding: string, change: CorrectionChange): void {
    this.#host.follow(this.#analysed().core.command({ action: 'correct', finding, change }));
  }

  /** Takes the last correction back, or makes it again; false when there is none. */
  step(direction: 'undo' | 'redo'): boolean {
    if (!(direction === 'undo' ? this.#canUndo : this.#canRedo)) return false;
    this.#host.follow(this.#analysed().core.command({ action: 'activate', control: direction }));
    return true;
  }

  exportCorrections(): string { return this.#analysed().core.export('corrections'); }

  /** Returns the words of those whose finding is in the article no longer. */
  importCorrections(json: string): string[] {
    const { outcome, lost } = this.#analysed().core.addCorrections(json);
    this.#host.follow(outcome);
    return lost;
  }

  save(): SavedState {
    const { core, report } = this.#analysed();
    return {
      version: 1, article: report().article.sha256, filter: this.#filter, tab: this.#tab, selected: this.#selected,
      corrections: JSON.parse(core.export('corrections')) as object, place: this.#host.readPlace(),
    };
  }

  restore(state: unknown): void {
    this.#saved = readState(state);
    if (this.#host.analysed()) this.#restoreSaved();
  }

  /** There is an analysis: what was wished for before is done now. */
  begin(): void {
    if (this.#isKept) this.#saved ??= readStored(this.#analysed().report().article.sha256);
    if (this.#saved) this.#restoreSaved();
    const wished = this.#wished;
    this.#wished = undefined;
    if (wished) this.filter = wished;
  }

  forget(): void {
    this.#selected = null;
    this.#canUndo = this.#canRedo = false;
  }

  /** What the core told of an action; the host hears of what the person did, and of that alone. */
  note(outcome: Outcome, isPersons: boolean): void {
    this.#filter = Object.freeze({ off: Object.freeze(outcome.off), only: Object.freeze(outcome.only) });
    const isOther = outcome.filtered || outcome.corrected || outcome.tab !== this.#tab || outcome.selected !== this.#selected;
    this.#tab = outcome.tab;
    this.#selected = outcome.selected;
    this.#canUndo = outcome.canUndo;
    this.#canRedo = outcome.canRedo;
    if (isOther) this.keep();
    if (!isPersons) return;
    if (outcome.filtered) this.#events.filtered(this.#filter);
    if (outcome.corrected) this.#events.corrected(this.exportCorrections());
  }

  keep(): void {
    const found = this.#isKept && !this.#saved ? this.#host.analysed() : undefined;
    if (!found) return;
    try {
      localStorage.setItem(keyOf(found.report().article.sha256), JSON.stringify(this.save()));
    } catch {
      // A sandboxed page has no storage, and a full one takes no more: the reader works without.
    }
  }

  #restoreSaved(): void {
    const { core, report } = this.#analysed();
    const saved = this.#saved!;
    const isSame = saved.article === report().article.sha256;
    while (this.step('undo'));
    this.importCorrections(JSON.stringify(saved.corrections));
    // Parties, speakers and issues of another text have other ids.
    const only = isSame ? saved.filter.only : saved.filter.only.filter((name) => /^(certainty|time):/.test(name));
    this.filter = { off: saved.filter.off, only };
    this.#host.follow(core.command({ action: 'activate', control: `tab:${saved.tab}` }));
    if (isSame) this.#host.follow(core.command({ action: 'select', finding: saved.selected }));
    this.#host.showPlace(saved.place);
    this.#saved = undefined;
    this.keep();
  }

  #analysed(): { core: Core; report(): Report } {
    const found = this.#host.analysed();
    if (!found) throw new Error('there is no analysis yet: await the property `ready`');
    return found;
  }
}

function keyOf(sha256: string): string {
  return `faultline:${sha256}`;
}

function readStored(sha256: string): SavedState | undefined {
  try {
    return readState(JSON.parse(localStorage.getItem(keyOf(sha256)) ?? ''));
  } catch {
    return undefined;  // no storage, nothing in it, or what an older version has left
  }
}
