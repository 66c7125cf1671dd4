// Where the tests find what was built, and the articles they run it on.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const command = process.env.FAULTLINE_COMMAND ?? join(checkout, "build/release/faultline");
export const model = join(checkout, "assets/model/english.flm");
export const module = process.env.FAULTLINE_MODULE ?? join(checkout, "build/web/reader.mjs");
export const relaxedModule = module.replace(/reader\.mjs$/, "reader-relaxed.mjs");

// The model as pages are served it: with the rule packs, which the modules do not have of their own.
export function readServedModel() {
  const folder = mkdtempSync(join(tmpdir(), "faultline-"));
  const file = join(folder, "english.flm");
  execFileSync(join(checkout, "scripts/add-rules"), [model, file]);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

// Every article at hand: the demo's own, and the shared ones where they are.
export function findArticles() {
  const folders = [["assets/articles", ".json"], ["../shared/gold/dev", ".txt"], ["../shared/seed", ".txt"]];
  return folders.flatMap(([folder, ending]) => {
    const path = join(checkout, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path).filter((name) => name.endsWith(ending)).sort().map((name) => join(path, name));
  });
}
