"""Which requests do the oracles send to /v1, good ones and faulty ones, and where?"""
import dataclasses
import json
import pathlib
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

import conformance

DAY = "2026-11-23"
PUBLIC_ADDRESS = "https://kring.example.org"
PLAN_FORMS = ("application/json", "text/html", "application/pdf", "text/plain", "text/calendar")
LANGUAGES = ("nl", "en;q=0.9, nl;q=0.5")
SEARCHES = ("", "koffie", "koffie in Nijmegen", "wandlen", "iemand om mee te biljarten", "ik wil dood", "samen eten, niet in Venlo")
FILTERS = {
    "concept": ("meet_games_hobby", "peer_group"),
    "municipality": ("Nijmegen", "Arnhem"),
    "attendance": ("phone", "online"),
    "groupSize": ("one_to_one", "small_group"),
    "day": ("MO", "SA"),
    "dayPart": ("evening",),
    "referral": ("none", "referral"),
    "language": ("nl", "tr"),
    "access": ("wheelchair", "quiet"),
    "organization": ("Herstelacademie Hoogwater",),
    "place": ("6511", "Venlo"),
    "age": ("70",),
    "maxCost": ("3.50",),
    "knownOnly": ("true",),
    "sort": ("next_session",),
    "page": ("2",),
    "perPage": ("5",),
    "date": (DAY,),
}
# What is faulty, with the status that it gets. All of it is faulty by the description too.
FAULTY_SEARCHES = ({"page": "0"}, {"perPage": "101"}, {"sort": "beste"}, {"knownOnly": "misschien"}, {"date": "gisteren"},
                   {"attendance": "telepathie"}, {"age": "oud"}, {"maxCost": "veel"}, {"radiusKm": "501"})
FAULTY_PROFILES = ({"person": {"age": "oud"}}, {"person": {"postcode": "Nijmegen"}}, {"wensen": []}, {"date": "gisteren"},
                   {"needs": [{}]}, {"practical": {"travel": [{"mode": "paard", "max_minutes": 5}]}})
# Faulty for what is in the catalogue, which no description can tell.
UNKNOWN_PROFILES = ({"person": {"postcode": "1000"}},)


@dataclasses.dataclass
class Request:
    method: str
    path: str  # within /v1
    headers: dict = dataclasses.field(default_factory=dict)
    body: object = None
    status: int = 200

    def send(self, base):
        """(status, headers, bytes) of the answer at `base`, which is where /v1 is."""
        data = None if self.body is None else json.dumps(self.body).encode("utf-8")
        headers = self.headers if data is None else {"Content-Type": "application/json"} | self.headers
        request = urllib.request.Request(base + self.path, data=data, headers=headers, method=self.method)
        try:
            with urllib.request.urlopen(request, timeout=conformance.START_SECONDS) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def __str__(self):
        return f"{self.method} {self.path} {json.dumps(self.headers)}"


class Served:
    """Both demo catalogues, served; `base` is where /v1 is."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        catalog, index = conformance.make_demo_catalogue(self.folder.name, "--today", DAY)
        self.service = conformance.serving(catalog, index, "--public-address", PUBLIC_ADDRESS)
        self.base = self.service.__enter__() + "/v1"
        return self

    def __exit__(self, *error):
        self.service.__exit__(*error)
        self.folder.cleanup()

    def openapi(self):
        """The document, and where it is kept as a file."""
        status, _, body = get("/openapi.json").send(self.base)
        assert status == 200
        return json.loads(body), self.keep("openapi.json", body)

    def keep(self, name, content):
        """A file beside the catalogue."""
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(content)
        return path


class ServedTestCase(unittest.TestCase):
    """Cases that ask one service of the demo catalogues; its description is cls.document, in the file cls.path."""

    @classmethod
    def setUpClass(cls):
        cls.served = cls.enterClassContext(Served())
        cls.document, cls.path = cls.served.openapi()


def judged_profiles():
    """The profiles of the judged persons of both demo regions, with a fixed day."""
    paths = [path for region in conformance.REGIONS for path in sorted((conformance.ROOT / f"tests/judged/{region}/profiles").glob("*.json"))]
    assert len(paths) > 20, "the judged persons are gone"
    return [{"date": DAY} | json.loads(path.read_text(encoding="utf-8")) for path in paths]


def post(path, body, status=200, **headers):
    return Request("POST", path, {name.replace("_", "-"): value for name, value in headers.items()}, body, status)


def get(path, status=200, query=(), **headers):
    asked = "?" + urllib.parse.urlencode(list(query)) if query else ""
    return Request("GET", path + asked, {name.replace("_", "-"): value for name, value in headers.items()}, None, status)


def matching():
    """Each judged person's matches, gaps and plan; each form of a plan for some."""
    requests = []
    for number, profile in enumerate(judged_profiles()):
        language = LANGUAGES[number % len(LANGUAGES)]
        requests.append(post(f"/matches?limit={1 + number % 50}", profile, Accept_Language=language))
        requests.append(post("/gaps", profile, Accept_Language=language))
        requests += [post("/plans", {"profile": profile}, Accept=form)
                     for form in (PLAN_FORMS if number % 7 == 0 else PLAN_FORMS[number % 5 : number % 5 + 1])]
    requests.append(post("/plans", {"profile": {"date": DAY}, "goal": "Elke week biljarten"}, Accept="text/*"))
    requests.append(post("/matches", {}))
    requests.append(post("/handovers", {"person": {"postcode": "6822"}}, 201))
    requests += [post("/handovers", {"person": {"postcode": "6822"}}, 201, Idempotency_Key=key) for key in ("8e03978e", '"8e03978e"')]
    return requests


def searching():
    """Each text, each filter alone and many together."""
    requests = [get("/activities", query=[("q", text)], Accept_Language=language)
                for text in SEARCHES for language in LANGUAGES]
    requests += [get("/activities", query=[(name, value) for value in values]) for name, values in FILTERS.items()]
    requests += [get("/activities", query=[("sort", order), ("place", "6511"), ("radiusKm", "10")])
                 for order in ("relevance", "distance", "next_session", "name", "checked")]
    requests.append(get("/activities", query=[("q", "koffie"), ("attendance", "in_person"), ("attendance", "phone"), ("day", "MO"),
                                              ("dayPart", "morning"), ("place", "*"), ("maxCost", "3,50")]))
    requests.append(get("/concepts"))
    requests.append(get("/places"))
    requests.append(get("/openapi.json"))
    return requests


def reading(ids, form="application/json"):
    return [get(f"/activities/{id}", Accept=form) for id in ids]


def faulty():
    """What must be refused, and breaks the description."""
    requests = [get("/activities", 400, query=list(query.items())) for query in FAULTY_SEARCHES]
    requests += [post(path, profile, 400) for path in ("/matches", "/gaps") for profile in FAULTY_PROFILES]
    requests += [post(f"/matches?limit={limit}", {}, 400) for limit in ("0", "51", "tien")]
    requests.append(post("/plans", {"goal": "x"}, 400))
    requests.append(post("/plans", {"profile": {}, "own_steps": [{"text": "x" * 201}]}, 400))
    requests.append(post("/handovers", {"network": {"contacts": []}}, 400))
    requests.append(post("/handovers/claims", {}, 400))
    requests.append(post("/plans", {"profile": {}, "chosen": {"activities": ["1", "2", "3", "4"]}}, 400))
    requests.append(post("/gaps", {}, 415, Content_Type="text/plain"))
    return requests


def refused():
    """What must be refused although nothing in it breaks the description."""
    requests = [post(path, profile, 400, Accept_Language=language)
                for path in ("/matches", "/gaps") for profile in UNKNOWN_PROFILES for language in LANGUAGES]
    requests.append(get("/activities", 400, query=[("place", "Atlantis")], Accept_Language="en"))
    requests.append(get("/activities", 400, query=[("radiusKm", "5")]))
    requests.append(get("/activities", 400, query=[("sort", "distance")]))
    requests.append(post("/handovers/claims", {"token": "0" * 64}, 404))
    requests.append(post("/handovers", {"person": {"age": 45}}, 201, Idempotency_Key="used"))
    requests.append(post("/handovers", {"person": {"age": 46}}, 422, Idempotency_Key="used", Accept_Language="en"))
    requests.append(get("/activities/nergens", 404))
    requests.append(get("/activities/nergens", 404, Accept_Language="en"))
    requests.append(post("/plans", {"profile": {}, "chosen": {"activities": ["nergens"]}}, 400))
    return requests
