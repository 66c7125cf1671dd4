// The panel of findings: beside the article where there is room, else a sheet that a button opens.
//
//   const panel = new Panel(view, (control) => …, () => relayout());
//   panel.setSide('bottom');
//   panel.layout(core.layoutControls('panel', panel.width), families);

import { ControlLayer } from './control-layer.js';
import type { ControlLayout, Counts } from './core.js';
import type { Family } from './report.js';
import { ScrollSurface } from './scroll-surface.js';
import { stringsOf } from './strings.js';
import type { View } from './view.js';

export type PanelSide = 'start' | 'end' | 'bottom' | 'none';

export class Panel {
  readonly surface: ScrollSurface;
  readonly #view: View;
  readonly #controls: ControlLayer;
  readonly #opened: () => void;
  #side: PanelSide = 'end';
  #count: number | undefined;
  #isWanted = false;
  #isSheetOpen = false;

  constructor(view: View, activate: (control: string) => void, opened: () => void) {
    this.#view = view;
    this.#opened = opened;
    this.surface = new ScrollSurface('panel', view.panelScroller, view.panelPage, view.panelCanvas);
    this.#controls = new ControlLayer(view.panelControls, (control) => {
      activate(control);
      if (control.startsWith('tab:')) view.panelScroller.scrollTop = 0;
    });
    view.toggle.addEventListener('click', () => (this.#isSheetOpen ? this.close() : this.open()));
  }

  get isOpen(): boolean {
    return !this.#view.panel.hidden;
  }

  get isSheet(): boolean {
    return this.#side === 'bottom';
  }

  /** Width for the core's layout; 0 while there is nothing to show. */
  get width(): number {
    return this.isOpen ? this.#view.panelScroller.clientWidth : 0;
  }

  setSide(side: PanelSide): void {
    if (side !== this.#side) this.#isSheetOpen = false;
    this.#side = side;
    this.update();
  }

  show(counts: Counts): void {
    this.#isWanted = true;
    this.#count = counts.issues + counts.eroding + counts.building;
    this.update();
  }

  /** An article is on its way: the panel's room is kept, so that the text need not move when the findings come. */
  expect(): void {
    this.#isWanted = true;
    this.#count = undefined;
    this.#controls.show({ width: 0, height: 0, controls: [] }, new Map());
    this.clear();
    this.update();
  }

  hide(): void {
    this.#isWanted = false;
    this.#count = undefined;
    this.clear();
    this.update();
  }

  open(): void {
    this.#isSheetOpen = true;
    this.update();
    this.#opened();
    this.#view.panelScroller.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.#isSheetOpen) return;
    const hadFocus = this.#view.panel.matches(':focus-within');
    this.#isSheetOpen = false;
    this.update();
    if (hadFocus) this.#view.toggle.focus({ preventScroll: true });
  }

  layout(layout: ControlLayout, families: ReadonlyMap<string, Family>): void {
    this.#controls.show(layout, families);
    this.surface.setSize(layout.width, layout.height);
  }

  clear(): void {
    this.surface.clear();
  }

  /** Shows what is so now, in the words of the interface. */
  update(): void {
    const { frame, panel, toggle, panelScroller } = this.#view;
    frame.dataset['side'] = this.#side;
    panelScroller.tabIndex = 0;
    toggle.hidden = this.#count === undefined || !this.isSheet;
    const strings = stringsOf(toggle);
    toggle.textContent = this.#isSheetOpen ? strings.closePanel : strings.openPanel(this.#count ?? 0);
    toggle.setAttribute('aria-expanded', String(this.#isSheetOpen));
    panel.hidden = !this.#isWanted || this.#side === 'none' || (this.isSheet && !this.#isSheetOpen);
  }
}
