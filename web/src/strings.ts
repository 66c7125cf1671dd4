// Every word of the interface that the page itself says (the group "page" of assets/strings); the drawn panel and card bring their own.

import { page } from '../../assets/strings/en.json';

export const kStrings = {
  article: page.article,
  findings: page.findings,
  curve: page.curve,
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
