// The element as its host sees it: attributes, properties, methods, events, its life in the document.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, nextFrame, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

// Counts contexts that were made and given back, and how often a module was compiled.
function countContexts() {
  window.counts = { made: 0, lost: 0, compiled: 0 };
  for (const type of [HTMLCanvasElement, OffscreenCanvas]) {
    const getContext = type.prototype.getContext;
    type.prototype.getContext = function (kind, ...rest) {
      const context = getContext.call(this, kind, ...rest);
      if (kind === 'webgl2' && context && !context.isCounted) {
        context.isCounted = true;
        window.counts.made++;
        const getExtension = context.getExtension;
        context.getExtension = (name) => {
          const extension = getExtension.call(context, name);
          if (name !== 'WEBGL_lose_context' || !extension || extension.isCounted) return extension;
          const lose = extension.loseContext.bind(extension);
          extension.isCounted = true;
          extension.loseContext = () => { window.counts.lost++; lose(); };
          return extension;
        };
      }
      return context;
    };
  }
  for (const name of ['compile', 'compileStreaming']) {
    const compile = WebAssembly[name];
    WebAssembly[name] = (...rest) => { window.counts.compiled++; return compile.apply(WebAssembly, rest); };
  }
}

describe('the element', () => {
  test('reads the slotted article, draws it and reports', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`);
    assert.equal(await settle(page), 'ready');
    const seen = await inReader(page, (reader) => ({
      mode: reader.renderMode,
      schema: reader.analysis.schema,
      title: reader.analysis.article.title,
      rejected: reader.analysis.signals.some((signal) => signal.category === 'REJECTION'),
      isFrozen: Object.isFrozen(reader.analysis) && Object.isFrozen(reader.analysis.signals[0]),
      version: reader.version,
    }));
    assert.deepEqual({ ...seen, version: '' }, {
      mode: 'canvas', schema: 'faultline.report/1', title: 'Two towns and a bridge', rejected: true, isFrozen: true, version: '',
    });
    assert.match(seen.version, /\d/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test('draws something: the canvas is not of one colour', async () => {
    const page = await site.open('/index.html');
    await settle(page);
    const colours = await inReader(page, (reader, root) => ['.page > .canvas', '.panel .canvas'].map((where) => {
      const canvas = root.querySelector(where);
      const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(600, canvas.height)).data.buffer);
      return new Set(pixels).size;
    }));
    assert.ok(colours[0] > 50, `article: ${colours[0]} colours`);
    assert.ok(colours[1] > 50, `panel: ${colours[1]} colours`);
    await page.context().close();
  });

  test('keeps properties that were set before it was defined', async () => {
    const page = await site.open('<main></main>');
    await page.evaluate(() => customElements.whenDefined('faultline-reader').then(() => undefined));
    const late = await page.evaluate(async () => {
      const name = 'faultline-reader';
      const reader = document.implementation.createHTMLDocument('').createElement(name);  // not upgraded there
      reader.article = 'Kabul rejected the request of Islamabad.';
      reader.theme = 'sepia';
      reader.loading = 'eager';
      document.body.append(document.adoptNode(reader));
      await reader.ready;
      return { theme: reader.getAttribute('theme'), signals: reader.analysis.signals.length };
    });
    assert.equal(late.theme, 'sepia');
    assert.ok(late.signals > 0);
    await page.context().close();
  });

  test('tells its host what happens, once each', async () => {
    const page = await site.open('<div id="host"></div>');
    const heard = await page.evaluate(async () => {
      const heard = [];
      const names = ['load', 'error', 'progress', 'faultline-ready', 'faultline-analysis', 'faultline-render-mode'];
      await customElements.whenDefined('faultline-reader');
      const reader = document.createElement('faultline-reader');
      reader.loading = 'manual';
      for (const name of names) reader.addEventListener(name, () => heard.push(name));
      const outside = [];
      for (const name of names) document.addEventListener(name, (event) => event.target === reader && outside.push(name));
      document.getElementById('host').append(reader);
      await reader.load('Kabul rejected the request of Islamabad.');
      return { heard, outside };
    });
    assert.deepEqual([...new Set(heard.heard)].sort(), ['faultline-analysis', 'faultline-ready', 'faultline-render-mode', 'load', 'progress']);
    for (const name of ['load', 'faultline-ready', 'faultline-analysis']) assert.equal(heard.heard.filter((it) => it === name).length, 1, name);
    assert.deepEqual(heard.outside.sort(), ['faultline-analysis', 'faultline-ready', 'faultline-render-mode'], 'load and progress do not bubble');
    await page.context().close();
  });

  test('asks the host before it opens its own card', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`);
    await settle(page);
    await inReader(page, (reader) => reader.addEventListener('faultline-select', (event) => {
      window.chosen = event.detail.id;
      event.preventDefault();
    }, { once: true }));
    await page.mouse.move(5, 5);
    const click = () => inReader(page, (reader, root) => {
      const mark = root.querySelector('mark');
      mark.click();
      return { id: mark.dataset.finding, isCardHidden: root.querySelector('.card').hidden };
    });
    const first = await click();
    assert.equal(await page.evaluate(() => window.chosen), first.id);
    assert.equal(first.isCardHidden, true, 'the host took it');
    await page.keyboard.press('Escape');
    const opened = await inReader(page, (reader, root) => {
      const other = [...root.querySelectorAll('mark')].find((mark) => mark.dataset.finding !== window.chosen);
      other.click();
      return { isCardHidden: root.querySelector('.card').hidden, details: other.getAttribute('aria-details') };
    });
    assert.deepEqual(opened, { isCardHidden: false, details: 'card' });
    await page.context().close();
  });

  for (const dir of ['ltr', 'rtl']) {
    test(`opens its card inside the reader and not over the words that it is about, ${dir}`, async () => {
      const page = await site.open(`<faultline-reader loading="eager" src="articles/talks.json" dir="${dir}"></faultline-reader>`);
      await settle(page);
      const covered = await inReader(page, async (reader, root) => {
        reader.style.setProperty('height', '640px');
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const view = root.querySelector('.scroller').getBoundingClientRect();
        const frame = root.querySelector('.frame').getBoundingClientRect();
        const bad = [];
        let seen = 0;
        for (const mark of root.querySelectorAll('mark')) {
          const words = mark.getClientRects()[0];
          if (words.top < view.top || words.bottom > view.bottom || mark.hasAttribute('data-selected')) continue;
          mark.click();
          const box = root.querySelector('.card').getBoundingClientRect();
          const first = root.querySelector(`mark[data-finding=${mark.dataset.finding}]`).getClientRects()[0];
          const isOver = box.left < first.right - 1 && box.right > first.left + 1 && box.top < first.bottom - 1 && box.bottom > first.top + 1;
          const isOut = box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
          if (isOver || isOut) bad.push(`${mark.textContent}: ${JSON.stringify(box)}`);
          seen++;
          root.querySelector('.close').click();
        }
        return { bad, seen };
      });
      assert.ok(covered.seen > 5, `${covered.seen} marks in view`);
      assert.deepEqual(covered.bad, []);
      await page.context().close();
    });
  }

  test('goes to a finding inside its own scroller and leaves the page alone', async () => {
    const page = await site.open('<div class="tall"></div><faultline-reader loading="eager" src="articles/talks.json"></faultline-reader>');
    await settle(page);
    const moved = await inReader(page, (reader, root) => {
      const before = scrollY;
      const last = reader.analysis.signals.at(-1).id;
      const found = reader.goTo(last);
      const mark = root.querySelector(`mark[data-finding=${last}]`).getBoundingClientRect();
      const view = root.querySelector('.scroller').getBoundingClientRect();
      return { found, stranger: reader.goTo('s999'), inView: mark.top >= view.top && mark.bottom <= view.bottom, page: scrollY - before };
    });
    assert.deepEqual(moved, { found: true, stranger: false, inView: true, page: 0 });
    await page.context().close();
  });

  test('ends an earlier load when another begins, and obeys the signal', async () => {
    const page = await site.open('<faultline-reader id="r" loading="manual"></faultline-reader>');
    const outcome = await page.evaluate(async () => {
      const reader = document.getElementById('r');
      await customElements.whenDefined('faultline-reader');
      const first = reader.load('One.').then(() => 'done', (error) => error.name);
      const second = reader.load('Kabul rejected the request.').then(() => 'done', (error) => error.name);
      const control = new AbortController();
      const outcomes = [await first, await second];
      const third = reader.load('Three.', { signal: control.signal }).then(() => 'done', (error) => error.name);
      control.abort();
      return [...outcomes, await third, reader.analysis?.article.code_points ?? null];
    });
    assert.deepEqual(outcome.slice(0, 3), ['AbortError', 'done', 'AbortError']);
    await page.context().close();
  });

  test('shows the text before the model has come, and the findings when it has', async () => {
    let open;
    const gate = new Promise((resolve) => (open = resolve));
    const page = await site.open('<faultline-reader loading="manual"></faultline-reader>');
    await page.route('**/english.flm', async (route) => { await gate; await route.continue(); });
    await inReader(page, (reader) => {
      window.loaded = reader.load('Kabul rejected the request of Islamabad.');
      return new Promise((resolve) => reader.addEventListener('faultline-render-mode', resolve, { once: true })).then(() => undefined);
    });
    const look = () => inReader(page, (reader, root) => ({
      state: reader.state, mode: reader.renderMode, text: root.querySelector('.text').textContent, marks: root.querySelectorAll('mark').length > 0,
      isAnalysed: reader.analysis !== null, isWhole: reader.progress === 1,
      width: root.querySelector('.scroller').clientWidth,
    }));
    const before = await look();
    open();
    await page.evaluate(() => window.loaded);
    const text = 'Kabul rejected the request of Islamabad.';
    const { width } = before;
    assert.deepEqual(before, { state: 'loading', mode: 'canvas', text, marks: false, isAnalysed: false, isWhole: false, width });
    assert.deepEqual(await look(), { state: 'ready', mode: 'canvas', text, marks: true, isAnalysed: true, isWhole: true, width }, 'and no line moves');
    await page.context().close();
  });

  test('tells its progress while it analyses a long article, and stops when it is told to', async () => {
    const page = await site.open('<faultline-reader loading="manual"></faultline-reader>');
    const seen = await inReader(page, async (reader) => {
      const text = Array.from({ length: 600 }, (_, i) => `Kabul rejected request ${i} of Islamabad, and the envoy of the ${i}th council called it an insult.`).join('\n\n');
      const shares = [];
      let isSame = true;
      const control = new AbortController();
      reader.addEventListener('progress', (event) => {
        shares.push(event.loaded / event.total);
        isSame &&= Math.abs(reader.progress - shares.at(-1)) <= 0.01;
        if (window.stopAt && reader.progress > window.stopAt) control.abort();
      });
      await reader.load(text);
      const whole = [...shares];
      shares.length = 0;
      window.stopAt = 0.6;
      const outcome = await reader.load(text, { signal: control.signal }).then(() => 'done', (error) => error.name);
      const stopped = { outcome, last: Math.max(...shares), state: reader.state, analysis: reader.analysis, progress: reader.progress };
      window.stopAt = 0;
      await reader.load('Kabul rejected the request.');
      return { whole, isSame, stopped, after: reader.analysis.signals.length };
    });
    assert.ok(seen.whole.length > 8, `${seen.whole.length} steps`);
    assert.deepEqual(seen.whole, [...seen.whole].sort((a, b) => a - b));
    assert.equal(seen.whole.at(-1), 1);
    assert.ok(seen.isSame, 'property and event agree');
    assert.ok(seen.stopped.last < 0.8, `went on to ${seen.stopped.last}`);
    assert.deepEqual({ ...seen.stopped, last: 0 }, { outcome: 'AbortError', last: 0, state: 'idle', analysis: null, progress: 0 });
    assert.equal(seen.after, 1);
    await page.context().close();
  });

  test('exports the bytes that the command would print', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`);
    await settle(page);
    const json = await inReader(page, (reader) => reader.export('json'));
    assert.equal(JSON.parse(json).schema, 'faultline.report/1');
    assert.ok(json.endsWith('\n'));
    await page.context().close();
  });
});

describe('several readers and many lives', () => {
  test('two readers on one page fetch one model', async () => {
    const page = await site.open('<faultline-reader loading="manual"></faultline-reader><faultline-reader loading="manual"></faultline-reader>');
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const signals = await page.evaluate(() => Promise.all([...document.querySelectorAll('faultline-reader')].map(async (reader) => {
      await reader.load('Kabul rejected the request of Islamabad.');
      return reader.analysis.signals.length;
    })));
    assert.deepEqual(signals, [1, 1]);
    assert.equal(asked.filter((path) => path.endsWith('english.flm')).length, 1);
    await page.context().close();
  });

  test('two readers on one page compile once and hold different articles', async () => {
    const page = await site.open(
      '<faultline-reader loading="eager" src="articles/strike.json"></faultline-reader><faultline-reader loading="eager" src="articles/river.json"></faultline-reader>',
      { before: countContexts });
    assert.deepEqual([await settle(page, 0), await settle(page, 1)], ['ready', 'ready']);
    const seen = await page.evaluate(() => ({
      titles: [...document.querySelectorAll('faultline-reader')].map((reader) => reader.analysis.article.title),
      ...window.counts,
    }));
    assert.notEqual(seen.titles[0], seen.titles[1]);
    assert.equal(seen.compiled, 1);
    assert.equal(seen.made, 2);
    await page.context().close();
  });

  test('fifty removals and returns leak no context, and the article stays', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`, { before: countContexts });
    await settle(page);
    const after = await inReader(page, async (reader) => {
      const place = reader.parentNode;
      for (let turn = 0; turn < 50; turn++) {
        reader.remove();
        await new Promise((resolve) => setTimeout(resolve));
        place.append(reader);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return { ...window.counts, mode: reader.renderMode, state: reader.state, signals: reader.analysis.signals.length };
    });
    assert.equal(after.made - after.lost, 1, `${after.made} made, ${after.lost} given back`);
    assert.equal(after.compiled, 1);
    assert.equal(after.mode, 'canvas');
    assert.ok(after.signals > 0);
    await page.context().close();
  });

  test('moving within the document keeps the context', async () => {
    const page = await site.open(`<main></main><faultline-reader loading="eager">${kStory}</faultline-reader>`, { before: countContexts });
    await settle(page);
    const after = await inReader(page, async (reader) => {
      document.querySelector('main').append(reader);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return window.counts;
    });
    assert.equal(after.made, 1);
    await page.context().close();
  });

  test('twelve readers share eight contexts; the others show their text', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`.repeat(12), { before: countContexts });
    for (let index = 0; index < 12; index++) await settle(page, index);
    const seen = await page.evaluate(() => ({
      modes: [...document.querySelectorAll('faultline-reader')].map((reader) => reader.renderMode),
      live: window.counts.made - window.counts.lost,
    }));
    assert.ok(seen.live <= 8, `${seen.live} contexts`);
    assert.ok(seen.modes.every((mode) => mode === 'canvas' || mode === 'dom'), seen.modes.join());
    await page.context().close();
  });

  test('a lost context leaves the text, a restored one draws again', async () => {
    const page = await site.open(`<faultline-reader loading="eager">${kStory}</faultline-reader>`, {
      before: () => {
        const getContext = OffscreenCanvas.prototype.getContext;
        OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
          const context = getContext.call(this, kind, ...rest);
          if (kind === 'webgl2') window.loser = context.getExtension('WEBGL_lose_context');
          return context;
        };
      },
    });
    await settle(page);
    const modes = await inReader(page, async (reader) => {
      const modes = [reader.renderMode];
      // A context can be restored only when the event that told of its loss has been dealt with.
      const changed = () => new Promise((resolve) => reader.addEventListener('faultline-render-mode', () => setTimeout(resolve), { once: true }));
      window.loser.loseContext();
      await changed();
      modes.push(reader.renderMode);
      window.loser.restoreContext();
      await changed();
      return [...modes, reader.renderMode];
    });
    assert.deepEqual(modes, ['canvas', 'dom', 'canvas']);
    await nextFrame(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test('loads nothing of the core while it is far below the view', async () => {
    const page = await site.open('<main></main><faultline-reader src="articles/river.json"></faultline-reader>', {
      before: () => document.addEventListener('DOMContentLoaded', () => document.querySelector('main').style.setProperty('height', '4000px')),
    });
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await nextFrame(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await inReader(page, (reader) => reader.state), 'idle');
    assert.deepEqual(asked.filter((url) => /reader\.wasm|english\.flm/.test(url)), []);
    await page.mouse.wheel(0, 3000);
    assert.equal(await settle(page), 'ready');
    await page.context().close();
  });
});
