// Other articles beside the one that is read: the method, the tab that it brings, and how both come to an end.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, kRoot, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const kCommand = path.join(kRoot, 'build/release/faultline');
// The same dispute, told by somebody who leaves out the talks.
const kOther = '# The bridge stays shut\n\nWestbrook demands that the old bridge be reopened to trucks. The council of Eastbrook rejected the request.\n';
const kThird = '# A bakery opens\n\nA new bakery has opened in the market street of Eastbrook.\n';
const kBad = { schema: 'faultline.article/1', blocks: [{ kind: 'poem', text: 7 }] };

const openStory = async (attributes = '', options = {}) => {
  const page = await site.open(`<faultline-reader loading="eager" ${attributes}>${kStory}</faultline-reader>`, options);
  await settle(page);
  return page;
};
const compare = (page, others) => inReader(page, (reader, root, list) => reader.compare(list), others);
const refusal = (page, others) => inReader(page, (reader, root, list) => reader.compare(list).then(() => 'none', (error) => `${error.name}: ${error.message}`), others);
const tabs = (page) => inReader(page, (reader, root) => [...root.querySelectorAll('[role=tab]')].map((tab) => tab.dataset.control.slice(4)));
const press = (page, control) => inReader(page, (reader, root, id) => root.querySelector(`[data-control="${id}"]`).click(), control);

describe('compare()', () => {
  test('gives the comparison, frozen, and brings a tab without opening it', async () => {
    const page = await openStory();
    assert.deepEqual(await tabs(page), ['findings', 'issues', 'ledger', 'parties', 'sources']);
    const seen = await inReader(page, async (reader, root, others) => {
      const made = await reader.compare(others);
      return { made, frozen: Object.isFrozen(made) && Object.isFrozen(made.issues[0]), exported: reader.export('comparison') };
    }, [kOther, kThird]);
    assert.equal(seen.made.schema, 'faultline.comparison/1');
    assert.deepEqual(seen.made.articles.map(({ id, title }) => `${id} ${title}`), ['A Two towns and a bridge', 'B The bridge stays shut', 'C A bakery opens']);
    assert.ok(seen.made.issues.length > 0 && seen.made.issues.every((issue) => issue.cells.length === 3));
    assert.ok(seen.frozen);
    assert.deepEqual(JSON.parse(seen.exported), seen.made);
    assert.deepEqual(await tabs(page), ['findings', 'issues', 'ledger', 'parties', 'sources', 'compare']);
    assert.equal(await inReader(page, (reader, root) => root.querySelector('[aria-selected=true]').dataset.control), 'tab:findings');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test('gives the bytes that the command prints, but for the names of the files', { skip: !existsSync(kCommand) && 'scripts/build native makes the command' }, async () => {
    const page = await openStory();
    const first = '# Two towns\n\nEastbrook rejected a request by Westbrook to reopen the bridge. The towns dispute the toll.\n';
    const exported = await inReader(page, async (reader, root, [own, other]) => {
      await reader.load(own);
      await reader.compare(other);
      return reader.export('comparison');
    }, [first, kOther]);
    const folder = mkdtempSync(path.join(tmpdir(), 'faultline-'));
    writeFileSync(path.join(folder, 'A'), first);
    writeFileSync(path.join(folder, 'B'), kOther);
    const printed = execFileSync(kCommand, ['compare', 'A', 'B', '--format', 'json'], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    assert.ok(exported === printed, exported);
    await page.context().close();
  });

  test('takes an address, an element and a document, and waits for an analysis', async () => {
    const page = await site.open(`<faultline-reader loading="manual">${kStory}</faultline-reader><section id="other"><h2>Elsewhere</h2><p>Eastbrook rejected the request.</p></section>`);
    const titles = await inReader(page, async (reader) => {
      const document_ = { schema: 'faultline.article/1', title: 'A document', blocks: [{ kind: 'title', text: 'A document' }, { kind: 'paragraph', text: 'Westbrook accuses Eastbrook.' }] };
      const made = reader.compare([new URL('articles/river.json', location.href), document.querySelector('#other'), document_]);
      await reader.load(reader.querySelector('article'));
      return (await made).articles.map((article) => article.title);
    });
    assert.equal(titles.length, 4);
    assert.equal(titles[0], 'Two towns and a bridge');
    assert.match(titles[1], /river/i);
    assert.equal(titles[3], 'A document');
    await page.context().close();
  });

  test('an empty list takes the tab away, and so does another article', async () => {
    const page = await openStory();
    for (const end of ['[]', 'null', 'load']) {
      await compare(page, kOther);
      await press(page, 'tab:compare');
      assert.ok((await tabs(page)).includes('compare'));
      if (end === 'load') await inReader(page, (reader, root, text) => reader.load(text), kThird);
      else assert.equal(await compare(page, JSON.parse(end)), null);
      assert.ok(!(await tabs(page)).includes('compare'), end);
      if (end !== 'load') assert.equal(await inReader(page, (reader, root) => root.querySelector('[aria-selected=true]').dataset.control), 'tab:findings');
      assert.match(await inReader(page, (reader) => { try { return reader.export('comparison'); } catch (error) { return error.message; } }), /no article to compare with/);
    }
    await page.context().close();
  });

  test('a bad input is named, and the comparison there was stays, with its tab', async () => {
    const page = await openStory();
    await compare(page, kOther);
    await press(page, 'tab:compare');
    const before = await inReader(page, (reader) => reader.export('comparison'));
    assert.match(await refusal(page, [kThird, kBad]), /^ArticleError: Article 2 of 2 to compare with could not be read: the kind is "poem"/);
    assert.match(await refusal(page, [{ title: 'no document' }]), /^ArticleError: The article to compare with could not be read: expected a text/);
    assert.match(await inReader(page, (reader) => reader.compare(new URL('none.json', location.href)).catch((error) => error.message)), /none\.json answered 404/);
    assert.equal(await inReader(page, (reader) => reader.export('comparison')), before);
    assert.equal(await inReader(page, (reader, root) => root.querySelector('[aria-selected=true]').dataset.control), 'tab:compare');
    await page.context().close();
  });

  test('a signal, another comparison and another article stop one that is on its way', async () => {
    const page = await openStory();
    const seen = await inReader(page, async (reader, root, [text, other]) => {
      const long = Array.from({ length: 300 }, (_, i) => `Eastbrook rejected request ${i} of Westbrook.`).join('\n\n');
      const nameOf = (made) => made.then(() => 'done', (error) => error.name);
      const control = new AbortController();
      const stopped = nameOf(reader.compare(long, { signal: control.signal }));
      setTimeout(() => control.abort(), 20);
      const names = [await stopped, reader.shadowRoot.querySelector('[data-control="tab:compare"]') === null];
      const first = nameOf(reader.compare(long)), second = reader.compare(other);
      names.push(await first, (await second).articles.length);
      const third = nameOf(reader.compare(long));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await reader.load(text);
      names.push(await third, reader.analysis.article.title);
      return names;
    }, [kThird, kOther]);
    assert.deepEqual(seen, ['AbortError', true, 'AbortError', 2, 'AbortError', 'A bakery opens']);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});

test('the demo compares what is pasted, and says in its dialog what cannot be', async () => {
  const page = await site.open('/index.html');
  await settle(page);
  const paste = async (text) => {
    await page.click('#paste');
    await page.fill('#paste-text', text);
    await page.click('#paste-dialog [value=compare]');
  };
  await paste('Kabul denied that it shelters the TTP, and agreed to open the crossings.');
  await page.waitForFunction(() => document.querySelector('faultline-reader').shadowRoot.querySelector('[aria-selected=true]')?.dataset.control === 'tab:compare');
  await paste('{"schema": "faultline.article/1", "blocks": [{"kind": "poem", "text": "x"}]}');
  await page.waitForFunction(() => document.querySelector('#paste-dialog').open);
  assert.match(await page.textContent('#paste-note'), /kind is "poem"/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

describe('the tab', () => {
  test('is reached by keyboard, and its rows lead to their passages', async () => {
    const page = await openStory();
    await compare(page, [kOther, kThird]);
    await inReader(page, (reader, root) => root.querySelector('[role=tab]').focus());
    await page.keyboard.press('End');
    assert.equal(await inReader(page, (reader, root) => root.activeElement.dataset.control), 'tab:compare');
    const rows = await inReader(page, (reader, root) => [...root.querySelectorAll('.panel [data-control^="go:i"]')].map((row) => row.textContent));
    assert.ok(rows.length > 0);
    for (const row of rows) assert.match(row, /^.+\. .+\. This article: (disputed|conceded), in the words of .+\. B: .+\. C: .+$/);
    await page.keyboard.press('Tab');
    const focused = await inReader(page, (reader, root) => root.activeElement.dataset.control);
    assert.match(focused, /^go:i\d+$/);
    await page.keyboard.press('Enter');
    const after = await inReader(page, (reader, root) => ({ said: root.querySelector('.status').textContent, isOpen: !root.querySelector('.card').hidden }));
    assert.match(after.said, /^\d+ of \d+: /);
    assert.ok(after.isOpen);
    await page.context().close();
  });

  for (const render of ['canvas', 'dom']) {
    test(`axe finds nothing in it, render ${render}`, async () => {
      const page = await site.open('/index.html');
      await settle(page);
      await page.evaluate((wish) => (document.querySelector('faultline-reader').render = wish), render);
      await inReader(page, (reader) => reader.compare([new URL('articles/strike.json', location.href), new URL('articles/river.json', location.href)]));
      await press(page, 'tab:compare');
      assert.equal(await inReader(page, (reader) => reader.renderMode), render);
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }

  test('is not restored where there is no comparison, and is where there is', async () => {
    const page = await openStory();
    await compare(page, kOther);
    await press(page, 'tab:compare');
    const seen = await inReader(page, async (reader, root) => {
      const state = reader.saveState(), open = () => root.querySelector('[aria-selected=true]').dataset.control;
      await reader.compare(null);
      reader.restoreState(state);
      const without = [open(), reader.saveState().tab];
      await reader.compare('Eastbrook rejected the request.');
      reader.restoreState(state);
      return [state.tab, ...without, open()];
    });
    assert.deepEqual(seen, ['compare', 'tab:findings', 'findings', 'tab:compare']);
    await page.context().close();
  });
});
