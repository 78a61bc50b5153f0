#!/usr/bin/env python3
"""Does /v1 answer as its OpenAPI document says, are its examples true, and do the Dutch API Design Rules find no fault?

Serves both demo catalogues. Every answer to the judged persons and to every kind of search is held against the document's
schemas, in which a member that is not described counts as a fault; the examples of requests are sent, those of answers are
held against their schemas. Spectral lints the document with the official ruleset.

`--update` takes the examples from the answers of KRING anew and writes them into service/openapi/v1_examples.json.
"""
import json
import sys
import unittest

import api_requests
import conformance

EXAMPLES = conformance.ROOT / "service/openapi/v1_examples.json"
EXAMPLE_PROFILE = conformance.ROOT / "tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json"
RULESET = "standards/nlgov-adr/media/linter.yaml"
TOKEN = "0123456789abcdef" * 4
# A ticket is another one each time.
TICKET = {"token": TOKEN, "link": f"{api_requests.PUBLIC_ADDRESS}/ontslag#overdracht={TOKEN}", "expires_at": f"{api_requests.DAY}T10:10:00Z"}
SHOWN = 2  # entries of a long list that an example shows


def follow(document, node):
    """The node that a reference points at."""
    while "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def escape(step):
    return step.replace("~", "~0").replace("/", "~1")


def media_of(document, method, path, status=None):
    """(pointer, media types) of the request's body, or of the answer with that status."""
    operation = document["paths"][path][method.lower()]
    place = f"/paths/{escape(path)}/{method.lower()}"
    node = operation.get("requestBody", {}) if status is None else operation["responses"][str(status)]
    place += "/requestBody" if status is None else f"/responses/{status}"
    if "$ref" in node:
        place = node["$ref"].removeprefix("#")
    return place + "/content", follow(document, node).get("content", {})


def operations(document):
    for path, item in document["paths"].items():
        for method in set(item) & {"get", "post"}:
            yield method, path


def template_of(document, path):
    """The path of the document that a request's path is of."""
    plain = path.split("?")[0]
    return plain if plain in document["paths"] else "/activities/{id}"


def shorten(answer):
    """An example shows the first entries of long lists."""
    shown = dict(answer)
    for name in ("matches", "contents", "facets", "concepts", "gaps", "understood", "portfolio_entries", "relaxations"):
        if name in shown:
            shown[name] = shown[name][:SHOWN]
    for facet in shown.get("facets", []):
        facet["values"] = facet["values"][:SHOWN]
    return shown


def example_profile():
    """Of someone in Arnhem, by coordinates: the ruleset takes a member called "postcode" in an example for a POST."""
    profile = json.loads(EXAMPLE_PROFILE.read_text(encoding="utf-8"))
    person = {name: value for name, value in profile["person"].items() if name != "postcode"}
    return profile | {"person": person | {"latitude": 51.992, "longitude": 5.921}}


def make_examples(base):
    """Requests as they are sent, and what is answered."""
    profile = example_profile()
    plan = {"profile": profile, "goal": "Elke week biljarten met iemand",
            "own_steps": [{"text": "Vraag Ans mee", "who": "Sam", "by_date": "2026-11-30"}]}
    search = [("q", "biljarten in Nijmegen"), ("attendance", "in_person"), ("perPage", "2"), ("date", api_requests.DAY)]

    handover = {"date": api_requests.DAY, "person": {"age": 45}, "practical": {"travel": [{"mode": "walk", "max_minutes": 15}]},
                "needs": [{"concept": "peer_group", "priority": 3}]}

    def ask(request):
        status, _, body = request.send(base)
        assert status == request.status, (str(request), status, body)
        return json.loads(body)

    by_phone = ask(api_requests.get("/activities", query=[("attendance", "phone"), ("knownOnly", "true")]))
    activities = [ask(api_requests.get("/activities/" + hit["activity"]["id"])) for hit in by_phone["contents"]]
    answers = {
        "MatchAnswer": ask(api_requests.post("/matches?limit=2", profile)),
        "GapAnswer": ask(api_requests.post("/gaps", profile)),
        "Plan": ask(api_requests.post("/plans", plan)),
        "ActivityPage": ask(api_requests.get("/activities", query=search)),
        "Activity": next(activity for activity in activities if "postcode" not in json.dumps(activity)),
        "ConceptList": ask(api_requests.get("/concepts")),
        "HandoverTicket": ask(api_requests.post("/handovers", handover, 201)) | TICKET,
        "BadRequest": ask(api_requests.post("/matches?limit=51", {"person": {"age": "oud"}}, 400)),
        "NotFound": ask(api_requests.get("/activities/nergens", 404)),
        "NotAcceptable": ask(api_requests.post("/plans", {"profile": {}}, 406, Accept="image/png")),
        "UnsupportedMediaType": ask(api_requests.post("/gaps", {}, 415, Content_Type="text/plain")),
    }
    examples = {"Profile": profile, "PlanRequest": plan, "Handover": handover} | {name: shorten(answer) for name, answer in answers.items()}
    return {name: {"value": value} for name, value in examples.items()}


class Openapi(api_requests.ServedTestCase):
    def send(self, request):
        status, headers, body = request.send(self.served.base)
        self.assertEqual(status, request.status, f"{request} {body[:300]}")
        return headers, body

    def schema_of(self, request, headers):
        """The pointer to the schema of an answer; fails where its media type is not described."""
        place, content = media_of(self.document, request.method, template_of(self.document, request.path), request.status)
        media = headers.get_content_type()
        self.assertIn(media, content, str(request))
        return f"{place}/{escape(media)}/schema"

    def judge(self, requests):
        """Holds every JSON answer against its schema."""
        pairs = []
        for request in requests:
            headers, body = self.send(request)
            schema = self.schema_of(request, headers)
            if headers.get_content_subtype().endswith("json"):
                pairs.append((schema, json.loads(body)))
        verdict = conformance.check_openapi({"answers": pairs}, self.path)["answers"]
        self.assertEqual(verdict["checked"], len(pairs))
        self.assertEqual(verdict["faults"], [])

    def test_matching_answers_as_described(self):
        self.judge(api_requests.matching())

    def test_searching_answers_as_described(self):
        self.judge(api_requests.searching())

    def test_every_activity_is_as_described(self):
        ids, page = [], 1
        while True:
            _, body = self.send(api_requests.get("/activities", query=[("page", page), ("perPage", 100)]))
            found = json.loads(body)
            ids += [hit["activity"]["id"] for hit in found["contents"]]
            if found["last_page"]:
                break
            page += 1
        self.assertGreater(len(ids), 100)
        self.judge(api_requests.reading(ids))
        self.judge(api_requests.reading(ids, "application/ld+json"))

    def test_faults_are_answered_as_described(self):
        self.judge(api_requests.faulty() + api_requests.refused())

    def test_every_example_holds_to_its_schema(self):
        pairs, shown = [], set()
        for method, path in operations(self.document):
            statuses = [None, *self.document["paths"][path][method]["responses"]]
            for status in statuses:
                place, content = media_of(self.document, method, path, status)
                for media, entry in content.items():
                    for name, example in entry.get("examples", {}).items():
                        shown.add(name)
                        pairs.append((f"{place}/{escape(media)}/schema", follow(self.document, example)["value"]))
        self.assertEqual(shown, set(self.document["components"]["examples"]), "an example is shown nowhere")
        self.assertEqual(conformance.check_openapi({"examples": pairs}, self.path)["examples"]["faults"], [])

    def test_every_example_of_a_request_is_answered(self):
        sent = []
        for method, path in operations(self.document):
            for entry in media_of(self.document, method, path)[1].values():
                for example in entry.get("examples", {}).values():
                    value = follow(self.document, example)["value"]
                    sent.append(api_requests.post(path, value, 201 if path == "/handovers" else 200))
        self.assertEqual({request.path for request in sent}, {"/matches", "/gaps", "/plans", "/handovers"})
        self.judge(sent)

    def test_every_schema_refuses_what_is_planted(self):
        """A schema that takes anything would prove nothing."""
        schemas = self.document["components"]["schemas"]
        pairs = {name: [(f"/components/schemas/{name}", "planted")] for name in schemas}
        verdicts = conformance.check_openapi(pairs, self.path)
        self.assertEqual([name for name in schemas if not verdicts[name]["faulty"]], [])

    def test_the_design_rules_find_no_fault(self):
        ruleset = conformance.shared_folder("the API Design Rules") / RULESET
        self.assertEqual(conformance.lint(self.path, ruleset), [])
        planted = self.document | {"servers": [{"url": "http://kring.example.org"}], "info": {"title": "Kring", "version": "1.0.0"}}
        faulty = self.served.keep("planted.json", json.dumps(planted).encode("utf-8"))
        found = {fault["code"] for fault in conformance.lint(faulty, ruleset)}
        self.assertLessEqual({"info-contact", "nlgov:include-major-version-in-uri", "nlgov:servers-use-https"}, found)


def update():
    with api_requests.Served() as served:
        examples = make_examples(served.base)
    EXAMPLES.write_text(json.dumps(examples, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        unittest.main()
