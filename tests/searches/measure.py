#!/usr/bin/env python3
"""Measures kring's search beside plain full-text search, on searches as people type them.

  measure.py [--kring PROGRAM] [--each] [--floor FIGURE]

A hit counts as right where the catalogue's truth table says that it is live and about one of the concepts that the search
means (queries.tsv), and, where the search names a place, that it is held in that municipality or has no address. Plain
full-text search is SQLite FTS5: BM25 over name, description, tags, organisation and places, without accents, all words or, where
no record has them all, any. Printed per catalogue: mean average precision, precision at 5, recall at 20, searches
that found nothing right. With --each a line a search; with --floor exit code 1 where kring's mean average precision over all is
below it, or below plain full-text search.
"""
import argparse
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CATALOGUES = {"nijmegen": ROOT / "catalog/demo/nijmegen", "limburg": ROOT / "catalog/demo/limburg",
              "groningen": ROOT / "tests/training/groningen"}
TODAY = "2026-11-23"
DEPTH = 20


def read_tsv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


class FullText:
    def __init__(self, services):
        self.database = sqlite3.connect(":memory:")
        self.database.execute("create virtual table activity using fts5(id unindexed, name, description, tags, owner, places, "
                              "tokenize = 'unicode61 remove_diacritics 2')")
        for service in services:
            if service.get("status") != "active":
                continue
            tags = " ".join(a.get("taxonomy_term", {}).get("name", "") for a in service.get("attributes", []))
            addresses = [a for s in service.get("service_at_locations", []) for a in s["location"].get("addresses", [])]
            places = " ".join(a.get("city", "") for a in addresses)
            self.database.execute("insert into activity values (?, ?, ?, ?, ?, ?)",
                                  (service["id"], service["name"], service.get("description", ""), tags,
                                   service.get("organization", {}).get("name", ""), places))

    def search(self, text):
        words = [f'"{word}"' for word in re.findall(r"\w+", text.lower())]
        for joint in (" ", " OR "):
            rows = self.database.execute("select id from activity where activity match ? order by bm25(activity) limit ?",
                                         (joint.join(words), DEPTH)).fetchall()
            if rows:
                break
        return [row[0] for row in rows]


class Kring:
    def __init__(self, program, folder, name, services):
        self.command = [str(program), "search", "--index", f"{folder}/index", "--date", TODAY, "--per-page", str(DEPTH), "--json"]
        run = lambda *words: subprocess.run([str(w) for w in (program, *words)], check=True, stdout=subprocess.DEVNULL)
        run("places", "import", "--catalog", f"{folder}/kring.db", ROOT / "catalog/demo/places.csv")
        run("import", "--catalog", f"{folder}/kring.db", "--source", name, "--format", "hsds", services)
        run("index", "--catalog", f"{folder}/kring.db", "--index", f"{folder}/index", "--today", TODAY)

    def search(self, text):
        answer = json.loads(subprocess.run([*self.command, *text.split()], check=True, capture_output=True, text=True).stdout)
        return [hit["activity"]["id"] for hit in answer["contents"]]


def municipalities():
    with (ROOT / "catalog/demo/places.csv").open(encoding="utf-8") as file:
        return {row["postcode4"]: row["municipality"] for row in csv.DictReader(file)}


def is_at(service, place, municipality_of):
    codes = [a.get("postal_code", "")[:4] for s in service.get("service_at_locations", [])
             for a in s["location"].get("addresses", [])]
    return not codes or any(municipality_of.get(code) == place for code in codes)


def right_answers(query, truth, services, municipality_of):
    wanted = set(query["concepts"].split(","))
    return {row["id"] for row in truth
            if row["live"] == "yes" and wanted & set(row["concepts"].split(","))
            and (not query["place"] or is_at(services[row["id"]], query["place"], municipality_of))}


def figures(found, right):
    """Average precision, precision at 5 and recall at DEPTH; found and right as ids."""
    hits, total = 0, 0.0
    for rank, activity in enumerate(found, start=1):
        if activity in right:
            hits += 1
            total += hits / rank
    return (total / min(len(right), DEPTH), sum(a in right for a in found[:5]) / min(5, len(right)), hits / min(len(right), DEPTH))


def mean(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


def measure(name, folder, program, each):
    """Figures of kring and of plain full-text search, a row a search that has a right answer."""
    with tempfile.TemporaryDirectory() as scratch:
        path = folder / "services.ndjson"
        services = {s["id"]: s for s in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        engines = (Kring(program, scratch, name, path), FullText(services.values()))
        truth, municipality_of = read_tsv(folder / "truth.tsv"), municipalities()
        rows = ([], [])
        for query in read_tsv(HERE / "queries.tsv"):
            right = right_answers(query, truth, services, municipality_of)
            if not right:
                continue
            for engine, list_of in zip(engines, rows):
                list_of.append(figures(engine.search(query["query"]), right))
            if each:
                print(f"{name}\t{query['query']}\tright {len(right)}\tkring {rows[0][-1][0]:.2f}\tplain {rows[1][-1][0]:.2f}")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring", type=pathlib.Path)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--floor", type=float)
    options = parser.parse_args()
    everything = ([], [])
    for name, folder in CATALOGUES.items():
        for engine, total, rows in zip(("kring", "plain"), everything, measure(name, folder, options.kring, options.each)):
            total.extend(rows)
            precision, at_five, recall = mean(rows)
            empty = sum(row[2] == 0 for row in rows)
            print(f"{name} {engine}: map {precision:.3f}, p@5 {at_five:.3f}, recall@{DEPTH} {recall:.3f}, nothing right {empty} of {len(rows)}")
    ours, plain = (mean(rows)[0] for rows in everything)
    print(f"all: kring {ours:.3f}, plain {plain:.3f}")
    if options.floor is not None and ours < max(options.floor, plain):
        sys.exit(f"kring's mean average precision {ours:.3f} is below {max(options.floor, plain):.3f}")


if __name__ == "__main__":
    main()
