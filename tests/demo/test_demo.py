#!/usr/bin/env python3
"""Does `kring demo` get ready, stay ready and tell what it found; and does `kring status` see what is wrong?"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
DEMO = ROOT / "catalog/demo"


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalog, self.index = self.folder / "catalog.db", self.folder / "index"

    def kring(self, *words, expect=0, **options):
        done = subprocess.run([KRING, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120,
                              **options)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def demo(self, *words):
        return self.kring("demo", "--no-serve", "--data", self.folder, *words).stdout

    def problems(self):
        status = self.kring("status", "--catalog", self.catalog, "--index", self.index, "--json").stdout
        return {problem["code"] for problem in json.loads(status)["problems"]}


class Demo(Program):
    def test_the_first_start_imports_and_indexes_the_second_changes_nothing(self):
        first, second = (json.loads(self.demo("--json")) for _ in range(2))
        self.assertEqual([entry["added"] for entry in first["imports"]], [160, 140])
        self.assertEqual([entry["rejected"] for entry in first["imports"]], [[], []])
        self.assertTrue(first["indexed"])
        self.assertEqual([entry["unchanged"] for entry in second["imports"]], [160, 140])
        self.assertFalse(second["indexed"])
        self.assertEqual(first["answer"], second["answer"])

    def test_the_example_reads_as_dutch_with_why_and_when(self):
        text = self.demo()
        for word in ("Voorbeeld:", "1. ", "Waarom:", "Wanneer:"):
            self.assertIn(word, text)

    def test_without_a_home_it_asks_for_a_folder(self):
        done = self.kring("demo", "--no-serve", expect=1, env={"PATH": "/usr/bin"})
        self.assertIn("--data DIR", done.stderr)


class Status(Program):
    def test_a_fresh_demo_is_up_to_date(self):
        self.demo()
        self.assertEqual(self.problems(), {"stale_records"})
        text = self.kring("status", "--catalog", self.catalog, "--index", self.index).stdout
        self.assertIn("bron / source nijmegen: 160 activiteiten / activities", text)

    def test_an_index_behind_its_catalogue_is_seen(self):
        self.demo()
        feed = self.folder / "one.ndjson"
        feed.write_text((DEMO / "limburg/services.ndjson").read_text(encoding="utf-8").split("\n")[0] + "\n",
                        encoding="utf-8")
        self.kring("import", "--catalog", self.catalog, "--source", "other", feed)
        self.assertIn("index_behind", self.problems())

    def test_an_index_of_another_catalogue_is_seen(self):
        self.demo()
        self.catalog = self.folder / "other.db"
        self.kring("places", "import", "--catalog", self.catalog, DEMO / "places.csv")
        self.assertEqual(self.problems(), {"catalog_empty", "index_of_another_catalog"})

    def test_a_missing_index_and_missing_places_are_seen(self):
        self.kring("import", "--catalog", self.catalog, "--source", "limburg", DEMO / "limburg/services.ndjson")
        self.assertEqual(self.problems(), {"stale_records", "places_missing", "index_unreadable"})

    def test_a_missing_catalogue_is_an_error(self):
        done = self.kring("status", "--catalog", self.catalog, "--index", self.index, expect=1)
        self.assertIn(str(self.catalog), done.stderr)


if __name__ == "__main__":
    unittest.main()
