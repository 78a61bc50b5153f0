#!/usr/bin/env python3
"""Does any input do harm?

Builds the fuzz targets with clang and lets libFuzzer make up inputs for each. What it learned stays in
build/fuzz/corpus/TARGET, an input that did harm in build/fuzz/harm/TARGET. Exits with 1 where an input crashed a target,
broke one of its promises, took over 10 seconds or over 2 GiB.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build/fuzz"
LAST_WORDS = 3000  # characters of what a harmed target said: where, and the input in Base64
LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=8192"]


def build():
    if not (BUILD / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", "fuzz"], cwd=ROOT, check=True)
    subprocess.run(["cmake", "--build", "--preset", "fuzz"], cwd=ROOT, check=True)


def find_targets():
    return sorted(path.name.removeprefix("kring_fuzz_") for path in (BUILD / "tests/fuzz").glob("kring_fuzz_*")
                  if path.is_file() and not path.suffix)


def figure(pattern, text):
    """The last number that `pattern` finds."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def fuzz(target, seconds):
    """Runs one target; its line of the table and whether no input did harm."""
    corpus, harm = BUILD / "corpus" / target, BUILD / "harm" / target
    for folder in (corpus, harm):
        folder.mkdir(parents=True, exist_ok=True)
    seeds = BUILD / "seeds"
    command = [BUILD / f"tests/fuzz/kring_fuzz_{target}", *LIMITS, f"-max_total_time={seconds}", "-print_final_stats=1",
               f"-dict={seeds / target}.dict", f"-artifact_prefix={harm}/", corpus, seeds / target]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    log = BUILD / "harm" / f"{target}.log"
    log.write_text(done.stderr, encoding="utf-8")
    executions = figure(r"stat::number_of_executed_units: +(\d+)", done.stderr)
    speed = figure(r"stat::average_exec_per_sec: +(\d+)", done.stderr)
    coverage = figure(r"cov: (\d+)", done.stderr)
    state = "no harm" if done.returncode == 0 else f"HARM, see {log.relative_to(ROOT)}\n{done.stderr[-LAST_WORDS:]}"
    line = f"{target:<12} {executions:>10} {speed:>8} {coverage:>9} {time.monotonic() - start:>6.0f} s  {state}"
    return line, done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=300, help="for each target (default: 300)")
    parser.add_argument("--target", action="append", help="this one alone; may be repeated")
    parser.add_argument("--jobs", type=int, default=2, help="targets at once (default: 2)")
    options = parser.parse_args()
    build()
    subprocess.run([sys.executable, HERE / "seeds.py", BUILD / "seeds"], check=True)
    known = find_targets()
    unknown = sorted(set(options.target or ()) - set(known))
    if unknown:
        parser.error(f"no target {', '.join(unknown)}; there are {', '.join(known)}")

    print(f"{'target':<12} {'executions':>10} {'a second':>8} {'coverage':>9} {'time':>8}")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = [pool.submit(fuzz, target, options.seconds) for target in options.target or known]
        for run in concurrent.futures.as_completed(runs):
            print(run.result()[0], flush=True)
    harmed = sum(not run.result()[1] for run in runs)
    print(f"fuzz: {len(runs)} targets, {harmed} with harm")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main())
