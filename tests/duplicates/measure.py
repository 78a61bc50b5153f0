#!/usr/bin/env python3
"""How well does Kring find duplicates?

  measure.py [--kring PROGRAM] [--precision FLOOR] [--recall FLOOR] [--unseen FLOOR] [--together FLOOR] [--perturbed FLOOR] [--each]

Against truth: precision and recall of pairs, and of sets (a set counts when it has exactly the members of a true one), on
each catalogue with a truth table, and of all as one catalogue, where links between regions count as wrong. The weights were
learned on the first; the others say what unseen records would: neither weights nor the model of subjects learned from them.
Against perturbed copies: of every record of all catalogues one copy from another source, changed in one way; recall is the
share of copies that are in one set with their original. `branch_venue` and `branch_day` copies are other activities: for
them the share that is rightly kept apart. With floors the exit code is 1 where a figure is below.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

from perturb import KEPT_APART, PERTURBATIONS, perturbed

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRAINING = {path.parent.name: path.parent for path in sorted((ROOT / "tests/training").glob("*/truth.tsv"))}
LEARNED_NAMES = ("achterhoek", "brabant", "drenthe", "flevoland", "friesland", "gooi", "groningen", "haaglanden", "kennemerland", "kop",
                 "rijnmond", "twente", "utrecht", "veluwe", "westbrabant", "zeeland")
LEARNED = ({name: ROOT / "catalog/demo" / name for name in ("nijmegen", "limburg")}
           | {name: TRAINING[name] for name in LEARNED_NAMES})
UNSEEN = {name: folder for name, folder in TRAINING.items() if name not in LEARNED_NAMES}
SEED = 20261126


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, text=True, capture_output=True).stdout


def found_sets(kring, feeds):
    """Sets of ids that Kring makes of the feeds: (source, path) each."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = f"{folder}/kring.db"
        for source, path in feeds:
            run(kring, "import", "--catalog", catalog, "--source", source, path)
        report = json.loads(run(kring, "duplicates", "--catalog", catalog, "--json"))
    return [frozenset(member["id"] for member in found["members"]) for found in report["sets"]]


def true_sets(folder):
    sets = {}
    with open(folder / "truth.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sets.setdefault(row["duplicate_of"] or row["id"], set()).add(row["id"])
    return [frozenset(members) for members in sets.values() if len(members) > 1]


def pairs_of(sets):
    return {frozenset((a, b)) for members in sets for a in members for b in members if a < b}


def share(part, whole):
    return part / whole if whole else 1.0


class Tally:
    def __init__(self):
        self.right = self.found = self.true = self.sets_right = self.sets_found = self.sets_true = 0

    def add(self, have, want):
        have_pairs, want_pairs = pairs_of(have), pairs_of(want)
        self.right += len(have_pairs & want_pairs)
        self.found += len(have_pairs)
        self.true += len(want_pairs)
        self.sets_right += len(set(have) & set(want))
        self.sets_found += len(have)
        self.sets_true += len(want)

    @property
    def precision(self):
        return share(self.right, self.found)

    @property
    def recall(self):
        return share(self.right, self.true)

    def __str__(self):
        return (f"pairs: precision {self.precision:.3f} ({self.right}/{self.found}), recall {self.recall:.3f} "
                f"({self.right}/{self.true}); sets: precision {share(self.sets_right, self.sets_found):.3f}, "
                f"recall {share(self.sets_right, self.sets_true):.3f}")


def measure_truth(kring, name, catalogues, each):
    whole = Tally()
    for catalogue, folder in catalogues.items():
        have, want = found_sets(kring, [(catalogue, folder / "services.ndjson")]), true_sets(folder)
        tally = Tally()
        tally.add(have, want)
        whole.add(have, want)
        print(f"  {catalogue:<13}{tally}")
        if each:
            for title, pairs in (("missed", pairs_of(want) - pairs_of(have)), ("wrong", pairs_of(have) - pairs_of(want))):
                for pair in sorted(map(sorted, pairs)):
                    print(f"    {title}: {' '.join(pair)}")
    together = Tally()
    together.add(found_sets(kring, [(catalogue, folder / "services.ndjson") for catalogue, folder in catalogues.items()]),
                 [members for folder in catalogues.values() for members in true_sets(folder)])
    print(f"  {'as one':<13}{together}")
    print(f"{name:<14}{whole}", flush=True)
    return whole, together


def measure_perturbations(kring, catalogues):
    """Recall by kind of change, over all catalogues."""
    recalls = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind in PERTURBATIONS:
            found = copies = 0
            for name, source in catalogues.items():
                path = pathlib.Path(folder) / f"{kind}.ndjson"
                records = [json.loads(line) for line in open(source / "services.ndjson", encoding="utf-8")]
                originals = perturbed(records, kind, f"{SEED}/{name}", path)
                sets = found_sets(kring, [(name, source / "services.ndjson"), ("other", path)])
                together = pairs_of(sets)
                found += sum(frozenset(pair) in together for pair in originals.items())
                copies += len(originals)
            kept_apart = kind in KEPT_APART
            recalls[kind] = share(copies - found if kept_apart else found, copies)
            print(f"  {kind:<16}{'kept apart' if kept_apart else 'recall':<11}{recalls[kind]:.3f} of {copies}", flush=True)
    return recalls


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--precision", type=float, default=0)
    parser.add_argument("--recall", type=float, default=0)
    parser.add_argument("--unseen", type=float, default=0, metavar="FLOOR", help="of both where nothing was learned")
    parser.add_argument("--perturbed", type=float, default=0, metavar="FLOOR", help="of each kind of copy")
    parser.add_argument("--together", type=float, default=0, metavar="FLOOR", help="of the precision as one catalogue")
    parser.add_argument("--each", action="store_true", help="name the pairs that are wrong")
    options = parser.parse_args()
    learned, learned_together = measure_truth(options.kring, "learned from", LEARNED, options.each)
    unseen, unseen_together = measure_truth(options.kring, "unseen", UNSEEN, each=False)
    recalls = measure_perturbations(options.kring, LEARNED | UNSEEN)
    is_good = (learned.precision >= options.precision and learned.recall >= options.recall
               and min(unseen.precision, unseen.recall) >= options.unseen
               and min(learned_together.precision, unseen_together.precision) >= options.together
               and min(recalls.values()) >= options.perturbed)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
