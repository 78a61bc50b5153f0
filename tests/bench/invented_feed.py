"""A feed of any size of invented records, as varied as a country's.

Each record takes the words of one of the demo's and gets a town, a provider, a venue, a phone and a web address of an
invented country: a town for every 250 records, a provider for every four, as many activities of one kind in a town as people
would find there. Of a hundred records five are another list's copy of a record before them, changed as tests/duplicates changes
copies. Equal numbers and seeds give equal bytes.
"""
import collections
import json
import pathlib
import random
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/duplicates"))

from perturb import DAYS, KEPT_APART, PERTURBATIONS, addresses_of, schedules_of, sites_of  # noqa: E402 (its folder is named above)

DEMO = [ROOT / "catalog/demo/nijmegen/services.ndjson", ROOT / "catalog/demo/limburg/services.ndjson"]
RECORDS_OF_A_TOWN = 250
MOST_TOWNS = 4_000  # as many postcode areas as the Netherlands have
RECORDS_OF_A_PROVIDER = 4
COPIES = 0.05  # of all records; some resemble each other besides, as they do in the demo, where 44 of 300 are in sets
COPIES_LIE_WITHIN = 10_000  # records behind their original
COMMON_FROM = 2  # names that have the word
FIRST_POSTCODE, DEGREES_SOUTH, DEGREES_WEST = 1_000, 51.0, 4.0
TOWNS_IN_A_ROW, DEGREES_BETWEEN = 64, 0.03
BEGINNINGS = ["Am", "Bor", "Cal", "Den", "Elst", "Graf", "Hil", "Kamp", "Lin", "Mar", "Noor", "Oud", "Roos", "Stel", "Wijk", "Zand"]
MIDDLES = ["ber", "da", "en", "ger", "ker", "lo", "mer", "ne", "ster", "ven", "we", "zel"]
ENDINGS = ["beek", "berg", "broek", "dam", "drecht", "foort", "hoven", "huizen", "kerk", "meer", "veld", "wolde"]
STREETS = ["straat", "laan", "weg", "plein", "pad", "singel", "hof", "kade"]
VENUES = ["Buurthuis", "Wijkcentrum", "Dorpshuis", "Bibliotheek", "Kerkzaal", "Sporthal", "Inloophuis", "Buurtkamer"]
WORDS = len(BEGINNINGS) * len(MIDDLES) * len(ENDINGS)


def invent_word(number):
    """Each number below WORDS has its own."""
    number, beginning = divmod(number, len(BEGINNINGS))
    number, middle = divmod(number, len(MIDDLES))
    return BEGINNINGS[beginning] + MIDDLES[middle] + ENDINGS[number % len(ENDINGS)]


class Town:
    def __init__(self, number):
        self.name = ("" if number < WORDS else "Nieuw-") + invent_word(number)
        self.postcode4 = FIRST_POSTCODE + number
        self.latitude = DEGREES_SOUTH + number // TOWNS_IN_A_ROW * DEGREES_BETWEEN
        self.longitude = DEGREES_WEST + number % TOWNS_IN_A_ROW * DEGREES_BETWEEN


class InventedFeed:
    def __init__(self, count, seed):
        self.count, self.seed = count, seed
        self.towns = [Town(number) for number in range(min(MOST_TOWNS, 1 + count // RECORDS_OF_A_TOWN))]
        self.samples = [line for path in DEMO for line in path.read_text(encoding="utf-8").splitlines()]
        counts = collections.Counter(word for line in self.samples for word in json.loads(line)["name"].lower().split())
        self.name_words = sorted(word for word, count in counts.items() if count >= COMMON_FROM and word.isalpha())
        self.sentences = [sentence for line in self.samples for sentence in sentences_of(json.loads(line))]

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            for number in range(self.count):
                file.write(json.dumps(self.record(number), ensure_ascii=False) + "\n")

    def record(self, number):
        chance = random.Random(f"{self.seed} record {number}")
        if number == 0 or chance.random() >= COPIES:
            return self.original(number)
        record = self.original(chance.randrange(max(0, number - COPIES_LIE_WITHIN), number))
        kind = chance.choice(sorted(PERTURBATIONS.keys() - KEPT_APART))
        PERTURBATIONS[kind](record, chance)
        return with_ids(record, chance)

    def original(self, number):
        chance = random.Random(f"{self.seed} original {number}")
        provider_number = chance.randrange(1 + self.count // RECORDS_OF_A_PROVIDER)
        by_provider = random.Random(f"{self.seed} provider {provider_number}")
        town = by_provider.choice(self.towns)
        sample = chance.choice(self.samples)
        cities = {address["city"] for address in addresses_of(json.loads(sample)) if address.get("city")}
        for city in sorted(cities, key=lambda name: (-len(name), name)):
            sample = sample.replace(city, town.name)
        record = json.loads(sample)
        self.set_words(record, chance, town)
        set_provider(record, by_provider, provider_number)
        set_places(record, chance, town)
        set_times(record, chance)
        return with_ids(record, chance)


    def set_words(self, record, chance, town):
        """Sentences of any records; a name of common words and of words that tell it apart."""
        record["description"] = " ".join(chance.sample(self.sentences, chance.randrange(2, 6)))
        kind, word = " ".join(chance.sample(self.name_words, 2)), invent_word(chance.randrange(WORDS))
        record["name"] = chance.choice([f"{kind} {town.name}", f"{kind} De {word} ({town.name})", f"{word}: {kind}"])


def sentences_of(record):
    return [sentence.rstrip(".") + "." for sentence in record["description"].split(". ")]


def with_ids(value, chance):
    """The record with new ids, in what it holds too; a provider keeps its own."""
    for name, member in value.items():
        for part in member if isinstance(member, list) else [member]:
            if isinstance(part, dict) and name != "organization":
                with_ids(part, chance)
    if "id" in value:
        value["id"] = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    return value


def set_provider(record, by_provider, number):
    """By the provider's own chances, so that all its records name the same."""
    name = f"{by_provider.choice(['Stichting', 'Vereniging', 'Welzijn', 'Zorggroep'])} {invent_word(by_provider.randrange(WORDS))}"
    host = f"{name.lower().replace(' ', '-')}-{number}.example.org"
    phone = f"0{by_provider.randrange(10, 80)}-{by_provider.randrange(10_000_000):07}"
    if record.get("organization"):
        record["organization"] |= {"id": str(uuid.UUID(int=by_provider.getrandbits(128), version=4)), "name": name}
        record["organization"] |= {"email": f"info@{host}", "website": f"https://{host}"}
    for further, listed in enumerate(record.get("phones", [])):
        listed["number"] = phone[:-1] + str((int(phone[-1]) + further) % 10)
    if record.get("email"):
        record["email"] = f"info@{host}"
    if record.get("url"):
        record["url"] = f"https://{host}/{record['url'].rsplit('/', 1)[-1]}"


def set_places(record, chance, town):
    for location in sites_of(record):
        if location.get("name"):
            location["name"] = f"{chance.choice(VENUES)} De {invent_word(chance.randrange(WORDS))}"
        if location.get("latitude"):
            location["latitude"] = round(town.latitude + chance.uniform(-0.01, 0.01), 5)
            location["longitude"] = round(town.longitude + chance.uniform(-0.01, 0.01), 5)
        for address in location.get("addresses", []):
            address["address_1"] = f"{invent_word(chance.randrange(WORDS))}{chance.choice(STREETS)} {chance.randrange(1, 200)}"
            address["postal_code"] = f"{town.postcode4} {chance.choice('ABCDEFGH')}{chance.choice('ABCDEFGHJK')}"
    for area in record.get("service_areas", []):
        area["name"] = town.name


def set_times(record, chance):
    for schedule in schedules_of(record):
        if schedule.get("byday") in DAYS:
            schedule["byday"] = chance.choice(DAYS)
        if schedule.get("opens_at") and schedule.get("closes_at"):
            opens = chance.randrange(9, 20)
            schedule["opens_at"], schedule["closes_at"] = f"{opens:02}:00:00", f"{opens + 2}:30:00"
