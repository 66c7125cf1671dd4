// Find: the bar, its keys, what it marks in both renditions, and the host's own search.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, nextFrame, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const kStory = `<article lang="en"><h1>The toll at Marn</h1><p>Ruritania rejected a Graustark request to lift the toll. The toll, said Graustark, is a tax on bread.</p>
${'<p>Nothing much happened on the road that week, and the inns were full of carters who waited.</p>'.repeat(14)}
<p>In the end the TOLL stayed; the café at the gate sold tolling bells.</p></article>`;

async function openStory(attributes = '', options = {}) {
  const page = await site.open(`<main><faultline-reader loading="eager" ${attributes}>${kStory}</faultline-reader></main>`, options);
  await settle(page);
  return page;
}

const read = (page) => inReader(page, (reader, root) => ({
  isOpen: !root.querySelector('.find').hidden, count: root.querySelector('.find-count').textContent, said: root.querySelector('.status').textContent,
  top: root.querySelector('.scroller').scrollTop, ticks: root.querySelectorAll('.curve-found span').length,
  focus: root.activeElement?.className ?? null,
}));

// How much of the article's picture is of the colour of what was found.
const countAmber = (page) => inReader(page, (reader, root) => {
  const canvas = root.querySelector('.page > .canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let amber = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] > 240 && data[i + 1] > 180 && data[i + 2] < 170) amber++;
  return amber;
});

describe('the find bar', () => {
  test('by keyboard alone: / opens it, Enter goes on, Shift+Enter back, Escape closes and gives the focus back', async () => {
    const page = await openStory();
    await inReader(page, (reader, root) => root.querySelector('.scroller').focus());
    await page.keyboard.press('/');
    assert.equal((await read(page)).focus, 'find-field');
    await page.keyboard.type('toll');
    let now = await read(page);
    assert.deepEqual([now.count, now.said], ['1 of 5', '1 of 5']);
    assert.ok(now.ticks >= 3);
    await page.keyboard.press('Shift+Enter');
    now = await read(page);
    assert.equal(now.count, '5 of 5');
    assert.ok(now.top > 0, 'the place has come into view');
    await page.keyboard.press('Enter');
    assert.equal((await read(page)).count, '1 of 5');
    await nextFrame(page);
    assert.ok(await countAmber(page) > 100, 'the places are marked on the canvas');
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.press('Escape');
    now = await read(page);
    assert.deepEqual([now.isOpen, now.focus, now.ticks], [false, 'scroller', 0]);
    await nextFrame(page);
    assert.equal(await countAmber(page), 0);
    await page.context().close();
  });

  test('case, whole words and accents by its buttons', async () => {
    const page = await openStory();
    await page.locator('faultline-reader').getByRole('button', { name: 'Find in the article' }).click();
    await page.keyboard.type('toll');
    const press = (name) => page.locator('faultline-reader').getByRole('button', { name }).click();
    await press('Whole words');
    assert.equal((await read(page)).count, '1 of 4');
    await press('Match case');
    assert.equal((await read(page)).count, '1 of 3');
    await press('Match case');
    await press('Whole words');
    await inReader(page, (reader, root) => root.querySelector('.find-field').select());
    await page.keyboard.type('cafe');
    assert.equal((await read(page)).count, '1 of 1');
    await press('Match accents and vowel signs');
    assert.deepEqual([(await read(page)).count, (await read(page)).said], ['Not found', 'Not found']);
    await page.context().close();
  });

  test('letters that are being composed are not searched before they are done', async () => {
    const page = await openStory();
    const counts = await inReader(page, (reader, root) => {
      root.querySelector('.tool-find').click();
      const field = root.querySelector('.find-field');
      field.value = 'tol';
      field.dispatchEvent(new InputEvent('input', { isComposing: true }));
      const during = root.querySelector('.find-count').textContent;
      field.dispatchEvent(new CompositionEvent('compositionend'));
      return [during, root.querySelector('.find-count').textContent];
    });
    assert.deepEqual(counts, ['', '1 of 5']);
    await page.context().close();
  });

  test('letters in its field are letters, and the keys of the host stay its own', async () => {
    const page = await openStory();
    await page.keyboard.press('/');
    assert.equal((await read(page)).isOpen, false, 'the reader has no focus');
    await inReader(page, (reader, root) => root.querySelector('.tool-find').click());
    await page.keyboard.type('n/p?');
    assert.equal(await inReader(page, (reader, root) => root.querySelector('.find-field').value), 'n/p?');
    assert.equal(await inReader(page, (reader, root) => root.querySelector('.keys').open), false);
    await page.context().close();
  });

  test('without a canvas the page marks what is found', async () => {
    const page = await openStory('render="dom"');
    const seen = await inReader(page, (reader) => {
      const result = reader.find('toll', { wholeWord: true });
      const texts = (name) => [...(CSS.highlights.get(name) ?? [])].map(String);
      return { result, all: texts('faultline-found'), now: texts('faultline-found-now') };
    });
    assert.deepEqual(seen, { result: { query: 'toll', count: 4, current: 1 }, all: ['toll', 'toll', 'TOLL'], now: ['toll'] });
    await inReader(page, (reader) => (reader.highlights = 'none'));
    assert.equal(await inReader(page, () => [...CSS.highlights.get('faultline-found')].filter((range) => String(range) !== '').length), 3, 'marked anew with new elements');
    await inReader(page, (reader) => reader.clearFind());
    assert.equal(await inReader(page, () => CSS.highlights.get('faultline-found').size), 0);
    await page.context().close();
  });
});

describe('the host', () => {
  test('searches, goes on and clears; the person\'s own search is told by an event', async () => {
    const page = await openStory();
    const results = await inReader(page, (reader) => {
      window.told = [];
      reader.addEventListener('faultline-find', (event) => window.told.push(event.detail));
      return [reader.find('toll'), reader.findNext(), reader.findPrevious(), reader.find('nowhere'), reader.findNext()];
    });
    assert.deepEqual(results.map(({ count, current }) => [count, current]), [[5, 1], [5, 2], [5, 1], [0, 0], [0, 0]]);
    assert.deepEqual(await page.evaluate(() => window.told), []);
    await inReader(page, (reader, root) => root.querySelector('.tool-find').click());
    await page.keyboard.type('t');
    assert.deepEqual(await page.evaluate(() => window.told.map(({ query }) => query)), ['t']);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});

describe('the keys', () => {
  test('? shows them, the focus stays inside, Escape closes and gives it back', async () => {
    const page = await openStory();
    await inReader(page, (reader, root) => root.querySelector('.scroller').focus());
    await page.keyboard.press('?');
    const isOpen = () => inReader(page, (reader, root) => root.querySelector('.keys').open);
    assert.equal(await isOpen(), true);
    assert.deepEqual(await findViolations(page), []);
    for (let turn = 0; turn < 4; turn++) {
      await page.keyboard.press('Tab');
      const inside = await inReader(page, (reader, root) => document.activeElement === document.body || root.querySelector('.keys').contains(root.activeElement));
      assert.ok(inside);
    }
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
    assert.equal((await read(page)).focus, 'scroller');
    await page.context().close();
  });

  test('i goes to the next issue; shortcuts="off" leaves every letter to the page', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    await inReader(page, (reader, root) => root.querySelector('.scroller').focus());
    await page.keyboard.press('i');
    assert.match((await read(page)).said, /^\d+ of \d+: /);
    assert.match(await inReader(page, (reader, root) => root.querySelector('.card').dataset.family), /issue/);
    await page.keyboard.press('Escape');
    await inReader(page, (reader) => (reader.shortcuts = 'off'));
    for (const key of ['n', '/', '?']) await page.keyboard.press(key);
    assert.deepEqual(await inReader(page, (reader, root) => [root.querySelector('.find').hidden, root.querySelector('.keys').open, root.querySelector('.card').hidden, root.querySelector('.tool-keys').hidden]),
      [true, false, true, true]);
    await page.context().close();
  });
});
