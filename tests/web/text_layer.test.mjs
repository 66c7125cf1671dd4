// The text layer is the text: on the lines that are drawn, selectable, copied and found as any text of the page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, openSite, settle } from './browser.mjs';
import { measureInk, measureLines } from './lines_in_page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const kLong = 'The ministers of the two provinces met on the bridge for the first time since the flood, and they spoke for an hour about the toll. ';

describe('the text layer', () => {
  test('stands on the lines of the core, to a fifth of a pixel', async () => {
    const page = await site.open('/index.html');
    assert.equal(await settle(page), 'ready');
    const lines = await inReader(page, measureLines);
    assert.ok(lines.length > 30, `${lines.length} lines`);
    assert.ok(lines.filter(({ hasEdge }) => hasEdge).length > 10, 'marks begin and end on some');
    for (const { text, rects, residue, added, isDisplay } of lines) {
      assert.equal(rects, 1, `broken by the browser: ${text}`);
      // A display size is twice the body's, and so may the difference be.
      assert.ok(Math.abs(residue) <= (isDisplay ? 0.4 : 0.2), `${residue} px apart: ${text}`);
      assert.ok(Math.abs(added - residue) <= 0.1, `ends ${added - residue} px beside the core's line: ${text}`);
    }
    await page.context().close();
  });

  test('ends where the ink of its line ends', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    const ends = await inReader(page, measureInk);
    // A letter's own side bearing lies between its ink and its edge.
    for (const { text, ink, edge } of ends) assert.ok(Math.abs(ink - edge) < 4, `ink ends at ${ink}, text at ${edge}: ${text}`);
    await page.context().close();
  });

  test('marks are drawn from their first letter to their last, on every line', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    const bare = await inReader(page, (reader, root) => {
      const canvas = root.querySelector('.page > .canvas');
      const origin = canvas.getBoundingClientRect();
      const context = canvas.getContext('2d');
      const paper = context.getImageData(1, 1, 1, 1).data;
      return [...root.querySelectorAll('mark')].map((mark) => {
        const box = mark.getBoundingClientRect();
        // The tint below the baseline, where hardly a letter stands.
        const row = context.getImageData(0, Math.round(box.bottom - origin.top) - 4, canvas.width, 1).data;
        const from = Math.ceil(box.left - origin.left);
        const to = Math.floor(box.right - origin.left);
        let tinted = 0;
        for (let x = from; x < to; x++) if ([0, 1, 2].some((channel) => row[4 * x + channel] !== paper[channel])) tinted++;
        return { words: mark.textContent, part: tinted / (to - from) };
      }).filter(({ part }) => part < 0.95);
    });
    assert.deepEqual(bare, []);
    await page.context().close();
  });

  test('copies in reading order, with a break between paragraphs', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await settle(page);
    const copied = await inReader(page, (reader, root) => {
      const text = root.querySelector('.text');
      getSelection().setBaseAndExtent(text, 0, text, text.childNodes.length);
      return new Promise((resolve) => {
        document.addEventListener('copy', () => setTimeout(() => navigator.clipboard.readText().then(resolve)), { once: true });
        document.execCommand('copy');
      });
    });
    const paragraphs = copied.trim().split(/\n\n/);
    assert.equal(paragraphs[0], 'Two towns and a bridge');
    assert.match(paragraphs[1], /^The council of Eastbrook rejected a request .* customers at home\.$/);
    assert.match(paragraphs[2], /^Both councils .* welcomed the step\.$/);
    assert.equal(paragraphs.length, 3);
    await page.context().close();
  });

  test('is found by the browser across the end of a line', async () => {
    const page = await site.open('<faultline-reader loading="eager" id="r"></faultline-reader>');
    await page.evaluate((text) => document.getElementById('r').load(text), kLong.repeat(3));
    const phrase = await inReader(page, (reader, root) => {
      const [first, second] = root.querySelectorAll('.text .line');
      return `${first.textContent.split(' ').at(-1)} ${second.textContent.split(' ')[0]}`;
    });
    assert.match(phrase, /^\S+ \S+$/);
    assert.ok(await page.evaluate((words) => window.find(words), phrase), `not found: ${phrase}`);
    await page.context().close();
  });

  for (const [name, lang, text] of [
    ['Nastaliq', 'ur', 'وزیر نے کہا کہ یہ پل دونوں شہروں کا ہے، اور 12 مئی کو 11:30 بجے بات ہوگی۔ '],
    ['Naskh', 'ps', 'وزير وويل چې دا پل د دواړو ښارونو دی، او خبرې به د مې په ۱۲مه وشي. '],
  ]) {
    test(`stands on the core's lines in ${name}, from right to left, in faces fetched for it`, async () => {
      const page = await site.open('<faultline-reader loading="eager" id="r"></faultline-reader>');
      const fonts = [];
      page.on('request', (request) => request.url().endsWith('.ttf') && fonts.push(request.url().split('/').at(-1)));
      await page.evaluate(([words, language]) => document.getElementById('r').load(
        { schema: 'faultline.article/1', lang: language, blocks: [{ kind: 'paragraph', text: words }] }), [text.repeat(8), lang]);
      await page.waitForFunction((file) => [...document.fonts].some((face) => face.family.includes(file)), name);
      const { lines, mode } = await inReader(page, (reader, root) => ({
        mode: reader.renderMode,
        lines: [...root.querySelectorAll('.text .line')].map((line) => ({
          right: Math.round(line.getBoundingClientRect().right),
          residue: parseFloat(line.style.wordSpacing || '0') * (line.textContent.split(' ').length - 1),
        })),
      }));
      assert.equal(mode, 'canvas');
      assert.ok(lines.length > 4, `${lines.length} lines`);
      assert.ok(fonts.includes(`${name.toLowerCase()}.ttf`), fonts.join());
      for (const { right, residue } of lines) {
        assert.equal(right, lines[0].right);
        assert.ok(Math.abs(residue) <= 0.25, `${residue} px apart`);
      }
      await page.context().close();
    });
  }

  test('asks for no Arabic face while all is Latin', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`);
    await settle(page);
    const fonts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.ttf')));
    assert.ok(fonts.length >= 4, fonts.join());
    assert.deepEqual(fonts.filter((url) => /nas(kh|taliq)/.test(url)), []);
    await page.context().close();
  });

  for (const [name, text, words] of [
    ['an emoji', 'A 🚢 sailed 👩‍👩‍👧 by. Kabul rejected the request of Islamabad.', 'rejected'],
    ['CRLF', 'First line.\r\n\r\nKabul rejected the request of Islamabad.\r\n', 'rejected'],
    ['Urdu', 'وزیر نے کہا۔ Kabul rejected the request of Islamabad.', 'rejected'],
    ['a decomposed accent', 'Cafe\u0301s closed. Kabul rejected the request of Islamabad.', 'rejected'],
  ]) {
    test(`marks the same words after ${name}`, async () => {
      const page = await site.open('<faultline-reader loading="eager" id="r"></faultline-reader>');
      await page.evaluate((it) => document.getElementById('r').load(it), text);
      const found = await inReader(page, (reader, root) => reader.analysis.signals.map((signal) => ({
        reported: signal.text,
        position: [signal.start, signal.end],
        marked: [...root.querySelectorAll(`mark[data-finding=${signal.id}]`)].map((mark) => mark.textContent).join(' '),
      })));
      assert.ok(found.length > 0, 'no signal at all');
      for (const { reported, position, marked } of found) {
        assert.equal([...text].slice(...position).join(''), reported, 'the report counts code points');
        assert.equal(marked.replace(/\s+/g, ' '), reported.replace(/\s+/g, ' '), 'the layer counts UTF-16 units');
      }
      assert.ok(found.some(({ marked }) => marked.includes(words)));
      await page.context().close();
    });
  }
});
