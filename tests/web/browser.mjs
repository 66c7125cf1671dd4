// Chromium, the built package behind the strict content policy of scripts/serve, and pages that tests write themselves.
//
//   const site = await openSite();
//   const page = await site.open('<faultline-reader>…</faultline-reader>');
//   await site.close();
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const kRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const kDist = path.join(kRoot, 'web/dist');
export const requireFromWeb = createRequire(path.join(kRoot, 'web/package.json'));
const { chromium } = requireFromWeb('playwright-core');

const kPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
// No GPU here: SwiftShader gives WebGL 2 in software.
const kGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kQuiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

function findChromium() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  throw new Error('no chromium on PATH: scripts/setup installs it');
}

/** `dpr`: device pixels a CSS pixel, by the browser's own scale (an emulated one places glyphs otherwise). */
export async function openSite({ args = kGl, dpr = 0 } = {}) {
  const server = spawn(process.execPath, [path.join(kRoot, 'scripts/serve'), kDist], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = await once(server.stdout, 'data');
  const url = String(address).trim();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...kQuiet, ...args, ...(dpr ? [`--force-device-scale-factor=${dpr}`, '--window-size=1400,1000'] : [])] });
  return {
    url,
    browser,
    /** A page with `body`, or the page at a path of dist when `body` begins with a slash. Complaints of the page fail the test that asks. */
    async open(body, options = {}) {
      const { before, head = '', ...context } = options;
      const page = await (await browser.newContext({ viewport: dpr ? null : { width: 1280, height: 800 }, ...context })).newPage();
      page.complaints = [];
      page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
      page.on('pageerror', (error) => page.complaints.push(String(error)));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
      });
      if (before) await page.addInitScript(before);
      if (body.startsWith('/')) {
        await page.goto(new URL(body, url).href);
        return page;
      }
      await page.route('**/test.html', (route) => route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': kPolicy },
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="icon.svg">${head}` +
          `<script type="module" src="faultline-reader.js"></script></head><body>${body}</body></html>`,
      }));
      await page.goto(new URL('test.html', url).href);
      return page;
    },
    async close() {
      await browser.close();
      server.kill();
    },
  };
}

/** Waits until the page's reader (or the n-th) has come to rest, and returns its state. */
export function settle(page, index = 0) {
  return page.waitForFunction((at) => {
    const state = document.querySelectorAll('faultline-reader')[at]?.state;
    return state === 'ready' || state === 'degraded' || state === 'error' ? state : null;
  }, index, { timeout: 30_000 }).then((handle) => handle.jsonValue());
}

/** Runs in the page with the reader and its shadow root. */
export function inReader(page, work, argument) {
  return page.evaluate(`(async () => {
    const reader = document.querySelector('faultline-reader');
    return (${work})(reader, reader.shadowRoot, ${JSON.stringify(argument ?? null)});
  })()`);
}

/** One frame painted and what followed it. */
export function nextFrame(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** What axe-core complains of, a line each. */
export async function findViolations(page) {
  await page.evaluate(readFileSync(requireFromWeb.resolve('axe-core/axe.min.js'), 'utf8'));  // evaluated, not loaded by the page: its policy stays as it is
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`);
}

export const kStory = `<article lang="en"><h1>Two towns and a bridge</h1>
<p>The council of Eastbrook rejected a request by Westbrook to reopen the old bridge to trucks. Westbrook accuses its neighbour of closing the bridge to keep its customers at home.</p>
<p>Both councils have agreed to meet again in May, and the mayor of Westbrook welcomed the step.</p></article>`;
