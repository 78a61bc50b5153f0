#!/usr/bin/env python3
"""How fast are imports and exports, and how much memory do they take, at a given number of records?

Invents a feed of each size (invented_feed.py) and imports it into a new catalogue: as HSDS, one record a line, and as the
tables that Kring exports of it. Stages are measured by themselves: `check` reads the feed and keeps nothing, `import` is the
whole, `again` the same feed a second time, which changes nothing, `find` compares every record with every other anew. Exports
are those of the tables that are imported, and of --exports besides. Prints one JSON object a size; memory is the highest of
the process. A million records need some 20 GB of disk (--folder).

  cmake --preset release && cmake --build --preset release --target kring && tests/bench/imports.py 300 10000 1000000
  tests/bench/imports.py 1000000 --formats hsds kring-csv hsds-csv hsds-csv-folder --exports hsds ics --stages check import
"""
import argparse
import json
import pathlib
import tempfile

from invented_feed import InventedFeed
from measured import measured

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEED = "feed.ndjson"  # the invented one, in hsds
FILES = {"kring-csv": "table.csv", "hsds-csv": "package.zip", "hsds-csv-folder": "package", "hsds": "catalogue.json", "ics": "calendar.ics"}
FORMATS = ("hsds", "kring-csv", "hsds-csv", "hsds-csv-folder")
STAGES = ("check", "import", "again", "find")


def format_of(name):
    return name.removesuffix("-folder")


def bytes_of(path):
    return sum(file.stat().st_size for file in path.iterdir()) if path.is_dir() else path.stat().st_size


def measure_export(kring, name, folder):
    out = folder / FILES[name]
    if name.endswith("-folder"):
        out.mkdir()
    run = measured(kring, "export", "--catalog", folder / "hsds.db", "--format", format_of(name), "--out", out)
    return run | {"bytes": bytes_of(out)}


def measure_import(options, name, size, feed):
    catalog = feed.parent / f"{name}.db"
    words = ["import", "--catalog", catalog, "--source", "bench", "--format", format_of(name), feed]
    words_of = {"check": ["check", "--format", format_of(name), feed], "import": words, "again": words,
                "find": ["duplicates", "--catalog", catalog, "find"]}
    run = {"feed_bytes": bytes_of(feed)} | {stage: measured(options.kring, *words_of[stage]) for stage in options.stages}
    if "import" in run:
        run |= {"records_per_second": round(size / run["import"]["seconds"]), "catalog_bytes": catalog.stat().st_size}
    return run


def measure(size, options, folder):
    InventedFeed(size, options.seed).write(folder / FEED)
    report = {"size": size}
    if "hsds" in options.formats:
        report["hsds"] = measure_import(options, "hsds", size, folder / FEED)
    for name in dict.fromkeys([name for name in options.formats if name != "hsds"] + options.exports):
        report[f"export {name}"] = measure_export(options.kring, name, folder)
        if name in options.formats and name != "hsds":
            report[name] = measure_import(options, name, size, folder / FILES[name])
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 10_000], help="numbers of records")
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--formats", nargs="*", choices=FORMATS, default=["hsds"], help="to import; the tables need hsds too")
    parser.add_argument("--exports", nargs="*", choices=FILES, default=[], help="to write besides; they need hsds too")
    parser.add_argument("--stages", nargs="*", choices=STAGES, default=STAGES, help="of each import")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the feeds and catalogues are while it runs; default the system's")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            print(json.dumps(measure(size, options, pathlib.Path(folder))), flush=True)


if __name__ == "__main__":
    main()
