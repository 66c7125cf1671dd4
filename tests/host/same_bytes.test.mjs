// The same article gives the same bytes from the native command and from the WebAssembly module, in every format.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { command, findArticles, model, module } from "./programs.mjs";

const core = await (await import(module)).default();
const session = core._fl_create();
addModel(session);
const formats = ["json", "jsonld", "csv", "text"];
const hostile = {
  "nothing": "",
  "white space": " \r\n\t",
  "CRLF, emoji, accents": "Dam row grows\r\n\r\nÉmile Orr 🕊️ said the North rejected the South’s offer.\r\n- tolls\r\n- the “gauge”\r\n",
  "Urdu": "کابل نے اسلام آباد کی تجویز مسترد کر دی۔ بات چیت جاری ہے۔\n",
  "Markdown": "# Dam row\n\nThe **North** [rejected](https://dam.example) the offer of the South.\n\n> We will not pay.\n",
  "one long word": `The ${"w".repeat(65536)} came. Kabul rejected the offer.`,
};

function writeInput(session, bytes) {
  const at = core._fl_input(session, bytes.length);
  core.HEAPU8.set(bytes, at);
}

function readAnswer(session, at) {
  const answer = Buffer.from(core.HEAPU8.subarray(at, at + core._fl_answer_length(session))).toString("utf8");
  assert.ok(answer.startsWith('{"ok":true,"value":'), answer.slice(0, 300));
  return answer;
}

function addModel(session) {
  const bytes = readFileSync(model);
  writeInput(session, bytes);
  readAnswer(session, core._fl_add_model(session, bytes.length));
}

// In slices of another size for each article, which must not show in a single byte.
function analyze(session, words) {
  while (!readAnswer(session, core._fl_analyze(session, words)).includes('"counts"'));
}

// What the module exports for an article. A JSON report stands in the answer as it is; any other form is a string.
function exportFromModule(bytes, format) {
  writeInput(session, bytes);
  readAnswer(session, core._fl_load(session, bytes.length, 0));
  analyze(session, 1 + bytes.length % 500);
  const name = Buffer.from(format);
  writeInput(session, name);
  const answer = readAnswer(session, core._fl_export(session, name.length));
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
function assertSame(actual, expected, format) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) ++at;
  const show = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`${format} differs at character ${at}: the module says ${show(actual)}, the command ${show(expected)}`);
}

for (const path of findArticles()) {
  test(`native and wasm agree on ${path.split("/").slice(-2).join("/")}`, () => {
    const bytes = readFileSync(path);
    for (const format of formats) assertSame(exportFromModule(bytes, format), exportFromCommand(bytes, format), format);
  });
}

for (const [name, text] of Object.entries(hostile)) {
  test(`native and wasm agree on ${name}`, () => {
    const bytes = Buffer.from(text);
    for (const format of formats) assertSame(exportFromModule(bytes, format), exportFromCommand(bytes, format), format);
  });
}
