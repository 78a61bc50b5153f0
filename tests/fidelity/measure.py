#!/usr/bin/env python3
"""How much of each feed does an import keep, and how much of it can the matcher use?

  measure.py [--kring PROGRAM] [--missing] [--out TABLE.tsv]

Imports every feed of FEEDS into a catalogue of its own and prints a line a feed, then one a format, with three figures:

  kept    of the values of the source (a leaf of its JSON, a cell of any row of its tables, a property of its events) how many
          stand in the documents and activities that were kept; persons and licensed codes, left out on purpose, do not count (sources.py)
  read    of the records that are well-formed how many were taken
  usable  of the facts that the source tells and the matcher has a column for how many the activity got (facts.py); judged on the
          documents, so that a value that was not kept lowers `kept` alone

Exits with 1 where a feed falls below its floor, the report's counts differ from those of the files (records, persons, rows left
out), or a feed was not read. Feeds of outside stand in the folder KRING_SHARED; without it they are named as skipped. With --missing
the values and facts that were not found, the most frequent first. With --out the figures as a table too, counts beside shares.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import facts
import sources

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = os.environ.get("KRING_SHARED", "")
# Codes of records that are no activity, or that nobody could read.
ILL_FORMED = {"not_a_service", "not_an_activity", "not_an_offer", "missing_name", "unreadable_record"}
MOST_SHOWN = 20
FIGURES = ("values_kept", "records_read", "facts_usable")

# A feed a line: name, format, path, and the least share of values kept and of facts usable. Paths in words are of KRING_SHARED;
# after "apart:" the files of one that are one event in several states; "demo:" is the demo as Kring itself writes it.
# Below 1: of tables the rows that no service leads to, such as terms that none has and places of an organisation that no service
# is at; of OpenActive's objects places, and sessions without their series; of Everyone Active the days of rules without hours,
# where dated meetings tell more; of UiTdatabank's fixtures hours and dates that are wrong on purpose.
Feed = collections.namedtuple("Feed", "name format path kept usable")
FEEDS = [
    Feed("demo nijmegen", "hsds", ROOT / "catalog/demo/nijmegen/services.ndjson", 1, 1),
    Feed("demo limburg", "hsds", ROOT / "catalog/demo/limburg/services.ndjson", 1, 1),
    Feed("hsds 3 service", "hsds", "feeds/hsds-3-examples/examples/service_full.json", 1, 1),
    Feed("hsds 3 tables", "hsds-csv", "feeds/hsds-3-examples/examples/csv", 0.84, 1),
    Feed("ohana tables 1.0", "hsds-csv", "feeds/ohana-sample", 0.54, 1),
    Feed("ilao tables", "hsds-csv", "feeds/hsds-transformer-ilao-florida/spec/fixtures/custom/ilao/output", 0.69, 1),
    Feed("everyone active", "openactive", "feeds/openactive-rpde/everyone-active_20200106.json", 1, 0.99),
    Feed("active newham", "openactive", "feeds/openactive-rpde/newham_20200102.json", 1, 1),
    Feed("openactive objects", "openactive", "feeds/openactive-examples", 0.83, 0.96),
    Feed("toronto events", "schema-org", "feeds/toronto-festivals-events/all.jsonld", 1, 1),
    Feed("udb fixtures", "uitdatabank", "apart:feeds/uitdatabank-calendar-fixtures/event", 1, 0.99),
    Feed("invented agenda", "ics", HERE / "agenda.ics", 1, 1),
    Feed("demo as calendar", "ics", "demo:demo.ics", 1, 1),
    Feed("invented helpline", "icarol-csv", HERE / "helpline.csv", 1, 1),
    Feed("demo as table", "kring-csv", "demo:demo.csv", 1, 1),
    Feed("demo as workbook", "kring-csv", "demo:demo.xlsx", 1, 1),
]

# What the catalogue holds: pairs of member and text, the texts alone, the objects by kind and id, and (record, document) pairs.
Kept = collections.namedtuple("Kept", "pairs texts rows activities")
# A share as its two numbers.
Share = collections.namedtuple("Share", "part whole")


def identities(value, name="service"):
    """(kind, id) of every object in a document."""
    if isinstance(value, dict):
        yield sources.singular(name), str(value.get("id"))
        for member, inner in value.items():
            yield from identities(inner, member)
    elif isinstance(value, list):
        for item in value:
            yield from identities(item, name)


def read_kept(catalog):
    kept = Kept(set(), set(), set(), [])
    for record, document in sqlite3.connect(catalog).execute("SELECT record, document FROM activity WHERE state = 'live'"):
        kept.activities.append((record, document))
        kept.rows.update(identities(sources.read_json(document)))
        for text in (record, document):
            found = list(sources.leaves(sources.read_json(text)))
            kept.pairs.update(found)
            kept.texts.update(text.strip() for _, text in found)
    return kept


def is_kept(value, kept, format_name):
    """In tables one cell may hold several values, and a column have another name."""
    if not format_name.endswith("-csv") and format_name != "ics":
        return value in kept.pairs
    _, text = value
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    return (text in kept.texts or facts.ENGLISH_DAYS.get(text.lower()) in kept.texts
            or bool(parts) and all(part in kept.texts for part in parts))


def told(report, code):
    """The numbers in the warnings of one kind: how many rows, or details of persons, were left out."""
    return sum(int(re.search(r": (\d+) ", issue["text_en"])[1]) for issue in report["warnings"] if issue["code"] == code)


def import_feed(kring, feed, path, catalog):
    done = subprocess.run([kring, "import", "--catalog", catalog, "--format", feed.format, "--source", "feed", "--json", path],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def export_demo(kring, folder, name):
    """The demo's two catalogues as a file of that name."""
    catalog, path = folder / "demo.db", folder / name
    for source in ("nijmegen", "limburg"):
        subprocess.run([kring, "import", "--catalog", catalog, "--source", source, ROOT / f"catalog/demo/{source}/services.ndjson"],
                       check=True, stdout=subprocess.DEVNULL)
    written = path.with_suffix(".csv") if path.suffix == ".xlsx" else path
    form = "ics" if path.suffix == ".ics" else "kring-csv"
    subprocess.run([kring, "export", "--catalog", catalog, "--format", form, "--out", written], check=True, stdout=subprocess.DEVNULL)
    if path.suffix == ".xlsx":
        sources.write_workbook(written, path)
    return path, written


def prepare(kring, feed, folder):
    """What is imported, and what is read of the same for the comparison."""
    words = str(feed.path)
    if words.startswith("demo:"):
        return export_demo(kring, folder, words.removeprefix("demo:"))
    if words.startswith("apart:"):
        path = sources.set_apart(pathlib.Path(SHARED) / words.removeprefix("apart:"), folder)
    else:
        path = pathlib.Path(SHARED) / feed.path
    return path, path


def find_faults(report, source, path, kept):
    """Where the report's counts are not those of the files."""
    faults = []
    if report["read"] != source.records:
        faults.append(f"{report['read']} records read of {source.records}")
    if source.persons is not None and told(report, "persons_withheld") != source.persons:
        faults.append(f"{told(report, 'persons_withheld')} details of persons told of {source.persons}")
    left_out = sources.rows_left_out(path, kept) if path.is_dir() and any(path.glob("*.csv")) else 0
    if left_out is not None and left_out != told(report, "rows_without_service"):
        faults.append(f"{told(report, 'rows_without_service')} rows told of {left_out} left out")
    return faults


def show_missing(title, lost):
    for (name, text), count in collections.Counter(lost).most_common(MOST_SHOWN):
        print(f"    {title} {count:>5} {name}: {str(text)[:100]}")


def measure(options, feed, folder):
    """The feed's three shares after printing its line; and whether it is good enough."""
    path, readable = prepare(options.kring, feed, folder)
    catalog = folder / "kring.db"
    report = import_feed(options.kring, feed, path, catalog)
    kept = read_kept(catalog)
    source = sources.READERS[feed.format](readable, kept)
    lost = [value for value in source.values if not is_kept(value, kept, feed.format)]
    told_facts = [fact for record, document in kept.activities for fact in facts.compare(feed.format, record, document)]
    unused = [(kind, value) for kind, value, is_used in told_facts if not is_used]
    ill_formed = sum(issue["code"] in ILL_FORMED for issue in report["rejected"])
    refused = len(report["rejected"]) - ill_formed
    shares = [Share(len(source.values) - len(lost), len(source.values)),
              Share(source.records - ill_formed - refused, source.records - ill_formed),
              Share(len(told_facts) - len(unused), len(told_facts))]
    faults = find_faults(report, source, path, kept)
    is_good = (percent(shares[0]) >= feed.kept and percent(shares[1]) == 1 and percent(shares[2]) >= feed.usable and not faults)
    print_line(feed.name, feed.format, shares, "" if is_good else "  NOT GOOD " + "; ".join(faults))
    if options.missing:
        show_missing("lost", lost)
        show_missing("unused", unused)
    return shares, is_good


def percent(share):
    return share.part / share.whole if share.whole else 1


def print_line(name, format_name, shares, remark=""):
    figures = "".join(f"{percent(share):>9.2%} of {share.whole:>6}" for share in shares)
    print(f"{name:<18} {format_name:<11}{figures}{remark}", flush=True)


def write_table(path, lines):
    """A row a feed, then one a format; of each figure the part, the whole and the share."""
    names = [f"{figure}{part}" for figure in FIGURES for part in ("", "_of", "_share")]
    rows = [["feed", "format", *names]]
    for name, format_name, shares in lines:
        rows.append([name, format_name, *(str(number) for share in shares for number in (share.part, share.whole, round(percent(share), 4)))])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--missing", action="store_true", help="the values and facts that were not found")
    parser.add_argument("--out", type=pathlib.Path, metavar="TABLE.tsv", help="where the figures are written as a table")
    options = parser.parse_args()
    print(f"{'feed':<18} {'format':<11}{'values kept':>19}{'records read':>19}{'facts usable':>19}")
    totals, is_good, lines = {}, True, []
    for feed in FEEDS:
        if not SHARED and isinstance(feed.path, str) and not feed.path.startswith("demo:"):
            print(f"SKIPPED: {feed.name} (KRING_SHARED is not set)")
            continue
        with tempfile.TemporaryDirectory() as folder:
            shares, is_feed_good = measure(options, feed, pathlib.Path(folder))
        is_good = is_good and is_feed_good
        lines.append((feed.name, feed.format, shares))
        before = totals.get(feed.format, [Share(0, 0)] * len(shares))
        totals[feed.format] = [Share(old.part + new.part, old.whole + new.whole) for old, new in zip(before, shares)]
    print()
    for format_name, shares in totals.items():
        print_line("all feeds", format_name, shares)
    if options.out:
        write_table(options.out, lines + [("all feeds", *total) for total in totals.items()])
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
