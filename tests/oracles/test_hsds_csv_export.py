#!/usr/bin/env python3
"""Is an export as HSDS tables the data package that its own description says, for the reader of Frictionless Data?

Exports both demo catalogues and each feed in KRING_SHARED/feeds that Kring reads as tables or lists. A foreign key that leads
nowhere, a cell of another type and a missing identifier are faults; planted ones must be found.
"""
import csv
import json
import pathlib
import tempfile
import unittest

import conformance

# The files of one feed, by its name. Not the standard's own example: its one location names an organisation that it lacks, which
# an export gives back as it came.
FEEDS = {
    "ohana": ["ohana-sample"],
    "toronto-2025": ["toronto-festivals-events/extra-22-from-2025-06-snapshot.jsonld"],
    "openactive-examples": ["openactive-examples"],
}


def export(folder, source, paths):
    """The folder of the tables that Kring exports of one feed."""
    catalog, tables = f"{folder}/{source}.db", f"{folder}/{source}"
    conformance.run(conformance.KRING, "import", "--catalog", catalog, "--source", source, *paths)
    conformance.run(conformance.KRING, "export", "--catalog", catalog, "--format", "hsds-csv", "--out", f"{tables}/")
    return pathlib.Path(tables)


def check(tables):
    """Verdicts by table."""
    return json.loads(conformance.run(conformance.NODE, conformance.HERE / "check_package.js", tables,
                                      timeout=conformance.VALIDATE_SECONDS))


def spoil(file, column, value):
    """Puts a value in the table's first row."""
    with file.open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows))
    table[0][column] = value
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, table[0])
        writer.writeheader()
        writer.writerows(table)


class HsdsCsvExport(unittest.TestCase):
    def test_every_table_is_as_it_is_described(self):
        shared = conformance.shared_folder("exports as tables, by the reader of data packages")
        feeds = {region: [conformance.ROOT / f"catalog/demo/{region}/services.ndjson"] for region in conformance.REGIONS}
        feeds |= {name: [shared / "feeds" / path for path in paths] for name, paths in FEEDS.items()}
        report = conformance.Report("hsds_csv_export", "Tables of an HSDS export, by the reader of data packages")
        with tempfile.TemporaryDirectory() as folder:
            for source, paths in feeds.items():
                for table, verdict in check(export(folder, source, paths)).items():
                    report.add(source, table, verdict)
        report.write()
        self.assertEqual(report.faulty(), [])

    def test_a_planted_fault_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            tables = export(folder, "demo", [conformance.ROOT / "catalog/demo/nijmegen/services.ndjson"])
            spoil(tables / "services.csv", "organization_id", "nowhere")
            spoil(tables / "locations.csv", "latitude", "north")
            faulty = {table for table, verdict in check(tables).items() if verdict["faulty"]}
        # Tables that lead to these two are told of too.
        self.assertLessEqual({"service", "location"}, faulty)


if __name__ == "__main__":
    unittest.main()
