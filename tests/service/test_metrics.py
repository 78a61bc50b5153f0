#!/usr/bin/env python3
"""Do Prometheus' own reader and checker take /metrics, and do the figures tell what was asked?

Runs the program KRING with a small demo catalogue. KRING_PROMTOOL is the checker, which script/setup fetches.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

from prometheus_client.parser import text_string_to_metric_families

KRING = os.environ["KRING"]
DEMO = pathlib.Path(__file__).parents[2] / "catalog/demo"
PATIENCE = 60  # seconds until the first index is open
MATCHES = 12
ROUTES = {"/v1/matches", "/v1/activities/{id}", "/health/ready", "-"}


def run(*arguments):
    return subprocess.run([KRING, *arguments], capture_output=True, text=True, timeout=120, check=True)


def ask(url, body=None):
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


class Service:
    """`kring serve` on a free port until the end of the block."""

    def __init__(self, *flags):
        self.process = subprocess.Popen([KRING, "serve", *flags, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env={**os.environ, "KRING_GATE_COUNTS": "on"})
        self.address = re.search(r"http://\S+", self.process.stdout.readline()).group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()


class Metrics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        catalog, index = f"{folder.name}/k.db", f"{folder.name}/k.index"
        run("places", "import", "--catalog", catalog, str(DEMO / "places.csv"))
        run("import", "--catalog", catalog, "--source", "demo", str(DEMO / "limburg/services.ndjson"))
        run("harvest", "--catalog", catalog, "--add", "https://feeds.invalid/hsds", "--source", 'a "feed"')
        run("index", "--catalog", catalog, "--index", index)
        cls.written = time.time()
        cls.address = cls.enterClassContext(Service("--catalog", catalog, "--index", index)).address
        cls.wait_until_ready()
        for _ in range(MATCHES):
            cls.ask("/v1/matches", json.dumps({"date": "2026-11-23", "person": {"age": 28, "postcode": "6041"}}).encode())
        cls.ask("/v1/activities/11111111-1111-4111-8111-111111111111")
        cls.ask("/nothing/here")
        cls.text = cls.ask("/metrics")[1]
        cls.families = {family.name: family for family in text_string_to_metric_families(cls.text)}

    @classmethod
    def ask(cls, path, body=None):
        return ask(cls.address + path, body)

    @classmethod
    def wait_until_ready(cls):
        end = time.monotonic() + PATIENCE
        while cls.ask("/health/ready")[0] != 200:
            if time.monotonic() > end:
                raise TimeoutError("no index was opened")
            time.sleep(0.1)

    def samples(self, family, name=None, **labels):
        return [sample for sample in self.families[family].samples
                if name in (None, sample.name) and labels.items() <= sample.labels.items()]

    def value(self, family, **labels):
        [sample] = self.samples(family, **labels)
        return sample.value

    def test_every_family_says_what_it_is_once(self):
        names = re.findall(r"^# TYPE (\S+) ", self.text, re.MULTILINE)
        self.assertEqual(len(names), len(set(names)))
        for family in self.families.values():
            self.assertTrue(family.documentation, family.name)
            self.assertIn(family.type, {"counter", "gauge", "histogram"}, family.name)

    def test_promtool_has_nothing_to_remark(self):
        promtool = os.environ["KRING_PROMTOOL"]
        if not pathlib.Path(promtool).exists():
            self.assertNotIn("KRING_SHARED", os.environ, "script/fetch-promtool brings promtool")
            print("\nSKIPPED: promtool check metrics (script/fetch-promtool brings it)")
            self.skipTest("no promtool")
        checked = subprocess.run([promtool, "check", "metrics"], input=self.text, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))

    def test_each_route_has_a_histogram_that_grows_and_ends_in_all(self):
        family = "kring_request_duration_seconds"
        self.assertTrue(ROUTES <= {sample.labels["route"] for sample in self.families[family].samples})
        for count in self.samples(family, f"{family}_count"):
            buckets = self.samples(family, f"{family}_bucket", **count.labels)
            values = [bucket.value for bucket in buckets]
            self.assertEqual(values, sorted(values))
            bounds = [float(bucket.labels["le"]) for bucket in buckets]
            self.assertEqual(bounds, sorted(set(bounds)))
            self.assertEqual((bounds[-1], values[-1]), (float("inf"), count.value))
        [total] = self.samples(family, f"{family}_count", method="POST", route="/v1/matches")
        self.assertEqual(total.value, MATCHES)
        [taken] = self.samples(family, f"{family}_sum", method="POST", route="/v1/matches")
        self.assertGreater(taken.value, 0)

    def test_requests_are_counted_by_route_and_status_and_no_path_is_told(self):
        self.assertEqual(self.value("kring_requests", method="POST", route="/v1/matches", status="200"), MATCHES)
        self.assertEqual(self.value("kring_requests", route="/v1/activities/{id}", status="404"), 1)
        self.assertEqual(self.value("kring_requests", route="-", status="404"), 1)
        self.assertNotIn("nothing", self.text)

    def test_the_index_tells_how_old_and_how_far_it_is(self):
        self.assertEqual(self.value("kring_index_ready"), 1)
        self.assertEqual(self.value("kring_index_revision"), self.value("kring_catalog_revision"))
        self.assertLess(abs(self.value("kring_index_written_seconds") - self.written), 60)
        self.assertEqual(self.value("kring_catalog_readable"), 1)

    def test_a_catalogue_that_cannot_be_read_is_a_figure_and_the_others_stay(self):
        with Service("--catalog", "/nowhere/k.db", "--index", "/nowhere/k.index") as service:
            status, text = ask(service.address + "/metrics")
        self.assertEqual(status, 200)
        families = {family.name: family for family in text_string_to_metric_families(text)}
        self.assertEqual([sample.value for sample in families["kring_catalog_readable"].samples], [0])
        self.assertEqual([sample.value for sample in families["kring_index_ready"].samples], [0])
        self.assertNotIn("kring_catalog_revision", families)

    def test_feeds_are_told_by_source(self):
        self.assertEqual(self.value("kring_feed_errors", source='a "feed"'), 0)

    def test_gates_are_told_in_tens_of_matches(self):
        self.assertEqual(self.value("kring_gate_matches", gate="age"), 10)
        self.assertGreaterEqual(self.value("kring_gate_removed", gate="age"), 10)


if __name__ == "__main__":
    unittest.main()
