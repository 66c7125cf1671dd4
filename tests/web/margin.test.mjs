// What stands beside the lines, in both renditions.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, openSite, settle } from './browser.mjs';
import { kEverything } from './specimens.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const findBeside = (page) => inReader(page, (reader, root) => {
  const column = [...root.querySelectorAll('.text :is(h1, p)')].map((it) => it.getBoundingClientRect());
  const rows = (element) => [...element.getClientRects()].map(({ top, bottom }) => (top + bottom) / 2);
  const frame = root.querySelector('.scroller').getBoundingClientRect();
  return [...root.querySelectorAll('.beside')].map((beside) => {
    const box = beside.getBoundingClientRect();
    const rowsOfMarks = [...root.querySelectorAll(`mark[data-finding=${beside.dataset.finding}]`)].flatMap(rows);
    return {
      finding: beside.dataset.finding, tag: beside.dataset.tag ?? '', label: beside.getAttribute('aria-label') ?? '', isButton: beside.matches('button'),
      isBesideItsWords: rowsOfMarks.some((y) => y > box.top - 2 && y < box.bottom + 2),
      isOutside: column.every(({ left, right }) => box.right <= left - 6 || box.left >= right + 6),
      isInside: box.left >= frame.left && box.right <= frame.right, left: box.left, top: box.top, right: box.right,
    };
  });
});

for (const render of ['canvas', 'dom']) {
  describe(`the margin, ${render}`, () => {
    test('has the letters of every finding, beside its words, over no text and over no other', async () => {
      const page = await site.open(`<faultline-reader loading="eager" render="${render}" src="articles/talks.json"></faultline-reader>`);
      assert.equal(await settle(page), 'ready');
      const beside = await findBeside(page);
      const findings = await inReader(page, (reader, root) => [...new Set([...root.querySelectorAll('mark')].map((mark) => mark.dataset.finding))]);
      assert.ok(findings.length > 10);
      const named = new Set(beside.filter(({ isButton }) => isButton).map(({ finding }) => finding));
      assert.deepEqual(findings.filter((finding) => !named.has(finding)), []);
      for (const it of beside) {
        assert.ok(it.isBesideItsWords && it.isOutside && it.isInside, JSON.stringify(it));
        if (it.isButton) assert.match(it.tag, /^([A-Z][a-z]|\+?\d)$/);
        if (it.isButton) assert.match(it.label, /^[A-Z\d]/);
      }
      for (const [index, a] of beside.entries()) {
        for (const b of beside.slice(index + 1)) assert.ok(Math.abs(a.top - b.top) > 10 || a.right <= b.left || b.right <= a.left, JSON.stringify([a, b]));
      }
      await page.context().close();
    });

    test('opens the card of its finding, and follows a filter', async () => {
      const page = await site.open(`<faultline-reader loading="eager" render="${render}" src="articles/talks.json"></faultline-reader>`);
      await settle(page);
      const opened = await inReader(page, (reader, root) => {
        const beside = root.querySelector('button.beside');
        beside.click();
        return { isOpen: !root.querySelector('.card').hidden, isSelected: beside.hasAttribute('data-selected'), same: root.querySelector('mark[data-selected]')?.dataset.finding === beside.dataset.finding };
      });
      assert.deepEqual(opened, { isOpen: true, isSelected: true, same: true });
      const count = () => inReader(page, (reader, root) => root.querySelectorAll('.beside').length);
      const all = await count();
      await inReader(page, (reader) => (reader.highlights = 'issues'));
      const issues = await count();
      assert.ok(issues > 0 && issues < all, `${issues} of ${all}`);
      await inReader(page, (reader) => (reader.highlights = 'none'));
      assert.equal(await count(), 0);
      await page.context().close();
    });

    test('is no part of the text: not selected, not copied, not found', async () => {
      const page = await site.open(`<faultline-reader loading="eager" render="${render}" src="articles/talks.json"></faultline-reader>`);
      await settle(page);
      const seen = await inReader(page, (reader, root) => ({
        text: root.querySelector('.margin').textContent, isInText: root.querySelector('.text .beside') !== null,
        tabStops: [...root.querySelectorAll('.beside')].filter(({ tabIndex }) => tabIndex >= 0).length,
      }));
      assert.deepEqual(seen, { text: '', isInText: false, tabStops: 0 });
      await page.context().close();
    });

    test('stays away where it has no room', async () => {
      const page = await site.open(`<faultline-reader loading="eager" render="${render}" src="articles/talks.json"></faultline-reader>`, { viewport: { width: 390, height: 844 } });
      await settle(page);
      assert.deepEqual(await findBeside(page), []);
      await page.context().close();
    });
  });
}

describe('links of an article', () => {
  test('are asked for, never opened', async () => {
    const page = await site.open('<faultline-reader loading="manual"></faultline-reader>');
    const asked = await inReader(page, async (reader, root, text) => {
      const heard = [];
      document.addEventListener('faultline-link', ({ detail }) => heard.push(detail));
      await reader.load(text.replace('https://accord.example/', 'javascript:alert(1)'));
      const links = [...root.querySelectorAll('.text a')];
      for (const link of links) link.click();
      return { heard, hrefs: links.map(({ href }) => href), here: location.pathname };
    }, kEverything);
    assert.deepEqual(asked, { heard: [{ href: 'https://borduria.example/', text: 'Borduria' }], hrefs: ['https://borduria.example/'], here: '/test.html' });
    await page.context().close();
  });
});
