// The one style sheet of every reader: constructed once a page and adopted, as a strict content policy asks.
//
//   root.adoptedStyleSheets = [readerSheet()];
//
// `static` and `dom` flow as the browser breaks lines; `canvas` stands on the core's lines, transparent over the pixels.
// The colours repeat src/reader/theme.cpp for the renditions that the core does not draw.

import { kThemeRules } from './theme-rules.js';
import { kCurveRules, kNoteRules, kSheetRules, kToolRules } from './tool-styles.js';

let sheet: CSSStyleSheet | undefined;

export function readerSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(kThemeRules + kFrameRules + kTextRules + kMarginRules + kPanelRules + kCurveRules + kToolRules + kCardRules + kNoteRules + kSheetRules + kPrintRules);
  }
  return sheet;
}

// Below the descenders, and one below the other where findings overlap: dotted, wavy and plain tell families apart without colour.
const kMarkLines = `
  & mark {
    --below: calc(.27em + 3.5px * var(--level, 0));
    text-decoration: underline var(--mark) 1.5px; text-decoration-skip-ink: none; text-underline-offset: var(--below);
  }
  & mark[data-level="1"] { --level: 1; }
  & mark[data-level="2"] { --level: 2; }
  & mark[data-family=issue] { text-decoration-style: dotted; text-decoration-thickness: 2px; }
  & mark[data-family=eroding] { text-decoration-style: wavy; text-decoration-thickness: 1.2px; }
  & [data-font="8"] mark { --below: calc(.45em + 3.5px * var(--level, 0)); }
  & [data-font="10"] mark { --below: calc(.75em + 3.5px * var(--level, 0)); }
  & a[data-link] { text-decoration: underline var(--muted) 1px; text-underline-offset: .11em; }
`;

const kFrameRules = `
:host { display: block; block-size: 40rem; contain: content; }
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
.frame {
  position: relative; display: grid; block-size: 100%; overflow: hidden;
  grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) auto;
  background: var(--bg); color: var(--fg); font: 1rem/1.5 var(--serif);
}
.scroller { grid-area: 1 / 1; container-type: inline-size; overflow: hidden auto; overscroll-behavior: auto; }
.frame[data-side=start] { grid-template-columns: auto minmax(0, 1fr); }
.frame[data-side=start] .scroller { grid-column: 2; }
.frame[data-side=start] .panel { grid-column: 1; border-inline: 0 1px solid var(--border); }
.page { position: relative; min-block-size: 100%; }
/* What the core draws has its own left and right, whichever way the article goes. */
.canvas { position: absolute; left: 0; top: 0; pointer-events: none; }
.frame:not([data-mode=canvas]) .canvas { display: none; }
.frame:not([data-mode=canvas]) .page { block-size: auto !important; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.scroller:focus-visible, .panel-scroller:focus-visible { outline-offset: -3px; }
.status {
  grid-area: 2 / 1 / 3 / -1; margin: 0; padding: .5rem 1rem; font: .875rem/1.4 var(--sans);
  color: var(--muted); background: var(--bg); border-block-start: 1px solid var(--border);
}
.status:empty { padding: 0; border: 0; }
.status:not([data-shown]) { position: absolute; inline-size: 1px; block-size: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.toggle {
  position: absolute; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2; min-block-size: 44px; padding: .5rem 1.25rem;
  font: 600 1rem/1.2 var(--sans); color: var(--bg); background: var(--fg); border: 0; border-radius: 22px; cursor: pointer;
  box-shadow: 0 2px 10px rgb(0 0 0 / .25);
}
`;

const kTextRules = `
.text, .source { display: block; }
.frame:not([data-mode=canvas]) .text, .source {
  box-sizing: border-box; max-inline-size: calc(var(--size) * var(--measure, 66) * .4757 + 80px); margin-inline: auto; padding: 48px 40px 96px;
  font-size: var(--size); line-height: var(--leading, 1.5); text-align: var(--align, start); hyphens: var(--hyphens, manual); overflow-wrap: break-word;
}
@container (inline-size < 600px) {
  .frame:not([data-mode=canvas]) .text, .source { padding: 28px 20px 64px; font-size: calc(var(--size) * 18 / 19); }
  .frame:not([data-mode=canvas]) .text.text h1 { font-size: 1.72em; }
}
.text { position: relative; }
.text :is(h1, h2, h3, h4, h5, h6, p, ul, li, blockquote) { margin: 0; padding: 0; font-weight: inherit; }
.text ul { list-style: none; }
/* A bullet hangs where its own line begins. */
.frame:not([data-mode=canvas]) .text li { margin-inline-start: calc(1.35em * var(--depth, 1)); }
.text li[data-depth="2"] { --depth: 2; }
.text li:is([data-depth="3"], [data-depth="4"], [data-depth="5"]) { --depth: 3; }
.section { content-visibility: auto; }
.frame:not([data-mode=canvas]) .text {
  /* The measures of src/layout/page_style.cpp, so that little moves when the canvas takes over. */
  & :is(h1, h2, h3, h4, h5, h6) { hyphens: manual; }
  & h1 { font: 700 2.15em/1.16 var(--serif); margin-block-end: calc(.66em * var(--space, 1)); text-align: start; }
  & :is(h2, h3, h4, h5, h6) { font: 700 1.32em/1.25 var(--serif); margin-block: calc(1.7em * var(--space, 1)) calc(.5em * var(--space, 1)); text-align: start; }
  & :is(p, ul, blockquote) { margin-block-end: calc(.83em * var(--space, 1)); }
  & ul { list-style: disc; }
  & li { margin-block-end: calc(.45em * var(--space, 1)); }
  & li::marker { color: var(--muted); }
  & blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--border-strong); }
}
.frame[data-mode=canvas] .text {
  display: flow-root; color: transparent; -webkit-text-fill-color: transparent;
  & :is(h1, h2, h3, h4, h5, h6, p, li, blockquote) { white-space: normal; overflow-wrap: normal; hyphens: none; letter-spacing: 0; word-spacing: 0; text-indent: 0; }
  & .line { white-space: nowrap; }
  & .section:not([data-set]) :is(h1, h2, h3, h4, h5, h6, p, li, blockquote) {
    inline-size: var(--plain-width); margin: 0 0 var(--plain-gap) var(--plain-left); font-size: var(--plain-size); line-height: var(--plain-leading);
  }
  font-synthesis: none; direction: ltr;
  /* A face beside the block's does not move its lines. */
  & span[data-font] { line-height: 0; }
  /* The core's typefaces lack these characters: nothing is drawn below them. */
  & .missing { color: var(--fg); -webkit-text-fill-color: var(--fg); }
  & ::selection { color: transparent; background: var(--selection); }
}
.frame .text.text {
  & :is([data-font="0"], [data-font="1"], [data-font="4"], [data-font="5"]) { font-family: var(--serif); }
  & :is([data-font="2"], [data-font="3"], [data-font="6"], [data-font="7"]) { font-family: var(--sans); }
  & :is([data-font="8"], [data-font="9"]) { font-family: var(--naskh); }
  & :is([data-font="10"], [data-font="11"]) { font-family: var(--nastaliq); }
  & [data-font="12"] { font-family: var(--own), var(--serif); }
  & [data-font] { font-weight: 400; font-style: normal; }
  & :is([data-font="1"], [data-font="3"], [data-font="5"], [data-font="7"], [data-font="9"], [data-font="11"]) { font-weight: 700; }
  & :is([data-font="4"], [data-font="5"], [data-font="6"], [data-font="7"]) { font-style: italic; }
}
.frame:not([data-mode=canvas]) .text.text {
  & :is([data-font="8"], [data-font="9"]):not(span) { line-height: calc(var(--leading, 1.5) * 17 / 15); }
  & :is([data-font="10"], [data-font="11"]):not(span) { line-height: calc(var(--leading, 1.5) * 25 / 15); }
}
mark { color: inherit; background: none; cursor: pointer; border-radius: 2px; }
mark:focus-visible { outline-offset: 1px; }
/* Said by screen readers, never copied, found or seen: generated content out of the flow. */
.edge::before {
  content: "[" attr(data-said) "] "; position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
a[data-link] { color: inherit; text-decoration: none; }
.frame[data-mode=dom] {
  ${kMarkLines}
  /* Not the whole height of the line: the tint of the next one would hide the underlines of this. */
  & mark { background: linear-gradient(var(--mark-chip) 0 0) bottom / 100% 84% no-repeat; }
}
}
.frame[data-mode=dom] mark[data-selected] { outline: 2px solid currentColor; outline-offset: 1px; }
`;

const kMarginRules = `
.margin { position: absolute; inset: 0; pointer-events: none; }
.frame[data-mode=static] .margin { display: none; }
.beside {
  position: absolute; left: var(--left); top: var(--top); width: var(--width); height: var(--height);
  display: grid; place-items: center; margin: 0; padding: 0; border: 0; border-radius: 4px; background: none; color: transparent;
  cursor: pointer; pointer-events: auto; user-select: none;
}
.frame[data-mode=dom] {
  & button.beside::before {
    content: attr(data-tag); inline-size: 24px; border-radius: 4px; font: 700 10.5px/17px var(--sans); text-align: center;
    color: var(--mark-ink); background: var(--mark-chip);
  }
  & button.beside[data-selected]::before { color: var(--bg); background: var(--mark-ink); }
  & button.beside[data-several]::before { color: var(--muted); background: var(--hover); }
  & span.beside::before { content: ""; inline-size: 2px; block-size: 100%; background: var(--mark); }
}
`;

const kPanelRules = `
.panel { grid-area: 1 / 2; inline-size: var(--faultline-panel-size, 21.25rem); overflow: hidden; border-inline-start: 1px solid var(--border); background: var(--panel-bg); }
.panel-scroller { min-block-size: 0; overflow: hidden auto; }
.frame[data-side=bottom] .panel {
  position: absolute; grid-area: auto; inset: auto 0 0; z-index: 3; inline-size: auto; block-size: min(70%, 32rem);
  border: 0; border-block-start: 1px solid var(--border); border-radius: 14px 14px 0 0; box-shadow: 0 -6px 24px rgb(0 0 0 / .18);
}
/* The button that opened the sheet closes it, from just above. */
.frame[data-side=bottom] .toggle[aria-expanded=true] { z-index: 4; inset-block-end: calc(min(70%, 32rem) + .75rem); }
.control { box-sizing: border-box; margin: 0; font: .9375rem/1.4 var(--sans); color: inherit; text-align: start; }
/* Words of another direction keep their own; where they stand is the page's. */
.frame[dir=rtl] :is(.control, .status, .toggle) { text-align: right; unicode-bidi: plaintext; }
button.control { background: none; border: 0; cursor: pointer; }
.frame[data-mode=canvas] .control {
  position: absolute; left: var(--left); top: var(--top); width: var(--width); height: var(--height);
  padding: 0; overflow: hidden; color: transparent; border-radius: 4px;
  &:focus-visible { outline-offset: -2px; }
  &:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: -2px; }
  & input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
}
.frame[data-mode=canvas] p.control { pointer-events: none; }
.frame:not([data-mode=canvas]) .controls {
  padding: 1.25rem;
  & .tabs { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-block-end: .75rem; border-block-end: 1px solid var(--border); }
  & button.control[role=tab] {
    inline-size: auto; padding: .5rem 0; border-block-end: 2px solid transparent; color: var(--muted);
    &[aria-selected=true] { border-block-end-color: currentColor; color: var(--fg); font-weight: 600; }
  }
  & h2.control { font: 700 1.25rem/1.3 var(--serif); margin-block: 0 .5rem; }
  & :is(h3, h4, h5, h6).control { font: 600 .8125rem/1.4 var(--sans); color: var(--muted); margin-block: 1.25rem .25rem; }
  & p.control { margin-block: .25rem; color: var(--muted); }
  & button.control { display: block; inline-size: 100%; padding: .5rem .25rem .5rem .75rem; min-block-size: 44px; border-block-end: 1px solid var(--border); }
  & button.control[data-family] { border-inline-start: 4px dotted var(--mark); }
  & button.control[data-family=eroding] { border-inline-start-style: solid; }
  & button.control[data-family=building] { border-inline-start-style: dashed; }
  & button.control[aria-pressed=true] { background: var(--hover); }
  /* Categories below their family. */
  & label.control[data-control^="show:"]:not([data-control="show:issues"], [data-control="show:eroding"], [data-control="show:building"]) { margin-inline-start: 1.75rem; }
  & label.control { display: flex; gap: .625rem; align-items: center; min-block-size: 2rem; cursor: pointer; }
  & input { inline-size: 1.125rem; block-size: 1.125rem; margin: 0; accent-color: var(--fg); }
}
[data-family=issue] { --mark: var(--issue); --mark-ink: var(--issue-ink); --mark-chip: var(--issue-tint); }
[data-family=eroding] { --mark: var(--eroding); --mark-ink: var(--eroding-ink); --mark-chip: var(--eroding-tint); }
[data-family=building] { --mark: var(--building); --mark-ink: var(--building-ink); --mark-chip: var(--building-tint); }
@media (hover: hover) { .frame:not([data-mode=canvas]) button.control:hover { background: var(--hover); } }
`;

const kCardRules = `
.card {
  position: absolute; z-index: 5; left: var(--left); top: var(--top); inline-size: var(--width);
  overflow: hidden auto; overscroll-behavior: contain; max-block-size: calc(100% - 16px); scrollbar-width: thin;
  background: var(--panel-bg); border: 1px solid var(--border); border-radius: 8px;
  box-shadow: 0 6px 24px rgb(0 0 0 / .2);
}
.frame[data-mode=canvas] .card { box-sizing: content-box; block-size: var(--height); }
.frame[data-side=bottom] .card { left: 0 !important; right: 0; top: auto !important; bottom: 0; inline-size: auto; border-radius: 14px 14px 0 0; border-width: 1px 0 0; }
.frame:not([data-mode=canvas]) .card {
  border-block-start: 4px solid var(--mark);
  & .controls { max-block-size: 60vh; overflow: auto; }
  & :is(h2, h3, h4, h5, h6).control { font: 700 1.125rem/1.3 var(--serif); color: inherit; margin-block: .25rem .5rem; }
  & p.control:first-child { padding-inline-end: 2.5rem; font-weight: 600; color: inherit; }
}
/* Stays in the corner while the card scrolls, and takes no room in it. */
.close {
  position: sticky; z-index: 1; inset-block-start: 6px; float: inline-end; margin: 6px 6px -38px; inline-size: 32px; block-size: 32px; padding: 0; border: 0; border-radius: 6px;
  background: none; color: var(--muted); cursor: pointer;
  &::before, &::after { content: ""; position: absolute; inset: 15px 9px auto; block-size: 2px; background: currentColor; transform: rotate(45deg); }
  &::after { transform: rotate(-45deg); }
}
@media (pointer: coarse) {
  .close { inline-size: 44px; block-size: 44px; margin-block-end: -50px; &::before, &::after { inset: 21px 14px auto; } }
}
@media (hover: hover) { .close:hover { background: var(--hover); color: var(--fg); } }
`;

const kPrintRules = `
@media print {
  :host { block-size: auto !important; contain: none; }
  .frame { display: block; block-size: auto; overflow: visible; background: none; color: #000; }
  .scroller { overflow: visible; }
  .page { block-size: auto !important; }
  .canvas, .panel, .card, .toggle, .status, .margin { display: none !important; }
  .section { block-size: auto !important; margin: 0 !important; content-visibility: visible; }
  .frame .text.text { display: block; color: #000 !important; -webkit-text-fill-color: #000 !important; }
  .text :is(h1, h2, h3, h4, h5, h6, p, li, blockquote) { block-size: auto !important; inline-size: auto !important; margin: 0 0 .8em !important; line-height: 1.5 !important; break-inside: avoid-page; }
  .text :is(h1, h2, h3, h4, h5, h6) { line-height: 1.2 !important; }
  .text :is([data-font="8"], [data-font="9"]):not(span) { line-height: 1.7 !important; }
  .text :is([data-font="10"], [data-font="11"]):not(span) { line-height: 2.5 !important; }
  .text .line { white-space: normal !important; word-spacing: 0 !important; }
  .text ul { list-style: disc; }
  .frame .text.text li { margin-inline-start: calc(1.4em * var(--depth, 1)) !important; }
  .frame .text blockquote { padding-inline-start: 1em; border-inline-start: 3px solid #777; }
  .frame { --mark: #000; --muted: #000; ${kMarkLines} }
  .frame mark { --mark: #000; }
}
@media (forced-colors: active) {
  .frame mark { background: Mark; color: MarkText; forced-color-adjust: none; }
  .toggle { border: 1px solid ButtonText; }
}
`;
