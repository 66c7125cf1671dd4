// What a person chooses: filter, corrections, notes, and all of it kept and brought back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findViolations, inReader, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const kReader = `<main><faultline-reader loading="eager">${kStory}</faultline-reader></main>`;

async function openReader(html = kReader, options = {}) {
  const page = await site.open(html, options);
  assert.equal(await settle(page), 'ready');
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ['faultline-filter', 'faultline-correct']) document.addEventListener(name, (event) => window.heard.push([name, event.detail]));
  });
  return page;
}

/** Presses what the panel or the card has drawn, as a person who cannot see it would. */
const press = (page, control) => inReader(page, (reader, root, id) => {
  const element = root.querySelector(`[data-control="${CSS.escape(id)}"]`);
  (element.querySelector('input') ?? element).click();
}, control);

const marked = (page) => inReader(page, (reader, root) => [...new Set([...root.querySelectorAll('.text mark')].map((mark) => mark.dataset.finding))].sort());

describe('the filter', () => {
  test('hides marks, is read back, and tells only of what the person did', async () => {
    const page = await openReader();
    const all = await marked(page);
    const report = await inReader(page, (reader) => reader.analysis);
    const party = report.signals[0].who;
    await inReader(page, (reader, root, name) => (reader.filter = { off: ['building'], only: [`party:${name}`] }), party);
    const about = (signal) => signal.polarity === 'eroding' && (signal.who === party || signal.whom === party);
    const expected = [...report.signals.filter(about), ...report.issues.filter((issue) => issue.parties.includes(party))].map(({ id }) => id).sort();
    assert.deepEqual(await marked(page), expected);
    assert.notDeepEqual(expected, all);
    const kept = await inReader(page, (reader) => ({ filter: reader.filter, heard: window.heard }));
    assert.deepEqual(kept.filter.only, [`party:${party}`]);
    assert.ok(kept.filter.off.includes('AGREEMENT'));
    assert.deepEqual(kept.heard, []);
    await inReader(page, (reader) => (reader.filter = null));
    assert.deepEqual(await marked(page), all);
    await press(page, 'show:eroding');
    const [[name, detail]] = await page.evaluate(() => window.heard);
    assert.equal(name, 'faultline-filter');
    assert.ok(detail.filter.off.includes('REJECTION'));
    await page.context().close();
  });

  test('set before the analysis is there, it holds when it comes', async () => {
    const page = await site.open(`<faultline-reader loading="manual">${kStory}</faultline-reader>`);
    await page.waitForFunction(() => customElements.get('faultline-reader'));
    await inReader(page, async (reader) => {
      reader.filter = { off: ['eroding', 'issues'] };
      await reader.load(reader.querySelector('article'));
    });
    const families = await inReader(page, (reader, root) => [...new Set([...root.querySelectorAll('.text mark')].map((mark) => mark.dataset.family))]);
    assert.deepEqual(families, ['building']);
    await page.context().close();
  });

  test('what cannot be a filter is refused in words', async () => {
    const page = await openReader();
    for (const [value, message] of [[{ off: 'building' }, /off: expected a list/], [{ only: ['party:p99'] }, /expected a list of choices/], [7, /expected an object/]]) {
      const said = await inReader(page, (reader, root, filter) => {
        try {
          reader.filter = filter;
        } catch (error) {
          return error.message;
        }
      }, value);
      assert.match(said, message);
    }
    assert.deepEqual((await inReader(page, (reader) => reader.filter)).only, []);
    await page.context().close();
  });
});

describe('corrections', () => {
  test('a rejected finding loses its mark, a relabelled one its family, and both come back', async () => {
    const page = await openReader();
    const { signals } = await inReader(page, (reader) => reader.analysis);
    const [first, second] = signals.filter(({ polarity }) => polarity === 'eroding');
    await inReader(page, (reader, root, [one, other]) => {
      reader.correct(one, { verdict: 'rejected' });
      reader.correct(other, { label: 'GOODWILL', note: 'ironic' });
    }, [first.id, second.id]);
    const after = await inReader(page, (reader, root, [one, other]) => ({
      marks: root.querySelectorAll(`.text mark[data-finding=${one}]`).length,
      family: root.querySelector(`.text mark[data-finding=${other}]`).dataset.family,
      signals: reader.analysis.signals.filter(({ id }) => id === one || id === other).map(({ category, correction }) => ({ category, correction })),
      ledger: reader.analysis.ledger.some((entry) => entry.signals.includes(one)),
      csv: reader.export('csv'), html: reader.export('html'), heard: window.heard.length,
    }), [first.id, second.id]);
    assert.equal(after.marks, 0);
    assert.equal(after.family, 'building');
    assert.deepEqual(after.signals, [
      { category: first.category, correction: { verdict: 'rejected' } },
      { category: 'GOODWILL', correction: { verdict: 'none', was: second.category, note: 'ironic' } },
    ]);
    assert.equal(after.ledger, false);
    assert.match(after.csv, /rejected by a person/);
    assert.match(after.html, /Corrected by a person, found as .*: ironic/);
    assert.equal(after.heard, 0, 'the host knows what it did');
    const back = await inReader(page, (reader) => [reader.undo(), reader.undo(), reader.undo(), reader.analysis.signals, reader.redo(), reader.redo(), reader.redo()]);
    assert.deepEqual(back, [true, true, false, signals, true, true, false]);
    await page.context().close();
  });

  test('they leave as a file and are found again in an edited article', async () => {
    const page = await openReader();
    const kept = await inReader(page, (reader) => {
      const { id, text } = reader.analysis.signals[0];
      reader.correct(id, { verdict: 'rejected', note: 'no' });
      return { text, file: reader.export('corrections') };
    });
    const edited = await openReader(kReader.replace('The council of Eastbrook', 'After a long evening the council of Eastbrook').replace('Two towns', 'Two old towns'));
    const found = await inReader(edited, (reader, root, file) => ({ lost: reader.importCorrections(file), signals: reader.analysis.signals.filter((signal) => signal.correction) }), kept.file);
    assert.deepEqual(found.lost, []);
    assert.deepEqual(found.signals.map(({ text, correction }) => [text, correction]), [[kept.text, { verdict: 'rejected', note: 'no' }]]);
    const other = await openReader(`<faultline-reader loading="eager"><article lang="en"><h1>Rain</h1><p>It rained in Sell.</p></article></faultline-reader>`);
    assert.deepEqual(await inReader(other, (reader, root, file) => reader.importCorrections(file), kept.file), [kept.text]);
    for (const it of [page, edited, other]) await it.context().close();
  });

  test('a note is written in a real field, which keeps its keys, and the card stays', async (t) => {
    const page = await openReader();
    const id = await inReader(page, (reader, root) => {
      const mark = root.querySelector('.text mark');
      mark.click();
      return mark.dataset.finding;
    });
    const canPress = await inReader(page, (reader, root, finding) => root.querySelector(`[data-control="note:${finding}"]`) !== null, id);
    if (!canPress) return t.skip('the card has no control for a note');
    await press(page, `note:${id}`);
    await page.keyboard.type('nip and tuck');
    const typed = await inReader(page, (reader, root) => ({ value: root.querySelector('.note-field').value, isShown: !root.querySelector('.card').hidden }));
    assert.deepEqual(typed, { value: 'nip and tuck', isShown: true });
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.press('Control+Enter');
    const said = await inReader(page, (reader, root, finding) => ({
      note: [...reader.analysis.signals, ...reader.analysis.issues].find((it) => it.id === finding).correction?.note,
      isOpen: !root.querySelector('.note').hidden, heard: window.heard.map(([name]) => name),
    }), id);
    assert.deepEqual(said, { note: 'nip and tuck', isOpen: false, heard: ['faultline-correct'] });
    await page.context().close();
  });
});

describe('the state', () => {
  test('is saved as JSON and restored in another reader of the same article', async () => {
    const page = await openReader();
    const state = await inReader(page, (reader) => {
      const [first, second] = reader.analysis.signals;
      reader.correct(first.id, { verdict: 'accepted' });
      reader.filter = { off: ['building'], only: ['speaker:writer'] };
      reader.goTo(second.id);
      return JSON.parse(JSON.stringify(reader.saveState()));
    });
    assert.equal(state.version, 1);
    const other = await site.open(kReader);
    await other.waitForFunction(() => customElements.get('faultline-reader'));
    await inReader(other, (reader, root, saved) => reader.restoreState(saved), state);  // before the analysis is there, or after
    await settle(other);
    await other.evaluate(() => document.querySelector('faultline-reader').ready);
    assert.deepEqual(await inReader(other, (reader) => JSON.parse(JSON.stringify(reader.saveState()))), state);
    for (const it of [page, other]) await it.context().close();
  });

  test('of another text leaves out what is bound to the first', async () => {
    const page = await openReader();
    const state = await inReader(page, (reader) => {
      reader.filter = { only: ['party:p1', 'time:current'] };
      return reader.saveState();
    });
    const other = await openReader(kReader.replace('trucks', 'lorries'));
    assert.deepEqual(await inReader(other, (reader, root, saved) => { reader.restoreState(saved); return reader.filter.only; }, state), ['time:current']);
    for (const it of [page, other]) await it.context().close();
  });

  test('that is none is refused in words', async () => {
    const page = await openReader();
    const good = await inReader(page, (reader) => reader.saveState());
    for (const [change, message] of [[{ version: 2 }, /version: expected 1/], [{ filter: [] }, /filter: expected an object/], [{ tab: 3 }, /tab: expected/],
      [{ selected: 1 }, /selected: expected/], [{ place: -1 }, /place: expected/], [{ corrections: 'none' }, /corrections: expected/]]) {
      const said = await inReader(page, (reader, root, state) => {
        try {
          reader.restoreState(state);
        } catch (error) {
          return `${error.name} ${error.message}`;
        }
      }, { ...good, ...change });
      assert.match(said, message);
      assert.match(said, /^TypeError/);
    }
    await page.context().close();
  });

  test('is stored only when it is asked for, and survives a reload', async () => {
    const page = await openReader();
    await press(page, 'show:building');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.context().close();

    const kept = await openReader(kReader.replace('loading=', 'persist="local" loading='));
    await press(kept, 'show:building');
    await inReader(kept, (reader) => reader.correct(reader.analysis.signals[0].id, { verdict: 'rejected' }));
    assert.equal(await kept.evaluate(() => localStorage.length), 1);
    const before = await inReader(kept, (reader) => ({ filter: reader.filter, signals: reader.analysis.signals }));
    await kept.reload();
    await settle(kept);
    assert.deepEqual(await inReader(kept, (reader) => ({ filter: reader.filter, signals: reader.analysis.signals })), before);
    assert.deepEqual(kept.complaints, []);
    await kept.context().close();
  });

  test('in a sandbox without storage nothing is said and nothing fails', async () => {
    const page = await openReader(kReader.replace('loading=', 'persist="local" loading='), {
      before: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no storage', 'SecurityError'); } }),
    });
    await press(page, 'show:building');
    assert.ok((await inReader(page, (reader) => reader.filter)).off.includes('AGREEMENT'));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});
