// Where the tests find what was built, and the articles they run it on.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const command = process.env.FAULTLINE_COMMAND ?? join(checkout, "build/release/faultline");
export const model = join(checkout, "assets/model/english.flm");
export const module = process.env.FAULTLINE_MODULE ?? join(checkout, "build/web/reader.mjs");
export const relaxedModule = module.replace(/reader\.mjs$/, "reader-relaxed.mjs");

// Every article at hand: the demo's own, and the shared ones where they are.
export function findArticles() {
  const folders = [["assets/articles", ".json"], ["../shared/gold/dev", ".txt"], ["../shared/seed", ".txt"]];
  return folders.flatMap(([folder, ending]) => {
    const path = join(checkout, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path).filter((name) => name.endsWith(ending)).sort().map((name) => join(path, name));
  });
}
