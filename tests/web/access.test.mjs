// The keyboard, the screen reader, the small screen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

describe('axe-core finds nothing', () => {
  for (const [name, options, prepare] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
    ['on a phone with the list open', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      (page) => page.evaluate(() => document.querySelector('faultline-reader').shadowRoot.querySelector('.toggle').click())],
    ['with a card open', {}, (page) => page.evaluate(() => document.querySelector('faultline-reader').shadowRoot.querySelector('mark').click())],
    ['without a canvas, light', { colorScheme: 'light' }, (page) => page.evaluate(() => (document.querySelector('faultline-reader').render = 'dom'))],
    ['without a canvas, dark', { colorScheme: 'dark' }, (page) => page.evaluate(() => (document.querySelector('faultline-reader').render = 'dom'))],
  ]) {
    test(name, async () => {
      const page = await site.open('/index.html', options);
      await settle(page);
      await prepare?.(page);
      assert.deepEqual(await findViolations(page), []);
      await page.context().close();
    });
  }
});

describe('the keyboard', () => {
  test('Tab comes to the text, to one mark, to the list, and leaves again', async () => {
    const page = await site.open(`<button id="before">before</button><faultline-reader loading="eager">${kStory}</faultline-reader><button id="after">after</button>`);
    await settle(page);
    await page.focus('#before');
    const stops = [];
    for (let turn = 0; turn < 80; turn++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const outer = document.activeElement;
        const inner = outer.shadowRoot?.activeElement;
        return inner ? inner.tagName.toLowerCase() + (inner.className ? `.${inner.className}` : '') : `#${outer.id}`;
      });
      stops.push(stop);
      if (stop === '#after') break;
    }
    assert.equal(stops.at(-1), '#after', stops.join(' '));
    assert.equal(stops[0], 'div.scroller');
    assert.equal(stops.filter((stop) => stop === 'mark').length, 1, 'one stop for all marks');
    assert.ok(stops.includes('button.control'), 'the rows of the list');
    await page.context().close();
  });

  test('n and p walk through the findings, Enter opens, Escape closes', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`);
    await settle(page);
    await inReader(page, (reader, root) => root.querySelector('.scroller').focus());
    const at = () => inReader(page, (reader, root) => ({
      finding: root.activeElement?.dataset.finding ?? null, isCardOpen: !root.querySelector('.card').hidden, said: root.querySelector('.status').textContent,
    }));
    await page.keyboard.press('n');
    const first = await at();
    assert.ok(first.finding);
    assert.match(first.said, /^1 of \d+: /);
    await page.keyboard.press('n');
    const second = await at();
    assert.notEqual(second.finding, first.finding);
    await page.keyboard.press('p');
    assert.equal((await at()).finding, first.finding);
    await page.keyboard.press('Escape');
    assert.equal((await at()).isCardOpen, false);
    await page.keyboard.press('Enter');
    assert.equal((await at()).isCardOpen, true);
    await page.context().close();
  });

  test('keys outside belong to the host', async () => {
    const page = await site.open(`<input id="field"><faultline-reader loading="eager">${kStory}</faultline-reader>`);
    await settle(page);
    await page.focus('#field');
    await page.keyboard.type('nnpp');
    assert.equal(await page.inputValue('#field'), 'nnpp');
    assert.equal(await inReader(page, (reader, root) => root.querySelector('.card').hidden), true);
    await page.context().close();
  });
});

describe('a phone', () => {
  const kPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  test('the list is a sheet behind a button; a row leads to its passage and closes it', async () => {
    const page = await site.open('/index.html', kPhone);
    await settle(page);
    const read = () => inReader(page, (reader, root) => ({
      isOpen: !root.querySelector('.panel').hidden,
      expanded: root.querySelector('.toggle').getAttribute('aria-expanded'),
      top: root.querySelector('.scroller').scrollTop,
    }));
    assert.deepEqual(await read(), { isOpen: false, expanded: 'false', top: 0 });
    await inReader(page, (reader, root) => root.querySelector('.toggle').click());
    assert.equal((await read()).isOpen, true);
    await inReader(page, (reader, root) => [...root.querySelectorAll('.panel button[data-finding]')].at(-1).click());
    const after = await read();
    assert.equal(after.isOpen, false);
    assert.ok(after.top > 0);
    await page.context().close();
  });

  test('nothing is wider than the screen, controls are large enough to touch', async () => {
    const page = await site.open('/index.html', { ...kPhone, viewport: { width: 320, height: 700 } });
    await settle(page);
    await inReader(page, (reader, root) => root.querySelector('.toggle').click());
    const seen = await inReader(page, (reader, root) => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      inside: root.querySelector('.scroller').scrollWidth - root.querySelector('.scroller').clientWidth,
      small: [...root.querySelectorAll('.panel :is(button, input), .toggle')].map((it) => it.getBoundingClientRect())
        .filter((box) => box.height < 44 || box.width < 44).map((box) => `${box.width} × ${box.height}`),
    }));
    assert.deepEqual(seen, { overflow: 0, inside: 0, small: [] });
    await page.context().close();
  });
});
