#!/usr/bin/env python3
"""Is all that the HSDS API gives valid by the schemas of HSDS 3.1 and Open Referral UK, page by page?

Serves both demo catalogues and Toronto's events (faulty addresses of the web, days off, every kind of rule), walks every
list to its end in every form, fetches single objects, and asks ajv. The envelope of a page is checked against the API's
own OpenAPI document, whose paths and parameters are compared with the standard's.
"""
import json
import tempfile
import unittest
import urllib.parse
import urllib.request

import conformance

# List: the schema of its items, of one object, and whether Open Referral UK has both.
LISTS = {
    "services": ("compiled/service_list.json", "compiled/service.json", True),
    "organizations": ("compiled/organization_list.json", "compiled/organization.json", True),
    "service_at_locations": ("compiled/service_at_location_list.json", "compiled/service_at_location.json", True),
    "taxonomies": ("taxonomy.json", "taxonomy.json", False),
    "taxonomy_terms": ("taxonomy_term.json", "taxonomy_term.json", False),
}
WITH_FULL = ("services", "organizations", "service_at_locations")
SINGLES = 40  # objects of each list that are fetched alone
PER_PAGE = 97  # no divisor of any list's length


def get(address):
    with urllib.request.urlopen(address) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        return answer.read().decode("utf-8")


def walk(base, name, **query):
    """The pages of a list, from the first to the last."""
    page = 1
    while True:
        address = f"{base}/hsds/{name}?" + urllib.parse.urlencode({"page": page, "per_page": PER_PAGE} | query)
        document = json.loads(get(address))
        yield document
        if document["last_page"]:
            return
        page += 1


class HsdsApi(unittest.TestCase):
    def check_pages(self, name, pages):
        """Counts agree with each other, and no object stands on two pages."""
        contents = [item for page in pages for item in page["contents"]]
        self.assertEqual(len(contents), pages[0]["total_items"], name)
        self.assertEqual(len({item["id"] for item in contents}), len(contents), name)
        for number, page in enumerate(pages, 1):
            self.assertEqual(page["page_number"], number)
            self.assertEqual(page["total_pages"], len(pages))
            self.assertEqual(page["size"], len(page["contents"]))
            self.assertEqual(page["first_page"], number == 1)
            self.assertEqual(page["last_page"], number == len(pages))
            self.assertEqual(page["empty"], not page["contents"])
        return contents

    def check_openapi(self, shared, openapi):
        """Every path, parameter and method of the standard is there."""
        for standard in ("hsds-3.1", "openreferral-uk-3.0"):
            official = json.loads((shared / f"standards/{standard}/schema/openapi.json").read_text(encoding="utf-8"))
            for path, methods in official["paths"].items():
                for method in set(methods) & {"get", "post"}:
                    ours = openapi["paths"][path][method]
                    wanted = {parameter["$ref"] for parameter in methods[method].get("parameters", []) if "$ref" in parameter}
                    have = {parameter["$ref"] for parameter in ours.get("parameters", [])}
                    self.assertLessEqual(wanted, have, f"{standard} {method} {path}")

    def walk_list(self, base, name):
        """All that one list gives, by what it is and the schema it must hold to."""
        item_schema, object_schema, _ = LISTS[name]
        forms = {f"{name}, list": (list(walk(base, name)), item_schema)}
        if name in WITH_FULL:
            forms[f"{name}, list in full"] = (list(walk(base, name, full="true")), object_schema)
        for form, (pages, schema) in forms.items():
            contents = self.check_pages(name, pages)
            self.assertTrue(contents, name)
            self.envelopes[form] = [{key: value for key, value in page.items() if key != "contents"} for page in pages]
            self.given.setdefault((name, schema), {})[form] = contents
        ids = [item["id"] for item in contents]
        singles = [json.loads(get(f"{base}/hsds/{name}/{id}")) for id in ids[:: max(1, len(ids) // SINGLES)]]
        self.given.setdefault((name, object_schema), {})[f"{name}/{{id}}"] = singles
        lines = [json.loads(line) for line in get(f"{base}/hsds/{name}?format=ndjson").splitlines()]
        self.assertEqual([line["id"] for line in lines], ids, name)

    def test_every_page_and_object_is_valid(self):
        shared = conformance.shared_folder("the HSDS API against the schemas")
        report = conformance.Report("hsds_api", "What the HSDS API gives, by the official schemas")
        with tempfile.TemporaryDirectory() as folder:
            catalog, index = conformance.make_demo_catalogue(folder)
            toronto = shared / "feeds/toronto-festivals-events/all.jsonld"
            conformance.run(conformance.KRING, "import", "--catalog", catalog, "--source", "toronto", toronto)
            conformance.run(conformance.KRING, "index", "--catalog", catalog, "--index", index)
            with conformance.serving(catalog, index) as base:
                openapi = json.loads(get(f"{base}/hsds/openapi.json"))
                self.assertEqual(json.loads(get(f"{base}/hsds"))["openapi_url"], f"{base}/hsds/openapi.json")
                self.check_openapi(shared, openapi)
                self.given, self.envelopes = {}, {}
                for name in LISTS:
                    self.walk_list(base, name)
            page_schema = f"{folder}/page.json"
            with open(page_schema, "w", encoding="utf-8") as file:
                json.dump(openapi["components"]["schemas"]["Page"], file)
            report.check(self.envelopes, "own OpenAPI, Page", page_schema)
        for (name, schema), subjects in self.given.items():
            report.check(subjects, "HSDS 3.1", shared / "standards/hsds-3.1/schema" / schema)
            if LISTS[name][2]:
                report.check(subjects, "Open Referral UK 3.0", shared / "standards/openreferral-uk-3.0/schema" / schema)
        report.write()
        self.assertEqual(report.faulty(), [])


if __name__ == "__main__":
    unittest.main()
