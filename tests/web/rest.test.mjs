// A reader at rest does nothing, and scrolling draws only when the overscan runs out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

function countWork() {
  const counts = (window.counts = { draws: 0, frames: 0, timers: 0 });
  for (const name of ['drawElements', 'drawArrays', 'clear']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...rest) { counts.draws++; return draw.apply(this, rest); };
  }
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => { counts.frames++; return request.call(window, callback); };
  for (const name of ['setTimeout', 'setInterval']) {
    const set = window[name];
    window[name] = (...rest) => { counts.timers++; return set.apply(window, rest); };
  }
}

describe('rest', () => {
  test('no draw call, no frame callback, no timer in five seconds', async () => {
    const page = await site.open('/index.html', { before: countWork });
    await settle(page);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = await page.evaluate(() => ({ ...window.counts }));
    assert.ok(before.draws > 0, 'the count sees the drawing');
    await new Promise((resolve) => setTimeout(resolve, 5000));
    assert.deepEqual(await page.evaluate(() => ({ ...window.counts })), before);
    await page.context().close();
  });

  test('scrolling by half a view draws nothing; going to the end draws the end', async () => {
    const page = await site.open('/index.html', { before: countWork, viewport: { width: 1280, height: 400 } });
    await settle(page);
    const counts = await inReader(page, async (reader, root) => {
      const scroller = root.querySelector('.scroller');
      const rest = () => new Promise((resolve) => setTimeout(resolve, 200));
      await rest();
      const start = window.counts.draws;
      scroller.scrollTop = scroller.clientHeight / 2;
      await rest();
      const half = window.counts.draws - start;
      scroller.scrollTop = scroller.scrollHeight;
      await rest();
      const canvas = root.querySelector('.page > .canvas').getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      return { half, end: window.counts.draws - start - half, covers: canvas.top <= view.top + 1 && canvas.bottom >= view.bottom - 1 };
    });
    assert.equal(counts.half, 0);
    assert.ok(counts.end > 0);
    assert.ok(counts.covers, 'the canvas covers the view at the end');
    await page.context().close();
  });
});
