// The npm package: what it exports, without a browser and without a DOM.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { kDist, kRoot, requireFromWeb } from './browser.mjs';

const { analyze, analyzeToJson, FaultlineReader } = await import(pathToFileURL(path.join(kDist, 'index.js')).href);
const kCommand = path.join(kRoot, 'build/release/faultline');
const kManifest = requireFromWeb('./package.json');

describe('the package', () => {
  test('exports only what is there', () => {
    for (const [name, target] of Object.entries(kManifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(existsSync(path.join(kRoot, 'web', file.replace('/*', ''))), `${name}: ${file}`);
      }
    }
  });

  test('analyses in Node', async () => {
    const report = await analyze('Kabul rejected the request of Islamabad to close the camps.');
    assert.equal(report.schema, 'faultline.report/1');
    assert.ok(report.signals.some((signal) => signal.category === 'REJECTION'));
    assert.ok(Object.isFrozen(report.signals));
  });

  test('counts in code points', async () => {
    const text = '🚢 Kabul rejected the request of Islamabad.';
    const signal = (await analyze(text)).signals[0];
    assert.equal([...text].slice(signal.start, signal.end).join(''), signal.text);
  });

  test('prints the same bytes twice', async () => {
    const text = readFileSync(path.join(kRoot, 'assets/articles/talks.json'), 'utf8');
    assert.equal(await analyzeToJson(text), await analyzeToJson(text));
  });

  test('ends at once with a signal that is already aborted', async () => {
    await assert.rejects(analyze('Text.', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  test('tells its progress and can be stopped in the middle', async () => {
    const text = Array.from({ length: 200 }, (_, i) => `Kabul rejected request ${i} of Islamabad.`).join('\n\n');
    const shares = [];
    await analyze(text, { progress: (share) => shares.push(share) });
    assert.ok(shares.length > 3, `${shares.length} steps`);
    assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
    assert.equal(shares.at(-1), 1);
    const control = new AbortController();
    await assert.rejects(analyze(text, { signal: control.signal, progress: () => control.abort() }), { name: 'AbortError' });
  });

  test('gives the bytes that the command prints', { skip: !existsSync(kCommand) && 'scripts/build native makes the command' }, async () => {
    for (const name of readdirSync(path.join(kRoot, 'assets/articles'))) {
      const file = path.join(kRoot, 'assets/articles', name);
      const expected = execFileSync(kCommand, ['analyze', '--format', 'json', file], { encoding: 'utf8' });
      assert.ok(await analyzeToJson(readFileSync(file)) === expected, name);  // assert.equal would print both reports
    }
  });

  test('says what is wrong with a document', async () => {
    await assert.rejects(analyze('{"schema":"faultline.article/1","blocks":7}'), (error) => error.code.length > 0 && /blocks/.test(error.message));
  });

  test('describes its element as the class has it', () => {
    const manifest = requireFromWeb('./custom-elements.json');
    const element = manifest.modules[0].declarations[0];
    assert.deepEqual(element.attributes.map((it) => it.name).sort(), [...FaultlineReader.observedAttributes].sort());
    for (const member of element.members) assert.ok(member.name in FaultlineReader.prototype, member.name);
  });
});

describe('the demo articles', () => {
  const folder = path.join(kRoot, 'assets/articles');
  for (const name of readdirSync(folder)) {
    test(`${name} has 350 to 520 words and findings of every family`, async () => {
      const article = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      const words = article.blocks.flatMap((block) => block.text.split(/\s+/)).length;
      assert.ok(words >= 350 && words <= 520, `${words} words`);
      const report = await analyze(article);
      assert.ok(report.issues.length >= 4, `${report.issues.length} issues`);
      for (const polarity of ['eroding', 'building']) assert.ok(report.signals.some((signal) => signal.polarity === polarity), polarity);
    });
  }
});
