// The card of the finding that is pointed at or selected: its controls, its note, and how it comes and goes with pointer and focus.
//
//   const card = new FindingCard(view, families, { act, activate, layer, focus });
//   card.hover('s3');
//   card.update(outcome.card, core, 320);

import { Card } from './card.js';
import { ControlLayer } from './control-layer.js';
import type { Action, Core, Outcome } from './core.js';
import { NoteEditor } from './note-editor.js';
import type { Drawable } from './picture.js';
import type { Family } from './report.js';
import type { Stage } from './stage.js';
import type { TextLayer } from './text-layer.js';
import type { View } from './view.js';

export interface FindingCardHost {
  act(action: Action): void;
  activate(control: string): void;
  /** Where the marks are. */
  readonly layer: TextLayer;
  /** Gives the focus to the words of a finding. */
  focus(finding: string): void;
}

export class FindingCard implements Drawable {
  readonly #view: View;
  readonly #families: ReadonlyMap<string, Family>;
  readonly #host: FindingCardHost;
  readonly #card: Card;
  readonly #controls: ControlLayer;
  readonly #notes: NoteEditor;
  #anchor: HTMLElement | undefined;

  constructor(view: View, families: ReadonlyMap<string, Family>, host: FindingCardHost) {
    this.#view = view;
    this.#families = families;
    this.#host = host;
    this.#card = new Card(view);
    this.#controls = new ControlLayer(view.cardControls, (control) => host.activate(control));
    this.#notes = new NoteEditor(view.card, (finding, note) => host.act({ action: 'correct', finding, change: { note } }));
    view.card.addEventListener('pointerleave', () => this.hover(null));
    view.cardClose.addEventListener('click', () => this.dismiss());
  }

  get isShown(): boolean { return this.#card.isShown; }
  get finding(): string | null { return this.#card.finding; }
  draw(stage: Stage, dpr: number): number { return this.#card.draw(stage, dpr); }
  place(): void { this.#card.place(); }

  /** The pointer or the focus has come to a finding, or left it; `anchor` is where the card stands, if it is not at the marks in the text. */
  hover(finding: string | null, anchor?: HTMLElement): void {
    if (this.#notes.isOpen) return;
    this.#anchor = anchor;
    this.#card.stay();
    if (finding === null && this.isShown) this.#card.hideSoon(() => this.#host.act({ action: 'hover', finding: null }));
    else if (finding !== this.finding) this.#host.act({ action: 'hover', finding });
  }

  dismiss(): void {
    this.#notes.close();
    this.#host.act({ action: 'hover', finding: null });
    this.#host.act({ action: 'select', finding: null });
  }

  update(card: Outcome['card'], core: Core, width: number | undefined): void {
    if (!card) return this.leave();
    if (card.finding !== this.finding) this.#notes.close();
    const layout = core.layoutControls('card', width ?? card.width);
    this.#controls.show(layout, this.#families);
    const marks = this.#host.layer.marksOf(card.finding);
    const mark = marks.find((it) => it.matches(':hover')) ?? marks[0] ?? this.#host.layer.bringMark(card.finding);
    this.#card.show(card.finding, this.#families.get(card.finding) ?? 'issue', layout, this.#anchor ?? mark);
  }

  /** A card that had the focus hands it back to the words it spoke of. */
  leave(): void {
    const finding = this.#view.card.matches(':focus-within') ? this.finding : null;
    this.hide();
    if (finding) this.#host.focus(finding);
  }

  hide(): void {
    this.#notes.close();
    this.#card.hide();
  }

  editNote(finding: string, note: string): void {
    if (this.finding !== finding) this.#host.act({ action: 'select', finding });
    if (this.finding === finding) this.#notes.open(finding, note);
  }
}
