// Reads what analysis_speed printed for texts that grow tenfold, the first of them twice, and prints each stage's time and growth.
//   analysis_speed MODEL small small larger… | node tests/bench/growth.mjs     exits with 1 if the whole grows faster than 10.5 ×
import { readFileSync } from 'node:fs';

const kMostGrowth = 10.5;  // for ten times the text
const kFromBytes = 1_000_000;  // below, a cold start weighs more than the text

const runs = readFileSync(0, 'utf8').trim().split('\n').slice(1).map((line) => JSON.parse(line));
const stages = Object.keys(runs[0]).filter((key) => !['bytes', 'tokens', 'found'].includes(key));
const cell = (text) => String(text).padStart(11);
console.log(`${cell('ms')}${runs.map((run) => cell(`${run.bytes / 1000 | 0} KB`)).join('')}${cell('growth')}`);
const growthOf = (stage) => {
  const [before, last] = runs.slice(-2);
  return last[stage] / before[stage] / (last.bytes / before.bytes) * 10;
};
for (const stage of stages) console.log(`${cell(stage)}${runs.map((run) => cell(run[stage].toFixed(1))).join('')}${cell(`${growthOf(stage).toFixed(2)} ×`)}`);
console.log(`${cell('tokens/s')}${runs.map((run) => cell(Math.round(run.tokens / run.total * 1000))).join('')}`);
if (runs.at(-2).bytes >= kFromBytes && growthOf('total') > kMostGrowth) process.exitCode = 1;
