// What a reader tells the element that it works for.
//
//   const events: ReaderEvents = { select: (finding) => this.#emit('faultline-select', …), … };

import type { Finding } from './report.js';
import type { Filter } from './saved-state.js';
import type { ToolEvents } from './tools.js';

export type RenderMode = 'static' | 'dom' | 'canvas';
export type RenderWish = 'auto' | 'canvas' | 'dom';

export interface ReaderEvents extends ToolEvents {
  /** The person wants to go where a link of the article leads. */
  follow(href: string, text: string): void;
  /** The person chose a finding; false when the host shows it in its own way. */
  select(finding: Finding): boolean;
  modeChanged(mode: RenderMode): void;
  /** The reader works with less than it could, and why, in words. */
  degraded(reason: string): void;
  /** How far the article is on its way to its findings, from 0 to 1. */
  progress(share: number): void;
  /** The person has changed the filter. */
  filtered(filter: Filter): void;
  /** The person has corrected a finding; all corrections as a file. */
  corrected(corrections: string): void;
}
