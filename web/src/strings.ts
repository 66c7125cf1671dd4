// Every word of the interface that the page itself says; the drawn panel and card bring their own.

export const kStrings = {
  article: 'Article',
  findings: 'Findings',
  margin: 'Findings beside their lines',
  card: 'Finding in detail',
  closeCard: 'Close',
  openPanel: (count: number): string => (count === 1 ? '1 finding' : `${count} findings`),
  closePanel: 'Close findings',
  several: (count: number, first: string): string => `${count} findings, the first: ${first}`,
  position: (at: number, of: number, what: string): string => `${at} of ${of}: ${what}`,
  noCore: (why: string): string => `The analysis could not be loaded (${why}). The article is shown as it is, without highlights.`,
  noModel: (why: string): string => `The language model could not be loaded (${why}). The article is shown without highlights.`,
  noArticle: (why: string): string => `The article could not be read: ${why}.`,
  noWebGl: 'This browser has no WebGL 2 to draw with. The highlights are shown by the page itself.',
  families: { issue: 'disputed issue', eroding: 'eroding signal', building: 'building signal' },
} as const;
