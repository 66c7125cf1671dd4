// The rules of what stands around the article: the trust curve, the find bar, the tools and their sheets.

export const kCurveRules = `
.panel { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); }
.curve { grid-row: 2; }
.panel-scroller { grid-row: 3; }
.curve { position: relative; block-size: var(--height, 96px); border-block-end: 1px solid var(--border); }
.curve-slider, .curve-frame { position: absolute; left: var(--plot-left); top: var(--plot-top); height: var(--plot-height); }
.curve-slider { width: var(--plot-width); cursor: pointer; touch-action: pan-y; border-radius: 2px; }
.curve-slider:focus-visible { outline-offset: 5px; }
.curve-frame {
  box-sizing: border-box; margin: -4px 0 0 -1px; height: calc(var(--plot-height) + 7px); pointer-events: none;
  border: 1px solid var(--border-strong); border-radius: 3px; background: color-mix(in srgb, var(--fg) 4%, transparent);
}
.curve-anchor { position: absolute; left: var(--plot-left); top: 0; width: 1px; height: 100%; pointer-events: none; }
.curve-above, .curve-below { position: absolute; top: calc(var(--plot-top) + var(--plot-height) + 6px); font: 600 .6875rem/1 var(--sans); color: var(--muted); pointer-events: none; font-variant-numeric: tabular-nums; }
.curve-above { inset-inline-start: var(--plot-start); }
.curve-below { inset-inline-end: 24px; }
.curve-mark, .curve-label { position: absolute; left: var(--left); top: var(--top); width: var(--width); height: var(--height); }
.curve-line { position: absolute; left: var(--left); top: var(--top); width: var(--width); height: 1px; background: var(--border-strong); }
.curve-mark { background: var(--mark); }
.curve-mark[data-hollow] { box-sizing: border-box; background: none; border: 1px solid var(--mark); }
.curve-label { font: .71875rem/1.5 var(--sans); color: var(--muted); white-space: nowrap; }
@media (forced-colors: active) { .curve-mark { forced-color-adjust: none; } }
`;

export const kToolRules = `
.tools { grid-area: 1 / 1; place-self: start end; z-index: 2; display: flex; gap: 6px; margin: 14px 20px; pointer-events: none; }
.frame[data-side=start] :is(.tools, .find) { grid-column: 2; }
.tools > * { pointer-events: auto; }
.tool {
  position: relative; inline-size: 32px; block-size: 32px; padding: 0; border: 1px solid transparent; border-radius: 8px;
  font: 600 1rem/1 var(--sans); color: var(--muted); background: var(--bg); cursor: pointer;
}
.tool-find::before { content: ""; position: absolute; inset: 8px auto auto 8px; inline-size: 10px; block-size: 10px; border: 1.75px solid currentColor; border-radius: 50%; box-sizing: border-box; }
.tool-find::after { content: ""; position: absolute; inset: 18px auto auto 16px; inline-size: 7px; block-size: 1.75px; background: currentColor; transform: rotate(45deg); transform-origin: 0 50%; margin: -1px 0 0 1px; }
.find {
  grid-area: 1 / 1; place-self: start end; z-index: 4; box-sizing: border-box; display: flex; align-items: center; gap: 2px;
  inline-size: min(27rem, 100% - 24px); margin: 12px; padding: 5px 6px 5px 12px;
  font: .875rem/1.2 var(--sans); color: var(--fg); background: var(--bg); border: 1px solid var(--border); border-radius: 10px; box-shadow: 0 4px 18px rgb(0 0 0 / .14);
}
.find-field { flex: 1; min-inline-size: 4rem; block-size: 32px; padding: 0; border: 0; font: inherit; font-size: 1rem; color: inherit; background: none; outline: none; appearance: none; }
.find:has(.find-field:focus-visible) { outline: 3px solid var(--focus); outline-offset: 1px; }
.find-field::-webkit-search-cancel-button { display: none; }
.find-count { padding-inline: 8px; color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
.find[data-none] .find-count { color: var(--eroding-ink); }
.find button { flex: none; position: relative; inline-size: 30px; block-size: 30px; padding: 0; border: 0; border-radius: 6px; font: 600 .8125rem/1 var(--sans); color: var(--muted); background: none; cursor: pointer; }
.find button[aria-pressed=true] { color: var(--bg); background: var(--fg); }
.find button[aria-disabled=true] { opacity: .45; cursor: default; }
:is(.find-previous, .find-next)::before { content: ""; position: absolute; inset: 0; margin: auto; inline-size: 7px; block-size: 7px; border: solid currentColor; border-width: 2px 0 0 2px; transform: translateY(2px) rotate(45deg); }
.find-next::before { transform: translateY(-2px) rotate(225deg); }
.find-close::before, .find-close::after { content: ""; position: absolute; inset: 14px 8px auto; block-size: 2px; background: currentColor; transform: rotate(45deg); }
.find-close::after { transform: rotate(-45deg); }
.find-option[data-option=matchCase]::before { content: "Aa"; }
.find-option[data-option=wholeWord]::before { content: "ab"; border: solid currentColor; border-width: 0 1.5px; padding: 1px 2px; border-radius: 1px; }
.find-option[data-option=matchMarks]::before { content: "é"; font-size: 1rem; }
.curve-found { position: absolute; left: var(--plot-left); top: calc(var(--plot-top) - 7px); width: var(--plot-width); height: 5px; pointer-events: none; }
.curve-found span { position: absolute; left: var(--at); width: 2px; height: 5px; margin-left: -1px; background: var(--found-tick); }
.keys { box-sizing: border-box; inline-size: min(26rem, 100vw - 32px); padding: 24px 28px 20px; border: 1px solid var(--border); border-radius: 14px; color: var(--fg); background: var(--panel-bg); box-shadow: 0 12px 48px rgb(0 0 0 / .3); font: .9375rem/1.4 var(--sans); }
.keys::backdrop { background: rgb(0 0 0 / .28); }
.keys-title { margin: 0 0 12px; font: 700 1.25rem/1.25 var(--serif); }
.keys-list { margin: 0; }
.keys-row { display: grid; grid-template-columns: 6.5rem 1fr; align-items: baseline; padding-block: 7px; border-block-start: 1px solid var(--border); }
.keys dd { margin: 0; }
.keys dt { display: flex; gap: 4px; }
.keys kbd { display: inline-block; min-inline-size: 1.25em; padding: 2px 6px; border: 1px solid var(--border-strong); border-block-end-width: 2px; border-radius: 5px; font: 600 .8125rem/1.3 var(--sans); text-align: center; background: var(--bg); }
.keys-close { display: block; margin: 16px 0 0 auto; min-block-size: 36px; padding: 0 18px; border: 0; border-radius: 18px; font: 600 .9375rem/1 var(--sans); color: var(--bg); background: var(--fg); cursor: pointer; }
.frame[data-mode=dom] .text {
  & ::highlight(faultline-found) { background-color: var(--found); }
  & ::highlight(faultline-found-now) { background-color: var(--found-now); text-decoration: underline 3px var(--fg); }
}
@media (hover: hover) {
  .tool:hover, .find button:not([aria-pressed=true], [aria-disabled=true]):hover { color: var(--fg); background: var(--hover); }
}
@media (pointer: coarse) {
  .tool, .find button { inline-size: 44px; block-size: 44px; }
  .tool { border-color: var(--border); border-radius: 22px; box-shadow: 0 2px 8px rgb(0 0 0 / .12); }
  .tool-find::before { inset: 13px auto auto 13px; }
  .tool-find::after { inset: 23px auto auto 21px; }
  .find { flex-wrap: wrap; inline-size: calc(100% - 24px); }
  .find-field { block-size: 44px; flex-basis: 6rem; }
  /* The options have a row of their own. */
  .find::after { content: ""; order: 1; flex-basis: 100%; }
  .find-option { order: 2; }
  .find-close::before, .find-close::after { inset: 21px 14px auto; }
  .keys-close { min-block-size: 44px; border-radius: 22px; }
}
.frame[data-side=bottom] .tools { place-self: end start; margin: 1rem; }
.frame[data-side=bottom] .tool { border-color: var(--border); border-radius: 22px; box-shadow: 0 2px 8px rgb(0 0 0 / .12); }
@media print { .tools, .find, .keys { display: none !important; } }
`;

export const kSheetRules = `
.grab { display: none; }
.frame[data-side=bottom] {
  & .panel, & .card { transform: translateY(var(--pulled, 0)); }
  & .grab {
    display: block; position: relative; z-index: 1; inline-size: 100%; block-size: 44px; margin: 0 0 -20px; padding: 0; border: 0; border-radius: 14px 14px 0 0;
    background: none; cursor: grab; touch-action: none;
    &::before { content: ""; position: absolute; inset: 9px 0 auto; margin: auto; inline-size: 40px; block-size: 4px; border-radius: 2px; background: var(--border-strong); }
  }
  & .card { max-block-size: 80%; overflow: hidden auto; }
  & .card .grab { position: absolute; inset: 0 56px auto; inline-size: auto; margin: 0; }
  & .introduction { margin-block-end: 76px; }
  /* The sheet's own handle closes it. */
  & .toggle[aria-expanded=true] { visibility: hidden; }
}
@media (prefers-reduced-motion: no-preference) {
  .frame[data-side=bottom] :is(.panel, .card):not([hidden]) { animation: rise 160ms ease-out; }
}
@keyframes rise { from { transform: translateY(40px); opacity: .4; } }
.introduction {
  grid-area: 1 / 1; place-self: end start; z-index: 2; box-sizing: border-box; inline-size: min(22rem, 100% - 32px); margin: 16px; padding: 18px 20px 14px;
  color: var(--fg); background: var(--panel-bg); border: 1px solid var(--border); border-radius: 12px; box-shadow: 0 6px 24px rgb(0 0 0 / .14); font: .9375rem/1.5 var(--sans);
}
.frame[data-side=start] .introduction { grid-column: 2; }
.introduction-title { margin: 0 0 4px; font: 700 1.125rem/1.25 var(--serif); }
.introduction-text { margin: 0; }
.introduction-samples { margin: 10px 0 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font: 1rem/1.6 var(--serif); }
.introduction-sample { text-decoration: underline var(--mark) 1.5px; text-underline-offset: .27em; text-decoration-skip-ink: none; }
.introduction-sample[data-family=issue] { text-decoration-style: dotted; text-decoration-thickness: 2px; }
.introduction-sample[data-family=eroding] { text-decoration-style: wavy; text-decoration-thickness: 1.2px; }
.introduction-row { display: flex; align-items: center; gap: 8px; margin-block-start: 14px; }
.introduction-step { flex: 1; margin: 0; font-size: .8125rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.introduction button { min-block-size: 32px; padding: 0 12px; border: 0; border-radius: 16px; font: 600 .875rem/1 var(--sans); color: var(--muted); background: none; cursor: pointer; }
.introduction .introduction-next { color: var(--bg); background: var(--fg); }
.progress { position: absolute; z-index: 3; inset: 0 0 auto; block-size: 2px; overflow: hidden; animation: appear 0s 400ms both; }
.progress::before { content: ""; position: absolute; inset: 0; background: var(--fg); transform: scaleX(var(--share, 0)); transform-origin: 0 0; }
.frame[dir=rtl] .progress::before { transform-origin: 100% 0; }
@keyframes appear { from { opacity: 0; } to { opacity: 1; } }
@media (pointer: coarse) { .introduction button { min-block-size: 44px; border-radius: 22px; } }
@media print { .introduction, .progress { display: none !important; } }
`;

/* Over the lower part of the card: what it says of the finding stays readable above. */
export const kNoteRules = `
.note {
  position: absolute; inset: auto 0 0; padding: 12px 18px 14px; background: var(--panel-bg); border-block-start: 1px solid var(--border);
  box-shadow: 0 -4px 16px rgb(0 0 0 / .08); font: .875rem/1.4 var(--sans);
}
.note-title { display: block; margin-block-end: 6px; color: var(--muted); font-weight: 600; }
.note-field {
  box-sizing: border-box; display: block; inline-size: 100%; padding: 8px 10px; resize: none; font: 1rem/1.45 var(--serif);
  color: var(--fg); background: var(--bg); border: 1px solid var(--border-strong); border-radius: 6px;
}
.note-save, .note-cancel {
  min-block-size: 32px; margin-block-start: 10px; margin-inline-end: 8px; padding: 0 14px; border-radius: 6px; font: 600 .875rem/1 var(--sans); cursor: pointer;
}
.note-save { color: var(--bg); background: var(--fg); border: 1px solid var(--fg); }
.note-cancel { color: var(--fg); background: none; border: 1px solid var(--border-strong); }
@media (pointer: coarse) { .note-save, .note-cancel { min-block-size: 44px; } }
`;
