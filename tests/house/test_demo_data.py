#!/usr/bin/env python3
"""Are the demo catalogues what their README says: several sites, known postcodes, otherwise as judged?"""
import copy
import csv
import json
import os
import pathlib
import unittest

DEMO = pathlib.Path(__file__).resolve().parents[2] / "catalog/demo"
REGIONS = {"nijmegen": 160, "limburg": 140}


def records(folder, region):
    text = (folder / region / "services.ndjson").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def sites(record):
    return record.get("service_at_locations", [])


def own_ids(value):
    """Every "id" in the document."""
    if isinstance(value, list):
        return [found for item in value for found in own_ids(item)]
    if isinstance(value, dict):
        nested = [found for item in value.values() for found in own_ids(item)]
        return nested + ([value["id"]] if "id" in value else [])
    return []


class DemoData(unittest.TestCase):
    def test_each_region_has_its_records(self):
        for region, count in REGIONS.items():
            self.assertEqual(len(records(DEMO, region)), count)

    def test_at_least_ten_records_have_several_sites_with_own_hours(self):
        several = [record for region in REGIONS for record in records(DEMO, region) if len(sites(record)) > 1]
        self.assertGreaterEqual(len(several), 10)
        for record in several:
            for site in sites(record)[1:]:
                self.assertTrue(site["schedules"][0]["opens_at"], record["name"])

    def test_added_sites_have_new_ids_and_known_postcodes(self):
        with open(DEMO / "places.csv", encoding="utf-8") as table:
            known = {row["postcode4"] for row in csv.DictReader(table)}
        for region in REGIONS:
            for record in records(DEMO, region):
                added = own_ids(sites(record)[1:])
                self.assertEqual(len(added), len(set(added) - set(own_ids(sites(record)[:1]))))
                for site in sites(record)[1:]:
                    self.assertIn(site["location"]["addresses"][0]["postal_code"][:4], known)

    def test_all_else_is_as_it_was_judged(self):
        shared = os.environ.get("KRING_SHARED")
        if not shared:
            print("\nSKIPPED: demo data against the judged catalogues (KRING_SHARED is not set)")
            return
        for region in REGIONS:
            for ours, judged in zip(records(DEMO, region), records(pathlib.Path(shared) / "catalogue", region)):
                first = copy.deepcopy(ours)
                if "service_at_locations" in first:
                    first["service_at_locations"] = first["service_at_locations"][:len(sites(judged))]
                self.assertEqual(first, judged)


if __name__ == "__main__":
    unittest.main()
