// Every word of the interface that the page itself says (the group "page" of assets/strings); the drawn panel and card bring their own.

import { page } from '../../assets/strings/en.json';

export const kStrings = {
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
  several: (count: number, first: string): string => sayCount(page.several, count, { first }),
  position: (at: number, of: number, what: string): string => fill(page.position, { at, of, what }),
  noCore: (why: string): string => fill(page.noCore, { why }),
  noModel: (why: string): string => fill(page.noModel, { why }),
  noArticle: (why: string): string => fill(page.noArticle, { why }),
  noWebGl: page.noWebGl,
  families: { issue: page.issue, eroding: page.eroding, building: page.building },
} as const;

function sayCount(forms: { one: string; other: string }, n: number, values: Record<string, string>): string {
  return fill(n === 1 ? forms.one : forms.other, { n, ...values });
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (name, key: string) => String(values[key] ?? name));
}
