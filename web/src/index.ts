// faultline-reader: the element's class and the analysis without a page. Importing it registers nothing.

export { analyze, analyzeToJson, type AnalyzeOptions } from './analyze.js';
export { FaultlineReader, type Highlights, type ReaderState, type Theme } from './element.js';
export type { Comparison, Standing } from './comparison.js';
export type { ArticleInput } from './input.js';
export type { ExportName, FindingKind } from './core.js';
export type * from './report.js';
