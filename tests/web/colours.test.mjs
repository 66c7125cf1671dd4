// Contrast of what the page draws itself, in every theme: 4.5:1 for text, 3:1 for marks, as WCAG 2.2 asks. What the core draws is
// computed by tests/reader/theme_test.cpp, over every stack of tints.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inReader, kStory, openSite, settle } from './browser.mjs';

let site, page;
before(async () => {
  site = await openSite();
  page = await site.open(`<faultline-reader loading="eager" render="dom">${kStory}</faultline-reader>`);
  await settle(page);
});
after(() => site.close());

function luminance([r, g, b]) {
  const [x, y, z] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const kFamilies = ['issue', 'eroding', 'building'];
const kPairs = [
  ...['bg', 'panel-bg', 'hover'].flatMap((ground) => [['fg', ground, 4.5], ['muted', ground, 4.5]]),
  ...kFamilies.flatMap((family) => [
    ['fg', `${family}-tint`, 4.5], [`${family}-ink`, `${family}-tint`, 4.5], [`${family}-ink`, 'bg', 4.5],
    [family, 'bg', 3], [family, 'panel-bg', 3], [family, `${family}-tint`, 3],
  ]),
  ['border-strong', 'bg', 3], ['focus', 'bg', 3], ['focus', 'panel-bg', 3],
];

describe('contrast', () => {
  test('is computed as WCAG has it', () => {
    assert.ok(Math.abs(contrast([0, 0, 0], [255, 255, 255]) - 21) < 0.01);
    assert.ok(Math.abs(contrast([118, 118, 118], [255, 255, 255]) - 4.54) < 0.01);
  });
  for (const theme of ['light', 'dark', 'sepia', 'contrast', 'night']) {
    test(theme, async () => {
      const colours = await inReader(page, (reader, root, [theme, names]) => {
        reader.theme = theme;
        const probe = document.createElement('i');
        root.querySelector('.frame').append(probe);
        const colours = Object.fromEntries(names.map((name) => {
          probe.style.setProperty('color', `var(--${name})`);
          return [name, getComputedStyle(probe).color.match(/\d+/g).map(Number)];
        }));
        probe.remove();
        return colours;
      }, [theme, [...new Set(kPairs.flatMap(([a, b]) => [a, b]))]]);
      const poor = kPairs.filter(([a, b, least]) => !(contrast(colours[a], colours[b]) >= least));
      assert.deepEqual(poor.map(([a, b]) => `${a} on ${b}: ${contrast(colours[a], colours[b]).toFixed(2)}`), []);
    });
  }
});
