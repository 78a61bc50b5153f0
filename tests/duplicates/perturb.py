"""Copies of records as other lists would have them: each kind changes one thing."""
import copy
import json
import random
import uuid

NAMESPACE = uuid.UUID("3f6f0f6e-5a2c-4f0e-9f55-0c6a3c1f7d21")
ABBREVIATIONS = {"stichting": "st.", "vereniging": "ver.", "centrum": "c.", "ontmoeting": "ontm.", "groep": "gr.",
                 "mensen": "mens.", "ouderen": "oud.", "inloop": "inl.", "nijmegen": "nijm.", "wijk": "wk."}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def sites_of(record):
    return [site["location"] for site in record.get("service_at_locations", []) if site.get("location")]


def addresses_of(record):
    return [address for location in sites_of(record) for address in location.get("addresses", [])]


def schedules_of(record):
    own = list(record.get("schedules", []))
    for site in record.get("service_at_locations", []):
        own += site.get("schedules", [])
    return own


def mistype(text, chance):
    """Two neighbouring letters change places, or a letter is lost."""
    letters = list(text)
    for place in range(1, max(1, len(letters) // 12) + 1):
        i = chance.randrange(1, len(letters)) if len(letters) > 3 else 0
        if i == 0:
            break
        if place % 2:
            letters[i - 1], letters[i] = letters[i], letters[i - 1]
        else:
            del letters[i]
    return "".join(letters)


def typos(record, chance):
    record["name"] = mistype(record["name"], chance)
    if record.get("description"):
        record["description"] = mistype(record["description"], chance)
    return True


def phone_format(record, chance):
    del chance
    for phone in record.get("phones", []):
        digits = "".join(sign for sign in phone["number"] if sign.isdigit())
        phone["number"] = "+31 " + digits.lstrip("0")
    return bool(record.get("phones"))


def abbreviations(record, chance):
    del chance
    words = record["name"].split()
    record["name"] = " ".join(ABBREVIATIONS.get(word.lower(), word) for word in words)
    organization = record.get("organization") or {}
    if organization.get("name"):
        organization["name"] = organization["name"].replace("Stichting", "St.").replace("Vereniging", "Ver.")
    return True


def missing_fields(record, chance):
    """Half of what contact, times, costs and the like there is."""
    for field in ("phones", "email", "url", "schedules", "cost_options", "languages", "attributes", "organization"):
        if field in record and chance.random() < 0.5:
            del record[field]
    return True


def no_contact(record, chance):
    del chance
    for field in ("phones", "email", "url"):
        record.pop(field, None)
    record.get("organization", {}).pop("email", None)
    return True


def extract(record, chance):
    """The first sentence only, under the list's own name, address and phone."""
    del chance
    record["description"] = (record.get("description") or "").split(". ")[0]
    record["organization"] = {"id": str(uuid.uuid5(NAMESPACE, "list")), "name": "Gids van de Buurt"}
    record["phones"] = []
    record["email"] = "redactie@gids.example.org"
    record["url"] = "https://gids.example.org/" + record["id"]
    return True


def reordered_name(record, chance):
    del chance
    words = record["name"].replace(",", "").split()
    record["name"] = " ".join(words[1:] + words[:1]).upper()
    return True


def new_id(record, chance):
    del record, chance
    return True


def other_hour(record, chance):
    del chance
    changed = False
    for schedule in schedules_of(record):
        if schedule.get("opens_at"):
            schedule["opens_at"] = "20:15:00" if not schedule["opens_at"].startswith("20") else "10:15:00"
            schedule.pop("closes_at", None)
            changed = True
    return changed


def moved_by_list(record, chance):
    """A list that took the record over has it at another address."""
    extract(record, chance)
    return move(record)


def move(record):
    for location in sites_of(record):
        location.pop("latitude", None)
        location.pop("longitude", None)
    for address in addresses_of(record):
        address["address_1"] = "Verhuisweg 7"
        address["postal_code"] = "9999 ZZ"
    return bool(addresses_of(record))


def branch_venue(record, chance):
    """The same organisation at another venue: another activity."""
    del chance
    return move(record)


def branch_day(record, chance):
    """The same organisation on another day: another activity. Records whose days are in words alone are passed over."""
    del chance
    changed = False
    for schedule in schedules_of(record):
        days = [day for day in DAYS if day in (schedule.get("byday") or "")]
        free = [day for day in DAYS if day not in (schedule.get("byday") or "")]
        if len(days) == 1 and free:
            schedule["byday"] = free[0]
            changed = True
    return changed and len(schedules_of(record)) == 1


PERTURBATIONS = {"new_id": new_id, "typos": typos, "phone_format": phone_format, "abbreviations": abbreviations,
                 "reordered_name": reordered_name, "missing_fields": missing_fields, "no_contact": no_contact,
                 "other_hour": other_hour, "extract": extract, "moved_by_list": moved_by_list,
                 "branch_venue": branch_venue, "branch_day": branch_day}
KEPT_APART = {"branch_venue", "branch_day"}


def perturbed(records, kind, seed, path):
    """Writes a copy of each record to which the change applies; original id by id of the copy."""
    originals = {}
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            changed = copy.deepcopy(record)
            if not PERTURBATIONS[kind](changed, random.Random(f"{seed}/{kind}/{record['id']}")):
                continue
            changed["id"] = str(uuid.uuid5(NAMESPACE, f"{kind}/{record['id']}"))
            originals[changed["id"]] = record["id"]
            file.write(json.dumps(changed, ensure_ascii=False) + "\n")
    return originals
