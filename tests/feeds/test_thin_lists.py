#!/usr/bin/env python3
"""Do records come whole of an API whose list leaves out what each record's own address tells?"""
import json
import unittest

from test_harvest import Feeds


class ThinLists(Feeds):
    def give_thin_pages(self, path, query, headers):
        """The list without what is nested in its services; whole at each one's own address."""
        if path != "/services":
            found = [service for service in self.services if path == f"/services/{service['id']}"]
            return (200, {}, found[0]) if found else (404, {}, b"")
        status, tags, page = self.give_pages(path, query, headers)
        thin = [{name: value for name, value in service.items() if name != "phones"} for service in page["contents"]]
        return status, tags | {"ETag": '"list"'}, page | {"contents": thin}

    def kept(self):
        """Each kept service with whether its phone number is known."""
        out = self.folder / "out.json"
        self.kring("export", "--catalog", self.catalog, "--format", "hsds", "--out", out)
        return {service["name"]: "phones" in service for service in json.loads(out.read_text())}

    def test_of_a_thin_list_each_record_is_asked_for_at_its_own_address(self):
        self.server.answer = self.give_thin_pages
        del self.services[4]["phones"]
        report = self.take()
        self.assertEqual(report["added"], 12)
        self.assertEqual(self.kept(), {f"Groep {number}": number != 4 for number in range(12)})
        self.assertNotIn("thin_list", [issue["code"] for issue in report["warnings"]])
        self.assertEqual(self.server.asked.count("/services/s7"), 1)
        self.assertEqual(len(self.server.asked), 3 + 1 + 12)  # pages, one of them asked for in full, and records
        self.services[0]["phones"] = [{"number": "024-000 00 01"}]
        self.assertEqual(self.take()["changed"], 1)

    def test_a_thin_list_that_has_a_full_form_is_read_in_that(self):
        self.server.answer = lambda path, query, headers: (
            self.give_pages if query.get("full") == "true" else self.give_thin_pages)(path, query, headers)
        self.assertEqual(self.take()["added"], 12)
        self.assertTrue(all(self.kept().values()))
        self.assertEqual(self.server.asked, ["/services", "/services?full=true", "/services?full=true&page=2",
                                             "/services?full=true&page=3"])

    def test_a_list_that_stays_thin_is_warned_of_and_not_asked_for_in_vain(self):
        self.server.answer = lambda path, query, headers: (
            self.give_thin_pages(path, query, headers) if path == "/services" else (404, {}, b""))
        report = self.take()
        self.assertEqual((report["added"], [issue["code"] for issue in report["warnings"]]), (12, ["thin_list"]))
        self.assertIn("12 services", report["warnings"][0]["text_en"])
        self.assertEqual(len(self.server.asked), 3 + 1 + 5)

    def test_records_that_cannot_be_had_now_are_asked_for_the_next_time(self):
        self.server.answer = lambda path, query, headers: (
            (503, {"Retry-After": "3600"}, b"") if path == "/services/s7" else self.give_thin_pages(path, query, headers))
        report = self.take(expect=1)
        self.assertEqual(report["added"], 5)
        self.server.answer = self.give_thin_pages
        self.server.asked.clear()
        self.assertEqual(self.take()["added"], 7)
        self.assertTrue(all(self.kept().values()))
        self.assertNotIn("/services/s1", self.server.asked)


if __name__ == "__main__":
    unittest.main()
