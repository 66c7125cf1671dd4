// Fetches, compiles and instantiates the core: compiled once a page, instantiated once a reader.
//
//   const core = await openCore();

import { Core } from './core.js';
import { loadBytes } from './load-bytes.js';

const compiled = new Map<string, Promise<WebAssembly.Module>>();

// import.meta.url must stay inside the expression: bundlers find the asset by this very form.
const kWasmUrl = (): URL => new URL('./reader.wasm', import.meta.url);

export async function openCore(url: URL = kWasmUrl()): Promise<Core> {
  const [module, { default: makeModule }] = await Promise.all([compileOnce(url), import('./reader.mjs')]);
  const instance = await new Promise<Awaited<ReturnType<typeof makeModule>>>((resolve, reject) => {
    makeModule({
      instantiateWasm(imports, done) {
        // A failure here would never settle the glue's own promise, so it settles this one.
        WebAssembly.instantiate(module, imports).then((it) => done(it, module), reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return new Core(instance);
}

function compileOnce(url: URL): Promise<WebAssembly.Module> {
  const known = compiled.get(url.href);
  if (known) return known;
  const fresh = compile(url);
  compiled.set(url.href, fresh);
  fresh.catch(() => compiled.delete(url.href));  // a network failure may be tried again
  return fresh;
}

async function compile(url: URL): Promise<WebAssembly.Module> {
  if (url.protocol === 'file:') return WebAssembly.compile(await loadBytes(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  // compileStreaming insists on application/wasm; servers that do not know the type still get a reader.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
