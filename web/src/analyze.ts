// The analysis without a page: for Node, workers and build scripts.
//
//   import { analyze } from 'faultline-reader';
//   const report = await analyze('Kabul rejected the request.', { lang: 'en' });

import { fetchModel, giveModel } from './language-model.js';
import { openCore } from './load-core.js';
import type { Core } from './core.js';
import { freezeDeeply, type ArticleDocument, type Report } from './report.js';
import { analyzeInSlices } from './slices.js';
import { toSource } from './source.js';

export interface AnalyzeOptions {
  /** Language of the article (BCP 47), where the text does not say it itself. */
  lang?: string;
  /** An extra rule pack: its object or its JSON. */
  rules?: object | string;
  signal?: AbortSignal;
  /** Hears how far the analysis is, from 0 to 1. */
  progress?: (share: number) => void;
}

export async function analyze(article: string | Uint8Array | ArticleDocument, options: AnalyzeOptions = {}): Promise<Report> {
  const core = await openAnalysis(article, options);
  const report = core.report();
  core.destroy();
  return freezeDeeply(report);
}

/** The report as the command-line tool prints it: the same bytes for the same article. */
export async function analyzeToJson(article: string | Uint8Array | ArticleDocument, options: AnalyzeOptions = {}): Promise<string> {
  const core = await openAnalysis(article, options);
  const json = core.export('json');
  core.destroy();
  return json;
}

async function openAnalysis(article: string | Uint8Array | ArticleDocument, options: AnalyzeOptions): Promise<Core> {
  options.signal?.throwIfAborted();
  const model = fetchModel();
  const core = await openCore();
  try {
    options.signal?.throwIfAborted();
    // The rules come with the model, and a pack of the caller's may use their lists: first that, then the pack.
    await giveModel(core, model, options.signal);
    if (options.rules) {
      const rules = typeof options.rules === 'string' ? options.rules : JSON.stringify(options.rules);
      core.addRules(new TextEncoder().encode(rules));
    }
    const source = toSource(article, { lang: options.lang });
    core.load(source.bytes, source.format);
    await analyzeInSlices(core, options.signal, (share) => options.progress?.(share));
    options.progress?.(1);
    return core;
  } catch (error) {
    core.destroy();
    throw error;
  }
}
