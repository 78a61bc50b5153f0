#!/usr/bin/env python3
"""What does each fuzz target start from?

Writes seeds, made of the project's own data, into FOLDER/TARGET/: whole demo records and their fields, judged profiles,
labelled sentences, the vocabulary's concepts and patterns, the weights. What the data lack (events, pages of OpenActive and UiTdatabank, calendars)
stands in tests/fuzz/seeds/; where KRING_SHARED is set, the first records of feeds of outside are seeds too (outside_seeds.py).
Beside them FOLDER/TARGET.dict names words of the seeds and rims of ranges, by which libFuzzer gets further.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import re
import shutil

from outside_seeds import outside_seeds

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SEPARATOR = "\x1f"  # kFieldSeparator of target.h
MOST_WORDS = 500  # of a dictionary

HEADS = [
    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET /v1/concepts?lang=en HTTP/1.0\r\nAccept: */*\r\n\r\n",
    "POST /v1/matches HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/json\r\n"
    "Content-Length: 120\r\nExpect: 100-continue\r\n\r\n",
    "POST /v1/gaps HTTP/1.1\r\nHost: [::1]:8080\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    "PUT http://localhost:1/a%20b HTTP/1.1\r\nHost: localhost:1\r\nIf-Match: \"1\"\r\n\r\n",
    "GET /\nHost: a\n\n",
]
TARGETS = ["/", "*", "/v1/activities/a%20b?x=1+2&y", "/v1/concepts?q=%C3%A9&lang=nl", "http://localhost:8080/a?b=c",
           "/a/../b", "/%E2%82", "/a?b=%00"]
# Accept-Encoding, If-None-Match, X-Forwarded-For, body
WISHES = [
    ("gzip, br;q=0.5", '"1-gzip", W/"2"', "203.0.113.9, 198.51.100.1", "a" * 2000),
    ("*;q=0, identity", "*", "2001:db8::1", "short"),
    ("gzip;q=0.001", "", "nobody", "a\r\nb: c"),
]
# Accept, Accept-Language and If-None-Match.
PREFERENCES = [
    ("text/html, application/json;q=0.8, */*;q=0.1", "nl-NL, en;q=0.7, *;q=0", '"0123456789abcdef-6"'),
    ("image/png", "en;q=1.0005, ;;, de", 'W/"a", "b" , *'),
]
QUERIES = [
    ("search=samen%20eten&page=2&per_page=50&format=ndjson&full=true", ""),
    ("postcode=6512%20AB&proximity=1500.5", '{"minimum_age": 18, "day": "MO", "start_time": "10:00", "end_time": "24:00"}'),
    ("modified_after=2026-11-26T10:00:00.5+01:00&minimal=1", '{"taxonomy_term_id": "a", "organization_id": "b"}'),
]
CONFIGS = [
    ("catalog = 'a.db'\nlisten = ['[::1]:80', \"unix:/run/a\"]\n[harvest]\nallow_private = ['10.0.0.1']\n", "a.example, b", "a:1"),
    ("public_address = \"https://a.example/\"\n[[crisis_contacts]]\nname = 'a'\nphone = '1'\n", "", ""),
    ("listen = '0.0.0.0:1'\n[access]\nkeys = 'k'\nlocal_callers = 'named'\n[[access.issuers]]\nissuer = 'https://a.example'\naudience = 'k'\n"
     "roles = {'a b' = 'editor'}\n", "", ""),
    ("a.b.\"c d\" = [{e = 1979-05-27T07:32:00Z}, 1.5, true, \"\"\"x\ny\"\"\"]\n", ",,", ":"),
]
# What a feed may have wrong, in the places where HSDS wants something else.
FAULTY = ('{"id": "7", "name": "x", "url": "www.a.example", "email": "geen", "status": "dicht", "minimum_age": "18", "organization": "De Brink",'
          ' "phones": {"number": 1}, "original_url": "b", "schedules": [{"freq": "yearly", "exdate": ["2026-01-01"], "timezone": "Europe/Rome"}],'
          ' "languages": ["nl", {"code": 1}], "capacities": [{"available": "veel"}]}')
RULES = [
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "2026-01-06", "2026-12-31", "Europe/Amsterdam"),
    ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=12", "2026-11-01", "", "Europe/Amsterdam"),
    ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "2026-11-01", "", "Europe/London"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "", "America/New_York"),
    ("FREQ=DAILY;INTERVAL=3;WKST=MO;BYMONTHDAY=-1,30", "2026-11-30", "2027-02-01", "Etc/GMT+5"),
    ("", "2026-12-24", "", "Europe/Amsterdam"),
]
FEED_PAGES = [
    "https://a.example:8443/feed?after=1&key=x#part", "http://[::1]:80/", "//b.example/feed",
    '{"items": [{"id": "1"}], "next": "/feed?after=2"}', '{"items": [], "next": "https://a.example/feed?page=1"}',
    '{"page_number": 1, "total_pages": 3, "last_page": false, "contents": [{"id": "1"}]}',
    '{"number": 1, "totalPages": 2, "content": [{}], "last": true}', "\x1f\x08",
]
# Packages of tables: name and content by turns. Of HSDS 3, and of 1.x with its other names.
PACKAGES = [
    ["organizations.csv", "id,name,parent_organization_id\no1,De Kade,\n",
     "services.csv", "id,organization_id,program_id,name,status,minimum_age\ns1,o1,p1,Koffie,active,18\n",
     "service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\n",
     "locations.csv", "id,organization_id,name,latitude,longitude\nl1,o1,De Brink,51.5,5.9\n",
     "contacts.csv", "id,service_id,name,title,email\nc1,s1,Ann,Hoofd,a@b.nl\n",
     "phones.csv", "id,contact_id,location_id,number\nf1,c1,l1,024 000\n",
     "schedules.csv", "id,service_at_location_id,freq,interval,byday,opens_at,closes_at\nr1,x1,WEEKLY,1,WE,10:00,11:30\n",
     "attributes.csv", "id,link_id,link_entity,taxonomy_term_id\na1,s1,service,t1\n",
     "taxonomy_terms.csv", "id,name,taxonomy_id\nt1,eten,y1\n", "taxonomies.csv", "id,name\ny1,eigen\n",
     "datapackage.json", '{"resources":[],"kring:cells":"guarded"}'],
    ["services.csv", "id,location_id,name,languages,taxonomy_ids\r\n1,1,Lunch,\"English, Spanish\",\"t1;t2\"\r\n",
     "locations.csv", "id,name,accessibility,virtual\r\n1,Hall,\"ramp, lift\",true\r\n",
     "physical_addresses.csv", "id,location_id,address_1,city\r\n1,1,1 Main Street,Miami\r\n",
     "regular_schedules.csv", "id,service_id,weekday,opens_at,closes_at\r\n1,1,3,9:00am,5pm\r\n",
     "holiday_schedules.csv", "id,service_id,closed,start_date,end_date\r\n1,1,true,2026-12-25,2026-12-26\r\n",
     "services_taxonomy.csv", "id,service_id,taxonomy_id\r\n1,1,BD-1800.2000\r\n",
     "taxonomy.csv", "taxonomy_id,name,parent_id\r\nt1,Food,\r\n", "eligibility.csv", "id,service_id,eligibility\r\n1,1,60+\r\n"],
]
HELPLINE = ("ResourceAgencyNum,PublicName,TaxonomyLevelName,ParentAgencyNum,AgencyStatus,HoursOfOperation,LanguagesOffered,"
            "TaxonomyCodes,Categories,MainContactName,Latitude,Longitude,Phone1Number,Phone1IsPrivate,LastVerifiedOn\n"
            "100,Helping Hand,Agency,0,Active,,,,,Jane,,,1,Yes,\n"
            "101,Lunch,Program,100,Inactive,Mon 9-5,\"English; Spanish\",BD-1800,Food; Seniors,,38.9,-77,2,No,3/14/2022\n")
# What lies at the rim of a range, or beyond it.
EDGES = ["-1", "0", "9007199254740993", "99999999999", "1e308", "-0.0", "0000-01-01", "9999-12-31T23:59:59Z", "T24:00:59",
         "+14:00", "-12:30", "99:59", "PT99H", "P1", "65535", "null", "\\u0000", "&#0;", "<b>"]


TABLES = [
    "Kenmerk;Naam;Dagen;Hoe vaak;Begintijd;Kosten;Leeftijd vanaf\r\n1;Eten;\"ma t/m vr\";om de 2 weken;10.00-12.00 uur;3,50;18\r\n"
    "1;Eten;2e vrijdag;elke maand;;gratis;\r\n",
    "sep=,\nNaam,Plaats,Talen,Werkgebied\n'=Lezen,Lent,\"Nederlands; ar\",Lent (Wijk);Elst\n",
    "Naam\tRolstoel\tBreedtegraad\tLengtegraad\tLaatst gecontroleerd\nLopen\tja\t51,8\t5,8\t4 januari 2026\n",
]
SHEETS = [SEPARATOR.join([
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Begindatum</t></is></c></row>'
    '<row r="2"><c r="A2" t="str"><v>Eten</v></c><c r="B2" s="1"><v>46357.5</v></c></row></sheetData></worksheet>',
    "<sst><si><r><t>Na</t></r><r><t>am</t></r><rPh><t>x</t></rPh></si></sst>",
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd-mm-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="164"/></cellXfs></styleSheet>'])]


API_KEYS = json.dumps({"keys": [
    {"id": "0123456789ab", "name": "ward 7", "sha256": "0" * 64, "roles": ["record_system"], "municipality": "", "organization": "",
     "created": "2026-11-26", "expires": "2027-11-26", "revoked": None},
    {"id": "0123456789ac", "name": "stad", "sha256": "1" * 64, "roles": ["editor", "owner"], "municipality": "GM0268",
     "organization": "o1", "created": "2026-11-26", "expires": "2027-11-26", "revoked": "2026-11-27"}]})
TOKEN_HEADER = {"alg": "ES256", "typ": "at+jwt", "kid": "k"}
TOKEN_CLAIMS = {"iss": "https://a.example", "aud": ["kring"], "sub": "u", "iat": 1727999900, "nbf": 1727999900, "exp": 1728000900,
                "realm": {"roles": ["match"]}}
LOGIN_CLAIMS = {"iss": "https://a.example", "aud": "kring", "azp": "kring", "nonce": "n", "sub": "u", "iat": 1727999900, "exp": 1728000900}
PROVIDER = json.dumps({"issuer": "https://a.example", "authorization_endpoint": "https://a.example/auth",
                       "token_endpoint": "https://a.example/token",
                       "token_endpoint_auth_methods_supported": ["client_secret_post"]})
# The key of RFC 7515, appendix A.3, and the modulus of a short one.
KEY_SET = json.dumps({"keys": [
    {"kty": "EC", "crv": "P-256", "kid": "k", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
     "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
    {"kty": "RSA", "kid": "r", "use": "sig", "alg": "RS256", "n": "AQAB", "e": "AQAB"}]})


def audit_line(sequence):
    """As service/audit/chain.cpp writes it."""
    entry = {"sequence": sequence, "when": "2026-11-26T12:00:00.000Z", "who": "local", "roles": [], "municipality": "",
             "organization": "", "action": "POST /v1/matches", "purpose": "test", "status": 200, "correlation": "", "previous": "0" * 64}
    sealed = json.dumps(entry, separators=(",", ":"))[:-1]
    return f'{sealed},"hash":"{hashlib.sha256(sealed.encode()).hexdigest()}"}}'


def token(header, claims):
    parts = [json.dumps(header).encode(), json.dumps(claims).encode(), b"s" * 64]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def read_json(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def read_table(path):
    return [line.split("\t") for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def demo_records():
    for name in ("nijmegen", "limburg"):
        yield from (ROOT / f"catalog/demo/{name}/services.ndjson").read_text(encoding="utf-8").splitlines()


def members_called(value, name):
    """All members called `name`, anywhere in the document."""
    if isinstance(value, dict):
        if name in value:
            yield value[name]
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from members_called(member, name)


def fields_of(record):
    """The fields of a demo record in the order of annotate.cpp."""
    organization = record["organization"]
    texts = [record.get(name, "") for name in ("name", "description", "alert", "fees_description",
                                               "eligibility_description", "application_process", "wait_time")]
    tags = " ".join(members_called(record, "value"))
    note = " ".join(members_called(list(members_called(record, "schedules")), "description"))
    access = " ".join(members_called(list(members_called(record, "accessibility")), "description"))
    return texts + [tags, note, access, organization["name"], organization.get("description", "")]


def sentences():
    for name in ("danger_own", "danger_other_hand", "danger_fresh"):
        yield from (row[2] for row in read_table(f"tests/indexer/labelled/{name}.tsv"))
    yield from (row[0] for row in read_table("tests/indexer/labelled/needs.tsv")[1:])


def patterns(concepts):
    for concept in concepts:
        for pattern in concept.get("patterns", []) + concept.get("exceptions", []):
            words = re.sub(r"\.\.\d+|[*?{}<>_#]", " ", pattern.replace("|", " "))
            yield pattern + SEPARATOR + f"{words}. {concept['label_nl']}"


def hand_written(target):
    return [path.read_text(encoding="utf-8") for path in sorted((HERE / "seeds" / target).iterdir())]


def all_seeds():
    """Target -> texts."""
    records = list(demo_records())
    concepts = read_json("catalog/vocabulary/vocabulary.json")
    weights = read_json("catalog/weights/weights.json")
    profiles = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/judged/*/profiles/*.json"))]
    texts = [SEPARATOR.join(fields_of(json.loads(record))) for record in records]
    places = (ROOT / "catalog/demo/places.csv").read_text(encoding="utf-8").splitlines()
    geonames = "NL\t9401 AB\tRolde\tDrenthe\t01\tAa en Hunze\t1680\t\t\t52.99\t6.6\t6\n"
    said = list(sentences())
    return {
        "tokens": said + [text.replace(SEPARATOR, "\n") for text in texts[::10]],
        "annotate": texts,
        "duplicates": [SEPARATOR.join(compared_fields(json.loads(a)) + compared_fields(json.loads(b)))
                       for a, b in zip(records, records[1:])],
        "needs": said,
        "patterns": list(patterns(concepts)),
        "vocabulary": [json.dumps([concept], ensure_ascii=False) for concept in concepts],
        "weights": [json.dumps({"weights": [weight]}) for weight in weights["weights"]],
        "json": profiles[:8] + hand_written("openactive"),
        "profile": profiles,
        "plan": [f'{{"profile": {profile}, "goal": "samen eten", "chosen": {{"ties": ["c2"]}}, "own_steps": [{{"text": "bel", "by_date": "2026-12-01"}}]}}' for profile in profiles],
        "hsds": records + [FAULTY, "[" + records[0] + "," + records[1] + "]"],
        "hsds_csv": [SEPARATOR.join(package) for package in PACKAGES],
        "icarol": [HELPLINE],
        "schema_org": hand_written("schema_org"),
        "openactive": hand_written("openactive"),
        "kring_csv": TABLES,
        "workbook": SHEETS + TABLES[:1],
        "uitdatabank": hand_written("uitdatabank"),
        "ics": hand_written("ics"),
        "feed_pages": FEED_PAGES,
        "places": ["\n".join(places[:1] + places[1 + i:3 + i]) for i in range(0, 40, 4)] + [geonames],
        "recurrence": [SEPARATOR.join(rule) for rule in RULES],
        "http_head": HEADS,
        "http_target": TARGETS,
        "config": [(ROOT / "service/packaging/kring.toml").read_text(encoding="utf-8"), *map(SEPARATOR.join, CONFIGS)],
        "http_wishes": [SEPARATOR.join(wishes) for wishes in WISHES],
        "preferences": [SEPARATOR.join(fields) for fields in PREFERENCES],
        "hsds_query": [SEPARATOR.join(query) for query in QUERIES],
        "audit_line": [audit_line(1), audit_line(7), f"{7:020} {'a' * 64}\n"],
        "api_keys": [SEPARATOR.join([API_KEYS, "Bearer kring_0123456789ab_x"]), SEPARATOR.join(["{}", "kring_"])],
        "login": [SEPARATOR.join(["code=a%2Fb&state=s&iss=https%3A%2F%2Fa.example", "a=1; kring-session=ab12", PROVIDER,
                                  json.dumps({"id_token": token({"alg": "RS256", "kid": "a"}, LOGIN_CLAIMS)})]),
                  SEPARATOR.join(["error=access_denied&state=s", "", "{}", '{"error": "invalid_grant"}'])],
        "access_token": [SEPARATOR.join([token(TOKEN_HEADER, TOKEN_CLAIMS), KEY_SET]), SEPARATOR.join(["a.b.c", KEY_SET])],
    }


def compared_fields(record):
    """In the order of duplicates.cpp."""
    sites = [site["location"] for site in record.get("service_at_locations", []) if site.get("location")]
    address = next((address for site in sites for address in site.get("addresses", [])), {})
    days = next((schedule["byday"] for schedule in record.get("schedules", []) if schedule.get("byday")), "")
    phones = [phone["number"] for phone in record.get("phones", [])]
    texts = [record.get("name"), record.get("description"), (record.get("organization") or {}).get("name"),
             *(phones[:1] or [""]), record.get("email"), record.get("url"), address.get("address_1"),
             address.get("postal_code"), address.get("city"), f"FREQ=WEEKLY;BYDAY={days}"]
    return [text or "" for text in texts]


def words_of(texts):
    """Names and short values of JSON, and words of text, each once, those in most seeds first."""
    counts = {}
    for text in texts:
        for word in set(re.findall(r'"([\w@$:/.-]{2,24})"', text)) | set(re.findall(r"[^\W_]{3,24}", text)):
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))[:MOST_WORDS]


def quote(word):
    return '"' + "".join(chr(byte) if 0x20 <= byte < 0x7F and byte not in b'"\\' else f"\\x{byte:02x}"
                         for byte in word.encode()) + '"'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    outside = outside_seeds(SEPARATOR)
    for target, own in all_seeds().items():
        texts = own + outside.get(target, [])
        folder = options.folder / target
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for number, text in enumerate(texts):
            (folder / f"{number:03}").write_bytes(text.encode())
        dictionary = "".join(quote(word) + "\n" for word in words_of(texts) + EDGES)
        (options.folder / f"{target}.dict").write_text(dictionary, encoding="ascii")


if __name__ == "__main__":
    main()
