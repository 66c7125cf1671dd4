"""What scripts/check-layers lets pass and what it refuses: one small source tree for each row."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check-layers"

GOOD = [
    ("a layer knows itself and those below", {"rules/pack.cpp": '#include "rules/pack.h"\n#include "article/article.h"\n'}),
    ("layout knows the article", {"layout/lines.h": '#include "article/article.h"\n'}),
    ("the reader knows Dear ImGui", {"reader/theme.cpp": "#include <imgui.h>\n"}),
    ("host knows Emscripten and the reader", {"host/session.cpp": '#include <emscripten.h>\n#include "reader/view.h"\n'}),
    ("the command knows the report", {"host/cli.cpp": '#include "report/json.h"\n', "report/json.h": '#include "analysis/a.h"\n'}),
    (
        "a name that is only announced, or lies inside another type",
        {"reader/a.h": "struct Part;\nclass A {\n  struct Part {\n  };\n};\n", "layout/b.h": '#include "base/span.h"\nstruct Part {\n};\n'},
    ),
    ("a name without a folder is a library's", {"base/span.h": "#include <cstddef>\n"}),
]

BAD = [
    ("upwards", {"text/words.h": '#include "article/article.h"\n'}, 'words.h:1: "article/article.h"'),
    ("between neighbours", {"layout/lines.cpp": '#include <vector>\n#include "analysis/analysis.h"\n'}, "lines.cpp:2"),
    ("the core with Dear ImGui", {"analysis/a.cpp": "#include <imgui.h>\n"}, "only reader/"),
    ("the core with Emscripten", {"reader/view.cpp": "#include <emscripten/html5.h>\n"}, "only host/"),
    ("with spaces", {"base/span.h": '#  include  "text/words.h"\n'}, "span.h:1"),
    ("the command with the reader", {"host/cli.cpp": '#include "reader/view.h"\n'}, "command-line tool"),
    (
        "the command with the reader by way of a header",
        {"host/cli_main.cpp": '#include "host/session.h"\n', "host/session.h": '#include "layout/lines.h"\n'},
        "by cli_main.cpp",
    ),
    ("a folder that is no layer", {"helpers/all.h": "#include <vector>\n"}, "no layer"),
    (
        "two types of one name",
        {"layout/lines.h": "struct Part {\n};\n", "analysis/a.h": '#include "base/span.h"\nstruct Part : Span {\n};\n'},
        "lines.h:1: Part is already a type of",
    ),
    ("nothing at all", {}, "no include"),
]


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class CheckLayers(unittest.TestCase):
    def test_good_trees_pass(self):
        for title, files in GOOD:
            with self.subTest(title):
                self.assertEqual(check(files)[0], 0, check(files)[1])

    def test_bad_trees_are_refused_with_file_line_and_reason(self):
        for title, files, expected in BAD:
            with self.subTest(title):
                status, words = check(files)
                self.assertEqual(status, 1)
                self.assertIn(expected, words)


if __name__ == "__main__":
    unittest.main()
