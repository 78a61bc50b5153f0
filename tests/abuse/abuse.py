#!/usr/bin/env python3
"""Is another client still answered while some abuse the service?

Serves the demo's catalogue and abuses it in one way after the other: slow headers, slow bodies and slow reading (slowhttptest),
connections that do nothing, bodies of a gigabyte, and one client that asks all the time (wrk), or for what is dear. Meanwhile a witness searches
every 20 ms, each time over a new connection; its times are printed with the service's memory, and left in conformance/ of the
build. Fails where the witness was refused, or waited longer than --p99. Not part of the test run; needs a built kring:

  tests/abuse/abuse.py --build build/release
"""
import argparse
import contextlib
import http.client
import multiprocessing
import os
import pathlib
import re
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "catalog/demo"
SEARCH = "/v1/activities?q=wandelen&perPage=5"
PLAN = '{"profile": {"date": "2026-11-23", "person": {"postcode": "6822"}, "needs": [{"text": "samen eten en wandelen"}]}}'
PAUSE_SECONDS = 0.02
PATIENCE_SECONDS = 10
CHUNK = b"10000\r\n" + b" " * 65536 + b"\r\n"
GIGABYTE = 1_000_000_000


def make_catalogue(kring, folder):
    catalog, index = f"{folder}/kring.db", f"{folder}/kring.index"
    for words in (["places", "import", "--catalog", catalog, DEMO / "places.csv"],
                  ["import", "--catalog", catalog, "--source", "nijmegen", DEMO / "nijmegen/services.ndjson"],
                  ["index", "--catalog", catalog, "--index", index]):
        subprocess.run([str(word) for word in (kring, *words)], check=True, stdout=subprocess.DEVNULL)
    return catalog, index


class Service:
    """`kring serve` on a free port, until the block ends."""

    def __init__(self, kring, folder):
        self.words = [kring, "serve", "--listen", "127.0.0.1:0"]
        for flag, path in zip(("--catalog", "--index"), make_catalogue(kring, folder)):
            self.words += [flag, path]

    def __enter__(self):
        self.process = subprocess.Popen([str(word) for word in self.words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)$", line.strip()).group(1))
        self.url = f"http://127.0.0.1:{self.port}"
        for _ in range(100):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.url + "/health/ready").read()
                return self
            time.sleep(0.1)
        raise SystemExit("the service does not get ready")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)

    def resident_mib(self):
        return self.read_mib("VmRSS")

    def forget_peak(self):
        """From now on peak_mib() tells of what comes."""
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5", encoding="ascii")

    def peak_mib(self):
        return self.read_mib("VmHWM")

    def processor_seconds(self):
        """Of all its threads, since its start."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def read_mib(self, name):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(rf"{name}:\s+(\d+)", status).group(1)) // 1024


class Witness(threading.Thread):
    """A client that means no harm."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.times, self.refused, self.is_done = port, [], [], threading.Event()

    def run(self):
        while not self.is_done.is_set():
            start = time.monotonic()
            try:
                client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
                client.request("GET", SEARCH, headers={"Connection": "close"})
                answer = client.getresponse()
                answer.read()
                if answer.status != 200:
                    self.refused.append(str(answer.status))
            except OSError as error:
                self.refused.append(type(error).__name__)
            except http.client.HTTPException as error:
                self.refused.append(type(error).__name__)
            finally:
                client.close()
            self.times.append(1000 * (time.monotonic() - start))
            time.sleep(PAUSE_SECONDS)

    def finish(self):
        self.is_done.set()
        self.join()

    def percentile(self, share):
        times = sorted(self.times)
        return times[min(len(times) - 1, int(share * len(times)))]


def slowly(service, seconds, *flags):
    subprocess.run(["slowhttptest", *flags, "-c", "1000", "-r", "500", "-l", str(seconds), "-u", service.url + SEARCH],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def hold_connections(port, count, seconds):
    """In a process of its own: `count` connections that send nothing."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, count + 100), most))
    held, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            held.append(socket.create_connection(("127.0.0.1", port), timeout=1))
        if len(held) >= count:
            time.sleep(0.1)


def send_gigabyte(port, head, piece):
    """In a process of its own: a body that goes on until the service has enough of it."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as client:
        client.sendall(b"POST /v1/matches HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + head + b"\r\n\r\n")
        for _ in range(GIGABYTE // len(piece)):
            client.sendall(piece)


def send_gigabytes(service, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        in_a_process(send_gigabyte, service.port, b"Content-Length: %d" % GIGABYTE, b" " * 65536)
        in_a_process(send_gigabyte, service.port, b"Transfer-Encoding: chunked", CHUNK)


def ask_all_the_time(service, seconds):
    subprocess.run(["wrk", "-t1", "-c64", f"-d{seconds}s", "-H", "X-Forwarded-For: 192.0.2.9", service.url + SEARCH],
                   stdout=subprocess.DEVNULL, check=True)


def ask_for_plans(port, seconds):
    """In a process of its own: plans on paper, of all answers the dearest, four hundred at a time. The cookie makes it one client."""
    until = time.monotonic() + seconds

    def ask():
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                client = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
                client.request("POST", "/v1/plans", PLAN, {"Content-Type": "application/json", "Accept": "application/pdf", "Cookie": "a=b"})
                client.getresponse().read()
                client.close()

    askers = [threading.Thread(target=ask) for _ in range(400)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()


def in_a_process(work, *words):
    process = multiprocessing.Process(target=work, args=words)
    process.start()
    process.join()


ABUSES = {
    "none": lambda service, seconds: time.sleep(seconds),
    "slow headers": lambda service, seconds: slowly(service, seconds, "-H", "-i", "5"),
    "slow bodies": lambda service, seconds: slowly(service, seconds, "-B", "-i", "5"),
    "slow reading": lambda service, seconds: slowly(service, seconds, "-X", "-w", "10", "-y", "20", "-n", "5", "-z", "5"),
    "10,000 connections": lambda service, seconds: in_a_process(hold_connections, service.port, 10_000, seconds),
    "1 GB bodies": send_gigabytes,
    "one client, always": ask_all_the_time,
    "one client, dearly": lambda service, seconds: in_a_process(ask_for_plans, service.port, seconds),
}


def suffer(service, name, seconds):
    """One line of the report, and whether the witness was always answered."""
    witness = Witness(service.port)
    witness.start()
    ABUSES[name](service, seconds)
    memory = service.resident_mib()
    witness.finish()
    refusals = f"refused {len(witness.refused)}" + (f" ({', '.join(sorted(set(witness.refused)))})" if witness.refused else "")
    line = (f"{name:<20} {len(witness.times):>5} searches  p50 {witness.percentile(0.5):>7.1f} ms  p99 {witness.percentile(0.99):>7.1f} ms"
            f"  {memory:>5} MiB  {refusals}")
    print(line, flush=True)
    return line, witness


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release", help="folder of the build")
    parser.add_argument("--seconds", type=int, default=15, help="for each abuse")
    parser.add_argument("--p99", type=float, default=1000, help="milliseconds that the witness may wait")
    parser.add_argument("--only", choices=ABUSES, help="one abuse")
    arguments = parser.parse_args()
    lines, is_right = [], True
    with tempfile.TemporaryDirectory() as folder, Service(arguments.build / "kring", folder) as service:
        for name in [arguments.only] if arguments.only else ABUSES:
            line, witness = suffer(service, name, arguments.seconds)
            lines.append(line)
            is_right = is_right and not witness.refused and witness.percentile(0.99) <= arguments.p99
    report = arguments.build / "conformance/abuse.txt"
    report.parent.mkdir(exist_ok=True)
    report.write_text("A witness's searches while others abuse the service\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()
