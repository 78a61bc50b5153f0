"""Does Kring keep apart what real feeds tell of?

Each feed of KRING_SHARED is imported into a catalogue of its own. Told is how many of its records stand in sets, in how many sets the
names differ in a word that is no day or hour, and precision: of the pairs that stand in one set, those that feed_pairs.tsv calls
`same`. Each pair of that file was read and judged by name, place, days, hours and price: all that Kring links, a sample of those that
an earlier comparison linked, and some that it misses. A pair that is found and stands not in the file counts as wrong until it is
judged.
"""
import collections
import csv
import os
import pathlib
import re
import tempfile

import kring
from tally import pairs_of, share

SHARED = os.environ.get("KRING_SHARED", "")
PAIRS = pathlib.Path(__file__).resolve().parent / "feed_pairs.tsv"
ILAO = "hsds-transformer-ilao-florida/spec/fixtures/custom/ilao/output"
# Name, format, path in KRING_SHARED/feeds.
FEEDS = [
    ("newham", "openactive", "openactive-rpde/newham_20200102.json"),
    ("everyone", "openactive", "openactive-rpde/everyone-active_20200106.json"),
    ("toronto", "schema-org", "toronto-festivals-events/all.jsonld"),
    ("ohana", "hsds-csv", "ohana-sample"),
    ("ilao", "hsds-csv", ILAO),
]
DAYS = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*|[0-9:.]+[a-z]*|[ap]m")

Found = collections.namedtuple("Found", "records sets")


def read_pairs(feed):
    """Verdict of each pair that was judged."""
    with open(PAIRS, encoding="utf-8", newline="") as file:
        return {frozenset((row["a"], row["b"])): row["verdict"] for row in csv.DictReader(file, delimiter="\t") if row["feed"] == feed}


def telling_words(name):
    return {word for word in re.findall(r"[\w:.]+", name.lower()) if not DAYS.fullmatch(word)}


def mixes_names(members):
    return len({frozenset(telling_words(name)) for name in members.values()}) > 1


def find(program, feed):
    name, form, path = feed
    with tempfile.TemporaryDirectory() as folder:
        catalog = f"{folder}/{name}.db"
        records = program.add(catalog, name, pathlib.Path(SHARED) / "feeds" / path, form)
        return Found(records, program.sets(catalog))


def measure_feeds(program):
    """Precision over the pairs of all feeds; absent without KRING_SHARED."""
    if not SHARED:
        print("SKIPPED: real feeds (KRING_SHARED is not set)")
        return None
    right = found = 0
    for (name, *_), feed in zip(FEEDS, kring.at_once(lambda feed: find(program, feed), FEEDS)):
        verdicts = read_pairs(name)
        pairs = pairs_of(feed.sets)
        same = {pair for pair, verdict in verdicts.items() if verdict == "same"}
        right, found = right + len(pairs & same), found + len(pairs)
        print(f"  {name:<13}{sum(map(len, feed.sets))} of {feed.records} records in {len(feed.sets)} sets, "
              f"{sum(map(mixes_names, feed.sets))} of other names; {len(pairs & same)} of {len(pairs)} pairs right, "
              f"{len(same - pairs)} missed, {len(pairs - verdicts.keys())} not judged")
    print(f"{'real feeds':<14}precision {share(right, found):.3f} ({right}/{found})", flush=True)
    return share(right, found)
