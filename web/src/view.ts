// The element's shadow tree: built once, without a style attribute and without markup in strings.
//
//   const view = makeView(this.attachShadow({ mode: 'open' }));
//   view.status.textContent = '…';

import { makeCurveParts, type CurveParts } from './curve.js';
import { make, makeCanvas } from './elements.js';
import { makeFindParts, type FindParts } from './find.js';
import { makeIntroductionParts, type IntroductionParts } from './introduction.js';
import { makeKeySheet } from './key-sheet.js';
import { makeProgressLine } from './progress.js';
import { label } from './strings.js';
import { readerSheet } from './styles.js';

export interface View {
  readonly root: ShadowRoot;
  readonly frame: HTMLElement;
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly slot: HTMLSlotElement;
  readonly poster: HTMLSlotElement;
  readonly error: HTMLSlotElement;
  readonly text: HTMLElement;
  readonly margin: HTMLElement;
  readonly card: HTMLElement;
  readonly cardCanvas: HTMLCanvasElement;
  readonly cardControls: HTMLElement;
  readonly cardClose: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly curve: CurveParts;
  readonly panelScroller: HTMLElement;
  readonly panelPage: HTMLElement;
  readonly panelCanvas: HTMLCanvasElement;
  readonly panelControls: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly status: HTMLElement;
  readonly find: FindParts;
  readonly tools: { root: HTMLElement; find: HTMLButtonElement; keys: HTMLButtonElement };
  readonly keySheet: HTMLDialogElement;
  readonly introduction: IntroductionParts;
  readonly progress: HTMLElement;
  readonly grab: HTMLButtonElement;
  readonly cardGrab: HTMLElement;
}

export function makeView(root: ShadowRoot): View {
  root.adoptedStyleSheets = [readerSheet()];
  const view: View = {
    root,
    frame: make('div', 'frame'),
    scroller: make('div', 'scroller'),
    page: make('div', 'page', ''),
    canvas: makeCanvas(),
    slot: make('slot', 'source', ''),
    poster: make('slot', 'poster', ''),
    error: make('slot', 'error', ''),
    text: make('article', 'text'),
    margin: make('div', 'margin'),
    card: make('div', 'card'),
    cardCanvas: makeCanvas(),
    cardControls: make('div', 'controls', ''),
    cardClose: make('button', 'close', 'button'),
    panel: make('aside', 'panel'),
    curve: makeCurveParts(),
    panelScroller: make('div', 'panel-scroller', ''),
    panelPage: make('div', 'page', ''),
    panelCanvas: makeCanvas(),
    panelControls: make('div', 'controls', ''),
    toggle: make('button', 'toggle', 'button'),
    status: make('p', 'status'),
    find: makeFindParts(),
    tools: makeTools(),
    keySheet: makeKeySheet(),
    introduction: makeIntroductionParts(),
    progress: makeProgressLine(),
    grab: make('button', 'grab', 'button'),
    cardGrab: make('div', 'grab', ''),
  };
  nameParts(view);
  view.page.append(view.poster, view.canvas, view.slot, view.text, view.margin);
  view.scroller.append(view.error, view.page);
  view.card.append(view.cardClose, view.cardCanvas, view.cardControls, view.cardGrab);
  view.panelPage.append(view.panelCanvas, view.panelControls);
  view.panelScroller.append(view.panelPage);
  view.panel.append(view.grab, view.curve.root, view.panelScroller);
  view.frame.append(view.progress, view.scroller, view.card, view.find.root, view.tools.root, view.introduction.root, view.toggle, view.panel, view.status, view.keySheet);
  root.append(view.frame);
  return view;
}

/** Of poster, slotted article and text, one. */
export function showOnly(view: View, what: 'slot' | 'text'): void {
  view.poster.hidden = true;
  view.slot.hidden = what !== 'slot';
  view.text.hidden = what !== 'text';
}

function makeTools(): View['tools'] {
  const tools = { root: make('div', 'tools', 'toolbar'), find: make('button', 'tool tool-find', 'button'), keys: make('button', 'tool tool-keys', 'button') };
  const own = make('slot', 'tools-slot', '');
  own.name = 'toolbar';
  for (const [button, key] of [[tools.find, 'find.title'], [tools.keys, 'help.open']] as const) {
    button.type = 'button';
    label(button, key);
    button.title = button.ariaLabel!;
  }
  tools.keys.textContent = '?';
  tools.root.hidden = true;
  tools.root.append(own, tools.find, tools.keys);
  return tools;
}

function nameParts(view: View): void {
  view.poster.name = 'poster';
  view.error.name = 'error';
  view.error.hidden = true;
  view.frame.dataset['mode'] = 'static';
  view.frame.lang = 'en';  // of the interface; the article has its own
  // A region that scrolls must take the focus, or the keyboard cannot scroll it.
  view.scroller.tabIndex = 0;
  view.scroller.setAttribute('role', 'region');
  label(view.scroller, 'article');
  view.text.hidden = true;
  view.margin.setAttribute('role', 'group');
  label(view.margin, 'margin');
  view.card.hidden = true;
  view.card.id = 'card';
  view.card.setAttribute('role', 'group');
  label(view.card, 'card');
  view.cardClose.type = 'button';
  label(view.cardClose, 'closeCard');
  view.panel.hidden = true;
  view.panel.id = 'panel';
  label(view.panel, 'findings');
  view.grab.type = 'button';
  label(view.grab, 'closePanel');
  view.cardGrab.setAttribute('aria-hidden', 'true');
  view.toggle.type = 'button';
  view.toggle.hidden = true;
  view.toggle.setAttribute('aria-controls', 'panel');
  view.toggle.setAttribute('aria-expanded', 'false');
  view.status.setAttribute('role', 'status');
}
