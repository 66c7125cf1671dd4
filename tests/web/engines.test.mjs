// The reader in the other two engines: drawn on the canvas, its text layer on the drawn lines, and readable without WebGL.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, openSite } from './browser.mjs';
import { openEngine } from './engines.mjs';
import { measureInk, measureLines } from './lines_in_page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

// Waits for the analysis: a reader without WebGL is `degraded` from its start.
const come = (engine) => inReader(engine, async (reader) => {
  const end = Date.now() + 60_000;
  while (!reader.analysis && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  await document.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 500));  // a frame may take a while in software
  return { state: reader.state, mode: reader.renderMode, signals: reader.analysis?.signals.length ?? 0 };
});

const kUrdu = {
  schema: 'faultline.article/1', lang: 'ur',
  blocks: [{ kind: 'paragraph', text: 'وزیر نے کہا کہ یہ پل دونوں شہروں کا ہے، اور 12 مئی کو 11:30 بجے بات ہوگی۔ '.repeat(8) }],
};

for (const { name, mostResidue, findsInShadows } of [
  { name: 'firefox', mostResidue: 0.2, findsInShadows: true },
  // WebKitGTK rounds every advance to whole pixels here, so only the ends of its lines can be the core's; and its find() enters no shadow tree.
  { name: 'webkit', mostResidue: Infinity, findsInShadows: false },
]) {
  describe(name, () => {
    let engine;
    before(async () => {
      engine = await openEngine(name);
      await engine.goto(new URL('index.html', site.url).href);
    });
    after(() => engine.close());

    test('draws and analyses the demo as Chromium does', async () => {
      const page = await site.open('/index.html');
      const expected = await come(page);
      await page.context().close();
      assert.ok(expected.signals > 10);
      assert.deepEqual(await come(engine), expected);
      assert.equal(expected.mode, 'canvas');
    });

    test('the text layer ends where the core\'s lines and the ink end', async () => {
      const lines = await inReader(engine, measureLines);
      assert.ok(lines.length > 30, `${lines.length} lines`);
      for (const { text, rects, residue, added, isDisplay } of lines) {
        assert.equal(rects, 1, `broken by the browser: ${text}`);
        assert.ok(Math.abs(residue) <= mostResidue * (isDisplay ? 2 : 1), `${residue} px apart: ${text}`);
        assert.ok(Math.abs(added - residue) <= 0.2, `ends ${added - residue} px beside the core's line: ${text}`);
      }
      const ends = await inReader(engine, measureInk);
      assert.ok(ends.length > 8, `${ends.length} lines with ink`);
      for (const { text, ink, edge } of ends) {
        assert.ok(Math.abs(ink - edge) < 4, `ink ends at ${ink}, text at ${edge}: ${text}`);
      }
    });

    test('a drag over marks selects, and copies with a break between paragraphs', async () => {
      const points = await inReader(engine, (reader, root) => {
        document.addEventListener('copy', (event) => (globalThis.copied = event.clipboardData.getData('text/plain')));
        const [first, second] = root.querySelectorAll('.text p');
        const from = first.querySelector('.line').getBoundingClientRect();
        const over = first.querySelector('mark').getBoundingClientRect();
        const to = second.querySelector('.line').getBoundingClientRect();
        return [from, over, to].map((box, at) => [box.left + (at === 0 ? 2 : Math.min(90, box.width / 2)), box.top + box.height / 2]);
      });
      await engine.drag(...points);
      await engine.copy();
      const { copied, first, second } = await inReader(engine, async (reader, root) => {
        const end = Date.now() + 5000;
        while (!globalThis.copied && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
        return { copied: globalThis.copied ?? '', first: root.querySelectorAll('.text p')[0].textContent, second: root.querySelectorAll('.text p')[1].textContent };
      });
      const [one, two, ...more] = copied.split('\n\n');
      assert.equal(one, first);
      assert.ok(two?.length > 3 && second.startsWith(two), `copied: ${copied}`);
      assert.deepEqual(more, []);
    });

    if (findsInShadows) test('words are found across the end of a line', async () => {
      const phrase = await inReader(engine, (reader, root) => {
        const [first, second] = root.querySelectorAll('.text p .line');
        return `${first.textContent.split(' ').at(-1)} ${second.textContent.split(' ')[0]}`;
      });
      assert.ok(await engine.evaluate(`(getSelection().removeAllRanges(), find(${JSON.stringify(phrase)}))`), `not found: ${phrase}`);
    });

    test('Urdu stands on the lines of the core, from right to left', async () => {
      await inReader(engine, async (reader, root, article) => {
        await reader.load(article);
        const end = Date.now() + 30_000;
        while (![...document.fonts].some((face) => face.family.includes('Nastaliq')) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      }, kUrdu);
      const { mode } = await come(engine);
      const lines = await inReader(engine, measureLines);
      assert.equal(mode, 'canvas');
      assert.ok(lines.length > 4, `${lines.length} lines`);
      for (const { text, right, residue, added } of lines) {
        assert.ok(Math.abs(right - lines[0].right) < 0.5, `begins at ${right}: ${text}`);
        assert.ok(Math.abs(added - residue) <= 0.2, `ends ${added - residue} px beside the core's line: ${text}`);
      }
    });
  });
}

test('without WebGL, Firefox shows the text of the page with its marks, and says why', async (t) => {
  const engine = await openEngine('firefox', { hasWebGl: false });
  t.after(() => engine.close());
  await engine.goto(new URL('index.html', site.url).href);
  const { state, mode, signals } = await come(engine);
  assert.deepEqual([state, mode], ['degraded', 'dom']);
  const seen = await inReader(engine, (reader, root) => ({
    findings: new Set([...root.querySelectorAll('mark')].flatMap((mark) => mark.dataset.finding ?? [])).size,
    said: root.querySelector('[role=status]')?.textContent ?? '',
  }));
  assert.ok(seen.findings >= signals, `${seen.findings} of ${signals} findings are marked`);
  assert.match(seen.said, /no WebGL 2/);
});
