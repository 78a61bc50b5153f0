#!/usr/bin/env python3
"""Does a municipality get its table out, and in again as CSV, spreadsheet or zip?"""
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
SERVICES = ROOT / "catalog/demo/limburg/services.ndjson"

WORKBOOK = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook><sheets><sheet name="Aanbod" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
}


def make_sheet(rows):
    """The XML of a sheet of texts."""
    cells = ("".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in rows)
    return "<worksheet><sheetData>" + "".join(f"<row>{row}</row>" for row in cells) + "</sheetData></worksheet>"


def make_zip(parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def kring(self, *words, expect=0):
        done = subprocess.run([KRING, *words], capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def report(self, *words, expect=0):
        return json.loads(self.kring(*words, "--json", expect=expect).stdout)

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def test_an_export_comes_back_as_the_same_bytes_alone_or_in_a_zip(self):
        first, second = self.folder / "first.db", self.folder / "second.db"
        table = self.folder / "table.csv"
        self.kring("import", "--catalog", first, SERVICES)
        self.kring("export", "--catalog", first, "--format", "kring-csv", "--out", table)
        self.assertTrue(table.read_bytes().startswith(b"\xef\xbb\xbfKenmerk;Naam;"))
        packed = self.put("feed.zip", make_zip({"map/table.csv": table.read_bytes(), "__MACOSX/map/._table.csv": b"\0",
                                                "leesmij.txt": "x"}))
        report = self.report("import", "--catalog", second, "--source", "limburg", packed)
        self.assertEqual((report["added"], report["rejected"]), (140, []))
        again = self.kring("export", "--catalog", second, "--format", "kring-csv").stdout
        self.assertEqual(again, table.read_bytes())
        same = self.report("import", "--catalog", second, "--source", "limburg", table)
        self.assertEqual((same["changed"], same["unchanged"], same["removed"]), (0, 140, 0))

    def test_a_spreadsheet_is_recognised_and_its_faults_name_sheet_and_row(self):
        rows = [["Naam", "Leeftijd vanaf", "Contactpersoon"], ["Wandelen", "zestig", "Jan de Vries"]]
        sheet = self.put("aanbod.xlsx", make_zip({**WORKBOOK, "xl/worksheets/sheet1.xml": make_sheet(rows)}))
        report = self.report("check", sheet)
        self.assertEqual((report["read"], report["added"]), (1, 1))
        texts = " ".join(json.dumps(warning, ensure_ascii=False) for warning in report["warnings"])
        self.assertIn("blad Aanbod, rij 2, kolom Leeftijd vanaf", texts)
        self.assertNotIn("Jan de Vries", texts)

    def test_the_template_is_written_without_a_catalogue_and_holds_no_activity(self):
        template = self.folder / "sjabloon.csv"
        self.kring("export", "--format", "kring-csv", "--template", "--out", template)
        self.assertEqual(len(template.read_text(encoding="utf-8-sig").splitlines()), 3)
        self.assertIn(b"activiteiten", self.kring("check", template, expect=1).stderr)
        self.kring("export", "--format", "hsds", "--template", expect=2)
        self.kring("export", "--format", "kring-csv", expect=2)

    def test_a_zip_that_cannot_be_read_says_why(self):
        for content, word in ((make_zip({"../a.csv": "Naam;Plaats\n"}), "naam"), (make_zip({"a.txt": "x"}), ".csv"),
                              (make_zip({"a.csv": "Naam;Plaats\nEten;Lent\n"})[:-30], "beschadigd")):
            self.assertIn(word, self.kring("check", self.put("feed.zip", content), expect=1).stderr.decode())


if __name__ == "__main__":
    unittest.main()
