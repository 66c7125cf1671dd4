// The same article gives the same bytes from the native command and from both WebAssembly modules, in every format.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { command, findArticles, module, readServedModel, relaxedModule } from "./programs.mjs";

setFlagsFromString("--experimental-wasm-relaxed-simd");  // before node 21; later it needs none
const served = readServedModel();
const modules = await Promise.all([module, relaxedModule].map(openModule));
const formats = ["json", "jsonld", "csv", "text"];
const hostile = {
  "nothing": "",
  "white space": " \r\n\t",
  "CRLF, emoji, accents": "Dam row grows\r\n\r\nÉmile Orr 🕊️ said the North rejected the South’s offer.\r\n- tolls\r\n- the “gauge”\r\n",
  "Urdu": "کابل نے اسلام آباد کی تجویز مسترد کر دی۔ بات چیت جاری ہے۔\n",
  "Markdown": "# Dam row\n\nThe **North** [rejected](https://dam.example) the offer of the South.\n\n> We will not pay.\n",
  "one long word": `The ${"w".repeat(65536)} came. Kabul rejected the offer.`,
};

async function openModule(path) {
  const core = await (await import(path)).default();
  const opened = { core, session: core._fl_create(), name: path.split("/").at(-1) };
  writeInput(opened, served);
  readAnswer(opened, core._fl_add_model(opened.session, served.length));
  return opened;
}

function writeInput({ core, session }, bytes) {
  const at = core._fl_input(session, bytes.length);
  core.HEAPU8.set(bytes, at);
}

function readAnswer({ core, session }, at) {
  const answer = Buffer.from(core.HEAPU8.subarray(at, at + core._fl_answer_length(session))).toString("utf8");
  assert.ok(answer.startsWith('{"ok":true,"value":'), answer.slice(0, 300));
  return answer;
}

// In slices of another size for each article, which must not show in a single byte.
function analyze(opened, words) {
  while (!readAnswer(opened, opened.core._fl_analyze(opened.session, words)).includes('"counts"'));
}

// What the module exports for an article. A JSON report stands in the answer as it is; any other form is a string.
function exportFromModule(opened, bytes, format) {
  const { core, session } = opened;
  writeInput(opened, bytes);
  readAnswer(opened, core._fl_load(session, bytes.length, 0));
  analyze(opened, 1 + bytes.length % 500);
  const name = Buffer.from(format);
  writeInput(opened, name);
  const answer = readAnswer(opened, core._fl_export(session, name.length));
  return format === "json" ? answer.slice('{"ok":true,"value":'.length, -1) : JSON.parse(answer).value;
}

function exportFromCommand(bytes, format) {
  const { stdout, stderr, status } = spawnSync(command, ["analyze", "-", "--format", format], {
    input: bytes, maxBuffer: 1 << 28, encoding: "utf8", env: { ...process.env, COLUMNS: "80" },
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

// Says where two texts part. assert.equal would draw a difference of every line, which takes minutes for a report.
function assertSame(actual, expected, where) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) ++at;
  const show = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`${where} differs at character ${at}: the module says ${show(actual)}, the command ${show(expected)}`);
}

function checkSame(bytes) {
  for (const format of formats) {
    const expected = exportFromCommand(bytes, format);
    for (const opened of modules) assertSame(exportFromModule(opened, bytes, format), expected, `${opened.name}: ${format}`);
  }
}

for (const path of findArticles()) {
  test(`native and wasm agree on ${path.split("/").slice(-2).join("/")}`, () => {
    checkSame(readFileSync(path));
  });
}

for (const [name, text] of Object.entries(hostile)) {
  test(`native and wasm agree on ${name}`, () => {
    checkSame(Buffer.from(text));
  });
}
