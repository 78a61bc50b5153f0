#!/usr/bin/env python3
"""How well does Kring find duplicates?

  measure.py [--kring PROGRAM] [--precision FLOOR] [--recall FLOOR] [--together FLOOR] [--perturbed FLOOR] [--each]

Against truth: precision and recall of pairs, and of sets (a set counts when it has exactly the members of a true one), on
each catalogue with a truth table. The weights were learned on the first (`learned from`, among them the demo); the others say what
unseen records would: neither weights nor the model of subjects learned from them. Then of several lists as one catalogue, where links
between regions count as wrong: both of the demo, and all. Against real feeds: feeds.py. Against perturbed copies: of every record of
all catalogues one copy from another source, changed in one way; recall is the share of copies that are in one set with their
original. `branch_venue` and `branch_day` copies are other activities: for them the share that is rightly kept apart.

With floors the exit code is 1 where a figure is below: --precision and --recall of the demo, of what the weights learned from, of the
unseen and of the demo as one, --precision of real feeds, --together of the precision of all as one, where each list is true by
itself and a record that two neighbouring ones have counts as wrong.
"""
import argparse
import csv
import json
import pathlib
import shutil
import sys
import tempfile

import kring
from feeds import measure_feeds
from perturb import KEPT_APART, PERTURBATIONS, perturbed
from tally import Tally, pairs_of, share

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRAINING = {path.parent.name: path.parent for path in sorted((ROOT / "tests/training").glob("*/truth.tsv"))}
LEARNED_NAMES = ("achterhoek", "brabant", "drenthe", "flevoland", "friesland", "gooi", "groningen", "haaglanden", "kennemerland", "kop",
                 "rijnmond", "twente", "utrecht", "veluwe", "westbrabant", "zeeland")
DEMO = {name: ROOT / "catalog/demo" / name for name in ("nijmegen", "limburg")}
LEARNED = DEMO | {name: TRAINING[name] for name in LEARNED_NAMES}
UNSEEN = {name: folder for name, folder in TRAINING.items() if name not in LEARNED_NAMES}
ALL = LEARNED | UNSEEN
SEED = 20261126


def true_sets(folder):
    sets = {}
    with open(folder / "truth.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sets.setdefault(row["duplicate_of"] or row["id"], set()).add(row["id"])
    return [frozenset(members) for members in sets.values() if len(members) > 1]


def print_faults(have, want):
    for title, pairs in (("missed", pairs_of(want) - pairs_of(have)), ("wrong", pairs_of(have) - pairs_of(want))):
        for pair in sorted(map(sorted, pairs)):
            print(f"    {title}: {' '.join(pair)}")


class Lists:
    """The catalogues with a truth table: each imported once, into a file that others may begin from."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.have = dict(zip(ALL, kring.at_once(self.add_list, ALL)))

    def catalog(self, name):
        return self.folder / f"{name}.db"

    def add_list(self, name):
        self.program.add(self.catalog(name), name, ALL[name] / "services.ndjson")
        return self.program.id_sets(self.catalog(name))

    def measure(self, title, names, each):
        whole = Tally()
        for name in names:
            tally, want = Tally(), true_sets(ALL[name])
            tally.add(self.have[name], want)
            whole.add(self.have[name], want)
            print(f"  {name:<13}{tally}")
            if each:
                print_faults(self.have[name], want)
        print(f"{title:<14}{whole}", flush=True)
        return whole

    def measure_as_one(self, title, names, each):
        first, *others = names
        catalog = shutil.copy(self.catalog(first), self.folder / "one.db")
        for name in others:
            self.program.add(catalog, name, ALL[name] / "services.ndjson")
        have, want = self.program.id_sets(catalog), [members for name in names for members in true_sets(ALL[name])]
        tally = Tally()
        tally.add(have, want)
        print(f"{title:<14}{tally}", flush=True)
        if each:
            print_faults(have, want)
        return tally

    def measure_copies(self, task):
        """How many of the copies of a list, changed in one way, stand in one set with their original, and how many there are."""
        kind, name = task
        path, catalog = self.folder / f"{kind}-{name}.ndjson", self.folder / f"{kind}-{name}.db"
        with open(ALL[name] / "services.ndjson", encoding="utf-8") as file:
            originals = perturbed([json.loads(line) for line in file], kind, f"{SEED}/{name}", path)
        shutil.copy(self.catalog(name), catalog)
        self.program.add(catalog, "other", path)
        together = pairs_of(self.program.id_sets(catalog))
        catalog.unlink()
        return sum(frozenset(pair) in together for pair in originals.items()), len(originals)

    def measure_perturbations(self):
        """Recall by kind of change, over all catalogues."""
        tasks = [(kind, name) for kind in PERTURBATIONS for name in ALL]
        counts = dict(zip(tasks, kring.at_once(self.measure_copies, tasks)))
        recalls = {}
        for kind in PERTURBATIONS:
            found, copies = map(sum, zip(*(counts[kind, name] for name in ALL)))
            kept_apart = kind in KEPT_APART
            recalls[kind] = share(copies - found if kept_apart else found, copies)
            print(f"  {kind:<16}{'kept apart' if kept_apart else 'recall':<11}{recalls[kind]:.3f} of {copies}", flush=True)
        return recalls


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--precision", type=float, default=0, metavar="FLOOR")
    parser.add_argument("--recall", type=float, default=0, metavar="FLOOR")
    parser.add_argument("--together", type=float, default=0, metavar="FLOOR", help="of the precision of all lists as one catalogue")
    parser.add_argument("--perturbed", type=float, default=0, metavar="FLOOR", help="of each kind of copy")
    parser.add_argument("--each", action="store_true", help="name the pairs that are wrong or missed, but of the unseen")
    options = parser.parse_args()
    program = kring.Kring(options.kring)
    with tempfile.TemporaryDirectory() as folder:
        lists = Lists(program, folder)
        tallies = [lists.measure("demo", DEMO, options.each),
                   lists.measure("learned from", LEARNED, options.each),
                   lists.measure("unseen", UNSEEN, each=False),
                   lists.measure_as_one("demo as one", DEMO, options.each)]
        together = lists.measure_as_one("all as one", ALL, each=False)
        feeds = measure_feeds(program)
        recalls = lists.measure_perturbations()
    is_good = (all(tally.precision >= options.precision and tally.recall >= options.recall for tally in tallies)
               and together.precision >= options.together
               and (feeds is None or feeds >= options.precision)
               and min(recalls.values()) >= options.perturbed)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
