// An article in sections: what is far from the view is found, selected, copied and printed like the rest.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { inReader, openSite } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

// 400 paragraphs, each with words of its own.
const kText = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} tells how the council of Klow rejected request ${i} of the guild, and why the ${i}th envoy left the hall that evening without a word.`).join('\n\n');

// In a language without rules: nothing is analysed, and the text is there at once.
async function openLong(render) {
  const page = await site.open(`<faultline-reader loading="manual" render="${render}"></faultline-reader>`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const blocks = kText.split('\n\n').map((text) => ({ kind: 'paragraph', text }));
  await page.evaluate((it) => document.querySelector('faultline-reader').load({ schema: 'faultline.article/1', lang: 'da', blocks: it }), blocks);
  return page;
}

// What is selected, and where it stands in the scroller's view.
const findSelected = (page) => inReader(page, async (reader, root) => {
  const startOf = () => getSelection().getComposedRanges({ shadowRoots: [root] })[0].startContainer.parentElement;
  for (let turn = 0; turn < 40 && !startOf()?.closest('.line'); turn++) await new Promise((resolve) => setTimeout(resolve, 50));
  const range = getSelection().getComposedRanges({ shadowRoots: [root] })[0];
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const box = live.getBoundingClientRect();
  const view = root.querySelector('.scroller').getBoundingClientRect();
  return {
    text: live.toString(), isInView: box.height > 0 && box.top >= view.top && box.bottom <= view.bottom,
    isSet: range.startContainer.parentElement?.closest('.line') !== null, top: root.querySelector('.scroller').scrollTop,
  };
});

test('a long article that is loaded again is on its lines again', async () => {
  const page = await openLong('canvas');
  const seen = await inReader(page, async (reader, root) => {
    const blocks = [...root.querySelectorAll('.section p')].map((block) => ({ kind: 'paragraph', text: block.textContent }));
    const count = () => root.querySelectorAll('.section .line').length;
    await reader.load({ schema: 'faultline.article/1', lang: 'da', blocks });
    const first = count();
    await reader.load({ schema: 'faultline.article/1', lang: 'da', blocks });
    return { first, second: count() };
  });
  assert.ok(seen.first > 0 && seen.second > 0, JSON.stringify(seen));
  await page.context().close();
});

for (const render of ['canvas', 'dom']) {
  describe(`a long article, ${render}`, () => {
    let page;
    before(async () => (page = await openLong(render)));
    after(() => page?.context().close());
    beforeEach(() => inReader(page, async (reader, root) => {
      getSelection().removeAllRanges();
      root.querySelector('.scroller').scrollTop = 0;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }));

    test('is cut into sections, and most of them are not laid out', async () => {
      const seen = await inReader(page, (reader, root) => ({
        sections: root.querySelectorAll('.section').length, set: [...root.querySelectorAll('.section')].filter((section) => section.querySelector('.line')).length,
      }));
      assert.ok(seen.sections > 8 && seen.set < seen.sections / 2, JSON.stringify(seen));
    });

    test("the browser's find finds what is far away, and its hit stays selected when the section gets its lines", async () => {
      for (const words of ['request 377 of the guild', 'request 12 of the guild', 'the 399th envoy left the hall']) {
        await page.evaluate(() => getSelection().removeAllRanges());
        assert.ok(await page.evaluate((it) => window.find(it, false, false, true), words), `not found: ${words}`);
        // The find of the browser's own window scrolls to its hit; this one, which a page can call, only selects it.
        await inReader(page, (reader, root) => {
          getSelection().getComposedRanges({ shadowRoots: [root] })[0].startContainer.parentElement.scrollIntoView({ block: 'center' });
        });
        const found = await findSelected(page);
        assert.equal(found.text.replace(/\s+/g, ' '), words);
        assert.ok(found.isInView, `${words}: out of view at ${found.top}`);
        assert.ok(found.isSet, `${words}: its section has no lines`);
      }
    });

    test('a selection across sections is copied whole, with a break between paragraphs', async () => {
      const copied = await inReader(page, (reader, root) => {
        const blocks = root.querySelectorAll('.text p');
        getSelection().setBaseAndExtent(blocks[3], 0, blocks[396], blocks[396].childNodes.length);
        return new Promise((resolve) => {
          document.addEventListener('copy', () => setTimeout(() => navigator.clipboard.readText().then(resolve)), { once: true });
          document.execCommand('copy');
        });
      });
      assert.deepEqual(copied.split('\n\n'), kText.split('\n\n').slice(3, 397));
    });

    test('a selection that is dragged on while sections come near keeps its words', async () => {
      const at = (index) => inReader(page, (reader, root, index) => {
        const box = root.querySelectorAll('.text p')[index].getBoundingClientRect();
        return { x: box.left + 40, y: box.top + 12 };
      }, index);
      const from = await at(1);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 200, from.y + 60);
      await page.mouse.wheel(0, 6000);
      await page.waitForTimeout(500);
      await page.mouse.move(from.x + 100, 400);
      await page.mouse.up();
      const { text } = await findSelected(page);
      assert.match(text, /^\S* ?.*request 1 of the guild/, 'begins where it was begun');
      assert.ok(text.includes('request 20 of the guild') && text.length > 4000, `${text.length} characters`);
    });

    test('is printed whole, its paragraphs one below the other', async () => {
      await page.emulateMedia({ media: 'print' });
      const seen = await inReader(page, (reader, root) => {
        const boxes = [...root.querySelectorAll('.text p')].map((block) => block.getBoundingClientRect());
        return {
          blocks: boxes.length, isHigh: boxes.every(({ height }) => height > 15), overlaps: boxes.filter((box, index) => index > 0 && box.top < boxes[index - 1].bottom - 1).length,
          gaps: boxes.filter((box, index) => index > 0 && box.top - boxes[index - 1].bottom > 60).length,
          hidden: ['.canvas', '.panel', '.margin'].map((where) => getComputedStyle(root.querySelector(where)).display),
          colour: getComputedStyle(root.querySelector('.text p')).webkitTextFillColor,
        };
      });
      assert.deepEqual(seen, { blocks: 400, isHigh: true, overlaps: 0, gaps: 0, hidden: ['none', 'none', 'none'], colour: 'rgb(0, 0, 0)' });
      const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages >= 12 && pages < 60, `${pages} pages`);
    });
  });
}
