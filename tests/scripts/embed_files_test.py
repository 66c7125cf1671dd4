"""What scripts/embed-files makes of a file: the bytes that the program will see."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "embed-files"

ROWS = [
    ("white space goes", "a.json", b'{ "id" : "x",\n "n": [1, 2] }', "", b'{"id":"x","n":[1,2]}'),
    ("text inside strings stays", "a.json", '{"why": "a  b \\" é"}'.encode(), "", '{"why":"a  b \\" é"}'.encode()),
    ("named members go, at any depth", "a.json", b'[{"id":1,"fires":["x"]}]', "fires,silent", b'[{"id":1}]'),
    ("of a list the first stays", "a.json", b'{"fires":["x","y"],"silent":"z"}', "fires:1,silent:1", b'{"fires":["x"],"silent":"z"}'),
    ("other files stay byte for byte", "a.ttf", bytes(range(256)), "", bytes(range(256))),
    ("an empty file is allowed", "a.txt", b"", "", b""),
]


def embed(name, content, without):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, name)
        file.write_bytes(content)
        subprocess.run(
            [sys.executable, SCRIPT, "--function", "f", "--header", "base/f.h", "--output", folder, f"--without={without}", file],
            check=True,
        )
        source = pathlib.Path(folder, "base", "f.cpp").read_text(encoding="utf-8")
    array = re.search(r"kFile0\[\] = \{([^}]*)\}", source)[1]
    length = int(re.search(r"kFile0\), (\d+)\}", source)[1])
    values = bytes(map(int, array.replace("\n", "").split(",")))
    return values[:length], values[length:]


class EmbedFiles(unittest.TestCase):
    def test_each_row(self):
        for title, name, content, without, expected in ROWS:
            with self.subTest(title):
                self.assertEqual(embed(name, content, without), (expected, b"\0"))


if __name__ == "__main__":
    unittest.main()
