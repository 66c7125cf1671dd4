// The first minutes: the introduction, what is said while a long article is read, and the sheets of a phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const read = (page) => inReader(page, (reader, root) => {
  const box = root.querySelector('.introduction');
  return { isOpen: !box.hidden, step: root.querySelector('.introduction-step').textContent, title: root.querySelector('.introduction-title').textContent, focus: root.activeElement?.className ?? null };
});

describe('the introduction', () => {
  test('comes where the host asks for it, takes no focus, has three steps, and goes for good', async () => {
    const page = await site.open(`<main><faultline-reader loading="eager">${kStory}</faultline-reader></main>`);
    await settle(page);
    assert.equal((await read(page)).isOpen, false);
    await inReader(page, (reader) => (reader.intro = 'on'));
    const first = await read(page);
    assert.deepEqual([first.isOpen, first.step, first.focus], [true, '1 of 3', null]);
    assert.deepEqual(await findViolations(page), []);
    const titles = new Set([first.title]);
    await inReader(page, (reader, root) => root.querySelector('.introduction-next').focus());
    for (const step of ['2 of 3', '3 of 3']) {
      await page.keyboard.press('Enter');
      const now = await read(page);
      assert.equal(now.step, step);
      titles.add(now.title);
    }
    assert.equal(titles.size, 3);
    await page.keyboard.press('Enter');
    assert.deepEqual([(await read(page)).isOpen, (await read(page)).focus], [false, 'scroller']);
    await inReader(page, async (reader) => reader.load('The council of Eastbrook rejected a request by Westbrook.'));
    assert.equal((await read(page)).isOpen, false, 'once is enough');
    await page.context().close();
  });

  test('is remembered in this browser only where persist is local', async () => {
    for (const [persist, isShownAgain] of [['none', true], ['local', false]]) {
      const page = await site.open(`<faultline-reader loading="eager" intro="on" persist="${persist}">${kStory}</faultline-reader>`);
      await settle(page);
      await inReader(page, (reader, root) => root.querySelector('.introduction-skip').click());
      const kept = await page.evaluate(() => localStorage.length);
      assert.equal(kept > 0, persist === 'local');
      await page.reload();
      await settle(page);
      assert.equal((await read(page)).isOpen, isShownAgain, persist);
      await page.context().close();
    }
  });

  test('is not for an article without findings', async () => {
    const page = await site.open('<faultline-reader loading="eager" intro="on"><article><p>The fair at Marn opened on Sunday.</p></article></faultline-reader>');
    await settle(page);
    assert.equal((await read(page)).isOpen, false);
    await page.context().close();
  });
});

describe('a long article', () => {
  test('shows how far its reading is, and says it', async () => {
    const page = await site.open('<faultline-reader loading="manual"></faultline-reader>');
    const seen = await inReader(page, async (reader, root) => {
      const line = root.querySelector('.progress');
      const values = [];
      const said = new Set();
      reader.addEventListener('progress', () => {
        if (!line.hidden) values.push(Number(line.getAttribute('aria-valuenow')));
        said.add(root.querySelector('.status').textContent);
      });
      const paragraph = 'The council of Eastbrook rejected a request by Westbrook to reopen the bridge, and the mayor of Westbrook complained. ';
      await reader.load(Array.from({ length: 400 }, () => paragraph.repeat(4)).join('\n\n'));
      return { values, said: [...said], isHidden: line.hidden };
    });
    assert.ok(seen.values.length > 5);
    assert.deepEqual(seen.values, seen.values.toSorted((a, b) => a - b));
    assert.ok(seen.said.some((words) => /^Reading the article: \d+ %$/.test(words)), seen.said.join(' | '));
    assert.equal(seen.isHidden, true);
    await page.context().close();
  });
});

describe('the sheets of a phone', () => {
  const kPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const pull = (page, handle, distance) => inReader(page, async (reader, root, [name, by]) => {
    const element = root.querySelector(name);
    const box = element.getBoundingClientRect();
    const fire = (type, y) => element.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, clientX: box.x + 20, clientY: box.y + 10 + y, bubbles: true }));
    element.setPointerCapture = () => undefined;  // there is no real pointer
    fire('pointerdown', 0);
    for (let y = 0; y <= by; y += 10) fire('pointermove', y);
    const pulled = getComputedStyle(element.closest('.panel, .card')).getPropertyValue('--pulled');
    await new Promise((resolve) => setTimeout(resolve, 200));
    fire('pointerup', by);
    return pulled;
  }, [handle, distance]);

  test('the list goes when it is pulled down far enough, and comes back when it is not', async () => {
    const page = await site.open('/index.html', kPhone);
    await settle(page);
    const isOpen = () => inReader(page, (reader, root) => !root.querySelector('.panel').hidden);
    await inReader(page, (reader, root) => root.querySelector('.toggle').click());
    assert.equal(await pull(page, '.panel .grab', 40), '40px');
    assert.equal(await isOpen(), true);
    await pull(page, '.panel .grab', 120);
    assert.equal(await isOpen(), false);
    await inReader(page, (reader, root) => root.querySelector('.toggle').click());
    await page.keyboard.press('Escape');
    assert.equal(await isOpen(), false);
    assert.equal(await inReader(page, (reader, root) => root.activeElement?.className), 'toggle');
    await page.context().close();
  });

  test('a card leaves its words to be seen, and is pulled away', async () => {
    const page = await site.open('/index.html', kPhone);
    await settle(page);
    const seen = await inReader(page, async (reader, root) => {
      root.querySelectorAll('mark')[2].click();
      await new Promise((resolve) => setTimeout(resolve, 400));
      const card = root.querySelector('.card');
      const marks = [...root.querySelectorAll('mark[data-selected]')].map((mark) => mark.getBoundingClientRect());
      return { isOpen: !card.hidden, top: card.getBoundingClientRect().top, bottom: marks[0].bottom, handle: root.querySelector('.card .grab').getBoundingClientRect().height };
    });
    assert.ok(seen.isOpen && seen.bottom <= seen.top, `${seen.bottom} is above ${seen.top}`);
    assert.ok(seen.handle >= 44);
    await pull(page, '.card .grab', 120);
    assert.equal(await inReader(page, (reader, root) => root.querySelector('.card').hidden), true);
    await page.context().close();
  });
});

describe('goTo', () => {
  test('takes findings, addresses, places of the text and text fragments', async () => {
    const page = await site.open('/index.html', { viewport: { width: 1280, height: 500 } });
    await settle(page);
    const results = await inReader(page, async (reader, root) => {
      const scroller = root.querySelector('.scroller');
      const text = [...root.querySelectorAll('.text :is(h1, h2, p, li)')].map((it) => it.textContent);
      const last = text.at(-1).split(' ').slice(0, 4).join(' ');
      const total = reader.analysis.article.code_points;
      return [['s3'], ['#fl=s3'], [{ start: total - 10, end: total - 1 }], [`#:~:text=${encodeURIComponent(last)}`], ['s999'], [{ start: total + 5 }], ['#:~:text=no%20such%20words'], ['#:~:text=%']].map(([locator]) => {
        scroller.scrollTop = 0;
        return [reader.goTo(locator), scroller.scrollTop > 0];
      });
    });
    assert.deepEqual(results.map(([isFound]) => isFound), [true, true, true, true, false, false, false, false]);
    assert.deepEqual(results.slice(2, 4).map(([, isScrolled]) => isScrolled), [true, true]);
    await page.context().close();
  });
});

test('an address that names a reader is for no other of the page', async () => {
  const page = await site.open(`<faultline-reader id="monday" loading="eager">${kStory}</faultline-reader><faultline-reader id="tuesday" loading="eager">${kStory}</faultline-reader>`,
    { permissions: ['clipboard-read', 'clipboard-write'] });
  await settle(page, 1), await settle(page);
  const seen = await page.evaluate(() => {
    const [monday, tuesday] = document.querySelectorAll('faultline-reader');
    tuesday.goTo('s2');
    tuesday.shadowRoot.querySelector('.card [data-control="link:s2"]').click();
    return [monday.goTo('#fl=s2@tuesday'), monday.goTo('#fl=s2')];
  });
  assert.deepEqual(seen, [false, true]);
  await page.waitForFunction(() => document.querySelector('#tuesday').shadowRoot.querySelector('.status').textContent === 'Link copied.');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#fl=s2@tuesday$/);
  await page.context().close();
});

describe('the host is told', () => {
  test('where the person has come to rest and what they have selected, and not where it went itself', async () => {
    const page = await site.open('/index.html', { viewport: { width: 1280, height: 500 } });
    await settle(page);
    await inReader(page, (reader) => {
      window.told = [];
      for (const name of ['relocate', 'selection']) reader.addEventListener(`faultline-${name}`, (event) => window.told.push([name, event.detail]));
      reader.goTo('s9');
    });
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => window.told), []);
    await page.locator('faultline-reader .scroller').hover();
    await page.mouse.wheel(0, -4000);
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await page.evaluate(() => window.told.shift()), ['relocate', { start: 0, share: 0 }]);
    const title = page.locator('faultline-reader .text h1');
    await title.dblclick();
    await page.waitForFunction(() => window.told.some(([name, { text }]) => name === 'selection' && text !== ''));
    const [, selection] = await page.evaluate(() => window.told.at(-1));
    const whole = await title.textContent();
    assert.equal(whole.slice(selection.start, selection.end), selection.text);
    await page.context().close();
  });

  test('a picture of what is in view', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    const picture = await inReader(page, async (reader, root) => {
      root.querySelector('.scroller').scrollTop = 300;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const blob = await reader.toBlob();
      const image = await createImageBitmap(blob);
      const view = root.querySelector('.scroller');
      return [blob.type, image.width, image.height, view.clientWidth, view.clientHeight];
    });
    assert.deepEqual(picture.slice(0, 3), ['image/png', picture[3], picture[4]]);
    await inReader(page, (reader) => (reader.render = 'dom'));
    assert.equal(await inReader(page, (reader) => reader.toBlob()), null);
    await page.context().close();
  });
});
