#!/usr/bin/env python3
"""Measures what is learned from records on each catalogue apart, then learns it from all and writes the weights.

  train.py --kring PROGRAM --subjects PROGRAM [--measure-only] [--floor F1]
  train.py --kring PROGRAM --arrangement PROGRAM [--measure-only] [--floor SHARE]
  train.py --kring PROGRAM --endings PROGRAM [--measure-only] [--floor SHARE]

The first learns which concepts a record is about (kring_train_subjects), the second how its activity is arranged
(kring_train_arrangement), the third what tells that it is not there any more (kring_train_endings). With --floor the exit code is 1 when a catalogue that was held out has a lower F1, or a fact in the mean
of the catalogues, or of what has ended, a lower share.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LEXICON = ROOT / "indexer/language/lexicon"
CATALOGUES = [*(HERE / region for region in ("achterhoek", "brabant", "flevoland", "friesland", "gooi", "groenehart", "groningen", "haaglanden",
                                             "kennemerland", "peel", "rijnmond", "rivierenland", "salland", "twente", "utrecht", "veluwe", "waterland",
                                             "westbrabant", "zaan", "zeeland")),
              ROOT / "catalog/demo/nijmegen", ROOT / "catalog/demo/limburg"]
JUDGES = [HERE / region for region in ("drenthe", "kop")]  # nothing is learned from them
CORPORA = sorted((HERE / "corpora").glob("*.tsv"))
ENDINGS = sorted((HERE / "endings").glob("*.tsv"))


def run(program, *arguments):
    return subprocess.run([str(word) for word in (program, *arguments)], text=True, stdout=subprocess.PIPE)


def import_labelled(kring, catalogue, folder):
    """The catalogue with its truth table, as the trainers read them: "DATABASE=TRUTH"."""
    database = f"{folder}/{catalogue.name}.db"
    run(kring, "import", "--catalog", database, "--source", catalogue.name, catalogue / "services.ndjson").check_returncode()
    return f"{database}={catalogue / 'truth.tsv'}"


def measured_f1(report):
    """F1 at the threshold that the program uses."""
    return float(re.search(r"above 0: .*F1 ([0-9.]+)", report).group(1))


def learn_subjects(options, folder):
    sources = [import_labelled(options.kring, catalogue, folder) for catalogue in CATALOGUES]
    lowest = 1.0
    for held_out in sources:
        report = run(options.subjects, "--measure", held_out, *CORPORA, *(s for s in sources if s != held_out)).stdout
        print(report)
        lowest = min(lowest, measured_f1(report))
    if not options.measure_only:
        print(run(options.subjects, "--out", LEXICON / "subject_weights.tsv", *CORPORA, *sources).stdout)
    print(f"lowest F1 of a catalogue held out: {lowest:.3f}")
    return 0 if lowest >= options.floor else 1


def learn_facts(options, folder, program, weights, hands):
    """With a trainer that measures and learns in one run, from `hands` beside the catalogues and corpora."""
    sources = [import_labelled(options.kring, catalogue, folder) for catalogue in CATALOGUES]
    labelled = [f"{corpus}={HERE / 'facts' / corpus.name}" for corpus in CORPORA]
    out = [] if options.measure_only else ["--out", LEXICON / weights]
    judges = [word for judge in JUDGES for word in ("--judge", import_labelled(options.kring, judge, folder))]
    result = run(program, *judges, "--floor", options.floor, *out, *hands, *sources, *labelled)
    print(result.stdout)
    return result.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", required=True)
    trainer = parser.add_mutually_exclusive_group(required=True)
    trainer.add_argument("--subjects")
    trainer.add_argument("--arrangement")
    trainer.add_argument("--endings")
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--floor", type=float, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.subjects:
            return learn_subjects(options, folder)
        if options.arrangement:
            return learn_facts(options, folder, options.arrangement, "arrangement_weights.tsv", [])
        return learn_facts(options, folder, options.endings, "ending_weights.tsv", ENDINGS)


if __name__ == "__main__":
    sys.exit(main())
