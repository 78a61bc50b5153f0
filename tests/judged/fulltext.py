#!/usr/bin/env python3
"""Ranks the activities of a catalogue for judged persons by plain full-text search, to measure Kring beside it.

  fulltext.py --catalogue services.ndjson --places places.csv --vocabulary vocabulary.json --profiles DIR > RUN

SQLite FTS5 with BM25. The query is all words of: the texts of the needs, labels and four synonyms of each need's concept, and the
interests. Filters: status active, the age fields, and the longest reach that the person's ways of travel allow. Output: lines
profile<TAB>activity<TAB>rank, as evaluate.py --run reads them.
"""
import argparse
import csv
import json
import math
import pathlib
import re
import sqlite3

DETOUR = 1.3
SPEED_KM_H = {"walk": 4, "wheelchair": 3, "bicycle": 14, "car": 35, "lift": 35, "public_transport": 15}
MINUTES_BEFORE = {"car": 5, "lift": 5, "public_transport": 12}


def kilometres(a, b):
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def words(text):
    return re.findall(r"\w+", text.lower())


def index(services):
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table activity using fts5(id unindexed, name, description, tags)")
    for service in services.values():
        tags = " ".join(a.get("taxonomy_term", {}).get("name", "") for a in service.get("attributes", []))
        database.execute("insert into activity values (?, ?, ?, ?)", (service["id"], service["name"], service.get("description", ""), tags))
    return database


def query_of(profile, concepts):
    texts = list(profile.get("interests", []))
    for need in profile.get("needs", []):
        concept = concepts.get(need.get("concept"), {})
        texts += [need.get("text", ""), concept.get("label_nl", "")] + concept.get("terms_nl", [])[:4]
    return " OR ".join(f'"{word}"' for word in sorted({w for text in texts for w in words(text)}))


def reach_of(profile):
    """Kilometres as the crow flies; absent: no limit."""
    travel = profile.get("practical", {}).get("travel")
    if travel is None:
        return None
    hours = ((t["max_minutes"] - MINUTES_BEFORE.get(t["mode"], 0), SPEED_KM_H[t["mode"]]) for t in travel)
    return max((minutes / 60 * speed / DETOUR for minutes, speed in hours), default=0)


def is_kept(service, profile, home, reach):
    age = profile.get("person", {}).get("age")
    if service.get("status") != "active":
        return False
    if age is not None and not service.get("minimum_age", 0) <= age <= service.get("maximum_age", 999):
        return False
    points = [(s["location"]["latitude"], s["location"]["longitude"]) for s in service.get("service_at_locations", []) if "latitude" in s["location"]]
    if not points or reach is None or home is None:
        return True
    return any(kilometres(home, point) <= reach for point in points)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("catalogue", "places", "vocabulary", "profiles"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    options = parser.parse_args()
    services = {s["id"]: s for s in map(json.loads, options.catalogue.read_text(encoding="utf-8").splitlines())}
    concepts = {c["id"]: c for c in json.loads(options.vocabulary.read_text(encoding="utf-8"))}
    with options.places.open(encoding="utf-8") as file:
        places = {row["postcode4"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
    database = index(services)
    for path in sorted(options.profiles.glob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        home = places.get(profile.get("person", {}).get("postcode", "")[:4])
        reach = reach_of(profile)
        rows = database.execute("select id from activity where activity match ? order by bm25(activity), id", (query_of(profile, concepts),))
        kept = [id for (id,) in rows if is_kept(services[id], profile, home, reach)]
        for rank, id in enumerate(kept, 1):
            print(path.stem, id, rank, sep="\t")


if __name__ == "__main__":
    main()
