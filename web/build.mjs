// Builds dist/, the content of the npm package with the demo page: npm run build
// The core (build/web/reader.mjs, reader.wasm and reader-relaxed.wasm) is built before by scripts/build web.
import { build, transform } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const kWeb = path.dirname(fileURLToPath(import.meta.url));
const kRoot = path.dirname(kWeb);
const kDist = path.join(kWeb, 'dist');
const kCore = path.join(kRoot, 'build/web');
const kVersion = JSON.parse(readFileSync(path.join(kWeb, 'package.json'), 'utf8')).version;
const kCommon = {
  absWorkingDir: kWeb, bundle: true, format: 'esm', target: 'es2022', minify: true, logLevel: 'warning', legalComments: 'none',
  banner: { js: `/* faultline-reader ${kVersion}, MIT */` },
  external: ['./reader.mjs', 'node:*'],
};

async function buildScripts() {
  // The entry that defines the element holds the whole package: one request before the first text of `src`.
  // index.js shares its chunks, so that a page which imports both has one copy.
  await build({ ...kCommon, entryPoints: { index: 'src/index.ts' }, outdir: kDist });
  await build({ ...kCommon, entryPoints: { 'faultline-reader': 'src/define.ts' }, outdir: kDist, plugins: [keepIndexOutside] });
  await build({ ...kCommon, entryPoints: { demo: 'demo/demo.ts', embed: 'demo/embed.ts' }, outdir: kDist });
}

// One module, one class: whoever imports both entries gets the same.
const keepIndexOutside = {
  name: 'keep-index-outside',
  setup(build) {
    build.onResolve({ filter: /^\.\/index\.js$/ }, () => ({ path: './index.js', external: true }));
  },
};

async function copyCore() {
  const glue = path.join(kCore, 'reader.mjs');
  if (!existsSync(glue)) throw new Error(`${glue} is missing: run scripts/build web, which makes it before this script`);
  const text = readFileSync(glue, 'utf8');
  const other = readFileSync(path.join(kCore, 'reader-relaxed.mjs'), 'utf8').replaceAll('reader-relaxed.', 'reader.');
  if (text !== other) throw new Error('the two cores differ in more than their instructions: reader.mjs cannot serve both');
  const { code } = await transform(text, { minify: true, format: 'esm', target: 'es2022' });
  writeFileSync(path.join(kDist, 'reader.mjs'), code);
  for (const name of ['reader.wasm', 'reader-relaxed.wasm']) copyFileSync(path.join(kCore, name), path.join(kDist, name));
  execFileSync(path.join(kRoot, 'scripts/add-rules'), [path.join(kRoot, 'assets/model/english.flm'), path.join(kDist, 'english.flm')], { stdio: 'inherit' });
}

function copyPages() {
  copyFileSync(path.join(kWeb, 'index.html'), path.join(kDist, 'index.html'));
  copyFileSync(path.join(kWeb, 'embed.html'), path.join(kDist, 'embed.html'));
  copyFileSync(path.join(kWeb, 'demo/demo.css'), path.join(kDist, 'demo.css'));
  copyFileSync(path.join(kWeb, 'demo/icon.svg'), path.join(kDist, 'icon.svg'));
  copyFileSync(path.join(kWeb, 'demo/embed.css'), path.join(kDist, 'embed.css'));
  cpSync(path.join(kRoot, 'assets/strings'), path.join(kDist, 'strings'), { recursive: true });
  cpSync(path.join(kWeb, 'schema'), path.join(kDist, 'schema'), { recursive: true });
  cpSync(path.join(kRoot, 'assets/articles'), path.join(kDist, 'articles'), { recursive: true });
}

// Everything but the fonts is made anew; those take seconds and change seldom (make-fonts sees itself when).
mkdirSync(kDist, { recursive: true });
for (const name of readdirSync(kDist)) if (name !== 'fonts') rmSync(path.join(kDist, name), { recursive: true });
await buildScripts();
await copyCore();
copyPages();
execFileSync(path.join(kRoot, 'scripts/make-fonts'), [path.join(kWeb, 'node_modules'), path.join(kDist, 'fonts')], { stdio: 'inherit' });
execFileSync(path.join(kWeb, 'node_modules/.bin/tsc'), ['-p', path.join(kWeb, 'tsconfig.types.json')], { stdio: 'inherit' });
