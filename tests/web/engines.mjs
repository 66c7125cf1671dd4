// Firefox and WebKit on a screen of their own, for what differs between engines. Their pages answer what inReader asks of a page.
//
//   const engine = await openEngine('webkit');                   // or 'firefox'
//   await engine.goto(site.url);
//   const lines = await inReader(engine, measureLines);          // plain data
//   await engine.drag([20, 80], [60, 120]);                      // the mouse, pressed from the first point to the last
//   await engine.copy();                                         // Control and C
//   await engine.close();
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { requireFromWeb } from './browser.mjs';

const kSeconds = 1000;
// No GPU here: Mesa draws in software. WebKit's sandbox wants rights that a container does not give.
const kDrawing = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };

function find(name, folders = (process.env.PATH ?? '').split(path.delimiter)) {
  const file = folders.map((folder) => path.join(folder, name)).find(existsSync);
  if (!file) throw new Error(`there is no ${name}: scripts/setup installs it`);
  return file;
}

// An X server that nobody sees: without a window Firefox has no WebGL.
async function openScreen() {
  const server = spawn(find('Xvfb'), ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [display] = await once(server.stdio[3], 'data');
  return { environment: { ...process.env, ...kDrawing, DISPLAY: `:${String(display).trim()}` }, close: () => server.kill() };
}

async function openFirefox({ hasWebGl = true } = {}) {
  const { default: puppeteer } = await import(requireFromWeb.resolve('puppeteer-core'));
  const screen = await openScreen();
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: find('firefox-esr'), headless: false, env: screen.environment,
    extraPrefsFirefox: { 'webgl.disabled': !hasWebGl },
    timeout: 120 * kSeconds, protocolTimeout: 120 * kSeconds,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    goto: (url) => page.goto(url),
    evaluate: (code) => page.evaluate(code),
    async drag(...points) {
      await page.mouse.move(...points[0]);
      await page.mouse.down();
      for (const point of points.slice(1)) await page.mouse.move(...point);
      await page.mouse.up();
    },
    async copy() {
      await page.keyboard.down('Control');
      await page.keyboard.press('c');
      await page.keyboard.up('Control');
    },
    async close() {
      await browser.close();
      screen.close();
    },
  };
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

// The W3C WebDriver protocol, as far as it is needed: WebKitGTK speaks no other.
async function openWebKit() {
  const screen = await openScreen();
  const port = await findFreePort();
  const driver = spawn(find('WebKitWebDriver'), [`--port=${port}`], { stdio: 'ignore', env: screen.environment });
  const ask = async (method, address, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${address}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver, ${address}: ${value.error}: ${value.message}`);
    return value;
  };
  while (!(await ask('GET', 'status').catch(() => null))?.ready) await new Promise((resolve) => setTimeout(resolve, 100));
  const binary = find('MiniBrowser', ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1']);
  const { sessionId } = await ask('POST', 'session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } } });
  await ask('POST', `session/${sessionId}/timeouts`, { script: 120 * kSeconds, pageLoad: 120 * kSeconds });
  return {
    goto: (url) => ask('POST', `session/${sessionId}/url`, { url }),
    async evaluate(code) {
      const script = `const done = arguments[0]; (async () => (${code}))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await ask('POST', `session/${sessionId}/execute/async`, { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    async drag(...points) {
      const [first, ...others] = points.map(([x, y]) => ({ type: 'pointerMove', duration: 50, x: Math.round(x), y: Math.round(y), origin: 'viewport' }));
      const actions = [first, { type: 'pointerDown', button: 0 }, ...others, { type: 'pointerUp', button: 0 }];
      await ask('POST', `session/${sessionId}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    },
    async copy() {
      const [control, c] = ['\uE009', 'c'];
      const actions = [['keyDown', control], ['keyDown', c], ['keyUp', c], ['keyUp', control]].map(([type, value]) => ({ type, value }));
      await ask('POST', `session/${sessionId}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    async close() {
      await ask('DELETE', `session/${sessionId}`);
      driver.kill();
      screen.close();
    },
  };
}

/** `hasWebGl: false` is for Firefox, which can be started without. */
export function openEngine(name, options) {
  return name === 'firefox' ? openFirefox(options) : openWebKit();
}
