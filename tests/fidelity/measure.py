#!/usr/bin/env python3
"""How much of each feed does an import keep?

  measure.py [--kring PROGRAM] [--missing]

Imports every feed of FEEDS into a catalogue of its own and looks up each value of the source (a leaf of its JSON, a cell of its
tables) in the documents and activities that were kept. Values about persons are left out on purpose and do not count; rows of
tables that no service leads to do not either, but the report must tell exactly how many they are. Prints a line a feed; exits
with 1 where a feed falls below its floor, a well-formed record was not taken, or a row was left out without a word.
Feeds of outside stand in the folder KRING_SHARED; without it they are named as skipped. With --missing the values not found.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = os.environ.get("KRING_SHARED", "")
ILL_FORMED = {"not_a_service", "not_an_activity", "missing_name", "unreadable_record"}

# A feed a line: name, format, path, and the least share of values that must be kept.
Feed = collections.namedtuple("Feed", "name format path floor")
FEEDS = [
    Feed("demo nijmegen", "hsds", ROOT / "catalog/demo/nijmegen/services.ndjson", 1),
    Feed("demo limburg", "hsds", ROOT / "catalog/demo/limburg/services.ndjson", 1),
    Feed("hsds 3 service", "hsds", "feeds/hsds-3-examples/examples/service_full.json", 1),
    Feed("hsds 3 tables", "hsds-csv", "feeds/hsds-3-examples/examples/csv", 1),
    Feed("ohana tables 1.0", "hsds-csv", "feeds/ohana-sample", 1),
    Feed("toronto events", "schema-org", "feeds/toronto-festivals-events/all.jsonld", 1),
    Feed("everyone active", "openactive", "feeds/openactive-rpde/everyone-active_20200106.json", 1),
    Feed("active newham", "openactive", "feeds/openactive-rpde/newham_20200102.json", 1),
]

# Columns of tables, and members of documents, that are not kept: persons.
WITHHELD = {("contacts", "name"), ("contacts", "title"), ("contacts", "email"), ("metadata", "updated_by"),
            ("locations", "admin_emails")}
DAYS = {"monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR", "saturday": "SA", "sunday": "SU"}


def leaves(value, name=""):
    """(member, text) of everything in a JSON document."""
    if isinstance(value, dict):
        is_role = name == "contacts" and not value.get("name")
        for member, inner in value.items():
            if is_role or (name, member) not in WITHHELD:
                yield from leaves(inner, member)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, name)
    elif value not in (None, ""):
        yield name, json.dumps(value) if isinstance(value, bool) else str(value)


def read_json(text):
    return json.loads(text, parse_float=str, parse_int=str)


def documents(path):
    """The JSON documents of a file; of a change feed only what was not deleted."""
    text = path.read_text(encoding="utf-8-sig")
    try:
        document = read_json(text)
    except json.JSONDecodeError:
        return [read_json(line) for line in text.splitlines() if line.strip()]
    if isinstance(document, dict) and "items" in document:
        return [item["data"] for item in document["items"] if item.get("state") != "deleted"]
    return [document]


def singular(stem):
    """By what name a row of a table stands in a document, in the singular."""
    stem = {"mail_addresses": "addresses", "regular_schedules": "schedules", "taxonomy": "taxonomy_terms"}.get(stem, stem)
    return stem[:-3] + "y" if stem.endswith("ies") else stem.removesuffix("es") if stem.endswith("sses") else stem.removesuffix("s")


def identities(value, name="service"):
    """(kind, id) of every object in a document."""
    if isinstance(value, dict):
        yield singular(name), str(value.get("id"))
        for member, inner in value.items():
            yield from identities(inner, member)
    elif isinstance(value, list):
        for item in value:
            yield from identities(item, name)


def read_tables(path, kept):
    """(column, text) of every cell of the rows that were kept, and how many rows were not."""
    values, left_out = [], 0
    for file in sorted(path.glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                key = row.get("id") or row.get("taxonomy_id")
                if (singular(file.stem), key) not in kept.rows:
                    left_out += 1
                    continue
                values += [(column, cell.strip()) for column, cell in row.items()
                           if cell and cell.strip() and (file.stem, column) not in WITHHELD]
    return values, left_out


def read_source(path, kept):
    if path.is_dir():
        return read_tables(path, kept)
    return [leaf for document in documents(path) for leaf in leaves(document)], 0


# What the catalogue holds: pairs of member and text, the texts alone, and the objects by kind and id.
Kept = collections.namedtuple("Kept", "pairs texts rows")


def read_kept(catalog):
    kept = Kept(set(), set(), set())
    for record, document in sqlite3.connect(catalog).execute("SELECT record, document FROM activity"):
        kept.rows.update(identities(read_json(document)))
        for text in (record, document):
            found = list(leaves(read_json(text)))
            kept.pairs.update(found)
            kept.texts.update(text.strip() for _, text in found)
    return kept


def is_kept(value, kept, is_table):
    if not is_table:
        return value in kept.pairs
    _, text = value
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    return text in kept.texts or DAYS.get(text.lower()) in kept.texts or all(part in kept.texts for part in parts)


def rows_told(report):
    """How many rows the report says that it left out."""
    return sum(int(re.search(r": (\d+) rows", issue["text_en"])[1]) for issue in report["warnings"]
               if issue["code"] == "rows_without_service")


def import_feed(kring, feed, path, catalog):
    done = subprocess.run([kring, "import", "--catalog", catalog, "--format", feed.format, "--source", "feed", "--json", path],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def measure(kring, feed, path, shows_missing):
    """Prints the feed's line; whether it is good enough."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = pathlib.Path(folder) / "kring.db"
        report = import_feed(kring, feed, path, catalog)
        kept = read_kept(catalog)
    values, left_out = read_source(path, kept)
    lost = [value for value in values if not is_kept(value, kept, path.is_dir())]
    share = 1 - len(lost) / len(values)
    taken = report["added"] + report["folded"]
    refused = sum(issue["code"] not in ILL_FORMED for issue in report["rejected"])
    is_good = share >= feed.floor and refused == 0 and left_out == rows_told(report)
    print(f"{feed.name:<18} {feed.format:<11} {taken:>7} {refused:>8} {len(values):>8} {share:>8.2%} {left_out:>9}"
          f" {rows_told(report):>6}{'' if is_good else '  NOT GOOD'}")
    if shows_missing:
        for (name, text), count in collections.Counter(lost).most_common(20):
            print(f"    {count:>5} {name}: {text[:80]}")
    return is_good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--missing", action="store_true", help="the values that were not found, the most frequent first")
    options = parser.parse_args()
    print(f"{'feed':<18} {'format':<11} {'records':>7} {'refused':>8} {'values':>8} {'kept':>8} {'left out':>9} {'told':>6}")
    is_good = True
    for feed in FEEDS:
        path = feed.path if isinstance(feed.path, pathlib.Path) else pathlib.Path(SHARED) / feed.path
        if not SHARED and path != feed.path:
            print(f"SKIPPED: {feed.name} (KRING_SHARED is not set)")
            continue
        is_good = measure(options.kring, feed, path, options.missing) and is_good
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
