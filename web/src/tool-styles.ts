// The rules of what stands around the article: the trust curve, the find bar, the tools and their sheets.

export const kCurveRules = `
.panel { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
.panel-head { position: relative; }
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
