// The analysis in slices, so that a long article never holds the page.
//
//   const counts = await analyzeInSlices(core, signal, (share) => …);

import type { Core, Counts } from './core.js';

// Milliseconds. A frame has 16, and no slice shall take more than 12: the core parses whole sentences, so that a slice
// outlasts its plan by up to one of them.
const kSlice = 4;
// As long as nothing is known of the machine, or of a kind of work: an engine that meets code for the first time needs several times as
// long as it soon will.
const kFirstWords = 8;
const kMostWords = 1 << 14;
// Of the rules, whose steps are of many kinds: what was quick says little of what comes next. Short ones share a slice anyway.
const kMostOfRules = 32;

/** Works until the article is analysed; tells its progress (0 to 1) between slices. Throws the signal's reason when it is aborted. */
export async function analyzeInSlices(core: Core, signal: AbortSignal | undefined, tell: (share: number) => void): Promise<Counts> {
  let words = kFirstWords;
  let isLoading = true;  // the rules: progress begins with the article
  let end = performance.now() + kSlice;
  for (;;) {
    const start = performance.now();
    const { progress, counts } = core.analyze(words);
    if (counts) return counts;
    const now = performance.now();
    const spent = Math.max(now - start, 0.05);
    words = isLoading && progress > 0 ? kFirstWords : Math.min(isLoading ? kMostOfRules : kMostWords, Math.max(1, Math.round(words * Math.min(2, kSlice / spent))));
    isLoading = progress === 0;
    if (now + spent < end) continue;  // short steps share a slice
    tell(progress);
    await letOthersWork();
    signal?.throwIfAborted();
    end = performance.now() + kSlice;
  }
}

// The page's own tasks, input and frames have their turn. `scheduler.yield` would go on before the page's timers, for as long as
// the article takes. Nothing stays behind: no timer, no open port.
export function letOthersWork(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
