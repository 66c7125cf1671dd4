// The trust curve: one slider for the pointer and the keyboard, and a map of what is in view.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, nextFrame, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

async function openDemo(options) {
  const page = await site.open('/index.html', options);
  await settle(page);
  return page;
}

const read = (page) => inReader(page, (reader, root) => {
  const slider = root.querySelector('.curve-slider');
  const frame = root.querySelector('.curve-frame').getBoundingClientRect();
  const plot = slider.getBoundingClientRect();
  return {
    role: slider.getAttribute('role'), name: slider.getAttribute('aria-label'), now: Number(slider.getAttribute('aria-valuenow')),
    most: Number(slider.getAttribute('aria-valuemax')), text: slider.getAttribute('aria-valuetext'),
    above: root.querySelector('.curve-above').textContent, below: root.querySelector('.curve-below').textContent,
    begin: (frame.left - plot.left) / plot.width, width: frame.width / plot.width, top: root.querySelector('.scroller').scrollTop,
    isCardOpen: !root.querySelector('.card').hidden, card: root.querySelector('.card').dataset.family ?? null,
  };
});

describe('the trust curve', () => {
  test('is a slider by its passages; arrows move the article, Enter opens what is there', async () => {
    const page = await openDemo();
    const atTop = await read(page);
    assert.equal(atTop.role, 'slider');
    assert.equal(atTop.name, 'Trust along the article');
    assert.equal(atTop.now, 1);
    assert.match(atTop.text, /^Passage 1 of \d+: .*\. “.+”$/);
    await inReader(page, (reader, root) => root.querySelector('.curve-slider').focus());
    await page.keyboard.press('End');
    const atEnd = await read(page);
    assert.equal(atEnd.now, atEnd.most);
    assert.ok(atEnd.top > 0);
    await page.keyboard.press('ArrowLeft');
    assert.equal((await read(page)).now, atEnd.most - 1);
    await page.keyboard.press('Home');
    assert.deepEqual([(await read(page)).now, (await read(page)).top < 200], [1, true]);
    await page.keyboard.press('Enter');
    assert.equal((await read(page)).isCardOpen, true);
    await page.context().close();
  });

  test('tells how much is off screen, above and below, as the article scrolls', async () => {
    const page = await openDemo();
    const all = await inReader(page, (reader) => reader.analysis.issues.length + reader.analysis.signals.length);
    const atTop = await read(page);
    assert.equal(atTop.above, '');
    const below = Number(atTop.below.match(/^(\d+) ↓$/)[1]);
    assert.ok(below > 0 && below < all);
    await inReader(page, (reader, root) => (root.querySelector('.scroller').scrollTop = 1e6));
    await nextFrame(page);
    const atEnd = await read(page);
    assert.match(atEnd.above, /^↑ \d+$/);
    assert.equal(atEnd.below, '');
    assert.ok(atTop.begin < 0.02 && Math.abs(atEnd.begin + atEnd.width - 1) < 0.02, 'the frame goes from end to end');
    await page.context().close();
  });

  test('points at passages: hovering shows the card, a click goes there, a drag scrolls', async () => {
    const page = await openDemo();
    const box = await page.locator('faultline-reader .curve-slider').boundingBox();
    const place = await inReader(page, (reader, root) => {
      const plot = root.querySelector('.curve-slider').getBoundingClientRect();
      return plot.width;
    });
    assert.ok(place > 200);
    // Somewhere in the last third there is a passage.
    let x = box.x + box.width * 0.66;
    for (; x < box.x + box.width; x += 3) {
      await page.mouse.move(x, box.y + 30);
      if ((await read(page)).isCardOpen) break;
    }
    assert.equal((await read(page)).isCardOpen, true);
    await page.mouse.click(x, box.y + 30);
    const gone = await read(page);
    assert.ok(gone.top > 0);
    assert.equal(gone.isCardOpen, true);
    await page.mouse.move(box.x + box.width - 5, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 2, box.y + 30, { steps: 4 });
    await page.mouse.up();
    assert.ok((await read(page)).top < gone.top);
    await page.context().close();
  });

  test('follows the filters, and is not there when nothing is shown', async () => {
    const page = await openDemo();
    const all = (await read(page)).most;
    await inReader(page, (reader) => (reader.highlights = 'building'));
    assert.ok((await read(page)).most < all);
    await inReader(page, (reader) => (reader.highlights = 'none'));
    assert.equal(await inReader(page, (reader, root) => root.querySelector('.curve').hidden), true);
    await page.context().close();
  });

  test('without a canvas the page shows the same marks', async () => {
    const page = await openDemo();
    await inReader(page, (reader) => (reader.render = 'dom'));
    const shown = await inReader(page, (reader, root) => ({
      marks: [...root.querySelectorAll('.curve-mark')].filter((it) => it.getBoundingClientRect().width > 0).length,
      labels: [...root.querySelectorAll('.curve-label')].map((it) => it.textContent),
    }));
    assert.ok(shown.marks > 5);
    assert.deepEqual(shown.labels, ['Words', 'Deeds', 'builds above, erodes below']);
    assert.deepEqual(await findViolations(page), []);
    await page.context().close();
  });
});
