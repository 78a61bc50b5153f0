"""Which facts does a source tell that the matcher has a column for, and which of them did an activity get?

A fact is (kind, value). The kinds are what the index keeps in columns or shows as the way in (indexer/format/features.h, record.h):
name, organization, phone, email, url, postcode, city, point, area, day (the first, or the one day), last_day, weekday, starts, instant,
min_age, max_age, cost, language, access, status, verified, tag. Each value that a record tells counts once; of phone, email and url
one suffices, for one is shown. What stands only in sentences is no fact here: tests/indexer/labelled measures that.
"""
import datetime
import html
import json
import re
import zoneinfo

ONE_SUFFICES = {"phone", "email", "url"}
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ENGLISH_DAYS = dict(zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), DAYS))
DUTCH_DAYS = dict(zip(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), DAYS))
LANGUAGES = {"english": "en", "spanish": "es", "french": "fr", "nederlands": "nl", "arabisch": "ar", "turks": "tr", "engels": "en",
             "pools": "pl", "oekraïens": "uk", "limburgs": "li", "roemeens": "ro", "farsi": "fa", "papiaments": "pap",
             "sranantongo": "srn", "russisch": "ru", "tigrinya": "ti", "frans": "fr", "duits": "de", "spaans": "es", "welsh": "cy"}
STATUSES = {"active": "active", "inactive": "inactive", "defunct": "defunct", "temporarily closed": "temporarily closed",
            "actief": "active", "inactief": "inactive", "opgeheven": "defunct", "tijdelijk gesloten": "temporarily closed"}


def plain(text):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", str(text))).split()).lower()


def digits(text):
    return re.sub(r"\D", "", str(text))


def cents(amount):
    found = re.search(r"\d+(?:[.,]\d+)?", str(amount))
    return round(float(found[0].replace(",", ".")) * 100) if found else None


def point(latitude, longitude):
    """About ten metres."""
    try:
        return f"{float(str(latitude).replace(',', '.')):.4f},{float(str(longitude).replace(',', '.')):.4f}"
    except ValueError:
        return None


def moment(text):
    """Of "2026-11-23T10:00", with or without "Z" or an offset; absent where it is none."""
    if not re.match(r"\d{4}-\d\d-\d\d", str(text)):
        return None
    return datetime.datetime.fromisoformat(re.sub(r"\.\d+", "", str(text)).replace("Z", "+00:00"))


def in_utc(written):
    return written.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def listed(value):
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def objects(value):
    return [item for item in listed(value) if isinstance(item, dict)]


class Facts(dict):
    """Values by kind; what says nothing is not added."""

    def add(self, kind, value):
        value = html.unescape(value).strip() if isinstance(value, str) else value
        if value not in (None, ""):
            self.setdefault(kind, set()).add(value)

    def add_moment(self, text):
        """A moment with an offset is one on every clock; without, a day and perhaps a time of the place."""
        written = moment(text)
        if written and written.tzinfo:
            self.add("instant", in_utc(written))
        elif written:
            self.add("day", written.strftime("%Y-%m-%d"))
            self.add("starts", written.strftime("%H:%M") if "T" in text else None)

    def add_all(self, kind, values):
        for value in values:
            self.add(kind, value)


# What an activity has.


def facts_of_activity(record):
    facts = Facts()
    facts.add("name", plain(record["name"]))
    organization = record.get("organization", {})
    facts.add("organization", plain(organization.get("name", "")))
    facts.add_all("phone", (digits(phone["number"]) for phone in record.get("phones", [])))
    facts.add_all("email", (text.lower() for text in (record.get("email", ""), organization.get("email", ""))))
    facts.add_all("url", (record.get("url"), organization.get("url")))
    sites = record.get("sites", [])
    for site in sites:
        facts.add("postcode", site.get("postcode", "").replace(" ", "").upper())
        facts.add("city", plain(site.get("city", "")))
        facts.add("url", site.get("url"))
        facts.add_all("access", map(plain, site.get("accessibility", [])))
        if "latitude" in site:
            facts.add("point", point(site["latitude"], site["longitude"]))
    for schedule in record.get("schedules", []) + [one for site in sites for one in site.get("schedules", [])]:
        add_schedule_of_activity(schedule, facts)
    facts.add_all("area", (plain(area["name"] or area.get("extent", "")) for area in record.get("areas", [])))
    facts.add_all("cost", (cents(cost["amount"]) for cost in record.get("costs", []) if "amount" in cost))
    facts.add_all("language", record.get("languages", []))
    facts.add_all("tag", map(plain, record.get("tags", [])))
    for kind in ("min_age", "max_age", "status"):
        facts.add(kind, record.get(kind))
    facts.add("verified", record.get("verified_on"))
    return facts


def add_schedule_of_activity(schedule, facts):
    facts.add("day", schedule.get("first_day"))
    facts.add_all("day", (added["day"] for added in schedule.get("added", [])))
    facts.add("last_day", schedule.get("last_day"))
    facts.add("last_day", schedule.get("first_day") if not schedule.get("rrule") else None)
    facts.add("starts", schedule.get("opens"))
    if schedule.get("first_day"):
        local = datetime.datetime.fromisoformat(schedule["first_day"] + "T" + schedule.get("opens", "00:00"))
        facts.add("instant", in_utc(local.replace(tzinfo=zoneinfo.ZoneInfo(schedule.get("zone", "Europe/Amsterdam")))))
    facts.add_all("starts", (added.get("opens") for added in schedule.get("added", [])))
    rule = schedule.get("rrule", "")
    facts.add_all("weekday", re.findall(r"[A-Z]{2}", "".join(re.findall(r"BYDAY=([^;]*)", rule))))
    if rule.startswith("FREQ=DAILY"):
        facts.add_all("weekday", DAYS)
    if schedule.get("first_day") and "BYDAY" not in rule:
        facts.add("weekday", DAYS[datetime.date.fromisoformat(schedule["first_day"]).weekday()])


# What a source tells, by format.


def hsds_facts(service):
    facts = Facts()
    facts.add("name", plain(service["name"]))
    organization = service.get("organization") or {}
    facts.add("organization", plain(organization.get("name", "")))
    facts.add("email", (service.get("email") or "").lower())
    facts.add("url", service.get("url"))
    links = objects(service.get("service_at_locations"))
    locations = [link["location"] for link in links if isinstance(link.get("location"), dict)]
    for owner in [service, organization, *objects(service.get("contacts")), *links, *locations]:
        facts.add_all("phone", (digits(phone.get("number", "")) for phone in objects(owner.get("phones"))))
    for location in locations:
        add_hsds_location(location, facts)
    for owner in [service, *links]:
        for schedule in objects(owner.get("schedules")):
            add_hsds_schedule(schedule, facts)
    facts.add_all("area", (plain(area.get("name") or area.get("description", "")) for area in objects(service.get("service_areas"))))
    facts.add_all("cost", (cents(cost["amount"]) for cost in objects(service.get("cost_options")) if cost.get("amount")))
    for language in objects(service.get("languages")):
        name = plain(language.get("code") or language.get("name", ""))
        facts.add("language", LANGUAGES.get(name, name.split("-")[0]))
    terms = [attribute.get("taxonomy_term") or {} for attribute in objects(service.get("attributes"))]
    facts.add_all("tag", (plain(term.get("name", "")) for term in terms))
    facts.add("min_age", whole(service.get("minimum_age")))
    facts.add("max_age", whole(service.get("maximum_age")))
    facts.add("status", STATUSES.get(plain(service.get("status", ""))))
    facts.add("verified", (service.get("assured_date") or "")[:10])
    return facts


def whole(text):
    return int(float(text)) if text not in (None, "") else None


def is_post_box(address):
    return plain(address.get("address_1", "")).startswith(("postbus", "po box", "p.o. box"))


def add_hsds_location(location, facts):
    """Of several addresses the physical one is where it happens."""
    addresses = [address for address in objects(location.get("addresses")) if not is_post_box(address)]
    addresses.sort(key=lambda address: plain(address.get("address_type", "")) != "physical")
    for address in addresses[:1]:
        facts.add("postcode", (address.get("postal_code") or "").replace(" ", "").upper())
        facts.add("city", plain(address.get("city") or ""))
    facts.add_all("access", (plain(entry.get("description") or entry.get("details") or "")
                             for entry in objects(location.get("accessibility"))))
    if location.get("latitude") and location.get("longitude"):
        facts.add("point", point(location["latitude"], location["longitude"]))


def add_hsds_schedule(schedule, facts):
    facts.add("starts", clock(schedule.get("opens_at")))
    byday = schedule.get("byday") or ""
    facts.add_all("weekday", re.findall(r"[A-Z]{2}", byday) if plain(byday) not in ENGLISH_DAYS else [ENGLISH_DAYS[plain(byday)]])
    facts.add("day", (schedule.get("dtstart") or schedule.get("valid_from") or "")[:10])
    ends = [day[:10] for day in (schedule.get("until"), schedule.get("valid_to")) if day]
    facts.add("last_day", min(ends, default=None))


def clock(text):
    """"10:00" of "10:00:00", "9:00am" and "10:00 AM"."""
    found = re.match(r"(\d{1,2})[:.](\d\d)(?::\d\d)?\s*([ap]m)?", str(text or "").lower())
    if not found:
        return None
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
    return f"{hour:02}:{found[2]}"


def event_facts(document):
    """One event of schema.org or OpenActive, or a list: the event and its other dates."""
    events = document if isinstance(document, list) else [document]
    facts = Facts()
    head = events[0]
    parent = head.get("superEvent") if isinstance(head.get("superEvent"), dict) else {}
    main = parent | head if parent else head
    facts.add("name", plain(localized(main.get("name"))))
    organizer = main.get("organizer") or main.get("provider") or {}
    organizer = organizer if isinstance(organizer, dict) else {"name": organizer}
    facts.add("organization", plain(localized(organizer.get("name"))))
    places = objects(main.get("location"))
    facts.add_all("phone", (digits(owner.get("telephone", "")) for owner in [organizer, *places]))
    facts.add("email", (organizer.get("email") or "").lower())
    facts.add_all("url", (main.get("url"), organizer.get("url")))
    for place in places:
        add_event_place(place, facts)
    for event in events:
        add_event_times(event, facts)
    add_event_offers(main, facts)
    return facts


def localized(value):
    return value if isinstance(value, str) else (value or {}).get("nl") or next(iter((value or {}).values()), "")


def add_event_place(place, facts):
    address = place.get("address")
    if isinstance(address, dict):
        facts.add("postcode", (address.get("postalCode") or "").replace(" ", "").upper())
        facts.add("city", plain(address.get("addressLocality") or ""))
    geo = place.get("geo") or {}
    if geo.get("latitude") and geo.get("longitude"):
        facts.add("point", point(geo["latitude"], geo["longitude"]))


def add_event_times(event, facts):
    dates = objects(event.get("subEvent")) or [event]
    rules = objects(event.get("eventSchedule"))
    for rule in rules:
        facts.add_all("weekday", (ENGLISH_DAYS.get(re.split(r"[/:]", day)[-1].lower()) for day in listed(rule.get("byDay"))))
        facts.add("starts", clock(rule.get("startTime")))
    for date in dates if not rules else []:
        facts.add_moment(date.get("startDate"))


def add_event_offers(event, facts):
    for offer in objects(event.get("offers")) + objects(event.get("offer")):
        price = offer.get("price") if offer.get("price") not in (None, "") else offer.get("lowPrice")
        facts.add("cost", cents(price) if price not in (None, "") else None)
    ages = event.get("ageRange") or {}
    facts.add("min_age", whole(ages.get("minValue")) or None)
    facts.add("max_age", whole(ages.get("maxValue")))
    keywords = event.get("keywords") or []
    facts.add_all("tag", map(plain, keywords.split(",") if isinstance(keywords, str) else keywords))
    facts.add_all("tag", (plain(one.get("prefLabel", "") if isinstance(one, dict) else one) for one in listed(event.get("activity"))))
    status = str(event.get("eventStatus") or "").split("/")[-1]
    facts.add("status", "inactive" if status in ("EventCancelled", "EventPostponed") else None)


def uitdatabank_facts(offer):
    facts = Facts()
    facts.add("name", plain(localized(offer.get("name"))))
    facts.add("organization", plain(localized((offer.get("organizer") or {}).get("name"))))
    for owner in (offer.get("contactPoint") or {}, offer.get("bookingInfo") or {}):
        for kind in ("phone", "email", "url"):
            facts.add_all(kind, (digits(text) if kind == "phone" else text.lower() if kind == "email" else text
                                 for text in listed(owner.get(kind))))
    if "online" != offer.get("attendanceMode"):
        add_uitdatabank_place(offer.get("location") or {}, facts)
    add_uitdatabank_times(offer, facts)
    facts.add_all("cost", (cents(price["price"]) for price in objects(offer.get("priceInfo"))))
    low, dash, high = (offer.get("typicalAgeRange") or "").partition("-")
    facts.add("min_age", (int(low) or None) if dash and low.isdigit() else None)
    facts.add("max_age", int(high) if high.isdigit() else None)
    facts.add_all("tag", (plain(label) for label in listed(offer.get("labels"))))
    facts.add("status", {"Unavailable": "inactive", "TemporarilyUnavailable": "temporarily closed"}.get(status_of(offer)))
    return facts


def add_uitdatabank_place(place, facts):
    address = place.get("address") or {}
    address = address.get("nl") or (next(iter(address.values())) if address and "postalCode" not in address else address)
    facts.add("postcode", str(address.get("postalCode", "")).replace(" ", "").upper())
    facts.add("city", plain(address.get("addressLocality", "")))
    geo = place.get("geo") or {}
    facts.add("point", point(geo["latitude"], geo["longitude"]) if geo else None)


def add_uitdatabank_times(offer, facts):
    """A period's opening hours hold on their days; other calendars name their days."""
    hours = objects(offer.get("openingHours"))
    for hour in hours:
        facts.add_all("weekday", (ENGLISH_DAYS.get(day) for day in listed(hour.get("dayOfWeek"))))
        facts.add("starts", clock(hour.get("opens")))
    kind = offer.get("calendarType")
    dates = objects(offer.get("subEvent")) or [offer]
    for date in dates if kind in ("single", "multiple") else []:
        if status_of(date) != "Unavailable":
            facts.add_moment(date.get("startDate"))
    first, last = moment(offer.get("startDate")), moment(offer.get("endDate"))
    if kind == "periodic" and first and last:
        zone = zoneinfo.ZoneInfo("Europe/Brussels")
        facts.add("day", first.astimezone(zone).strftime("%Y-%m-%d"))
        # What ends at midnight ends on the day before.
        facts.add("last_day", (last.astimezone(zone) - datetime.timedelta(seconds=1)).strftime("%Y-%m-%d"))


def status_of(offer):
    status = offer.get("status")
    return status.get("type") if isinstance(status, dict) else status


def calendar_facts(events):
    """The series, then its changed occurrences; each a list of properties by name."""
    def text(event, name):
        value = (event.get(name) or [{"value": ""}])[0]["value"]
        return re.sub(r"\\([,;\\])", r"\1", value.replace("\\n", " "))
    facts = Facts()
    series = events[0]
    facts.add("name", plain(text(series, "SUMMARY")))
    facts.add("url", text(series, "URL"))
    facts.add("email", text(series, "ORGANIZER").lower().removeprefix("mailto:"))
    facts.add("point", point(*text(series, "GEO").split(";")) if series.get("GEO") else None)
    location = text(series, "LOCATION")
    facts.add("postcode", "".join(re.findall(r"(\d{4}) ?([A-Z]{2})\b", location)[0]) if re.search(r"\d{4} ?[A-Z]{2}\b", location) else None)
    facts.add_all("tag", (plain(word) for one in series.get("CATEGORIES", []) for word in one["value"].split(",")))
    for event in [one for one in events if text(one, "STATUS") != "CANCELLED"]:
        start = (event.get("DTSTART") or [None])[0]
        if start:
            written = re.sub(r"^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$",
                             lambda m: f"{m[1]}-{m[2]}-{m[3]}" + (f"T{m[4]}:{m[5]}:00{m[6]}" if m[4] else ""), start["value"])
            facts.add_moment(written)
    rule = text(series, "RRULE")
    facts.add_all("weekday", re.findall(r"[A-Z]{2}", "".join(re.findall(r"BYDAY=([^;]*)", rule))))
    facts.add("status", "inactive" if text(series, "STATUS") == "CANCELLED" else None)
    return facts


def helpline_facts(row):
    facts = Facts()
    facts.add("name", plain(row["PublicName"]))
    facts.add("organization", plain(row.get("agency", {}).get("PublicName", "")))
    facts.add_all("phone", (digits(cell) for name, cell in row.items() if re.fullmatch(r"Phone\dNumber|PhoneTollFree|PhoneNumberHotline", name)))
    facts.add("email", row.get("EmailAddressMain", "").lower())
    facts.add("url", row.get("WebsiteAddress"))
    facts.add("postcode", row.get("PhysicalPostalCode", "").replace(" ", "").upper())
    facts.add("city", plain(row.get("PhysicalCity", "")))
    if row.get("Latitude") and row.get("Longitude"):
        facts.add("point", point(row["Latitude"], row["Longitude"]))
    facts.add_all("area", (plain(part) for part in re.split("[;]", row.get("CoverageArea", ""))))
    facts.add_all("language", (LANGUAGES.get(plain(part)) for part in re.split("[;,]", row.get("LanguagesOffered", ""))))
    facts.add("access", plain(row.get("DisabilitiesAccess", "")))
    facts.add_all("tag", (plain(part) for part in row.get("Categories", "").split(";")))
    facts.add("status", STATUSES.get(plain(row.get("AgencyStatus", ""))))
    found = re.match(r"(\d+)/(\d+)/(\d{4})", row.get("LastVerifiedOn", ""))
    facts.add("verified", f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}" if found else row.get("LastVerifiedOn"))
    return facts


def table_facts(document):
    """The rows of one activity, whose cells stand under the headings."""
    facts = Facts()
    for row in (dict(zip(document["headings"], cells)) for cells in document["rows"]):
        cell = lambda heading, row=row: str(row.get(heading, "") or "")
        for kind, heading in (("name", "Naam"), ("organization", "Organisatie"), ("city", "Plaats")):
            facts.add(kind, plain(cell(heading)))
        facts.add_all("phone", (digits(cell("Telefoon")),))
        facts.add("email", cell("E-mail").lower())
        facts.add("url", cell("Website"))
        facts.add("postcode", cell("Postcode").replace(" ", "").upper())
        facts.add("point", point(cell("Breedtegraad"), cell("Lengtegraad")) if cell("Breedtegraad") else None)
        facts.add("starts", clock(cell("Begintijd")))
        facts.add_all("weekday", (DUTCH_DAYS.get(word) for word in re.findall(r"\w+", plain(cell("Dagen")))))
        facts.add("day", dutch_date(cell("Begindatum")))
        facts.add("last_day", dutch_date(cell("Einddatum")))
        facts.add("min_age", whole(cell("Leeftijd vanaf")))
        facts.add("max_age", whole(cell("Leeftijd tot en met")))
        facts.add("cost", cents(cell("Kosten")) if cell("Kosten") else None)
        facts.add_all("language", (LANGUAGES.get(plain(part), plain(part)) for part in parts(cell("Talen"))))
        facts.add_all("area", (plain(re.sub(r"\([^()]*\)\s*$", "", part)) or plain(part.strip(" ()")) for part in parts(cell("Werkgebied"))))
        facts.add_all("access", map(plain, parts(cell("Toegankelijkheid"))))
        facts.add_all("tag", map(plain, parts(cell("Trefwoorden"))))
        facts.add("status", STATUSES.get(plain(cell("Status"))))
        facts.add("verified", dutch_date(cell("Laatst gecontroleerd")))
    return facts


def parts(cell):
    """Between semicolons; two of them are one that belongs to the text."""
    return [part.replace("\0", ";") for part in cell.replace(";;", "\0").split(";")]


def dutch_date(text):
    found = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else None


TELLERS = {"hsds": hsds_facts, "hsds-csv": hsds_facts, "openactive": event_facts, "schema-org": event_facts,
           "uitdatabank": uitdatabank_facts, "ics": calendar_facts, "icarol-csv": helpline_facts, "kring-csv": table_facts}


def compare(format_name, record, document):
    """(kind, value, whether the activity has it) of each fact that the document tells."""
    record = json.loads(record)
    got = facts_of_activity(record)
    told = TELLERS[format_name](json.loads(document))
    for kind, values in sorted(told.items()):
        if kind in ONE_SUFFICES:
            yield kind, "/".join(sorted(values)), bool(values & got.get(kind, set()))
            continue
        for value in sorted(values, key=str):
            yield kind, value, value in got.get(kind, set())
