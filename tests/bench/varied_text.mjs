// Long news text that does not repeat itself, for programs that measure: text that does flatters the branch predictor
// and every cache. The same bytes for the same length, wherever the same sources are at hand.
//
//   writeFileSync('text.txt', makeVariedText(1 << 20));          // one paragraph a line
//   node tests/bench/varied_text.mjs 1048576 > text.txt
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const kRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const kShared = ['polnear-dev', 'gum_news_attribution', 'plv-train', 'dse-valid'].map((name) => path.join(kRoot, '../shared/data', `${name}.jsonl`));

// The sentences of the shared texts where they are, else of the demo's articles.
function findSentences() {
  const texts = kShared.filter(existsSync).flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line).text));
  const folder = path.join(kRoot, 'assets/articles');
  const own = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).blocks.map((block) => block.text));
  const split = (texts.length > 0 ? texts : own).flatMap((text) => text.split(/\n+|(?<=[.?!]["”’]?)\s+(?=["“‘]?[A-Z])/u));
  return [...new Set(split.map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 20 && sentence.length < 600))];
}

// https://prng.di.unimi.it/splitmix64.c, in 32 bits: no library's generator, so the same numbers everywhere.
function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let value = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) % below;
  };
}

/** Once the sentences are used up, their long words change places with other sentences' words of the same shape. */
export function makeVariedText(bytes) {
  const sentences = findSentences();
  const random = makeRandom(sentences.length);
  const wordsBy = new Map();
  const shapeOf = (word) => `${/^[A-Z]/.test(word)} ${word.length} ${word.slice(-2)}`;
  for (const sentence of sentences) for (const word of sentence.match(/[A-Za-z]{5,}/g) ?? []) {
    const shape = shapeOf(word);
    if (!wordsBy.has(shape)) wordsBy.set(shape, []);
    wordsBy.get(shape).push(word);
  }
  const vary = (sentence) => sentence.replace(/[A-Za-z]{5,}/g, (word) => {
    const others = wordsBy.get(shapeOf(word)) ?? [word];
    return random(3) === 0 ? others[random(others.length)] : word;
  });
  const paragraphs = [];
  let left = bytes;
  for (let used = 0; left > 0;) {
    const own = [];
    for (let count = 1 + random(4); count > 0; count--) {
      const sentence = sentences[random(sentences.length)];
      own.push(used++ < sentences.length / 2 ? sentence : vary(sentence));
    }
    paragraphs.push(own.join(' '));
    left -= Buffer.byteLength(paragraphs.at(-1)) + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(makeVariedText(Number(process.argv[2] ?? 1 << 20)));
