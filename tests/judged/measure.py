#!/usr/bin/env python3
"""Measures kring and plain full-text search on the judged persons, each set on an index of its own catalogue.

  measure.py [--kring PROGRAM] [--each] [--more]

Prints evaluate.py's figures: two lines a set; with --more also those of the other judges.
"""
import argparse
import sys
import tempfile

from regions import HERE, ROOT, SETS, make_index, run


def measure(name, options):
    judged, records, places = SETS[name]
    each = ["--each"] if options.each else []
    with tempfile.TemporaryDirectory() as folder:
        index, ranking = make_index(options.kring, name, folder), f"{folder}/fulltext.run"
        print(f"{name}: kring", flush=True)
        run(sys.executable, HERE / "evaluate.py", "--judged", judged, "--program", f"{options.kring} match --index {index}", *each)
        with open(ranking, "w", encoding="utf-8") as file:
            run(sys.executable, HERE / "fulltext.py", "--catalogue", records / "services.ndjson", "--places", places,
                "--vocabulary", ROOT / "catalog/vocabulary/vocabulary.json", "--profiles", judged / "profiles", stdout=file)
        print(f"{name}: plain full-text search", flush=True)
        run(sys.executable, HERE / "evaluate.py", "--judged", judged, "--run", ranking, *each)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--each", action="store_true", help="a line a person")
    parser.add_argument("--more", action="store_true", help="the other judges' persons too")
    options = parser.parse_args()
    for name in list(SETS) if options.more else list(SETS)[:2]:
        measure(name, options)


if __name__ == "__main__":
    main()
