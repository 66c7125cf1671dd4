// What a person has chosen, as small JSON that a host can keep and give back: `saveState()` and `restoreState(state)`.
//
//   const state = readState(JSON.parse(text));   // throws a TypeError that says what was expected

/** What is switched off (categories and families), and the choices that are made: "party:p1", "pair:p1:p2", "speaker:writer", "certainty:reported", "time:current", "issue:i1". */
export interface Filter {
  readonly off: readonly string[];
  readonly only: readonly string[];
}

export interface SavedState {
  readonly version: 1;
  /** sha256 of the article's text. Of another text ids mean other things: there selection, parties, speakers and issues are left out. */
  readonly article: string;
  readonly filter: Filter;
  readonly tab: string;
  readonly selected: string | null;
  /** A document `faultline.corrections/1`; found again in a text that was edited a little. */
  readonly corrections: object;
  /** A position of the text, in UTF-16 units, at the upper edge of the view. */
  readonly place: number;
}

export function readState(value: unknown): SavedState {
  const state = expectObject(value, 'the state', 'as saveState() returns it');
  if (state['version'] !== 1) throw new TypeError(`version: expected 1, not ${JSON.stringify(state['version'])}`);
  const filter = readFilter(state['filter'], 'filter.');
  const { article, tab, selected, place } = state;
  if (typeof article !== 'string') throw new TypeError('article: expected the sha256 of its text');
  if (typeof tab !== 'string' || tab === '') throw new TypeError('tab: expected the name of a tab');
  if (selected !== null && typeof selected !== 'string') throw new TypeError('selected: expected the id of a finding, or null');
  if (typeof place !== 'number' || !(place >= 0)) throw new TypeError('place: expected a number from 0 up');
  return { version: 1, article, filter, tab, selected, corrections: expectObject(state['corrections'], 'corrections', 'a document faultline.corrections/1'), place };
}

export function readFilter(value: unknown, where = ''): Filter {
  const filter = expectObject(value, where ? 'filter' : 'the filter', 'with the lists off and only');
  return { off: readNames(filter['off'], `${where}off`), only: readNames(filter['only'], `${where}only`) };
}

function readNames(value: unknown, where: string): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) throw new TypeError(`${where}: expected a list of names`);
  return [...(value as string[])];
}

function expectObject(value: unknown, where: string, expected: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${where}: expected an object ${expected}`);
  return value as Record<string, unknown>;
}
