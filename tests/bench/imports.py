#!/usr/bin/env python3
"""How fast is an import, and how much memory does it take, at a given number of records?

Invents a feed of each size (invented_feed.py) and imports it into a new catalogue: as HSDS, one record a line, and as the
tables that Kring exports of it. Stages are measured by themselves: `check` reads the feed and keeps nothing, `import` is the
whole, `again` the same feed a second time, which changes nothing, `find` compares every record with every other anew. Prints
one JSON object a size; memory is the highest of the process. A million records need some 20 GB of disk (--folder).

  cmake --preset release && cmake --build --preset release --target kring && tests/bench/imports.py 300 10000 1000000
"""
import argparse
import json
import pathlib
import tempfile

from invented_feed import InventedFeed
from measured import measured

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATS = ("hsds", "kring-csv", "hsds-csv")
ENDINGS = {"hsds": "feed.ndjson", "kring-csv": "table.csv", "hsds-csv": "package.zip"}


def words_of_import(kring, catalog, name, feed):
    return [kring, "import", "--catalog", catalog, "--source", "bench", "--format", name, feed]


def measure_format(kring, name, size, feed):
    catalog = feed.parent / f"{name}.db"
    run = {"feed_bytes": feed.stat().st_size, "check": measured(kring, "check", "--format", name, feed),
           "import": measured(*words_of_import(kring, catalog, name, feed))}
    run["records_per_second"] = round(size / run["import"]["seconds"])
    run["catalog_bytes"] = catalog.stat().st_size
    run["again"] = measured(*words_of_import(kring, catalog, name, feed))
    run["find"] = measured(kring, "duplicates", "--catalog", catalog, "find")
    return run


def measure(size, options, folder):
    InventedFeed(size, options.seed).write(folder / ENDINGS["hsds"])
    report = {"size": size}
    for name in options.formats:
        feed = folder / ENDINGS[name]
        if not feed.exists():
            report[f"export {name}"] = measured(options.kring, "export", "--catalog", folder / "hsds.db", "--format", name,
                                                "--out", feed)
        report[name] = measure_format(options.kring, name, size, feed)
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 10_000], help="numbers of records")
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--formats", nargs="*", choices=FORMATS, default=["hsds"], help="hsds goes before the tables")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the feeds and catalogues are while it runs; default the system's")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            print(json.dumps(measure(size, options, pathlib.Path(folder))), flush=True)


if __name__ == "__main__":
    main()
