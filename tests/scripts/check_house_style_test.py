"""What scripts/check-house-style lets pass and what it refuses: one small checkout for each row."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check-house-style"

GOOD = [
    ("a plain header", "a.h", "#pragma once\nstruct Ledger {};\n"),
    ("a word inside a name", "a.h", "#pragma once\nstruct DatabaseInfoless {};\n"),
    ("the rule in a comment", "a.cpp", "int a;  // throw nothing; no catch (here)\n"),
    ("a sort of whole values", "a.cpp", "std::sort(words.begin(), words.end());\n"),
    ("a stable sort by one key", "a.cpp", "std::stable_sort(a.begin(), a.end(), by_start);\n"),
    ("four hundred lines", "a.cpp", "int a;\n" * 400),
    ("a lockfile without addresses", "package-lock.json", '{"version": "1.0.0"}\n'),
    ("another kind of file", "notes.md", "class FooManager {}\n"),
]

BAD = [
    ("a vague name", "a.h", "#pragma once\nclass RuleManager {\n", "a.h:2: name a type"),
    ("an exception", "a.cpp", "\n\n  throw 1;\n", "a.cpp:3: no exceptions"),
    ("an unstable sort by one key", "a.cpp", "std::sort(a.begin(), a.end(), by_start);\n", "a.cpp:1: libstdc++ and libc++"),
    ("a header that can be read twice", "a.h", "struct Ledger {};\n", "#pragma once"),
    ("a header that opens a namespace", "a.h", "#pragma once\nusing namespace std;\n", "opens no namespace"),
    ("a file that is too long", "a.ts", "let a;\n" * 401, "401 lines"),
    ("text that becomes markup", "a.ts", "node.innerHTML = text;\n", "textContent"),
    ("an address in a lockfile", "package-lock.json", '{"resolved": "https://example.org/a.tgz"}\n', "names no registry"),
]


def check(name, text):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "--quiet", folder], check=True)
        pathlib.Path(folder, name).write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class CheckHouseStyle(unittest.TestCase):
    def test_good_files_pass(self):
        for title, name, text in GOOD:
            with self.subTest(title):
                self.assertEqual(check(name, text)[0], 0, check(name, text)[1])

    def test_bad_files_are_refused_with_file_line_and_rule(self):
        for title, name, text, expected in BAD:
            with self.subTest(title):
                status, words = check(name, text)
                self.assertEqual(status, 1)
                self.assertIn(expected, words)


if __name__ == "__main__":
    unittest.main()
