#!/usr/bin/env python3
"""What does each part of the score add? Ranks the first fifty of every judged person again without one part.

  ablations.py [--kring PROGRAM]

A line a part: what leaving it out does to ndcg@10 and good@5, the mean over persons, by set and over all. Only the
order of the fifty that the whole score ranks first is changed: what stands below them stays there.
"""
import argparse
import collections
import json
import subprocess
import tempfile

import evaluate
from regions import ROOT, SETS, make_index


def read_answers(kring, name, folder):
    index = make_index(kring, name, folder)
    profiles, grades, _, original = evaluate.load(SETS[name][0])
    for person, path in profiles.items():
        done = subprocess.run([str(kring), "match", "--index", index, "--limit", "50", str(path)], capture_output=True, text=True, check=True)
        yield json.loads(done.stdout)["matches"], grades.get(person, {}), original


def rank(matches, left_out, original):
    def score(match):
        return sum(part["points"] for part in match["parts"] if part["name"] != left_out)

    ordered = sorted(matches, key=lambda match: (-round(score(match), 4), match["activity"]["id"]))
    return list(dict.fromkeys(original.get(m["activity"]["id"], m["activity"]["id"]) for m in ordered))


def measure(answers, left_out):
    """Mean ndcg@10 and good@5 of one set."""
    sums = collections.defaultdict(list)
    for matches, judged, original in answers:
        for name, value in evaluate.measure(rank(matches, left_out, original), [], judged).items():
            if value is not None:
                sums[name].append(value)
    return {name: sum(values) / len(values) for name, values in sums.items() if name in ("ndcg@10", "good@5")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    options = parser.parse_args()
    answers = {}
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            answers[name] = list(read_answers(options.kring, name, folder))
    parts = list(dict.fromkeys(part["name"] for matches, *_ in answers["nijmegen"] for match in matches for part in match["parts"]))
    whole = {name: measure(answers[name], None) for name in SETS}
    print("whole score   ", "  ".join(f"{name} {whole[name]['ndcg@10']:.3f}/{whole[name]['good@5']:.3f}" for name in SETS))
    for part in parts:
        line, losses = [], []
        for name in SETS:
            without = measure(answers[name], part)
            losses.append(without["ndcg@10"] - whole[name]["ndcg@10"])
            line.append(f"{name} {losses[-1]:+.3f}/{without['good@5'] - whole[name]['good@5']:+.3f}")
        print(f"{part:14} {'  '.join(line)}  mean ndcg@10 {sum(losses) / len(losses):+.3f}")


if __name__ == "__main__":
    main()
