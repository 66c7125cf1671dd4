// Our lines beside Chromium's own, for the same words in the same typeface at the same size, at three resolutions.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openSite } from './browser.mjs';
import { kSpecimens, setTwice } from './specimens.mjs';

for (const dpr of [1, 1.25, 2]) {
  describe(`at ${dpr} device pixels a CSS pixel`, () => {
    let site;
    after(() => site?.close());
    for (const [name, document] of Object.entries(kSpecimens)) {
      test(`${name}: the widths of lines agree within 1 %`, async () => {
        site ??= await openSite({ dpr });
        const page = await site.open('<faultline-reader loading="manual" panel="none"></faultline-reader>');
        assert.equal(await page.evaluate(() => devicePixelRatio), dpr);
        const lines = await setTwice(page, document);
        assert.ok(lines.length >= 5, `${lines.length} lines`);
        for (const { text, ours, chromiums } of lines) {
          assert.ok(Math.abs(ours / chromiums - 1) <= 0.01, `${ours} px here, ${chromiums} px there: ${text}`);
        }
        await page.context().close();
      });
    }
  });
}
