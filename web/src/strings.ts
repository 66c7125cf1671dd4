// Every word of the interface that the page itself says (the group "page" of assets/strings); the drawn panel and card bring their own.
//
//   button.textContent = stringsOf(button).saveNote;    // in the language of the reader that the element belongs to
//   label(scroller, 'article');                         // and again when that language changes

import { kind, page, party, type } from '../../assets/strings/en.json';

type Forms = Readonly<Record<string, string>>;
/** The groups of a catalogue that the page itself needs. */
export interface PageWords {
  readonly page: { readonly [Key in keyof typeof page]: (typeof page)[Key] extends string ? string : Forms };
  readonly kind: Readonly<Record<string, string>>;
  readonly type: Readonly<Record<string, string>>;
  readonly party: Readonly<Record<string, string>>;
}

export const kEnglish: PageWords = { page, kind, party, type };

export function makeStrings({ page, kind, party, type }: PageWords, lang: string) {
  const rules = new Intl.PluralRules(lang);
  const sayCount = (forms: Forms, n: number, values: Record<string, string>): string => fill(forms[rules.select(n)] ?? forms['other']!, { n, ...values });
  return {
    article: page.article,
    findings: page.findings,
    curve: page.curve,
    find: {
      title: page.find, field: page.findField, previous: page.findPrevious, next: page.findNext, close: page.findClose, none: page.foundNone,
      matchCase: page.matchCase, wholeWord: page.wholeWord, matchMarks: page.matchMarks,
      position: (at: number, of: number): string => fill(page.foundAt, { at, of }),
    },
    introduction: {
      name: page.introduction, next: page.introductionNext, done: page.introductionDone, skip: page.introductionSkip,
      at: (at: number, of: number): string => fill(page.introductionAt, { at, of }),
      steps: [
        { title: page.introductionMarks, text: page.introductionMarksText }, { title: page.introductionOpen, text: page.introductionOpenText },
        { title: page.introductionCounts, text: page.introductionCountsText },
      ],
      samples: { issue: page.introductionIssue, eroding: page.introductionEroding, building: page.introductionBuilding },
    },
    progress: { name: page.progress, done: page.progressDone, at: (percent: number): string => fill(page.progressAt, { percent }) },
    help: {
      open: page.help, title: page.helpTitle, close: page.helpClose,
      keys: [
        ['n', page.keyNext], ['p', page.keyPrevious], ['i', page.keyIssue], ['/', page.keyFind], ['Enter', page.keyOpen], ['← →', page.keyCurve],
        ['Esc', page.keyEscape], ['?', page.keyHelp],
      ] as const,
    },
    margin: page.margin,
    card: page.card,
    closeCard: page.closeCard,
    openPanel: (count: number): string => sayCount(page.openPanel, count, {}),
    closePanel: page.closePanel,
    note: page.note,
    saveNote: page.saveNote,
    cancelNote: page.cancelNote,
    several: (count: number, first: string): string => sayCount(page.several, count, { first }),
    position: (at: number, of: number, what: string): string => fill(page.position, { at, of, what }),
    noCore: (why: string): string => fill(page.noCore, { why }),
    noModel: (why: string): string => fill(page.noModel, { why }),
    noArticle: (why: string): string => fill(page.noArticle, { why }),
    noWebGl: page.noWebGl,
    citationCopied: page.citationCopied,
    linkCopied: page.linkCopied,
    tableCopied: page.tableCopied,
    notCopied: (words: string): string => fill(page.notCopied, { words }),
    families: { issue: page.issue, eroding: page.eroding, building: page.building },
    kinds: kind,
    types: type,
    bothSides: party['dyad_whom']!,
    notNamed: party['unspecified']!,
  } as const;
}

export type Strings = ReturnType<typeof makeStrings>;

export const kStrings: Strings = makeStrings(kEnglish, 'en');

// Of the shadow trees whose language is another than English.
const others = new WeakMap<Node, Strings>();

export function stringsOf(node: Node): Strings {
  return others.get(node.getRootNode()) ?? kStrings;
}

/** Gives a reader's shadow tree its language, and every label in it its new words. */
export function setStrings(root: ShadowRoot, strings: Strings): void {
  others.set(root, strings);
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const name = find(strings, element.dataset['label']!);
    element.setAttribute('aria-label', name);
    if (element.title) element.title = name;
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-words]')) element.textContent = find(strings, element.dataset['words']!);
}

/** Names an element for those who do not see it; `key` is a path such as "find.next". */
export function label(element: HTMLElement, key: string): void {
  element.dataset['label'] = key;
  element.setAttribute('aria-label', find(stringsOf(element), key));
}

/** The same for words that are seen. */
export function say(element: HTMLElement, key: string): void {
  element.dataset['words'] = key;
  element.textContent = find(stringsOf(element), key);
}

function find(strings: Strings, key: string): string {
  return String(key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], strings));
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name));
}
