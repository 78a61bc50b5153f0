#!/usr/bin/env python3
"""Do the commands and JSON of README.md still hold?

A comment before a block says what is done with it: `file: NAME` writes it, `run` runs its lines, `answer` compares it
with what the run before printed last, `help` calls each line's program with --help only. Shown JSON may leave members out,
cut lists short and write "…" for any value. `test_readme.py --update` writes what is true now into the shown answer.
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
BLOCK = re.compile(r"<!-- (file: (?P<file>\S+)|run|answer|help) -->\n```\w+\n(?P<text>.*?)```", re.S)


def missing_from(actual, shown, where=""):
    """The places where `shown` says something that `actual` does not."""
    if shown == "…":
        return []
    if isinstance(shown, dict) and isinstance(actual, dict):
        return [fault for name in shown for fault in
                (missing_from(actual[name], shown[name], f"{where}/{name}") if name in actual else [f"{where}/{name}"])]
    if isinstance(shown, list) and isinstance(actual, list) and len(shown) <= len(actual):
        return [fault for number, pair in enumerate(zip(actual, shown))
                for fault in missing_from(*pair, f"{where}/{number}")]
    return [] if shown == actual else [f"{where}: {json.dumps(actual, ensure_ascii=False)}"]


def filled(actual, shown):
    """`shown` with the values of `actual`, in the same shape."""
    if isinstance(shown, dict) and isinstance(actual, dict):
        return {name: filled(actual[name], shown[name]) for name in shown if name in actual}
    if isinstance(shown, list) and isinstance(actual, list):
        return [filled(*pair) for pair in zip(actual, shown)]
    return shown if shown == "…" else actual


def laid_out(value, indent=""):
    """JSON with everything on one line that fits there."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent + line) <= 118 or not isinstance(value, (dict, list)):
        return line
    inner = indent + "  "
    if isinstance(value, list):
        return "[\n" + ",\n".join(inner + laid_out(item, inner) for item in value) + "\n" + indent + "]"
    members = (f"{inner}{json.dumps(name)}: {laid_out(item, inner)}" for name, item in value.items())
    return "{\n" + ",\n".join(members) + "\n" + indent + "}"


class Readme(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)
        for name in ("catalog", "tests", "script"):
            (self.work / name).symlink_to(ROOT / name)
        self.environment = os.environ | {"PATH": f"{KRING.parent}:{os.environ['PATH']}"}
        self.output = ""

    def tearDown(self):
        self.folder.cleanup()

    def call(self, words):
        done = subprocess.run(words, cwd=self.work, env=self.environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, f"{shlex.join(words)}\n{done.stderr}{done.stdout}")
        return done.stdout

    def do_help(self, text):
        for words in map(shlex.split, text.splitlines()):
            subcommand = words[1:2] if words[0] == "kring" else []
            self.assertTrue(self.call([words[0], *subcommand, "--help"]))

    def do_run(self, text):
        for line in text.splitlines():
            self.output = self.call(shlex.split(line))

    def do_answer(self, text):
        if "--update" in sys.argv:
            page = (ROOT / "README.md").read_text(encoding="utf-8")
            now = laid_out(filled(json.loads(self.output), json.loads(text))) + "\n"
            (ROOT / "README.md").write_text(page.replace(text, now), encoding="utf-8")
            return
        self.assertEqual(missing_from(json.loads(self.output), json.loads(text)), [])
        self.assertIn("matches", json.loads(text))

    def test_the_page_holds(self):
        blocks = list(BLOCK.finditer((ROOT / "README.md").read_text(encoding="utf-8")))
        self.assertGreaterEqual(len(blocks), 6)
        for block in blocks:
            with self.subTest(line=block.group("text").split("\n")[0]):
                if block.group("file"):
                    (self.work / block.group("file")).write_text(block.group("text"), encoding="utf-8")
                else:
                    getattr(self, "do_" + block.group(1))(block.group("text"))

    def test_the_named_test_is_there(self):
        page = (ROOT / "README.md").read_text(encoding="utf-8")
        room, name = re.search(r'kring_(\w+)_tests "(.+)"', page).groups()
        sources = (ROOT / "tests" / room).rglob("*.cpp")
        self.assertTrue(any(f'TEST_CASE("{name}"' in path.read_text(encoding="utf-8") for path in sources), name)

    def test_a_wrong_answer_is_found(self):
        self.assertEqual(missing_from({"a": [1, 2]}, {"a": [1]}), [])
        self.assertEqual(missing_from({"a": [1, 2], "b": 3}, {"a": [1, "…"]}), [])
        self.assertTrue(missing_from({"a": [1, 2]}, {"a": [2]}))
        self.assertTrue(missing_from({"a": 1}, {"b": 1}))
        self.assertTrue(missing_from({"a": [1]}, {"a": [1, 2]}))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
