// The report `faultline.report/1` as TypeScript sees it. Positions are Unicode code points of the article's text.

import { kStrings } from './strings.js';

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

export function familyOf(finding: Finding): Family {
  return 'polarity' in finding ? finding.polarity : 'issue';
}

export function familiesOf(report: Report): ReadonlyMap<string, Family> {
  return new Map([...report.issues, ...report.signals].map((finding) => [finding.id, familyOf(finding)]));
}

/** "Rejection, Afghanistan → Pakistan", "Trade, Pakistan and Afghanistan: trade imbalance". */
export function describeFinding(report: Report, finding: Finding): string {
  const say = (name: string): string => name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');
  if ('polarity' in finding) {
    return `${say(finding.category)}, ${nameOfParty(report, finding.who)} → ${nameOfParty(report, finding.whom)}: “${finding.text}”`;
  }
  const parties = finding.parties.map((id) => nameOfParty(report, id)).join(' and ');
  return `${say(finding.type)}${parties ? `, ${parties}` : ''}: ${finding.label}`;
}

/** "3 of 14: Rejection, …", of those that are shown; empty for what is no finding. */
export function describePosition(report: Report, id: string, shown: readonly string[]): string {
  const finding = findFinding(report, id);
  return finding ? kStrings.position(shown.indexOf(id) + 1, shown.length, describeFinding(report, finding)) : '';
}

/** The name a reader knows a party by; the two words of the annotation guide are put in plain English. */
export function nameOfParty(report: Report, id: string): string {
  if (id === 'dyad') return 'both sides';
  return report.parties.find((party) => party.id === id)?.name ?? 'not named';
}

/** Freezes a value and all that it holds, so that no page can change what another part of it reads. */
export function freezeDeeply<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freezeDeeply(part);
  }
  return value;
}
