#!/usr/bin/env python3
"""How fast and how big is Kring at a given number of records?

Makes a catalogue (or takes the demo's two), imports and indexes it, checks and times matches and searches with kring_bench
and kring_search_bench, and reads the memory of `kring serve` before and after some matches over HTTP. Prints one JSON object a size. Needs a release build:

  cmake --preset release && cmake --build --preset release && tests/bench/run.py demo 100000
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "catalog/demo"
PROFILE = ROOT / "tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json"


def timed(words, **options):
    start = time.monotonic()
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL, **options)
    return round(time.monotonic() - start, 2)


def resident_kib(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


def wait_until_ready(address):
    for _ in range(100):
        try:
            return urllib.request.urlopen(address + "/health/ready").read()
        except urllib.error.HTTPError:
            time.sleep(0.1)
    raise SystemExit("the service does not get ready")


def serve(kring, catalog, index, date):
    """Memory of the service in KiB: when ready, and after 200 matches; and the median time of one over HTTP."""
    words = [kring, "serve", "--catalog", catalog, "--index", index, "--listen", "127.0.0.1:0"]
    profile = json.loads(PROFILE.read_text(encoding="utf-8")) | {"date": date}
    body = json.dumps(profile).encode()
    with subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        try:
            address = next(found.group() for found in (re.search(r"http://127\.0\.0\.1:\d+", line)
                                                       for line in process.stdout) if found)
            wait_until_ready(address)
            headers = {"Content-Type": "application/json"}
            ready, times = resident_kib(process), []
            for _ in range(200):
                start = time.monotonic()
                request = urllib.request.Request(address + "/v1/matches", data=body, headers=headers)
                urllib.request.urlopen(request).read()
                times.append(time.monotonic() - start)
            return {"ready_kib": ready, "after_200_matches_kib": resident_kib(process),
                    "http_median_microseconds": round(sorted(times)[100] * 1e6)}
        finally:
            process.terminate()


def measure(build, size, folder, date):
    kring, bench = build / "kring", build / "tests/bench"
    catalog, index = folder / "catalog.db", folder / "index"
    subprocess.run([kring, "places", "import", "--catalog", catalog, DEMO / "places.csv"], check=True,
                   stdout=subprocess.DEVNULL)
    if size == "demo":
        feeds = [("nijmegen", DEMO / "nijmegen/services.ndjson"), ("limburg", DEMO / "limburg/services.ndjson")]
    else:
        feeds = [("bench", folder / "bench.ndjson")]
        with open(feeds[0][1], "wb") as out:
            subprocess.run([bench / "kring_bench_catalog", size, "1"], check=True, stdout=out)
    imported = sum(timed([kring, "import", "--catalog", catalog, "--format", "hsds", "--source", source, path])
                   for source, path in feeds)
    indexed = timed([kring, "index", "--catalog", catalog, "--index", index, "--today", date])
    report = json.loads(subprocess.run([bench / "kring_bench", catalog, index, date], check=True, capture_output=True).stdout)
    searched = json.loads(subprocess.run([bench / "kring_search_bench", catalog, index, date], check=True, capture_output=True).stdout)
    return {"size": size, "import_seconds": round(imported, 2), "index_seconds": indexed,
            "catalog_bytes": catalog.stat().st_size,
            "index_bytes": sum(path.stat().st_size for path in index.rglob("*") if path.is_file()),
            **report, **searched, "service": serve(kring, catalog, index, date)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["demo", "100000"], help="`demo` or a number of records")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--date", default=datetime.date.today().isoformat(), help="of the profiles")
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(options.build, size, pathlib.Path(folder), options.date)), flush=True)


if __name__ == "__main__":
    main()
