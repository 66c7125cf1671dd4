// The article as the core has laid it out: what it answers to `layoutArticle`, `textLayer` and `marks`. Lengths in CSS pixels.

import type { FontRole } from './core.js';
import type { BlockKind } from './report.js';

/** A stretch of the text, in UTF-16 units. */
export interface TextBlock {
  kind: BlockKind;
  level: number;
  start: number;
  end: number;
}

export interface Run {
  start: number;
  end: number;
  findings: string[];
  /** Of the findings' underlines, 0 nearest to the words. */
  levels?: number[];
  /** Where a link leads. */
  link?: string;
  /** Where it is not the block's. */
  font?: FontRole;
  /** The core's typefaces lack these characters; the page shows them. */
  missing?: boolean;
}

/** What stands beside a line, in px on the surface: the letters of a finding, the bar of one that goes on, or how many found no room. */
export interface MarginMark {
  finding: string;
  /** It stands for so many. */
  count?: number;
  /** None for a bar. */
  tag?: string;
  name?: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Line {
  top: number;
  baseline: number;
  left: number;
  width: number;
  runs: Run[];
  margin?: MarginMark[];
}

/** A finding that is switched on: its two letters and their meaning, and the blocks where it has marks. */
export interface MarkedFinding {
  finding: string;
  tag: string;
  name: string;
  blocks: number[];
}

/** A block of the article in its lines. */
export interface SetBlock {
  /** Lines begin at the right. */
  rtl?: boolean;
  left: number;
  width: number;
  font: FontRole;
  size: number;
  /** Of each line, in pixels. */
  leading: number;
  lines: Line[];
}

export interface ArticleLayout {
  width: number;
  height: number;
  column: { left: number; width: number };
  fontSize: number;
  lineHeight: number;
  /** Those that article and panel would be set in, there or not. */
  faces: FontRole[];
  /** As loaded. */
  blocks: readonly TextBlock[];
  /** Where they stand: the top of the n-th is the number 2 n, its height the next. */
  places: Float32Array;
}
