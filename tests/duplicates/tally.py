"""How many of the pairs and sets that were found are right, and how many of the right ones were found?"""


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
