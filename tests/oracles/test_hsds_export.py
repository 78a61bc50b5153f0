#!/usr/bin/env python3
"""Is every service of an HSDS export valid by the schemas of HSDS 3.1, 3.0 and the UK's profile?

Exports both demo catalogues and each feed in KRING_SHARED/feeds that Kring reads, and asks ajv. The feeds are data of
others with faults of their own; what goes out must be valid all the same.
"""
import json
import tempfile
import unittest

import conformance

SCHEMAS = {"HSDS 3.1": "hsds-3.1", "HSDS 3.0": "hsds-3.0", "Open Referral UK 3.0": "openreferral-uk-3.0"}
# The files of one feed, by its name.
FEEDS = {
    "hsds-3-examples": ["hsds-3-examples/examples"],
    "toronto": ["toronto-festivals-events/all.jsonld"],
    "toronto-2025": ["toronto-festivals-events/extra-22-from-2025-06-snapshot.jsonld"],
    "everyone-active": ["openactive-rpde/everyone-active_20200106.json"],
    "newham": ["openactive-rpde/newham_20200102.json"],
    "openactive-example": ["openactive-rpde/example.json"],
    "openactive-examples": ["openactive-examples"],
}


def export(folder, source, paths):
    """The services that Kring exports of one feed."""
    catalog = f"{folder}/{source}.db"
    conformance.run(conformance.KRING, "import", "--catalog", catalog, "--source", source, *paths)
    return json.loads(conformance.run(conformance.KRING, "export", "--catalog", catalog, "--format", "hsds"))


class HsdsExport(unittest.TestCase):
    def test_every_service_is_valid(self):
        shared = conformance.shared_folder("HSDS exports against the schemas")
        feeds = {region: [conformance.ROOT / f"catalog/demo/{region}/services.ndjson"] for region in conformance.REGIONS}
        feeds |= {name: [shared / "feeds" / path for path in paths] for name, paths in FEEDS.items()}
        report = conformance.Report("hsds_export", "Services of an HSDS export, by the official schemas")
        with tempfile.TemporaryDirectory() as folder:
            exports = {source: export(folder, source, paths) for source, paths in feeds.items()}
        self.assertTrue(all(exports.values()), {source: len(services) for source, services in exports.items()})
        for title, standard in SCHEMAS.items():
            report.check(exports, title, shared / "standards" / standard / "schema/compiled/service.json")
        report.write()
        self.assertEqual(report.faulty(), [])


if __name__ == "__main__":
    unittest.main()
