#!/usr/bin/env python3
"""Does the official RPDE validator walk the change feed to its end without a fault, deletions included?

The feed holds both demo regions, plain services enough for several pages, and what was then taken out of one
region. Who follows the feed must end up with exactly the live activities.
"""
import json
import tempfile
import unittest
import urllib.request

import conformance

MANY = 1_200  # services more than two full pages hold
KEPT = 100  # of the first region, when it is imported again


def make_many(path):
    """A feed of plain services, so that no outside data is needed for several pages."""
    with open(path, "w", encoding="utf-8") as file:
        for number in range(MANY):
            file.write(json.dumps({"id": f"plain-{number}", "name": f"Activiteit {number}", "status": "active"}) + "\n")


def follow(address):
    """The activities that a follower holds at the end, and how many deletions it was told of."""
    held, deleted = {}, 0
    while True:
        with urllib.request.urlopen(address) as answer:
            page = json.load(answer)
        if not page["items"]:
            return held, deleted
        for item in page["items"]:
            if item["state"] == "deleted":
                held.pop(item["id"], None)
                deleted += 1
            else:
                held[item["id"]] = item["data"]
        address = page["next"]


class Rpde(unittest.TestCase):
    def test_the_official_validator_finds_nothing(self):
        report = conformance.Report("rpde", "The change feed, by OpenActive's RPDE validator")
        with tempfile.TemporaryDirectory() as folder:
            catalog, index = conformance.make_demo_catalogue(folder)
            make_many(f"{folder}/many.ndjson")
            conformance.run(conformance.KRING, "import", "--catalog", catalog, "--source", "many", f"{folder}/many.ndjson")
            region = conformance.REGIONS[0]
            lines = (conformance.ROOT / f"catalog/demo/{region}/services.ndjson").read_text(encoding="utf-8").splitlines(True)
            with open(f"{folder}/fewer.ndjson", "w", encoding="utf-8") as file:
                file.writelines(lines[:KEPT])
            conformance.run(conformance.KRING, "import", "--catalog", catalog, "--source", region, f"{folder}/fewer.ndjson")
            live = json.loads(conformance.run(conformance.KRING, "export", "--catalog", catalog, "--format", "hsds"))
            with conformance.serving(catalog, index) as base:
                feed = f"{base}/rpde/activities"
                verdict = json.loads(conformance.run(conformance.NODE, conformance.HERE / "check_rpde.js", feed, timeout=conformance.VALIDATE_SECONDS))
                held, deleted = follow(feed)
        faults = [{"pointer": error["url"], "message": error["message"], "count": 1, "example": error["type"]} for error in verdict["errors"]]
        report.add("/rpde/activities", "RPDE validator 3.0.3571", {"checked": verdict["pages"], "faulty": len(faults), "faults": faults})
        report.write()
        self.assertEqual(faults, [])
        self.assertGreaterEqual(verdict["pages"], 4)
        self.assertEqual(deleted, len(lines) - KEPT)
        self.assertEqual(sorted(held), sorted(service["id"] for service in live))


if __name__ == "__main__":
    unittest.main()
