// The module that Emscripten writes (build/web/reader.mjs), copied beside the bundle when the package is built.
import type { CoreModule } from './core.js';

interface Options {
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}
declare const makeModule: (options: Options) => Promise<CoreModule>;
export default makeModule;
