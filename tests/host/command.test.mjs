// The command as a shell sees it: what it prints where, its exit codes, and how much memory it takes.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkout, command } from "./programs.mjs";

const folder = mkdtempSync(join(tmpdir(), "faultline-"));
after(() => rmSync(folder, { recursive: true }));

const sentence = "Kabul rejected the request of Islamabad on Monday. ";

function run(args, input = "") {
  return spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, COLUMNS: "80" } });
}

function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// Runs to the end and returns the peak of resident memory in MB, read from the kernel while it runs.
async function measure(args, feed) {
  const child = spawn(command, args, { stdio: [feed ? "pipe" : "ignore", "ignore", "inherit"] });
  let peak = 0;
  const peaks = [];
  const look = () => {
    try {
      const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      if (found) peak = Number(found[1]) / 1024;
    } catch { /* it is gone */ }
  };
  const timer = setInterval(look, 5);
  const end = new Promise((resolve) => child.on("close", resolve));
  if (feed) await feed(child.stdin, () => (look(), peaks.push(peak)));
  const status = await end;
  clearInterval(timer);
  return { status, peak, peaks };
}

test("help and version are printed and are no mistake", () => {
  assert.match(run(["--version"]).stdout, /^faultline \d+\.\d+\.\d+\n$/);
  for (const args of [["--help"], ["analyze", "--help"], ["rules", "--help"]]) {
    assert.equal(run(args).status, 0);
    assert.match(run(args).stdout, /Usage/);
  }
});

test("bad usage is code 2 with a word on standard error", () => {
  const rows = [[], ["analyze"], ["nothing"], ["analyze", "x", "--format", "xml"], ["analyze", "--jsonl", "a", "b"],
    ["analyze", "--jsonl", "--format", "csv"], ["analyze", "x", "--unknown"]];
  for (const args of rows) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.notEqual(stderr, "");
  }
});

test("bad input is code 1 and says what, where", () => {
  const rows = [
    [["analyze", join(folder, "missing.txt")], "", /missing\.txt: cannot read it: No such file/],
    [["analyze", "-"], Buffer.from([0x61, 0xff]), /standard input: the text is not UTF-8: byte 0xFF cannot stand here \(byte 1\)/],
    [["analyze", "-"], '{"schema":"faultline.article/1","blocks":[{"kind":"verse"}]}', /expected "title".*\(\/blocks\/0\/kind\)/],
    [["analyze", "-"], `{"x":${"[".repeat(100000)}`, /nested deeper than 64 levels/],
    [["analyze", "-", "--rules", folder], "x", /no rule pack/],
  ];
  for (const [args, input, message] of rows) {
    const { status, stdout, stderr } = run(args, input);
    assert.equal(status, 1);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  }
});

test("a good file is analysed though another is bad", () => {
  const good = write("good.txt", sentence);
  const { status, stdout, stderr } = run(["analyze", "--format", "json", join(folder, "missing.txt"), good]);
  assert.equal(status, 1);
  assert.match(stderr, /missing\.txt/);
  assert.equal(JSON.parse(stdout).id, good);
});

test("several files are one document a line, or one table", () => {
  const files = [write("a.txt", sentence), write("b.txt", "A quiet day.")];
  const lines = run(["analyze", "--format", "json", ...files]).stdout.trimEnd().split("\n");
  assert.deepEqual(lines.map((line) => JSON.parse(line).id), files);
  const table = run(["analyze", "--format", "csv", ...files]).stdout.split("\r\n");
  assert.ok(table[0].startsWith("article,finding,"));
  assert.equal(table.filter((row) => row.startsWith("article,")).length, 1);
});

test("two articles are set side by side, as text and as JSON", () => {
  const first = write("first.txt", "Peru and Chile at odds\n\nPeru and Chile are locked in a dispute over the border fence. Lima rejected the plan of Chile.\n");
  const second = write("second.txt", "A bakery opens\n\nThe bread is good.\n");
  const text = run(["compare", first, second]);
  assert.equal(text.status, 0);
  assert.match(text.stdout, /A Peru and Chile at odds[^]*B A bakery opens[^]*Border fence[^]*A disputed, in the words of the writer\n {4}B omitted/);
  const json = JSON.parse(run(["compare", first, second, "--format", "json"]).stdout);
  assert.equal(json.schema, "faultline.comparison/1");
  assert.deepEqual(json.issues[0].cells.map((cell) => cell.standing), ["disputed", "omitted"]);
  assert.ok(json.ledger.length > 0 && json.ledger.every((pair) => pair.cells[0] !== null && pair.cells[1] === null));
  assert.equal(run(["compare", first]).status, 2);
  assert.equal(run(["compare", first, join(folder, "none.txt")]).status, 1);
});

test("jsonl: one line in, one line out, errors in their place", () => {
  const input = [`{"id":"a","text":${JSON.stringify(sentence)},"other":{"deep":[1]}}`, '{"id":7,"text":5}', "not json", "",
    '{"text":"no id"}', '{"id":"é\\u0001\\"","text":"🕊"}'].join("\n");
  const { status, stdout, stderr } = run(["analyze", "--jsonl"], input);
  assert.equal(status, 1);
  const out = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(out.map((report) => report.id), ["a", 7, undefined, undefined, "é\u0001\""]);
  assert.equal(out[0].schema, "faultline.report/1");
  assert.equal(out[0].article.code_points, sentence.length);
  assert.deepEqual(out[1].error, { code: "bad-request", message: "found a number; expected a string", where: "/text" });
  assert.equal(out[2].error.code, "bad-request");
  assert.match(stderr, /line 2: .*\n.*line 3: /);
});

test("jsonl keeps the text as it is, whatever it looks like", () => {
  const text = "# not a title {\n**x**";
  assert.equal(JSON.parse(run(["analyze", "--jsonl"], JSON.stringify({ id: 1, text })).stdout).article.code_points, text.length);
});

test("the rules are listed with their reasons", () => {
  const list = JSON.parse(run(["rules", "--format", "json"]).stdout);
  assert.ok(list.rules.length >= 15);
  for (const rule of list.rules) assert.ok(rule.id && rule.why, JSON.stringify(rule));
  const text = run(["rules"]).stdout;
  for (const rule of list.rules) assert.ok(text.includes(rule.id), rule.id);
  const certainty = Object.fromEntries(list.ledger["ledger-weights"]);
  assert.ok(Number(certainty.reported) < Number(certainty.fact), JSON.stringify(certainty));
  assert.match(text, /reported 70 %/);
});

test("--explain tells rules and questions, and why a candidate is not marked", () => {
  const text = "Chile rejected the plan of Peru. Chile did not reject the treaty with Peru.";
  const explained = run(["analyze", "-", "--explain"], text);
  assert.equal(explained.status, 0, explained.stderr);
  assert.match(explained.stdout, /rejection\.reject\b[^\n]*:/);
  assert.match(explained.stdout, /Chile refuse[^\n]*\?/);
  assert.match(explained.stdout, /Not marked\n\s+“reject the treaty” it is negated/);
  assert.ok(!run(["analyze", "-"], text).stdout.includes("Not marked"));
  assert.equal(run(["analyze", "-", "--explain", "--format", "csv"], text).status, 2);
});

test("no colour leaves the terminal, and a closed pipe ends the work quietly", () => {
  const demo = join(checkout, "assets/articles/talks.json");
  assert.ok(!run(["analyze", demo]).stdout.includes("\u001b"));
  const { stderr, status } = spawnSync("bash", ["-c", `"${command}" analyze --format json ${Array(40).fill(demo).join(" ")} | head -c 10 >/dev/null; exit \${PIPESTATUS[0]}`], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.equal(stderr, "");
});

test("memory stays under twenty times the input, trees and all, for 6 MB of one line", async (t) => {
  const megabytes = 6;
  const demo = JSON.parse(readFileSync(join(checkout, "assets/articles/talks.json"), "utf8"));
  const news = `${demo.blocks.map((block) => block.text).join(" ")} `;
  const fill = (piece) => piece.repeat(Math.ceil((megabytes << 20) / Buffer.byteLength(piece)));
  for (const [name, text] of [["one word", fill("a")], ["news", fill(news)], ["words without a stop", fill("the envoy of Kabul talked with Islamabad about the border and ")]]) {
    const { status, peak } = await measure(["analyze", "--format", "json", write("large.txt", text)]);
    t.diagnostic(`${name}: ${peak.toFixed(0)} MB`);
    assert.equal(status, 0);
    assert.ok(peak < 20 * megabytes, `${name}: ${peak} MB`);
  }
});

test("memory does not grow with the number of lines", async (t) => {
  const line = `${JSON.stringify({ id: "x", text: sentence.repeat(8) })}\n`;
  const { status, peaks } = await measure(["analyze", "--jsonl"], async (stdin, look) => {
    for (let round = 0; round < 10; ++round) {
      for (let i = 0; i < 20; ++i) if (!stdin.write(line.repeat(50))) await new Promise((resolve) => stdin.once("drain", resolve));
      look();
    }
    stdin.end();
  });
  t.diagnostic(`MB after each thousand lines: ${peaks.map((peak) => peak.toFixed(1)).join(" ")}`);
  assert.equal(status, 0);
  assert.ok(peaks.at(-1) - peaks[1] < 2, peaks.join(" "));
});
