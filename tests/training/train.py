#!/usr/bin/env python3
"""Measures the subject model on each catalogue apart, then learns it from all records and writes its weights.

  train.py --kring PROGRAM --trainer PROGRAM [--measure-only] [--floor F1]

With --floor the exit code is 1 when a catalogue that was held out has a lower F1.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WEIGHTS = ROOT / "indexer/language/lexicon/subject_weights.tsv"
CATALOGUES = [*(HERE / region for region in ("brabant", "friesland", "groningen", "twente", "utrecht", "zeeland")),
              ROOT / "catalog/demo/nijmegen", ROOT / "catalog/demo/limburg"]


def learn(trainer, *arguments):
    return subprocess.run([str(word) for word in (trainer, *arguments)], check=True, text=True, capture_output=True).stdout


def measured_f1(report):
    """F1 at the threshold that the program uses."""
    return float(re.search(r"above 0: .*F1 ([0-9.]+)", report).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", required=True)
    parser.add_argument("--trainer", required=True)
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--floor", type=float, default=0)
    options = parser.parse_args()
    corpora = sorted((HERE / "corpora").glob("*.tsv"))
    lowest = 1.0
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for catalogue in CATALOGUES:
            database = f"{folder}/{catalogue.name}.db"
            subprocess.run([options.kring, "import", "--catalog", database, "--source", catalogue.name,
                            str(catalogue / "services.ndjson")], check=True, stdout=subprocess.DEVNULL)
            sources.append(f"{database}={catalogue / 'truth.tsv'}")
        for held_out in sources:
            report = learn(options.trainer, "--measure", held_out, *corpora, *(s for s in sources if s != held_out))
            print(report)
            lowest = min(lowest, measured_f1(report))
        if not options.measure_only:
            print(learn(options.trainer, "--out", WEIGHTS, *corpora, *sources))
    print(f"lowest F1 of a catalogue held out: {lowest:.3f}")
    return 0 if lowest >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
