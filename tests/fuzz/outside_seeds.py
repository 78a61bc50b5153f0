"""Which seeds do feeds of outside give?

Small pieces of those in the folder KRING_SHARED, the first records of each; nothing where that is not set.
"""
import json
import os
import pathlib

FIRST_RECORDS = 2
FIRST_ROWS = 3  # of a table, after its headings
MOST_BYTES = 16_000  # of one seed: libFuzzer is slow with large ones


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8-sig"))


def write_json(value):
    return json.dumps(value, ensure_ascii=False)


def first_rows(path):
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    return "".join(lines[:1 + FIRST_ROWS])


def package(folder, separator):
    """Names and contents of a folder's tables by turns."""
    tables = sorted(folder.glob("*.csv"))
    return separator.join(part for table in tables for part in (table.name, first_rows(table)))


def page(path):
    """A page of RPDE with its first items."""
    whole = read_json(path)
    return write_json(whole | {"items": whole["items"][:FIRST_RECORDS]})


def texts(folder):
    return [write_json(read_json(path)) for path in sorted(folder.glob("*.json"))]


def outside_seeds(separator):
    """Target -> texts. `separator` stands between the fields of a seed."""
    if not os.environ.get("KRING_SHARED"):
        return {}
    feeds = pathlib.Path(os.environ["KRING_SHARED"]) / "feeds"
    events = read_json(feeds / "toronto-festivals-events/all.jsonld")
    pages = [page(path) for path in sorted((feeds / "openactive-rpde").glob("*.json"))]
    fixtures = feeds / "uitdatabank-calendar-fixtures"
    seeds = {
        "hsds": texts(feeds / "hsds-3-examples/examples"),
        "hsds_csv": [package(feeds / folder, separator) for folder in (
            "hsds-3-examples/examples/csv", "ohana-sample", "hsds-transformer-ilao-florida/examples/florida_data",
            "hsds-transformer-ilao-florida/spec/fixtures/custom/ilao/output")],
        "schema_org": [write_json(event) for event in events[:FIRST_RECORDS]],
        "openactive": pages + texts(feeds / "openactive-examples"),
        "uitdatabank": [text for kind in ("event", "organizer", "place") for text in texts(fixtures / kind)],
        "feed_pages": pages,
        "places": [first_rows(path) for path in sorted((feeds / "geonames-postcodes").glob("*.csv"))],
    }
    seeds["json"] = [seeds[target][0] for target in ("hsds", "schema_org", "openactive", "uitdatabank")]
    return {target: [text for text in found if len(text.encode()) <= MOST_BYTES] for target, found in seeds.items()}
