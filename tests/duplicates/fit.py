#!/usr/bin/env python3
"""What are the parts of the comparison of records worth? Learns it by logistic regression and prints the weights.

  kring_list_pairs ALL.db > pairs.tsv
  fit.py --pairs pairs.tsv LIST... [--pairs other.tsv LIST...]

ALL.db is one catalogue of all lists; a LIST is a folder of tests/training or catalog/demo with a truth table. A part that tells what
records are about knows the lists that its model learned from by heart: give each list with the pairs of a program whose
subject_weights.tsv were learned without it (tests/training). Pairs of two lists are no duplicates; they come from the first file
and count a twentieth. E-mail, url, variant and branch are held: few pairs show them.

Prints how each list fares by what the others teach, then the weights of all and the score from which a pair is linked.
"""
import argparse
import csv
import json
import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
WEIGHTS = HERE.parents[1] / "catalog/duplicates/weights.json"
HELD = ("email", "url", "variant", "branch")
OTHER_LISTS = 0.05  # of a pair of two lists
DUPLICATE = 2.0  # of one of the few that are
UNIT = 475.0  # points of a weight that one of the regression is worth: keeps those that are held in proportion
PENALTY = 0.5
ROUNDS = 14
LEAST_SCORE = 600  # points by today's weights; pairs below teach nothing
BETA = 0.7  # a wrong link costs more than one that is missed


def read_truth(folder):
    with open(folder / "truth.tsv", encoding="utf-8", newline="") as file:
        return {row["id"]: row["duplicate_of"] or row["id"] for row in csv.DictReader(file, delimiter="\t")}


def read_pairs(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["meet"] == "1":
                yield row.pop("a"), row.pop("b"), {part: int(value) / 10000 for part, value in row.items() if part != "meet" and value}


def solve(matrix, vector):
    """By Gauss's elimination."""
    rows = [row + [value] for row, value in zip(matrix, vector)]
    size = len(vector)
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, size):
            factor = rows[row][at] / rows[at][at]
            rows[row] = [value - factor * other for value, other in zip(rows[row], rows[at])]
    found = [0.0] * size
    for at in reversed(range(size)):
        found[at] = (rows[at][size] - sum(rows[at][col] * found[col] for col in range(at + 1, size))) / rows[at][at]
    return found


class Lesson:
    def __init__(self, values, is_duplicate, weights, parts, worth=1.0):
        self.values = [values.get(part, 0.0) for part in parts] + [1.0]
        self.held = sum(values.get(part, 0.0) * weights[part] / UNIT for part in HELD)
        self.is_duplicate = is_duplicate
        self.worth = worth * (DUPLICATE if is_duplicate else 1.0)

    def score(self, learned):
        return sum(value * weight for value, weight in zip(self.values, learned)) + self.held


def learn(lessons):
    """Newton's method; the last number is the bias."""
    size = len(lessons[0].values)
    learned = [0.0] * size
    for _ in range(ROUNDS):
        slope = [PENALTY * weight for weight in learned[:-1]] + [0.0]
        curve = [[(PENALTY if row < size - 1 else 1e-3) if row == col else 0.0 for col in range(size)] for row in range(size)]
        for lesson in lessons:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, lesson.score(learned)))))
            error = lesson.worth * (chance - lesson.is_duplicate)
            bend = lesson.worth * chance * (1 - chance)
            for row, value in enumerate(lesson.values):
                if value == 0:
                    continue
                slope[row] += error * value
                for col, other in enumerate(lesson.values):
                    curve[row][col] += bend * value * other
        learned = [weight - step for weight, step in zip(learned, solve(curve, slope))]
    return learned


def choose_threshold(lessons, learned):
    ordered = sorted(lessons, key=lambda lesson: -lesson.score(learned))
    total = sum(lesson.is_duplicate for lesson in lessons)
    right = wrong = 0.0
    best, threshold = 0.0, 0.0
    for lesson, following in zip(ordered, ordered[1:]):
        right += lesson.is_duplicate
        wrong += 0 if lesson.is_duplicate else lesson.worth
        precision, recall = right / (right + wrong), right / total
        measure = (1 + BETA**2) * precision * recall / (BETA**2 * precision + recall) if right else 0.0
        if measure > best:
            best, threshold = measure, (lesson.score(learned) + following.score(learned)) / 2
    return threshold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", action="append", nargs="+", required=True, metavar=("FILE", "LIST"))
    options = parser.parse_args()
    weights = {entry["name"]: entry["default"] for entry in json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]}
    parts = [name for name in weights if name not in HELD and name != "linked_from"]
    truths = {pathlib.Path(folder): read_truth(pathlib.Path(folder)) for _, *folders in options.pairs for folder in folders}
    list_of = {id: folder for folder, truth in truths.items() for id in truth}
    lessons = {folder: [] for folder in truths}
    others = []
    for number, (path, *folders) in enumerate(options.pairs):
        mine = {pathlib.Path(folder) for folder in folders}
        for a, b, values in read_pairs(path):
            folder = list_of.get(a)
            if a not in list_of or b not in list_of:
                continue
            is_duplicate = truths[folder].get(a) == truths[folder].get(b)
            if not is_duplicate and sum(value * weights[part] for part, value in values.items()) < LEAST_SCORE:
                continue
            if folder == list_of[b] and folder in mine:
                lessons[folder].append(Lesson(values, is_duplicate, weights, parts))
            elif folder != list_of[b] and number == 0:
                others.append(Lesson(values, False, weights, parts, OTHER_LISTS))
    right = wrong = total = 0
    for folder, held_out in lessons.items():
        taught = others + [lesson for other, own in lessons.items() if other != folder for lesson in own]
        learned = learn(taught)
        threshold = choose_threshold(taught, learned)
        found = [lesson for lesson in held_out if lesson.score(learned) >= threshold]
        own_right = sum(lesson.is_duplicate for lesson in found)
        own_total = sum(lesson.is_duplicate for lesson in held_out)
        print(f"{folder.name:<13} {own_right} of {own_total}, wrong {len(found) - own_right}")
        right, wrong, total = right + own_right, wrong + len(found) - own_right, total + own_total
    print(f"held out: precision {right / max(1, right + wrong):.3f}, recall {right / max(1, total):.3f} of the pairs that meet")
    taught = others + [lesson for own in lessons.values() for lesson in own]
    learned = learn(taught)
    threshold = choose_threshold(taught, learned) - learned[-1]
    print(json.dumps({part: round(weight * UNIT) for part, weight in zip(parts, learned)} | {"linked_from": round(threshold * UNIT)}))


if __name__ == "__main__":
    main()
