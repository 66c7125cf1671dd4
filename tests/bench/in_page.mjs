// The language model and the analysis in Chromium, beside compromise/three, in one run of one browser on the same text.
//   node tests/bench/in_page.mjs     after scripts/build web; exits with 1 if a target is missed
//
// Only ratios carry over to other machines. Times are the best of several: other work on the machine only ever adds.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kRoot, openSite } from '../web/browser.mjs';
import { makeVariedText } from './varied_text.mjs';

const kLeastRatio = 1.2;  // our tags and trees over compromise/three, which has no trees
const kSeed = ['../shared/seed/article.txt', 'assets/articles/talks.json'].map((file) => path.join(kRoot, file)).find(existsSync);

const site = await openSite();
const page = await site.open('<main></main>');
await page.route('**/compromise.mjs', (route) => route.fulfill({
  contentType: 'text/javascript', body: readFileSync(path.join(kRoot, 'web/node_modules/compromise/builds/three/compromise-three.mjs'), 'utf8'),
}));
await page.route('**/seed', (route) => route.fulfill({ body: readFileSync(kSeed) }));
for (const size of [10_000, 100_000, 200_000, 1_000_000]) await page.route(`**/varied-${size}`, (route) => route.fulfill({ body: makeVariedText(size) }));

// In the page. The C interface is called as core.ts does, without JSON where there is a way around it.
async function measure(wasm) {
  const bytesOf = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const core = await (await import(new URL('reader.mjs', location.href).href)).default({ locateFile: () => new URL(wasm, location.href).href });
  const model = await bytesOf('english.flm');
  const read = (session, at) => {
    const answer = JSON.parse(new TextDecoder().decode(core.HEAPU8.slice(at, at + core._fl_answer_length(session))));
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const give = (session, bytes) => (core.HEAPU8.set(bytes, core._fl_input(session, bytes.length)), bytes.length);
  const timed = (work) => {
    const start = performance.now();
    const value = work();
    return { time: performance.now() - start, value };
  };
  // The model, then the rules: the pieces of an analysis before its progress begins, in slices as slices.ts makes them.
  const kSlice = 4, kFirstWords = 8, kMostWords = 1 << 14, kMostOfRules = 32;
  const adapt = (words, time, most = kMostWords) => Math.min(most, Math.max(1, Math.round(words * Math.min(2, kSlice / Math.max(time, 0.05)))));
  const word = new TextEncoder().encode('Yes.');
  const addModel = (session) => {
    const ofModel = timed(() => read(session, core._fl_add_model(session, give(session, model)))).time;
    read(session, core._fl_load(session, give(session, word), 0));
    let rules = 0, longest = 0, words = kFirstWords;
    for (let value = { progress: 0 }; value.progress === 0;) {
      let time;
      ({ time, value } = timed(() => read(session, core._fl_analyze(session, words))));
      words = adapt(words, time, kMostOfRules);
      rules += time;
      longest = Math.max(longest, time);
    }
    return { model: ofModel, rules, longest };
  };

  const loads = [];
  for (let turn = 0; turn < 12; turn++) {
    const session = core._fl_create();
    loads.push(addModel(session));
    core._fl_destroy(session);
  }
  const session = core._fl_create();
  addModel(session);

  // Parses to the end (progress says when), then takes the stages one by one; sliced: as slices.ts does.
  const kShareOfParsing = 0.8;
  const analyze = (bytes, words, isSliced = false) => {
    read(session, core._fl_load(session, give(session, bytes), 0));
    const found = { trees: 0, whole: 0, longest: 0, longestAfterTrees: 0 };
    for (let progress = 0; progress < 1;) {
      const isParsing = progress < kShareOfParsing;
      const { time, value } = timed(() => read(session, core._fl_analyze(session, words)));
      if (isSliced) words = adapt(words, time);
      progress = value.progress;
      found.whole += time;
      if (isParsing) found.trees += time;
      else found.longestAfterTrees = Math.max(found.longestAfterTrees, time);
      found.longest = Math.max(found.longest, time);
    }
    return found;
  };
  const best = (turns, work) => {
    const all = Array.from({ length: turns }, work);
    return Object.fromEntries(Object.keys(all[0]).map((key) => [key, Math.min(...all.map((it) => it[key]))]));
  };
  const seed = await bytesOf('seed');
  const growth = {};
  for (const size of [10_000, 100_000, 1_000_000]) {
    const bytes = await bytesOf(`varied-${size}`);
    growth[size] = best(3, () => analyze(bytes, kFirstWords, true));
  }
  const text = await bytesOf('varied-200000');
  const words = new TextDecoder().decode(text).split(/\s+/).length;
  const { default: nlp } = await import(new URL('compromise.mjs', location.href).href);
  const string = new TextDecoder().decode(text);
  const speeds = { ours: [], compromise: [] };
  for (let turn = 0; turn < 3; turn++) {
    speeds.ours.push(words / analyze(text, 640).trees * 1000);
    speeds.compromise.push(words / timed(() => nlp(string)).time * 1000);
  }
  return {
    load: best(loads.length, (_, turn) => loads[turn]), firstLoad: loads[0], seed: best(20, () => analyze(seed, 100_000)), growth,
    ours: Math.max(...speeds.ours), compromise: Math.max(...speeds.compromise),
  };
}

const ms = (time) => `${time.toFixed(1)} ms`;
function print(found) {
  for (const [when, { model, rules, longest }] of [['warm', found.load], ['the first time', found.firstLoad]]) {
    console.log(`loading    model ${ms(model)}, rules ${ms(rules)}, their longest piece ${ms(longest)}, ${when}`);
  }
  console.log(`seed       trees ${ms(found.seed.trees)}, whole analysis ${ms(found.seed.whole)}, warm`);
  for (const [size, { trees, whole, longest, longestAfterTrees }] of Object.entries(found.growth)) {
    console.log(`${String(size / 1000).padStart(5)} KB   trees ${ms(trees)}, whole ${ms(whole)}; longest piece ${ms(longest)}, after the trees ${ms(longestAfterTrees)}`);
  }
  const ratio = found.ours / found.compromise;
  console.log(`words/s    tags and trees ${Math.round(found.ours)}, compromise/three ${Math.round(found.compromise)}: ${ratio.toFixed(2)} ×`);
  return ratio;
}

// The core that this engine picks goes last: its ratio counts.
let ratio = 0;
for (const wasm of ['reader.wasm', 'reader-relaxed.wasm']) {
  console.log(wasm);
  ratio = print(await page.evaluate(measure, wasm));
}
await site.close();
process.exitCode = ratio >= kLeastRatio ? 0 : 1;
