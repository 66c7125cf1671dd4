// The interface in other languages: words, direction, plural forms, and what a host brings of its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, kRoot, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const readWords = (lang) => JSON.parse(readFileSync(path.join(kRoot, `assets/strings/${lang}.json`), 'utf8'));
const open = (attributes) => site.open(`<main><faultline-reader loading="eager" ${attributes}>${kStory}</faultline-reader></main>`);

/** Waits for the words to come; then what is said where. */
async function look(page, title) {
  await page.waitForFunction((words) => document.querySelector('faultline-reader').shadowRoot.querySelector('.panel h2')?.textContent === words, title);
  return inReader(page, (reader, root) => ({
    dir: getComputedStyle(root.querySelector('.panel')).direction,
    textDir: getComputedStyle(root.querySelector('.text p')).direction,
    lang: root.querySelector('.frame').lang,
    label: root.querySelector('.scroller').getAttribute('aria-label'),
    families: [...root.querySelectorAll('.panel [data-control^="show:"]')].map((it) => it.textContent),
  }));
}

// What the tools around the article still say in Latin letters; keys keep their names.
const findEnglish = (page) => inReader(page, (reader, root) => [...root.querySelectorAll(['.find', '.tools', '.introduction', '.keys', '.progress'].flatMap((part) => [part, `${part} *`]).join())]
  .flatMap((it) => [it.ariaLabel, it.title, it.placeholder, it.children.length || it.localName === 'kbd' ? '' : it.textContent])
  .filter((words) => /[a-z]{3}/i.test(words ?? '')));

describe('the interface', () => {
  for (const lang of ['ur', 'ps', 'prs']) {
    test(`speaks ${lang}, from right to left, beside an English article`, async () => {
      const page = await open(`ui-lang="${lang}" intro="on"`);
      assert.equal(await settle(page), 'ready');
      const words = readWords(lang);
      const seen = await look(page, words.panel.title);
      assert.deepEqual([seen.dir, seen.textDir, seen.lang, seen.label], ['rtl', 'ltr', lang, words.page.article]);
      assert.ok(seen.families.some((text) => text.includes(words.kind.REJECTION)), seen.families.join(' '));
      if (words.digits) assert.ok(seen.families.every((text) => !/[0-9]/.test(text)), seen.families.join(' '));
      assert.deepEqual(await findEnglish(page), []);
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }

  test('fetches no words for English, and goes back to it', async () => {
    const asked = [];
    const page = await open('');
    page.on('request', (request) => asked.push(request.url()));
    await settle(page);
    const before = await look(page, 'Who disputes what');
    await inReader(page, (reader) => (reader.uiLang = 'ur'));
    await look(page, readWords('ur').panel.title);
    await inReader(page, (reader) => (reader.uiLang = 'en'));
    assert.deepEqual(await look(page, 'Who disputes what'), before);
    assert.deepEqual(asked.filter((url) => url.includes('/strings/')).map((url) => path.basename(url)), ['ur.json']);
    await page.context().close();
  });

  test('takes words of the host before its own, and says when it cannot', async () => {
    const page = await open('');
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    await settle(page);
    await inReader(page, (reader) => (reader.strings = { panel: { title: 'Where they differ' }, page: { article: 'Story' } }));
    assert.equal((await look(page, 'Where they differ')).label, 'Story');
    await inReader(page, (reader) => (reader.strings = { panel: { nonsense: 'x' } }));
    await page.waitForFunction(() => true);
    assert.match(said.join('\n'), /stays as it is.*expected a key/);
    assert.equal((await look(page, 'Where they differ')).label, 'Story');
    await page.context().close();
  });
});

test('every language has every text, with the same places to fill in', () => {
  const flatten = (value, key = '') => typeof value === 'string' ? [[key, value]] : Object.entries(value).flatMap(([name, part]) => flatten(part, key ? `${key}.${name}` : name));
  const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  const english = new Map(flatten(readWords('en')));
  for (const lang of ['ur', 'ps', 'prs']) {
    const words = new Map(flatten(readWords(lang)));
    words.delete('digits');
    assert.deepEqual([...words.keys()].sort(), [...english.keys()].sort(), lang);
    for (const [key, text] of words) assert.deepEqual(places(text), places(english.get(key)), `${lang} ${key}`);
    const tags = [...words].filter(([key]) => key.startsWith('tag.')).map(([, text]) => text);
    assert.equal(new Set(tags).size, tags.length, `${lang}: two letters for each kind`);
  }
});
