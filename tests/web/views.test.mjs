// The tabs of the panel and the open card, as the page has them: roles, keys, clipboard, links.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, openSite, requireFromWeb, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const kAxe = readFileSync(requireFromWeb.resolve('axe-core/axe.min.js'), 'utf8');
const kTabs = ['findings', 'issues', 'ledger', 'parties', 'sources'];
const press = (page, control) => inReader(page, (reader, root, id) => root.querySelector(`[data-control="${id}"]`).click(), control);
const openStory = async (options) => {
  const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`, options);
  await settle(page);
  return page;
};

describe('axe-core finds nothing', () => {
  for (const render of ['auto', 'dom']) {
    for (const tab of [...kTabs, 'skipped']) {
      test(`in ${tab}, render ${render}`, async () => {
        const page = await site.open('/index.html');
        await settle(page);
        await page.evaluate((wish) => (document.querySelector('faultline-reader').render = wish), render);
        await press(page, `tab:${tab}`);
        if (tab === 'issues') await press(page, 'open:i1');
        await page.evaluate(kAxe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`), []);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      });
    }
  }
});

describe('tabs', () => {
  test('are one tab stop; arrows, Home and End move along and open', async () => {
    const page = await openStory();
    const at = () => inReader(page, (reader, root) => ({
      focused: root.activeElement?.dataset.control,
      selected: [...root.querySelectorAll('[role=tab][aria-selected=true]')].map((tab) => tab.dataset.control),
      stops: [...root.querySelectorAll('[role=tab]')].filter((tab) => tab.tabIndex === 0).length,
    }));
    await inReader(page, (reader, root) => root.querySelector('[role=tab]').focus());
    for (const [key, tab] of [['ArrowRight', 'issues'], ['ArrowRight', 'ledger'], ['ArrowLeft', 'issues'], ['End', 'sources'], ['ArrowRight', 'findings'], ['ArrowLeft', 'sources'], ['Home', 'findings']]) {
      await page.keyboard.press(key);
      assert.deepEqual(await at(), { focused: `tab:${tab}`, selected: [`tab:${tab}`], stops: 1 }, key);
    }
    await page.context().close();
  });

  test('a disclosure says whether it is open', async () => {
    const page = await openStory();
    const expanded = () => inReader(page, (reader, root) => root.querySelector('[data-control="more:filter"]').getAttribute('aria-expanded'));
    assert.equal(await expanded(), 'false');
    await press(page, 'more:filter');
    assert.equal(await expanded(), 'true');
    await page.context().close();
  });
});

describe('passages', () => {
  test('what was not marked is brought into view', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    await press(page, 'tab:skipped');
    await inReader(page, (reader, root) => [...root.querySelectorAll('[data-control^="skipped:"]')].at(-1).click());
    const seen = await inReader(page, (reader, root) => ({ top: root.querySelector('.scroller').scrollTop, words: reader.report?.suppressed?.length ?? reader.analysis.suppressed.length }));
    assert.ok(seen.top > 0);
    assert.ok(seen.words > 0);
    await page.context().close();
  });

  test('a link to a finding opens it, and its card stays inside the reader', async () => {
    const page = await site.open('/index.html#fl=s4');
    await settle(page);
    const seen = await inReader(page, (reader, root) => {
      const card = root.querySelector('.card').getBoundingClientRect(), frame = root.querySelector('.frame').getBoundingClientRect();
      return { isOpen: !root.querySelector('.card').hidden, isInside: card.top >= frame.top && card.bottom <= frame.bottom, fits: card.right <= frame.right };
    });
    assert.deepEqual(seen, { isOpen: true, isInside: true, fits: true });
    await page.context().close();
  });
});

test('the findings are copied as a table for a spreadsheet', async () => {
  const page = await openStory({ permissions: ['clipboard-read', 'clipboard-write'] });
  await press(page, 'copy:table');
  await page.waitForFunction(() => document.querySelector('faultline-reader').shadowRoot.querySelector('.status').textContent === 'Copied as a table.');
  const rows = (await page.evaluate(() => navigator.clipboard.readText())).replace(/\n$/, '').split('\n').map((row) => row.split('\t'));
  const { signals, issues } = await inReader(page, (reader) => reader.analysis);
  assert.equal(rows.length, 1 + signals.length + issues.reduce((sum, { spans }) => sum + spans.length, 0));
  assert.ok(rows.every((row) => row.length === rows[0].length));
  assert.ok(rows.some((row) => row.includes('Reopening the old bridge') && row.some((cell) => cell.includes('; '))), 'a cell that CSV puts in quotes');
  await page.context().close();
});

describe('the card', () => {
  test('copies a citation and a link, and says so', async () => {
    const page = await openStory({ permissions: ['clipboard-read', 'clipboard-write'] });
    await inReader(page, (reader, root) => root.querySelector('mark').click());
    const finding = await inReader(page, (reader, root) => root.querySelector('.card [data-control^="cite:"]').dataset.control.slice(5));
    await press(page, `cite:${finding}`);
    await page.waitForFunction(() => document.querySelector('faultline-reader').shadowRoot.querySelector('.status').textContent === 'Copied as a citation.');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(`“Two towns and a bridge”.*#fl=${finding}$`));
    await press(page, `link:${finding}`);
    await page.waitForFunction(() => document.querySelector('faultline-reader').shadowRoot.querySelector('.status').textContent === 'Link copied.');
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).endsWith(`/test.html#fl=${finding}`));
    await page.context().close();
  });

  test('without a clipboard it gives the words themselves', async () => {
    const page = await openStory({ before: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }) });
    await inReader(page, (reader, root) => root.querySelector('mark').click());
    const finding = await inReader(page, (reader, root) => root.querySelector('.card [data-control^="link:"]').dataset.control.slice(5));
    await press(page, `link:${finding}`);
    await page.waitForFunction((id) => document.querySelector('faultline-reader').shadowRoot.querySelector('.status').textContent.includes(`#fl=${id}`), finding);
    await page.context().close();
  });
});
