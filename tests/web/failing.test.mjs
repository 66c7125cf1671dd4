// Whatever is missing, the article stays readable and the reason is given in words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const visibleText = (reader, root) => {
  const isSlotted = !root.querySelector('slot.source').hidden;
  return { text: (isSlotted ? reader : root.querySelector('.text')).textContent, status: root.querySelector('.status').textContent, isSlotted };
};
const openBlocked = async (pattern, answer, body = `<faultline-reader loading="manual">${kStory}</faultline-reader>`) => {
  const page = await site.open(body);
  await page.route(pattern, answer);
  return page;
};
const loadAgain = (page) => inReader(page, (reader) => reader.load(reader.querySelector('article')).then(() => 'loaded', (error) => error.message));

describe('without a part of it', () => {
  test('no wasm: the page keeps its own text, the status line says why, an error event is sent', async () => {
    const page = await openBlocked('**/reader*.wasm', (route) => route.abort());
    await inReader(page, (reader) => reader.addEventListener('error', (event) => (window.failed = event.message)));
    await loadAgain(page);
    assert.equal(await settle(page), 'degraded');
    const shown = await inReader(page, visibleText);
    assert.equal(shown.isSlotted, true);
    assert.match(shown.text, /council of Eastbrook rejected/);
    assert.match(shown.status, /analysis could not be loaded .* without highlights/);
    assert.ok(await page.evaluate(() => window.failed));
    await page.context().close();
  });

  test('after a failed download the next load may succeed', async () => {
    let isBlocked = true;
    const page = await openBlocked('**/reader*.wasm', (route) => (isBlocked ? route.abort() : route.continue()));
    assert.notEqual(await loadAgain(page), 'loaded');
    isBlocked = false;
    assert.equal(await loadAgain(page), 'loaded');
    assert.equal(await settle(page), 'ready');
    await page.context().close();
  });

  const badModels = {
    'no model': [(route) => route.abort(), /language model could not be loaded \(.+\)/],
    'a model that is not there': [(route) => route.fulfill({ status: 404 }), /english\.flm answered 404/],
    'a model cut short': [async (route) => {
      const whole = await (await route.fetch()).body();
      await route.fulfill({ body: whole.subarray(0, whole.length / 2) });
    }, /should have \d+ bytes and has \d+/],
    'a damaged model': [async (route) => {
      const body = Buffer.from(await (await route.fetch()).body());
      body[body.length >> 1] ^= 1;
      await route.fulfill({ body });
    }, /checksum does not match/],
  };
  for (const [name, [answer, expected]] of Object.entries(badModels)) {
    test(`${name}: the article is set and drawn without highlights, and the reason is given`, async () => {
      const page = await openBlocked('**/english.flm', answer);
      await inReader(page, (reader) => {
        window.heard = [];
        for (const event of ['error', 'load', 'faultline-analysis']) reader.addEventListener(event, () => window.heard.push(event));
      });
      assert.match(await loadAgain(page), /./);
      assert.equal(await settle(page), 'degraded');
      const shown = await inReader(page, (reader, root) => ({
        mode: reader.renderMode,
        isSlotted: !root.querySelector('slot.source').hidden,
        text: root.querySelector('.text').textContent,
        marks: root.querySelectorAll('mark').length,
        isPanelShown: !root.querySelector('.panel').hidden,
        analysis: reader.analysis,
        status: root.querySelector('.status').textContent,
        heard: window.heard,
      }));
      assert.match(shown.text, /council of Eastbrook rejected/);
      assert.match(shown.status, expected);
      assert.match(shown.status, /shown without highlights/);
      assert.deepEqual({ ...shown, text: '', status: '' },
        { mode: 'canvas', isSlotted: false, text: '', marks: 0, isPanelShown: false, analysis: null, status: '', heard: ['error'] });
      await page.unroute('**/english.flm');
      assert.equal(await loadAgain(page), 'loaded');
      assert.equal(await settle(page), 'ready');
      assert.ok(await inReader(page, (reader, root) => root.querySelectorAll('mark').length > 0));
      await page.context().close();
    });
  }

  test('an article in another language needs no model', async () => {
    const page = await openBlocked('**/english.flm', (route) => route.abort(), '<faultline-reader loading="manual"><article lang="ur"><p>جھیل</p></article></faultline-reader>');
    assert.equal(await loadAgain(page), 'loaded');
    assert.equal(await settle(page), 'ready');
    assert.equal(await inReader(page, (reader) => reader.analysis.signals.length), 0);
    await page.context().close();
  });

  test('wasm served with the wrong type still starts', async () => {
    const page = await openBlocked('**/reader*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
    });
    assert.equal(await loadAgain(page), 'loaded');
    await page.context().close();
  });

  test('an article that is not there, or not an article, is told apart', async () => {
    for (const [src, expected] of [['articles/nowhere.json', /nowhere\.json answered 404/], ['package.json.txt', /answered 404/]]) {
      const page = await site.open(`<faultline-reader loading="eager" src="${src}"></faultline-reader>`);
      assert.equal(await settle(page), 'error');
      assert.match((await inReader(page, visibleText)).status, expected);
      await page.context().close();
    }
    const page = await site.open('<faultline-reader id="r" loading="manual"></faultline-reader>');
    const message = await page.evaluate(() => document.getElementById('r').load('{"schema":"faultline.article/1","blocks":7}').then(() => 'loaded', (error) => error.message));
    assert.match(message, /blocks/);
    await page.context().close();
  });

  test('what is in an article never becomes markup', async () => {
    const page = await site.open('<faultline-reader id="r" loading="manual"></faultline-reader>');
    const text = '<img src=x onerror="window.hurt=1"> <script>window.hurt=1</script> Kabul rejected the request.';
    await page.evaluate((it) => document.getElementById('r').load(it), text);
    const seen = await inReader(page, (reader, root) => ({ images: root.querySelectorAll('img, script').length, text: root.querySelector('.text').textContent }));
    assert.equal(seen.images, 0);
    assert.match(seen.text, /<img src=x/);
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    await page.context().close();
  });

  test('render="dom": highlights, list and card without a canvas', async () => {
    const page = await site.open(`<faultline-reader loading="eager" render="dom">${kStory}</faultline-reader>`);
    assert.equal(await settle(page), 'ready');
    const seen = await inReader(page, (reader, root) => {
      const mark = root.querySelector('mark');
      mark.click();
      const style = getComputedStyle(mark);
      return {
        mode: reader.renderMode,
        underline: style.textDecorationLine,
        isCanvasShown: getComputedStyle(root.querySelector('.canvas')).display !== 'none',
        card: root.querySelector('.card').innerText.trim().length > 10,
        rows: root.querySelectorAll('.panel button[data-finding]').length,
      };
    });
    assert.deepEqual({ ...seen, rows: 0 }, { mode: 'dom', underline: 'underline', isCanvasShown: false, card: true, rows: 0 });
    assert.ok(seen.rows > 0);
    await page.context().close();
  });
});

describe('a browser without WebGL', () => {
  let plain;
  before(async () => (plain = await openSite({ args: ['--disable-gpu', '--disable-software-rasterizer'] })));
  after(() => plain.close());

  test('shows text, highlights and list, and says why there is no canvas', async () => {
    const page = await plain.open('/index.html');
    assert.equal(await settle(page), 'degraded');
    // The missing canvas is known before the findings are.
    await page.waitForFunction(() => document.querySelector('faultline-reader').progress === 1);
    const seen = await inReader(page, (reader, root) => ({
      mode: reader.renderMode,
      marks: root.querySelectorAll('mark').length > 5,
      rows: root.querySelectorAll('.panel button[data-finding]').length > 5,
      status: root.querySelector('.status').textContent,
      isShown: root.querySelector('.status').checkVisibility(),
    }));
    assert.match(seen.status, /no WebGL 2/);
    assert.deepEqual({ ...seen, status: '' }, { mode: 'dom', marks: true, rows: true, status: '', isShown: true });
    await page.context().close();
  });
});

describe('a browser without JavaScript', () => {
  test('shows the page\'s own article', async () => {
    const page = await site.open('/embed.html', { javaScriptEnabled: false });
    assert.ok(await page.getByText('The council of Eastbrook has rejected').isVisible());
    await page.context().close();
  });
});

describe('paper', () => {
  test('has the whole text and its marks, and nothing of the screen', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    await page.emulateMedia({ media: 'print' });
    const seen = await inReader(page, (reader, root) => ({
      canvas: getComputedStyle(root.querySelector('.canvas')).display,
      panel: getComputedStyle(root.querySelector('.panel')).display,
      ink: getComputedStyle(root.querySelector('.text p')).getPropertyValue('-webkit-text-fill-color'),
      underline: getComputedStyle(root.querySelector('mark')).textDecorationLine,
      isWhole: reader.clientHeight >= root.querySelector('.text').scrollHeight,
    }));
    assert.deepEqual(seen, { canvas: 'none', panel: 'none', ink: 'rgb(0, 0, 0)', underline: 'underline', isWhole: true });
    await page.context().close();
  });
});
