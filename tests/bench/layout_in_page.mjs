// Reading a long article here and as plain HTML with <mark>: the same text with the same marks, one after the other in the same Chromium.
//   node tests/bench/layout_in_page.mjs [WORDS]     after scripts/build web; exits with 1 if a target is missed
//
// Only ratios carry over to other machines. The plain page is what a good site would send: a column of paragraphs, each mark with a class,
// a class of the column that switches a family off. Ours goes first and says where its marks are.
import { readFileSync, readdirSync } from 'node:fs';
import { openSite, settle } from '../web/browser.mjs';
import { makeVariedText } from './varied_text.mjs';

const kBytesAWord = 6.5;
// For each length what the issue asks for, as times of the plain page.
const kTargets = new Map([
  [10_000, { first: 1.3 }],
  [1_000_000, { first: 0.5, relayout: 0.1, toggle: 0.25, scroll: 2.5, memory: 0.7 }],
]);
const kNames = {
  first: 'the text to a frame', again: 'text and marks to a frame', relayout: 'another width, to a frame', toggle: 'a family switched off, to a frame',
  scroll: 'a scroll step', memory: 'memory of all processes',
};
const kFast = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];  // a step costs what it costs, and does not wait for the screen
const kGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

function makeParagraphs(count) {
  const paragraphs = [];
  let words = 0;
  for (const line of makeVariedText(Math.round(count * kBytesAWord)).split(/\n+/)) {
    const own = line.split(/\s+/).filter(Boolean);
    if (own.length === 0 || words === count) continue;
    paragraphs.push(own.slice(0, count - words).join(' '));
    words += Math.min(own.length, count - words);
  }
  if (words < count) throw new Error(`the text has ${words} words, not ${count}`);
  return paragraphs;
}

// Megabytes that the browser's processes hold, shared pages in equal parts (PSS). They are told by their parents: this program's children.
function readMemory() {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      // it has just ended
    }
  }
  const isOurs = (pid) => pid === String(process.pid) || (parents.has(pid) && isOurs(parents.get(pid)));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    try {
      if (pid === String(process.pid) || !isOurs(pid) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('chrom')) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // it has just ended
    }
  }
  return kilobytes / 1024;
}

async function settledMemory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await session.send('HeapProfiler.collectGarbage');
  return readMemory();
}

// In both pages: how to wait for paint, and the steps that both are put through.
function defineSteps() {
  globalThis.painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  // The end of the first frame that shows what `isThere` looks for: asked as the frame begins, told as its own task is over.
  globalThis.shownAt = (isThere) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve(performance.now()));
    const look = () => (isThere() ? port2.postMessage(null) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  globalThis.timed = async (change) => {
    await painted();
    const start = performance.now();
    await change();
    return (await painted()) - start;
  };
  // Two of each, there and back: the better one counts.
  globalThis.thereAndBack = async (there, back) => Math.min(await timed(there), await timed(back));
  globalThis.scrollSteps = async (scroller) => {
    const kSteps = 200;
    const start = await painted();
    for (let step = 0; step < kSteps; step++) {
      scroller.scrollTop += 90;
      await painted();
    }
    return (performance.now() - start) / kSteps;
  };
}

// The article as a document: `first` ends when its words can be read, whatever they look like then.
async function measureOurs(paragraphs) {
  const site = await openSite({ args: [...kGl, ...kFast] });
  const page = await site.open('<faultline-reader loading="eager" panel="none" id="r"></faultline-reader>', { before: defineSteps });
  // Core, model, faces and context are there: what is measured is the text.
  await page.evaluate(() => document.getElementById('r').load({ schema: 'faultline.article/1', lang: 'en', blocks: [{ kind: 'paragraph', text: 'A line.' }] }));
  await settle(page);
  const found = await page.evaluate(async (texts) => {
    const reader = document.getElementById('r');
    const setWidth = (width) => reader.style.setProperty('width', `${width}px`);
    for (const [name, value] of [['height', '700px'], ['display', 'block']]) reader.style.setProperty(name, value);
    setWidth(680);
    const article = { schema: 'faultline.article/1', lang: 'en', blocks: texts.map((text) => ({ kind: 'paragraph', text })) };
    const text = reader.shadowRoot.querySelector('.text');
    await painted();
    const start = performance.now();
    const loading = reader.load(article);
    const opening = texts[0].slice(0, 40);
    const first = (await shownAt(() => text.firstElementChild?.textContent.startsWith(opening))) - start;
    await loading;
    const ready = performance.now() - start;
    await painted();
    const scroller = reader.shadowRoot.querySelector('.scroller');
    // In and out of the page: everything of the analysed article is made anew but the layout's own memory.
    const parent = reader.parentNode;
    reader.remove();
    const again = await timed(() => parent.append(reader));
    await painted();
    const relayout = await thereAndBack(() => setWidth(580), () => setWidth(680));
    const toggle = await thereAndBack(() => { reader.highlights = 'building'; }, () => { reader.highlights = 'all'; });
    const scroll = await scrollSteps(scroller);
    return { first, again, relayout, toggle, scroll, ready, mode: reader.renderMode };
  }, paragraphs);
  // Somebody has read the article; nobody has asked for its report, which is as long again as the article and more.
  found.memory = await settledMemory(page);
  found.marks = await page.evaluate(() => {
    const { signals, issues } = document.getElementById('r').analysis;
    const marks = [...signals.map(({ start: begin, end: last, polarity }) => ({ begin, last, family: polarity })),
      ...issues.flatMap(({ spans }) => spans.map(({ start: begin, end: last }) => ({ begin, last, family: 'issue' })))];
    return marks.sort((a, b) => a.begin - b.begin || b.last - a.last);
  });
  await site.close();
  return found;
}

// Marks of the report, in code points of the article (blocks with one empty line between), as pieces of each paragraph.
function cutIntoPieces(paragraphs, marks) {
  let at = 0, next = 0;
  return paragraphs.map((text) => {
    const pieces = [];
    const letters = [...text];
    let done = 0;
    for (; next < marks.length && marks[next].begin < at + letters.length; next++) {
      const begin = Math.max(done, marks[next].begin - at), last = Math.min(letters.length, marks[next].last - at);
      if (begin >= last) continue;  // inside the mark before it
      pieces.push([letters.slice(done, begin).join(''), ''], [letters.slice(begin, last).join(''), marks[next].family]);
      done = last;
    }
    pieces.push([letters.slice(done).join(''), '']);
    at += letters.length + 2;
    return pieces.filter(([words]) => words !== '');
  });
}

async function measurePlain(pieces) {
  const site = await openSite({ args: [...kGl, ...kFast] });
  const page = await site.open('<main></main>', { before: defineSteps });
  const found = await page.evaluate(async (blocks) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('#s { height: 700px; overflow: auto } #c { width: 600px; margin: auto; font: 19px/1.5 serif }' +
      'mark { background: none; text-decoration: underline 2px } mark.eroding { background: #fdd } mark.building { background: #dfd } mark.issue { background: #ddf }' +
      '.no-eroding mark.eroding, .no-issue mark.issue { background: none; text-decoration: none }');
    document.adoptedStyleSheets = [sheet];
    const make = (name, id) => Object.assign(document.createElement(name), { id });
    const scroller = make('div', 's'), column = make('div', 'c');
    scroller.append(column);
    await painted();
    const start = performance.now();
    const tree = document.createDocumentFragment();
    for (const block of blocks) {
      const p = document.createElement('p');
      for (const [words, family] of block) {
        if (family === '') {
          p.append(words);
          continue;
        }
        const mark = document.createElement('mark');
        mark.className = family;
        mark.textContent = words;
        p.append(mark);
      }
      tree.append(p);
    }
    column.append(tree);
    document.body.append(scroller);
    const first = (await painted()) - start;
    const setWidth = (width) => column.style.setProperty('width', `${width}px`);
    const relayout = await thereAndBack(() => setWidth(500), () => setWidth(600));
    const toggle = await thereAndBack(() => column.classList.add('no-eroding', 'no-issue'), () => column.classList.remove('no-eroding', 'no-issue'));
    const scroll = await scrollSteps(scroller);
    return { first, again: first, relayout, toggle, scroll };
  }, pieces);
  found.memory = await settledMemory(page);
  await site.close();
  return found;
}

async function measure(words) {
  const paragraphs = makeParagraphs(words);
  const ours = await measureOurs(paragraphs);
  const pieces = cutIntoPieces(paragraphs, ours.marks);
  const plain = await measurePlain(pieces);
  const marks = pieces.flat().filter(([, family]) => family !== '').length;
  console.log(`${words} words in ${paragraphs.length} paragraphs, ${marks} marks, drawn as ${ours.mode}; analysed after ${(ours.ready / 1000).toFixed(1)} s`);
  const targets = kTargets.get(words) ?? {};
  for (const [name, what] of Object.entries(kNames)) {
    const ratio = ours[name] / plain[name], most = targets[name];
    const unit = name === 'memory' ? 'MB' : 'ms';
    const verdict = most === undefined ? '' : ratio <= most ? ` (≤ ${most})` : ` (≤ ${most})  MISSED`;
    console.log(`  ${what.padEnd(34)} plain ${plain[name].toFixed(1).padStart(8)} ${unit}   ours ${ours[name].toFixed(1).padStart(8)} ${unit}   ratio ${ratio.toFixed(2)}${verdict}`);
    if (ratio > most) process.exitCode = 1;
  }
}

const given = Number(process.argv[2] ?? 0);
for (const words of given > 0 ? [given] : kTargets.keys()) await measure(words);
