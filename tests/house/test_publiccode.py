#!/usr/bin/env python3
"""Is publiccode.yml valid against version 0.4 of its standard, and does the check find faults?"""
import copy
import json
import pathlib
import unittest

import jsonschema
import yaml

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = json.loads((HERE / "publiccode-0.4.schema.json").read_text(encoding="utf-8"))
DOCUMENT = yaml.safe_load((HERE.parents[1] / "publiccode.yml").read_text(encoding="utf-8"))


def faults(document):
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(document)]


class Publiccode(unittest.TestCase):
    def changed(self, change):
        document = copy.deepcopy(DOCUMENT)
        change(document)
        return faults(document)

    def test_the_schema_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_the_file_is_valid(self):
        self.assertEqual(faults(DOCUMENT), [])

    def test_the_licence_is_that_of_the_licence_file(self):
        self.assertEqual(DOCUMENT["legal"]["license"], "EUPL-1.2")
        licence = (HERE.parents[1] / "LICENSE").read_text(encoding="utf-8")
        self.assertTrue(licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2"))

    def test_a_missing_key_is_found(self):
        self.assertTrue(self.changed(lambda document: document.pop("legal")))

    def test_an_unknown_category_is_found(self):
        self.assertTrue(self.changed(lambda document: document["categories"].append("magic")))

    def test_a_community_without_contacts_is_found(self):
        self.assertTrue(self.changed(lambda document: document["maintenance"].update(type="community")))


if __name__ == "__main__":
    unittest.main()
