#!/usr/bin/env python3
"""How common is each word in records? Writes common_words.txt: a stem, and in how many of 10,000 records it stands.

  make_common_words.py CORPUS.tsv… > common_words.txt      (tests/training/corpora/*.tsv)

Folds and cuts as words.cpp does.
"""
import collections
import csv
import sys
import unicodedata

STEM = 5        # kStemLetters of words.cpp
RECORDS = 10_000
LEAST = 25      # of RECORDS; a word seen less often counts as rare


def stems_of(text):
    folded = "".join(letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) != "Mn")
    for apostrophe in "'’‘":
        folded = folded.replace(apostrophe, "")
    words = "".join(letter if letter.isalnum() else " " for letter in folded.lower()).split()
    return {word[:STEM] for word in words}


def main():
    seen, records = collections.Counter(), 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                records += 1
                seen.update(stems_of(" ".join((row["name"], row["description"], row["organization"]))))
    for stem, count in sorted(seen.items()):
        rate = count * RECORDS // records
        if rate >= LEAST:
            print(stem, rate)


if __name__ == "__main__":
    main()
