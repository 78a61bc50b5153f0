#!/usr/bin/env python3
"""How fast are duplicates found, and with how much memory?

Makes a catalogue (or takes the demo's two), compares every record anew (`kring duplicates find`), then imports one changed
record, which compares that one alone. Prints one JSON object a size; memory is the highest of the process, in MiB.

  cmake --preset release && cmake --build --preset release && tests/bench/duplicates.py demo 10000 100000
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

from measured import measured

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "catalog/demo"


def feeds_of(size, maker, folder):
    if size == "demo":
        return [(name, DEMO / name / "services.ndjson") for name in ("nijmegen", "limburg")]
    path = folder / "bench.ndjson"
    with open(path, "wb") as out:
        subprocess.run([maker, size, "1"], check=True, stdout=out)
    return [("bench", path)]


def change_one(source, path, folder):
    """The feed's first record with another e-mail address."""
    with open(path, encoding="utf-8") as file:
        record = json.loads(next(file)) | {"email": "ander@example.org"}
    changed = folder / "changed.ndjson"
    changed.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return source, changed


def measure(size, options, folder):
    catalog = folder / "catalog.db"
    feeds = feeds_of(size, options.maker, folder)
    imports = [measured(options.kring, "import", "--catalog", catalog, "--format", "hsds", "--source", source, path)
               for source, path in feeds]
    found = measured(options.kring, "duplicates", "--catalog", catalog, "find")
    source, changed = change_one(*feeds[0], folder)
    one = measured(options.kring, "import", "--catalog", catalog, "--partial", "--source", source, changed)
    listed = subprocess.run([str(options.kring), "duplicates", "--catalog", str(catalog), "--json"], check=True,
                            capture_output=True)
    return {"size": size, "import_seconds": round(sum(run["seconds"] for run in imports), 2), "find": found,
            "import_one": one, "sets": len(json.loads(listed.stdout)["sets"]), "catalog_bytes": catalog.stat().st_size}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["demo", "10000", "100000"], help="`demo` or a number of records")
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--maker", default=ROOT / "build/release/tests/bench/kring_bench_catalog")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(size, options, pathlib.Path(folder))), flush=True)


if __name__ == "__main__":
    main()
