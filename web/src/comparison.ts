// How several articles tell of one dispute (`faultline.comparison/1`), as TypeScript sees it. The lists named `cells` have one an article.

import type { Tally } from './report.js';

/** Told: a sentence speaks of it, but nobody is said to dispute it. */
export type Standing = 'disputed' | 'conceded' | 'told' | 'omitted';

export interface Comparison {
  readonly schema: 'faultline.comparison/1';
  /** A is the article that is read; then the others, in their order. */
  readonly articles: readonly { readonly id: string; readonly title: string; readonly issues: number; readonly signals: number }[];
  readonly issues: readonly {
    readonly label: string;
    readonly type: string;
    /** `issues` are ids of the article's own report, `voices` those in whose words it is named there. */
    readonly cells: readonly { readonly standing: Standing; readonly issues: readonly string[]; readonly voices: readonly string[] }[];
  }[];
  readonly ledger: readonly {
    readonly who: string;
    readonly whom: string;
    /** Null where nothing passes between the two. */
    readonly cells: readonly ({ readonly words: Tally; readonly deeds: Tally; readonly background: Tally } | null)[];
  }[];
}
