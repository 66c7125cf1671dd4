// Attributes of type, and the sides that an article from right to left changes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, openSite, settle } from './browser.mjs';
import { kEverything, kSpecimens } from './specimens.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

describe('numbers of type', () => {
  for (const [attribute, property, good, bad, usual] of [
    ['font-size', 'fontSize', 1.5, 4.5, 1], ['line-height', 'lineHeight', 2, 1, 1.5], ['measure', 'measure', 40, 120, 66], ['paragraph-spacing', 'paragraphSpacing', 2, -1, 1],
  ]) {
    test(`${attribute}: taken in its range, refused beyond it with a message`, async () => {
      const page = await site.open(`<faultline-reader loading="eager" ${attribute}="${bad}">${kStory}</faultline-reader>`);
      const warnings = [];
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.reload();
      assert.equal(await settle(page), 'ready');
      const seen = await inReader(page, (reader, root, [attribute, property, good, bad]) => {
        const before = reader[property];
        const height = () => [...root.querySelectorAll('.text p')].at(-1).getBoundingClientRect().bottom - root.querySelector('.text h1').getBoundingClientRect().top;
        const heights = [height()];
        let refusal;
        try { reader[property] = bad; } catch (error) { refusal = `${error.name}: ${error.message}`; }
        reader[property] = good;
        heights.push(height());
        return { before, refusal, after: reader[property], attribute: reader.getAttribute(attribute), grows: heights[1] > heights[0] };
      }, [attribute, property, good, bad]);
      assert.match(seen.refusal, new RegExp(`^RangeError: ${attribute}: expected a number from .* to .*, not ${bad}$`));
      assert.deepEqual({ ...seen, refusal: '' }, { before: usual, refusal: '', after: good, attribute: String(good), grows: true });
      assert.equal(warnings.filter((text) => text.includes(`${attribute}="${bad}"`) && text.includes('expected a number from')).length, 1, warnings.join());
      await page.context().close();
    });
  }

  test('a property that was set out of range before the upgrade is told, and stops nothing', async () => {
    const page = await site.open('<main></main>');
    const seen = await page.evaluate(async () => {
      await customElements.whenDefined('faultline-reader');
      const reader = document.implementation.createHTMLDocument('').createElement('faultline-reader');
      reader.measure = 500;
      reader.align = 'justify';
      reader.article = 'Kabul rejected the request of Islamabad.';
      reader.loading = 'eager';
      document.body.append(document.adoptNode(reader));
      await reader.ready;
      return { measure: reader.measure, align: reader.getAttribute('align') };
    });
    assert.deepEqual(seen, { measure: 66, align: 'justify' });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  for (const render of ['canvas', 'dom']) {
    test(`justified lines end together, ${render}`, async () => {
      const page = await site.open(`<faultline-reader loading="manual" align="justify" measure="50" render="${render}"></faultline-reader>`);
      const rights = await inReader(page, async (reader, root, text) => {
        await reader.load(text);
        const paragraph = root.querySelector('.text p');
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const lines = new Map();
        for (const { top, right } of range.getClientRects()) lines.set(Math.round(top / 20), Math.max(right, lines.get(Math.round(top / 20)) ?? 0));
        return [...lines.values()];
      }, 'The ministers of the two provinces met on the bridge for the first time since the flood, and spoke for an hour about the toll. '.repeat(3));
      assert.ok(rights.length > 5, rights.join());
      for (const right of rights.slice(0, -1)) assert.ok(Math.abs(right - rights[0]) <= 1, rights.join());
      assert.ok(rights.at(-1) < rights[0] - 5, rights.join());
      await page.context().close();
    });
  }
});

describe('hyphenation', () => {
  const kText = 'Present tables at present stand beside absent tables. '.repeat(12);
  for (const [name, patterns, told] of [
    ['words end lines by the patterns that a page brings', '.pre1 ta1b .ab1', undefined],
    ['a file that holds no patterns is told of, and nothing changes', '<!doctype html>', /expected letters, digits, stops and hyphens/],
  ]) {
    test(name, async () => {
      const page = await site.open('<faultline-reader loading="manual" hyphenation="patterns.txt" measure="24"></faultline-reader>');
      const warnings = [];
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.route('**/patterns.txt', (route) => route.fulfill({ contentType: 'text/plain', body: patterns }));
      const look = () => inReader(page, (reader, root) => ({
        cut: root.querySelectorAll('.text p > wbr').length, text: root.querySelector('.text p').textContent,
        wide: [...root.querySelectorAll('.text .line')].filter((line) => line.getBoundingClientRect().right > line.parentElement.getBoundingClientRect().right).length,
      }));
      await page.evaluate((text) => document.querySelector('faultline-reader').load(text), kText);
      const until = async (isDone) => { for (let turn = 0; turn < 50 && !isDone(await look()); turn++) await page.waitForTimeout(100); };
      await until(({ cut }) => cut > 0 || warnings.length > 0);
      const seen = await look();
      assert.equal(seen.text.replace(/\s+/g, ' ').trim(), kText.trim(), 'no hyphen is in the text');
      assert.equal(seen.wide, 0);
      if (told) assert.ok(warnings.some((text) => told.test(text)), warnings.join());
      else assert.ok(seen.cut > 3, `${seen.cut} words are cut`);
      await inReader(page, (reader) => reader.removeAttribute('hyphenation'));
      await until(({ cut }) => cut === 0);
      assert.equal((await look()).cut, 0, 'and whole again');
      await page.context().close();
    });
  }
});

describe('an article from right to left', () => {
  for (const render of ['canvas', 'dom']) {
    test(`has panel, words and button on the other side, ${render}`, async () => {
      const page = await site.open(`<faultline-reader loading="manual" render="${render}"></faultline-reader>`);
      const look = () => inReader(page, (reader, root) => {
        const box = (where) => root.querySelector(where).getBoundingClientRect();
        return {
          dir: root.querySelector('.frame').dir, panelIsLeft: box('.panel').left < box('.scroller').left,
          title: getComputedStyle(root.querySelector('.panel h2')).direction,
          // Words that the page shows itself; the canvas has its own test natively.
          isCanvasAtTheLeft: reader.renderMode !== 'canvas' || Math.abs(box('.page > .canvas').left - box('.scroller').left) < 20,
        };
      });
      const load = (article) => page.evaluate((it) => document.querySelector('faultline-reader').load(it), article);
      await load(kSpecimens.english);
      const title = await inReader(page, (reader, root) => root.querySelector('.panel h2').getBoundingClientRect().left - root.querySelector('.panel').getBoundingClientRect().left);
      assert.deepEqual({ ...(await look()), title: '' }, { dir: 'ltr', panelIsLeft: false, title: '', isCanvasAtTheLeft: true });
      await load(kSpecimens.nastaliq);
      assert.deepEqual({ ...(await look()), title: '' }, { dir: 'rtl', panelIsLeft: true, title: '', isCanvasAtTheLeft: true });
      const mirrored = await inReader(page, (reader, root) => root.querySelector('.panel').getBoundingClientRect().right - root.querySelector('.panel h2').getBoundingClientRect().right);
      assert.ok(Math.abs(mirrored - title) <= 2, `${mirrored} px from the right, ${title} from the left`);
      await load(kSpecimens.english);
      assert.equal((await look()).dir, 'ltr', 'and back');
      await page.context().close();
    });
  }
});

describe('a direction', () => {
  for (const [name, body, expected] of [
    ['of the element holds for a text that does not say its own', '<faultline-reader loading="eager" dir="rtl"><article><p>12:30</p></article></faultline-reader>', 'rtl'],
    ['of the article comes before that of the element', '<faultline-reader loading="eager" dir="rtl"><article dir="ltr"><p>12:30</p></article></faultline-reader>', 'ltr'],
    ['of the page around is not the article\'s', '<div dir="rtl"><faultline-reader loading="eager"><article><p>12:30</p></article></faultline-reader></div>', 'ltr'],
    ['is that of the language else', '<faultline-reader loading="eager"><article lang="ur"><p>12:30</p></article></faultline-reader>', 'rtl'],
  ]) {
    test(name, async () => {
      const page = await site.open(body);
      await settle(page);
      assert.equal(await inReader(page, (reader, root) => root.querySelector('.frame').dir), expected);
      await page.context().close();
    });
  }
});

describe('underlines of findings that overlap, without a canvas', () => {
  test('lie at different depths', async () => {
    const page = await site.open('<faultline-reader loading="manual" render="dom"></faultline-reader>');
    const marks = await inReader(page, async (reader, root, text) => {
      await reader.load(text);
      return [...root.querySelectorAll('mark')].map((mark) => ({
        finding: mark.dataset.finding, level: mark.dataset.level, outer: mark.parentElement.closest('mark')?.dataset.level,
        offset: parseFloat(getComputedStyle(mark).textUnderlineOffset), style: getComputedStyle(mark).textDecorationStyle, family: mark.dataset.family,
      }));
    }, kEverything);
    const inner = marks.filter(({ outer }) => outer !== undefined);
    assert.ok(inner.length > 0, 'some overlap');
    for (const mark of inner) assert.notEqual(mark.level, mark.outer);
    const depths = new Map(marks.map(({ level, offset }) => [level, offset]));
    assert.ok(depths.get('1') >= depths.get('0') + 3, JSON.stringify([...depths]));
    const kStyles = { building: 'solid', eroding: 'wavy', issue: 'dotted' };
    for (const { family, style } of marks) assert.equal(style, kStyles[family], family);
    assert.ok(new Set(marks.map(({ family }) => family)).size > 1, 'more than one family');
    await page.context().close();
  });
});
