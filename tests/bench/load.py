#!/usr/bin/env python3
"""How many requests a second does the service answer, and how late are the last?

Asks, with wrk at 1, 16 and 256 connections: a search and a match of the demo's catalogue, and /health/live, which does nothing;
and in the same run, so that the machine's state is the same for all, a Beast server that does nothing (kring_bench_hello) and
nginx with a file of the same bytes. Every answer is checked once before it is timed. Prints a table in Markdown; beside each load
of the service stands how long a processor was busy with a request, which a machine with other work tells truly too, and how much
memory the service held at the end; below the table how much before all, at most, and when it had been idle for a while. Builds what it measures; needs wrk and nginx:

  cmake --preset release && tests/bench/load.py
"""
import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/abuse"))
import abuse  # noqa: E402: its folder stands in the path only now

PROFILE = ROOT / "tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json"
HELLO = '{"status":"live"}'
CONNECTIONS = (1, 16, 256)
IDLE_SECONDS = 10  # after the load, until memory is looked at again
TIMES = {"us": 0.001, "ms": 1, "s": 1000}


@contextlib.contextmanager
def beast(build):
    with subprocess.Popen([build / "tests/bench/kring_bench_hello"], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/"
        finally:
            process.kill()


@contextlib.contextmanager
def nginx(folder):
    socket_port = 18_085
    pathlib.Path(folder, "hello.json").write_text(HELLO, encoding="utf-8")
    configuration = pathlib.Path(folder, "nginx.conf")
    configuration.write_text(f"""daemon off; pid {folder}/nginx.pid; worker_processes auto; error_log /dev/null;
events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 1000000; types {{ application/json json; }}
  server {{ listen 127.0.0.1:{socket_port}; root {folder}; }} }}
""", encoding="utf-8")
    pathlib.Path(folder).chmod(0o755)
    with subprocess.Popen(["nginx", "-c", configuration], stderr=subprocess.DEVNULL) as process:
        try:
            time.sleep(0.5)
            yield f"http://127.0.0.1:{socket_port}/hello.json"
        finally:
            process.terminate()


def write_match(folder):
    """A script of wrk that posts a profile."""
    profile = json.loads(PROFILE.read_text(encoding="utf-8")) | {"date": "2026-11-23"}
    script = pathlib.Path(folder, "match.lua")
    body = json.dumps(json.dumps(profile))[1:-1]
    script.write_text(f'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\nwrk.body = "{body}"\n', encoding="utf-8")
    return script, json.dumps(profile).encode()


def check(url, body=None):
    request = urllib.request.Request(url, data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        json.loads(answer.read())


def measure(url, connections, seconds, *flags):
    """Requests in all and a second, p50 and p99 in milliseconds, and how many got no 2xx."""
    told = subprocess.run(["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--latency", *map(str, flags), url],
                          check=True, capture_output=True, text=True).stdout
    count = int(re.search(r"(\d+) requests in", told).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))
    times = [float(number) * TIMES[unit] for number, unit in re.findall(r"(?:50|99)%\s+([\d.]+)(us|ms|s)", told)]
    other = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return count, rate, times[0], times[1], int(other.group(1)) if other else 0


class Table:
    """One row for each load."""

    def __init__(self, seconds):
        self.seconds = seconds
        print("| what | connections | requests/s | p50 ms | p99 ms | refused | processor µs a request | MiB after |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|", flush=True)

    def measure(self, name, url, *flags, service=None):
        for connections in CONNECTIONS:
            busy = service.processor_seconds() if service else 0
            count, rate, middle, late, refused = measure(url, connections, self.seconds, *flags)
            own = f"{1e6 * (service.processor_seconds() - busy) / count:.0f} | {service.resident_mib()}" if service else "|"
            print(f"| {name} | {connections} | {rate:.0f} | {middle:.2f} | {late:.2f} | {refused} | {own} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release", help="folder of the build")
    parser.add_argument("--seconds", type=int, default=5, help="for each line")
    arguments = parser.parse_args()
    if not shutil.which("nginx"):
        raise SystemExit("load: nginx is missing; apt-get install nginx-light")
    subprocess.run(["cmake", "--build", arguments.build, "--target", "kring", "kring_bench_hello"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        service = stack.enter_context(abuse.Service(arguments.build / "kring", folder))
        script, profile = write_match(folder)
        check(service.url + abuse.SEARCH)
        check(service.url + "/v1/matches", profile)
        others = {"Beast, nothing": stack.enter_context(beast(arguments.build)), "nginx, a file": stack.enter_context(nginx(folder))}
        own = {"Kring, /health/live": service.url + "/health/live", "Kring, search": service.url + abuse.SEARCH}
        before = service.resident_mib()
        service.forget_peak()
        print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} before, {arguments.seconds} s a row\n")
        table = Table(arguments.seconds)
        for name, url in others.items():
            check(url)
            table.measure(name, url)
        for name, url in own.items():
            check(url)
            table.measure(name, url, service=service)
        table.measure("Kring, match", service.url + "/v1/matches", "-s", script, service=service)
        peak = service.peak_mib()
        time.sleep(IDLE_SECONDS)
        print(f"\nKring's memory: {before} MiB before, {peak} MiB at most, {service.resident_mib()} MiB after {IDLE_SECONDS} s of rest")


if __name__ == "__main__":
    main()
