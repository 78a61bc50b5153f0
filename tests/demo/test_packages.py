#!/usr/bin/env python3
"""Do tables go in and out by the program, as a folder and as a zip?"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICES = ROOT / "catalog/demo/nijmegen/services.ndjson"
COUNT = 160  # services of that file


class Tables(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.catalog = self.folder / "kring.db"
        self.kring("import", "--catalog", self.catalog, SERVICES)

    def kring(self, *words, code=0):
        program = os.environ.get("KRING", ROOT / "build/release/kring")
        done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout

    def check(self, path):
        return json.loads(self.kring("check", "--json", path))

    def test_a_folder_and_a_zip_hold_the_whole_catalogue(self):
        for name in ("package/", "package.zip"):
            self.kring("export", "--catalog", self.catalog, "--format", "hsds-csv", "--out", f"{self.folder}/{name}")
            report = self.check(self.folder / name)
            self.assertEqual(report["added"], COUNT)
            self.assertEqual(report["rejected"], [])
        self.assertEqual([path for path in (self.folder / "package").iterdir() if path.suffix not in (".csv", ".json")], [])

    def test_a_format_of_one_file_wants_a_file(self):
        self.kring("export", "--catalog", self.catalog, "--format", "hsds", "--out", f"{self.folder}/", code=2)

    def test_tables_beside_a_json_feed_are_none_of_it(self):
        feed = self.folder / "feed"
        feed.mkdir()
        shutil.copy(SERVICES, feed)
        (feed / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        self.assertEqual(self.check(feed)["added"], COUNT)

    def test_the_report_names_categories_without_a_concept(self):
        categories = self.check(SERVICES)["unmapped_categories"]
        counts = [entry["count"] for entry in categories]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertIn({"category": "eten", "count": 5}, categories)
        self.assertNotIn("Wandelen", [entry["category"] for entry in categories])


if __name__ == "__main__":
    unittest.main()
