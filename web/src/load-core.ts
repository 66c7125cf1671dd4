// Fetches, compiles and instantiates the core: compiled once a page, instantiated once a reader.
//
//   const core = await openCore();

import { Core } from './core.js';
import { loadBytes } from './load-bytes.js';

const compiled = new Map<string, Promise<WebAssembly.Module>>();

// A module of one function, () → v128: `i16x8.relaxed_dot_i8x16_i7x16_s` of two splats. Engines that refuse it would refuse
// the faster core as well.
const kRelaxedProbe = Uint8Array.of(
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 5, 1, 0x60, 0, 1, 0x7b,
  3, 2, 1, 0,
  10, 15, 1, 13, 0, 0x41, 1, 0xfd, 15, 0x41, 2, 0xfd, 15, 0xfd, 0x92, 2, 0x0b,
);

// import.meta.url must stay inside the expressions: bundlers find the assets by this very form.
const kWasmUrl = (): URL => WebAssembly.validate(kRelaxedProbe)
  ? new URL('./reader-relaxed.wasm', import.meta.url)
  : new URL('./reader.wasm', import.meta.url);

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
