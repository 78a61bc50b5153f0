#!/usr/bin/env python3
"""Does Prometheus' own reader take /metrics, and do the figures tell what was asked?

Runs the program KRING with a small demo catalogue.
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
        service = subprocess.Popen(
            [KRING, "serve", "--catalog", catalog, "--index", index, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "KRING_GATE_COUNTS": "on"})
        cls.addClassCleanup(service.stdout.close)
        cls.addClassCleanup(service.wait, timeout=30)
        cls.addClassCleanup(service.terminate)
        cls.address = re.search(r"http://\S+", service.stdout.readline()).group()
        cls.wait_until_ready()
        for _ in range(MATCHES):
            cls.ask("/v1/matches", json.dumps({"date": "2026-11-23", "person": {"age": 28, "postcode": "6041"}}).encode())
        cls.ask("/v1/activities/11111111-1111-4111-8111-111111111111")
        cls.ask("/nothing/here")
        cls.text = cls.ask("/metrics")[1]
        cls.families = {family.name: family for family in text_string_to_metric_families(cls.text)}

    @classmethod
    def ask(cls, path, body=None):
        request = urllib.request.Request(cls.address + path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

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

    def test_feeds_are_told_by_source(self):
        self.assertEqual(self.value("kring_feed_errors", source='a "feed"'), 0)

    def test_gates_are_told_in_tens_of_matches(self):
        self.assertEqual(self.value("kring_gate_matches", gate="age"), 10)
        self.assertGreaterEqual(self.value("kring_gate_removed", gate="age"), 10)


if __name__ == "__main__":
    unittest.main()
