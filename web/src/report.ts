// The report `faultline.report/1` as TypeScript sees it. Positions are Unicode code points of the article's text.

import type { Strings } from './strings.js';

export type Category =
  | 'REJECTION' | 'ACCUSATION' | 'INFLEXIBILITY' | 'THREAT' | 'CLOSURE' | 'COERCION' | 'HARM' | 'CREDIBILITY_GAP'
  | 'STATED_DISTRUST' | 'AGREEMENT' | 'CONCESSION' | 'ENGAGEMENT' | 'COOPERATION' | 'ACKNOWLEDGEMENT' | 'GOODWILL';
export type Polarity = 'eroding' | 'building';
export type Family = 'issue' | Polarity;

export interface Stretch {
  readonly start: number;
  readonly end: number;
}
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly mentions: readonly Stretch[];
}
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly kind: 'writer' | 'party' | 'person' | 'outlet' | 'unnamed';
}
export interface Issue {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly status: 'open' | 'hardened' | 'eased' | 'settled';
  readonly basis: 'labelled' | 'enacted' | 'grievance';
  readonly parties: readonly string[];
  readonly spans: readonly (Stretch & { readonly text: string })[];
  readonly signals: readonly string[];
  readonly correction?: Correction;
}
/** What a person has said about a finding; `was` is the category or type that was found, where the person has given another. */
export interface Correction {
  readonly verdict: 'none' | 'accepted' | 'rejected';
  readonly was?: string;
  readonly note?: string;
}
export interface Signal extends Stretch {
  readonly id: string;
  readonly text: string;
  readonly clause: Stretch;
  readonly category: Category;
  readonly polarity: Polarity;
  readonly track: 'words' | 'deeds';
  readonly who: string;
  readonly whom: string;
  readonly inherited: boolean;
  readonly speaker: string;
  readonly factuality: 'fact' | 'reported' | 'possible' | 'conditional';
  readonly time: 'current' | 'background' | 'future';
  readonly quote: 'none' | 'direct' | 'indirect' | 'partial' | 'scare';
  readonly intensity: number;
  readonly weight: number;
  readonly rule: string;
  readonly because: readonly (Stretch & { readonly role: string })[];
  readonly question: string;
  readonly correction?: Correction;
}
export interface Tally {
  readonly eroding: number;
  readonly building: number;
}
export interface Report {
  readonly schema: 'faultline.report/1';
  readonly generator: { readonly core: string; readonly rules: string; readonly model: string | null };
  readonly article: {
    readonly title: string;
    readonly lang: string;
    readonly code_points: number;
    readonly sha256: string;
    readonly blocks: readonly (Stretch & { readonly kind: BlockKind })[];
  };
  readonly parties: readonly Party[];
  readonly speakers: readonly Speaker[];
  readonly issues: readonly Issue[];
  readonly signals: readonly Signal[];
  readonly attributions: readonly unknown[];
  readonly links: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
  readonly suppressed: readonly (Stretch & { readonly rule: string; readonly reason: string })[];
  readonly ledger: readonly {
    readonly who: string;
    readonly whom: string;
    readonly words: Tally;
    readonly deeds: Tally;
    readonly background: Tally;
    readonly signals: readonly string[];
  }[];
  readonly curve: readonly { readonly block: number; readonly words: Tally; readonly deeds: Tally }[];
  readonly sourcing: Readonly<Record<'writer' | 'named' | 'unnamed' | 'hedged', number>>;
}
export type Finding = Issue | Signal;

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'quote';
export interface ArticleBlock {
  kind: BlockKind;
  level?: number;
  text: string;
}
/** The document `faultline.article/1`: an article as a list of blocks. */
export interface ArticleDocument {
  schema: 'faultline.article/1';
  title?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  source?: string;
  author?: string;
  published?: string;
  blocks: ArticleBlock[];
}

export function findFinding(report: Report, id: string): Finding | undefined {
  return report.signals.find((signal) => signal.id === id) ?? report.issues.find((issue) => issue.id === id);
}

/** "Rejection, Afghanistan → Pakistan: “…”", "Trade, Pakistan, Afghanistan: trade imbalance". */
export function describeFinding(report: Report, finding: Finding, strings: Strings): string {
  const nameOf = (id: string): string => id === 'dyad' ? strings.bothSides : report.parties.find((party) => party.id === id)?.name ?? strings.notNamed;
  if ('polarity' in finding) {
    return `${strings.kinds[finding.category] ?? ''}, ${nameOf(finding.who)} → ${nameOf(finding.whom)}: “${finding.text}”`;
  }
  return `${[strings.types[finding.type] ?? '', ...finding.parties.map(nameOf)].join(', ')}: ${finding.label}`;
}

/** "3 of 14: Rejection, …", of those that are shown; empty for what is no finding. */
export function describePosition(report: Report, id: string, shown: readonly string[], strings: Strings): string {
  const finding = findFinding(report, id);
  return finding ? strings.position(shown.indexOf(id) + 1, shown.length, describeFinding(report, finding, strings)) : '';
}

/** Freezes a value and all that it holds, so that no page can change what another part of it reads. */
export function freezeDeeply<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freezeDeeply(part);
  }
  return value;
}
