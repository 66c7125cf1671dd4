// Every feature of the reader by the keyboard alone, and what a screen reader is told of it: only keys are pressed here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findViolations, kStory, openSite, settle } from './browser.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** What has the focus, as it is told: "button Wrong pressed". */
const hear = (page) => page.evaluate(() => {
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  const name = it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent;
  const states = [it.ariaPressed === 'true' && 'pressed', it.checked && 'checked', it.ariaSelected === 'true' && 'selected',
    it.ariaExpanded && (it.ariaExpanded === 'true' ? 'expanded' : 'collapsed'), it.ariaValueText];
  const roles = { button: 'button', input: it.type === 'checkbox' ? 'checkbox' : 'field', textarea: 'field', mark: 'mark', a: 'link', dialog: 'dialog' };
  return [it.getAttribute('role') ?? roles[it.localName] ?? it.localName, name.trim(), ...states.filter(Boolean)].join(' ');
});
const status = (page) => page.evaluate(() => document.querySelector('faultline-reader').shadowRoot.querySelector('.status').textContent);

async function reach(page, what, key = 'Tab') {
  const heard = [];
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press(key);
    heard.push(await hear(page));
    if (what.test(heard.at(-1))) return heard.at(-1);
  }
  assert.fail(`${key} does not come to ${what}:\n${heard.join('\n')}`);
}

// Waits, as what is pressed may take a frame to be drawn anew.
async function expectToHear(page, what, listen = hear) {
  let heard = '';
  for (let turn = 0; turn < 40; turn++) {
    heard = await listen(page);
    if (what.test(heard)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.match(heard, what);
}

async function press(page, keys) {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

test('every feature is reached, used and told by the keyboard alone', async (t) => {
  const page = await site.open(`<main><h1>News</h1><button>Before</button>
    <faultline-reader loading="eager">${kStory}</faultline-reader><button>After</button></main>`);
  await settle(page);

  await t.test('findings: one after the other, each with its place among all', async () => {
    await reach(page, /^region Article$/);
    await press(page, 'n n');
    await expectToHear(page, /^mark rejected a request/);
    await expectToHear(page, /^2 of \d+: Rejection, .* → .*: “rejected a request”$/, status);
  });

  await t.test('the card: its rule, a verdict and its undoing, another kind, a note, a citation, a link', async () => {
    await reach(page, /^button The rule and its examples collapsed$/);
    await press(page, 'Enter');
    await expectToHear(page, /expanded$/);
    await reach(page, /^button Wrong$/);
    await press(page, 'Space');
    await expectToHear(page, /^button Wrong pressed$/);
    await press(page, 'Space');
    await expectToHear(page, /^button Wrong$/);
    await reach(page, /^button Another kind/);
    await press(page, 'Enter');
    await reach(page, /^button .*Threat/);
    await press(page, 'Enter');
    await expectToHear(page, /"THREAT"/, (it) => it.evaluate(() => JSON.stringify(document.querySelector('faultline-reader').saveState().corrections)));
    await reach(page, /^button Note/);
    await press(page, 'Enter');
    await expectToHear(page, /^field/);
    await page.keyboard.type('not a refusal');
    await reach(page, /^button Save/);
    await press(page, 'Enter');
    await reach(page, /^button Copy as citation$/);
    await reach(page, /^button Link to this passage$/);
    await press(page, 'Escape');
    // The note, the kind and the two verdicts, from the last to the first; the focus is never lost.
    await reach(page, /^button Undo the last correction$/);
    await press(page, 'Enter Enter Enter Enter');
    await expectToHear(page, /^button Do it again$/);
    assert.equal(await page.evaluate(() => document.querySelector('faultline-reader').undo()), false);
  });

  await t.test('tabs: arrows open them, and every ledger entry leads to its passage', async () => {
    await reach(page, /^tab Findings selected$/);
    for (const name of ['Issues', 'Ledger', 'Parties', 'Sources', 'Findings']) {
      await press(page, 'ArrowRight');
      await expectToHear(page, new RegExp(`^tab ${name} selected$`));
    }
    await press(page, 'ArrowRight');
    await reach(page, /^button Reopening .* collapsed$/);
    await press(page, 'Enter');
    await expectToHear(page, /expanded$/);
    await reach(page, /^tab Issues selected$/, 'Shift+Tab');
    await press(page, 'ArrowRight');
    await reach(page, /^button .*agreed to meet/);
    await press(page, 'Enter');
    await expectToHear(page, /“agreed to meet”$/, status);
    await press(page, 'Escape');
  });

  await t.test('filters: a switch, a choice, its chip, and back', async () => {
    await reach(page, /^tab Ledger selected$/);
    await press(page, 'Home');
    await reach(page, /^checkbox Rejection, 1 checked$/);
    await press(page, 'Space');
    await expectToHear(page, /^checkbox Rejection, 1$/);
    await press(page, 'Space');
    await expectToHear(page, /checked$/);
    await reach(page, /^button Filter collapsed$/);
    await press(page, 'Enter');
    await reach(page, /^checkbox Background, \d+$/);
    await press(page, 'Space');
    await expectToHear(page, /checked$/);
    assert.deepEqual(await findViolations(page), []);
    await press(page, 'Space');
    await reach(page, /^button .*not marked/);
    await press(page, 'Enter');
    await expectToHear(page, /^button .*reopen the old bridge.*No /);
  });

  await t.test('the curve, what is found, and the sheet of keys', async () => {
    await reach(page, /^slider Trust along the article Passage \d of \d/, 'Shift+Tab');
    await press(page, 'Home ArrowRight');
    await expectToHear(page, /Passage 2 of 3/);
    await press(page, '/');
    await expectToHear(page, /^field Words to find$/);
    await page.keyboard.type('bridge');
    await press(page, 'Enter');
    await expectToHear(page, /^2 of 3/, status);
    await press(page, 'Escape ?');
    await expectToHear(page, /^(dialog|button Close)/);
    await press(page, 'Escape');
    await reach(page, /^button After$/);
  });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
