#!/usr/bin/env python3
"""Measures kring and plain full-text search on the judged persons, each region on an index of its own catalogue.

  measure.py [--kring PROGRAM] [--each]

Prints evaluate.py's figures: two lines a region.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEMO = ROOT / "catalog/demo"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, **options)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--each", action="store_true", help="a line a person")
    options = parser.parse_args()
    each = ["--each"] if options.each else []
    for region in ("nijmegen", "limburg"):
        with tempfile.TemporaryDirectory() as folder:
            catalog, index, ranking = (f"{folder}/{name}" for name in ("kring.db", "index", "fulltext.run"))
            services = DEMO / region / "services.ndjson"
            run(options.kring, "import", "--catalog", catalog, "--source", region, services, stdout=subprocess.DEVNULL)
            run(options.kring, "places", "import", "--catalog", catalog, DEMO / "places.csv", stdout=subprocess.DEVNULL)
            run(options.kring, "index", "--catalog", catalog, "--index", index, stdout=subprocess.DEVNULL)
            print(f"{region}: kring", flush=True)
            run(sys.executable, HERE / "evaluate.py", "--judged", HERE / region, "--program", f"{options.kring} match --index {index}", *each)
            with open(ranking, "w", encoding="utf-8") as file:
                run(sys.executable, HERE / "fulltext.py", "--catalogue", services, "--places", DEMO / "places.csv",
                    "--vocabulary", ROOT / "catalog/vocabulary/vocabulary.json", "--profiles", HERE / region / "profiles", stdout=file)
            print(f"{region}: plain full-text search", flush=True)
            run(sys.executable, HERE / "evaluate.py", "--judged", HERE / region, "--run", ranking, *each)


if __name__ == "__main__":
    main()
