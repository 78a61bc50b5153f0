#!/usr/bin/env python3
"""How much memory does the service take for a catalogue of any size, and how long does a page of /hsds take?

Imports invented feeds (invented_feed.py) of each size and serves the catalogue twice: `first` makes the list of the open APIs,
`again` finds it. Without an index the service answers /hsds only, and makes one beside it: its memory is in the figures too.
Prints one JSON object a size: seconds until /hsds answers, memory in MiB (`held`: without mapped files), and milliseconds of
each page in PAGES, the middle one of several.

  cmake --preset release && cmake --build --preset release --target kring && tests/bench/open_pages.py 10000 100000
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from invented_feed import InventedFeed

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = 5  # each page is asked
PAGES = {"first page": "services", "last page": "services?page={last}", "minimal": "services?minimal=true",
         "lines": "services?format=ndjson", "search": "services?search=samen%20eten", "day": "services?day=MO&start_time=18:00",
         "age": "services?minimum_age=55", "changed": "services?modified_after=2026-06-01", "organizations": "organizations",
         "sites": "service_at_locations"}
PER_PAGE = 50


def answer(url):
    with urllib.request.urlopen(url) as response:
        return json.loads(response.read()) if response.headers["Content-Type"] == "application/json" else response.read()


def wait_for(url, process):
    begin = time.monotonic()
    while process.poll() is None:
        try:
            answer(url)
            return round(time.monotonic() - begin, 1)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("the service ended")


def memory_of(process):
    told = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines() if ":" in line)
    mebibytes = {name: int(told[field].split()[0]) // 1024 for name, field in
                 (("peak", "VmHWM"), ("resident", "VmRSS"), ("held", "RssAnon"))}
    return mebibytes


def milliseconds(url):
    taken = []
    for _ in range(TIMES):
        begin = time.monotonic()
        answer(url)
        taken.append((time.monotonic() - begin) * 1000)
    return round(statistics.median(taken), 1)


def serve(options, folder, asks_pages):
    base = f"http://127.0.0.1:{options.port}/hsds/"
    process = subprocess.Popen([options.kring, "serve", "--catalog", folder / "kring.db", "--index", folder / "index", "--listen",
                                f"127.0.0.1:{options.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run = {"ready_seconds": wait_for(base, process)}
        if asks_pages:
            last = -(-answer(base + "services")["total_items"] // PER_PAGE)
            run["milliseconds"] = {name: milliseconds(base + page.format(last=last)) for name, page in PAGES.items()}
        return run | {"mebibytes": memory_of(process)}
    finally:
        process.terminate()
        process.wait()


def measure(size, options, folder):
    feed = folder / "feed.ndjson"
    InventedFeed(size, options.seed).write(feed)
    subprocess.run([options.kring, "import", "--catalog", folder / "kring.db", "--source", "bench", "--format", "hsds", feed],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = {"size": size, "first": serve(options, folder, asks_pages=False), "again": serve(options, folder, asks_pages=True)}
    return report | {"list_bytes": (folder / "index/open.db").stat().st_size}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 10_000], help="numbers of records")
    parser.add_argument("--kring", default=ROOT / "build/release/kring")
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the feeds and catalogues are while it runs; default the system's")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            print(json.dumps(measure(size, options, pathlib.Path(folder))), flush=True)


if __name__ == "__main__":
    main()
