"""Which values does a source hold, and how many records, as they stand in its files?

Read apart from the program, file by file. Values about persons and codes of licensed taxonomies are left out on purpose: they are
counted, and are not among the values.
"""
import collections
import csv
import io
import json
import re
import zipfile

# What a source holds: (name, text) of each value, how many records it has, and how many details of persons.
Source = collections.namedtuple("Source", "values records persons")

HSDS_PERSONS = {"contact": ("name", "title", "email"), "metadata": ("updated_by",), "location": ("admin_emails",)}
ICAROL_PERSONS = ("MainContact", "SeniorWorker", "LastVerifiedBy", "LastVerificationApprovedBy", "MailingAttention",
                  "PhysicalAttention")
ICAROL_LICENSED = ("TaxonomyTerm", "TaxonomyTerms", "TaxonomyTermsNotDeactivated", "TaxonomyCode", "TaxonomyCodes")
ALIASES = {"mail_addresses": "addresses", "regular_schedules": "schedules", "taxonomy": "taxonomy_terms"}


def leaves(value, name=""):
    """(member, text) of everything in a JSON document."""
    if isinstance(value, dict):
        for member, inner in value.items():
            yield from leaves(inner, member)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, name)
    elif value not in (None, ""):
        yield name, json.dumps(value) if isinstance(value, bool) else str(value)


def read_json(text):
    return json.loads(text, parse_float=str, parse_int=str)


def documents(path):
    """The JSON documents of a file, or of a folder's files."""
    if path.is_dir():
        return [document for file in sorted(path.glob("*.json")) for document in documents(file)]
    text = path.read_text(encoding="utf-8-sig")
    try:
        return [read_json(text)]
    except json.JSONDecodeError:
        return [read_json(line) for line in text.splitlines() if line.strip()]


def singular(stem):
    """By what name a row of a table stands in a document, in the singular."""
    stem = ALIASES.get(stem, stem)
    return stem[:-3] + "y" if stem.endswith("ies") else stem.removesuffix("es") if stem.endswith("sses") else stem.removesuffix("s")


def person_members(kind, row):
    """Members of an HSDS object that tell of a person; a contact without a name is a role."""
    if kind == "contact" and not (row.get("name") or "").strip():
        return ()
    return tuple(member for member in HSDS_PERSONS.get(kind, ()) if row.get(member))


def without_persons(value, kind=""):
    """The HSDS document without persons, and how many details of theirs it has."""
    if isinstance(value, list):
        parts = [without_persons(item, kind) for item in value]
        return [part for part, _ in parts], sum(count for _, count in parts)
    if not isinstance(value, dict):
        return value, 0
    hidden = person_members(kind, value)
    parts = {name: without_persons(inner, singular(name)) for name, inner in value.items() if name not in hidden}
    return {name: part for name, (part, _) in parts.items()}, len(hidden) + sum(count for _, count in parts.values())


def read_hsds(path, _kept):
    services, persons = without_persons([service for document in documents(path)
                                         for service in (document if isinstance(document, list) else [document])])
    return Source([leaf for service in services for leaf in leaves(service)], len(services), persons)


def set_apart(path, folder):
    """Files that tell of one event in several states, each under an id of its own: one list in a file of the folder."""
    together = folder / "apart.json"
    together.write_text(json.dumps([document | {"@id": f"{document['@id']}/{file.stem}"} for file in sorted(path.glob("*.json"))
                                    for document in documents(file)]), encoding="utf-8")
    return together


def read_events(path, _kept):
    events = [event for document in documents(path) for event in (document if isinstance(document, list) else [document])]
    return Source([leaf for event in events for leaf in leaves(event)], len(events), None)


def read_changes(path, _kept):
    """Items of RPDE, and objects without a page; those that were deleted are records without values."""
    objects = [one for document in documents(path) for one in (document if isinstance(document, list) else [document])]
    items = [item for one in objects for item in one.get("items", [{"state": "updated", "data": one}])]
    return Source([leaf for item in items if item["state"] != "deleted" for leaf in leaves(item["data"])], len(items), None)


def read_calendar(path, _kept):
    """Properties of the events of an iCalendar file, unfolded, with their parameters' values."""
    values, depth, events = [], 0, 0
    for line in re.split(r"\r?\n", re.sub(r"\r?\n[ \t]", "", path.read_text(encoding="utf-8").strip())):
        name, _, value = re.fullmatch(r'((?:[^":]|"[^"]*")*)(:)(.*)', line).groups()
        name, *parameters = re.findall(r'(?:[^";]|"[^"]*")+', name)
        if name in ("BEGIN", "END"):
            events += line == "BEGIN:VEVENT"
            depth += (1 if name == "BEGIN" else -1) if depth or value == "VEVENT" else 0
        elif depth and name != "ATTENDEE" and not (name == "ORGANIZER" and not value.lower().startswith("mailto:info@")):
            values.append((name, value))
            values += [(name, part.split("=", 1)[1].strip('"')) for part in parameters]
    return Source([(name, text) for name, text in values if text], events, None)


def read_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as rows:
        text = rows.read()
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def cells(row):
    return [(column, cell.strip()) for column, cell in row.items() if cell and cell.strip()]


def read_helpline(path, _kept):
    """Rows of an iCarol export. An agency that has programs is part of each of them, and no record of its own."""
    rows = read_rows(path)
    parents = {row["ParentAgencyNum"] for row in rows}
    values, persons = [], 0
    for row in rows:
        private = tuple(name.removesuffix("IsPrivate") for name, cell in row.items()
                        if name.endswith("IsPrivate") and cell.lower() in ("yes", "true", "1", "y"))
        for column, cell in cells(row):
            hidden = column.startswith(ICAROL_PERSONS) or (column.startswith(private) and not column.endswith("IsPrivate"))
            persons += hidden
            if not hidden and column not in ICAROL_LICENSED:
                values.append((column, cell))
    records = [row for row in rows if row["ResourceAgencyNum"] not in parents]
    return Source(values, len(records), persons)


def read_table(path, _kept):
    """The municipality's own table; each row is one that was read, further rows of an activity too."""
    rows = read_rows(path)
    return Source([cell for row in rows for cell in cells(row)], len(rows), None)


def identity(file, row):
    """By what a row of a table is known again in a document; None where it has no id."""
    id_ = row.get("id") or row.get("taxonomy_id")
    return (singular(file.stem), id_) if id_ else None


def package_rows(path):
    """(file, row) of every row of the tables in a folder."""
    return [(file, row) for file in sorted(path.glob("*.csv")) for row in read_rows(file)]


def read_package(path, kept):
    """Cells of HSDS tables. Those of rows that no service leads to count as lost, but where other rows say the same; how many
    rows that are, the report must tell (rows_left_out)."""
    values, persons = [], 0
    for file, row in package_rows(path):
        hidden = person_members(singular(file.stem), row)
        persons += len(hidden) if identity(file, row) in kept.rows else 0
        values += [(column, cell) for column, cell in cells(row) if column not in hidden]
    return Source(values, len(read_rows(path / "services.csv")), persons)


def rows_left_out(path, kept):
    """Rows of a package that no service leads to; None where rows without an id make that unknown."""
    rows = [identity(file, row) for file, row in package_rows(path)]
    return None if None in rows else sum(row not in kept.rows for row in rows)


READERS = {"hsds": read_hsds, "hsds-csv": read_package, "openactive": read_changes, "schema-org": read_events,
           "uitdatabank": read_events, "ics": read_calendar, "icarol-csv": read_helpline, "kring-csv": read_table}


def write_workbook(table, path):
    """The rows of a CSV file as an .xlsx with one sheet of texts."""
    escape = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
    with table.open(encoding="utf-8-sig", newline="") as rows:
        delimiter = max(",;\t", key=rows.readline().count)
        rows.seek(0)
        lines = ["<row>" + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{cell.translate(escape)}</t></is></c>' for cell in row)
                 + "</row>" for row in csv.reader(rows, delimiter=delimiter)]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packed = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{packed}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packed}/relationships"><Relationship Id="r1" Type="{office}/officeDocument"'
                       ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Activiteiten" sheetId="1" r:id="r1"/>'
                           "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packed}/relationships"><Relationship Id="r1"'
                                      f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
