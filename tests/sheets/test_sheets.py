#!/usr/bin/env python3
"""Is what a person takes home readable, silent where it must be, and sound to outside tools?

Makes the plan of every judged profile in each form with $KRING and looks at what comes out: with the formula and words of
readability.py, and with pdftotext, pdffonts, pdfinfo, qpdf, tidy and icalendar.
"""
import base64
import concurrent.futures
import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time
import unittest

import icalendar

import readability

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
# code -> what its file of sentences tells of the language
LANGUAGES = {path.stem: json.loads(path.read_text(encoding="utf-8"))["language"]
             for path in sorted((ROOT / "engine/plan/sentences").glob("*.json"))}
MEDIA_TYPES = {"json": "application/json", "html": "text/html", "pdf": "application/pdf", "text": "text/plain",
               "ics": "text/calendar"}
PRINTED = ("html", "pdf", "text", "ics")
MOMENTS = ("start_of_care", "care_planning", "discharge", "moving_on", "review")


def run(*words):
    done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"{words}\n{done.stderr.decode()}{done.stdout.decode(errors='replace')}")
    return done.stdout


def judged():
    for path in sorted(ROOT.glob("tests/judged/*/profiles/*.json")):
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))


def in_dutch(profile, form="u"):
    return profile | {"language": "nl", "sheet_language": "nl", "form_of_address": form}


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(60)
        self.sock.connect(self.path)


class Service:
    """One `kring serve` over both demo catalogues for the whole run."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)
        catalog, self.index, self.socket = self.work / "kring.db", self.work / "index", self.work / "socket"
        run(KRING, "places", "import", "--catalog", catalog, ROOT / "catalog/demo/places.csv")
        for region in ("nijmegen", "limburg"):
            run(KRING, "import", "--catalog", catalog, "--source", region, ROOT / f"catalog/demo/{region}/services.ndjson")
        run(KRING, "index", "--catalog", catalog, "--index", self.index, "--today", "2026-11-23")
        self.log = open(self.work / "log", "w+", encoding="utf-8")
        self.process = subprocess.Popen([str(KRING), "serve", "--catalog", str(catalog), "--index", str(self.index),
                                         "--listen", f"unix:{self.socket}"], stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 60
        while not self.is_ready():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError("kring serve does not answer\n" + (self.work / "log").read_text(encoding="utf-8"))
            time.sleep(0.1)

    def is_ready(self):
        try:
            with contextlib.closing(UnixConnection(self.socket)) as connection:
                connection.request("GET", "/health/ready")
                return connection.getresponse().status == 200
        except OSError:
            return False

    def post(self, body, accept):
        headers = {"Content-Type": "application/json", "Accept": accept}
        with contextlib.closing(UnixConnection(self.socket)) as connection:
            connection.request("POST", "/v1/plans", body, headers)
            response = connection.getresponse()
            return response, response.read()

    def stop(self):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()
        self.folder.cleanup()


def setUpModule():
    Sheets.service = Service()
    unittest.addModuleCleanup(Sheets.service.stop)


class Sheets(unittest.TestCase):
    service = None

    @property
    def work(self):
        return self.service.work

    def plan(self, document, form):
        """The plan of a profile or of a whole request, as bytes."""
        request = document if "profile" in document else {"profile": document}
        response, body = self.service.post(json.dumps(request).encode(), MEDIA_TYPES[form])
        self.assertEqual(response.status, 200, body)
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        return body

    def values(self, document):
        return json.loads(self.plan(document, "json"))

    def pdf(self, document):
        path = self.work / "plan.pdf"
        path.write_bytes(self.plan(document, "pdf"))
        return path

    def words(self, document, form):
        """The form as text without lay-out."""
        if form == "pdf":
            return run("pdftotext", "-raw", self.pdf(document), "-").decode()
        text = self.plan(document, form).decode()
        if form == "ics":
            return re.sub(r"\r\n ", "", text).replace("\\,", ",").replace("\\;", ";")
        if form == "html":
            text = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
            text = re.sub(r"</?(span|bdi|a)\b[^>]*>", "", text)
            text = re.sub(r"<[^>]+>", "\n", text)
            for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
                text = text.replace(entity, letter)
        return text


def leads_of(plan):
    for priority in plan["priorities"]:
        for lead in (priority["lead"], priority["fallback"]):
            if lead:
                yield lead


def names_in(plan):
    """What others called themselves and wrote, longest first: no text of this project."""
    names = set()
    for lead in leads_of(plan):
        activity = lead["activity"]
        venue = activity["venue"] or {"name": "", "city": ""}
        names |= {activity["name"], activity["organization"], venue["name"], lead["address"], lead["phone_note"],
                  activity["email"], activity["url"], activity["phone"]}
    for priority in plan["priorities"]:
        if priority["tie"]:
            names.add(priority["tie"]["alias"])
    names |= {member["alias"] for member in plan["team"]} | set(plan["wishes"])
    if plan["safety"]:
        names |= {contact["name"] for contact in plan["safety"]["contacts"]}
    return sorted(filter(None, names), key=len, reverse=True)


class Readable(Sheets):
    def own_text(self, profile, form):
        """The printed text with "dit" for each name of others."""
        text = self.words(profile, form)
        for name in names_in(self.values(profile)):
            text = text.replace(name, "dit")
        return re.sub(r"\+?\d[\d -]{6,}\d", "dit", text)

    def test_every_dutch_text_is_at_level_b1(self):
        for name, profile in judged():
            for moment, address in ((None, "u"), ("discharge", "u"), ("discharge", "je")):
                document = in_dutch(profile, address) | ({"moment": moment} if moment else {})
                for form in ("text", "html"):
                    with self.subTest(name, moment=moment, address=address, form=form):
                        text = self.own_text(document, form)
                        sentences = readability.sentences_of(text)
                        lengths = [len(readability.words_of(sentence)) for sentence in sentences]
                        self.assertGreater(len(sentences), 8)
                        self.assertLessEqual(max(lengths), 20, sentences[lengths.index(max(lengths))])
                        self.assertLessEqual(sum(lengths) / len(lengths), 12)
                        self.assertGreaterEqual(readability.flesch_douma(sentences), 60)
                        self.assertEqual(readability.office_words_in(text), [])

    def test_every_dutch_sentence_there_is_is_at_level_b1(self):
        file = json.loads((ROOT / "engine/plan/sentences/nl.json").read_text(encoding="utf-8"))
        self.assertLessEqual(set(file["variants"]["je"]), set(file["sentences"]))
        for key, pattern in [*file["sentences"].items(), *file["variants"]["je"].items()]:
            with self.subTest(key, pattern=pattern):
                text = pattern.replace("{date}", "15 februari 2027").replace("{number}", "2").replace("{time}", "10")
                text = text.replace("{name}", "dit")
                self.assertEqual(readability.office_words_in(text), [])
                for sentence in readability.sentences_of(text):
                    self.assertLessEqual(len(readability.words_of(sentence)), 20)

    def test_who_is_called_je_is_so_in_every_form_of_the_plan(self):
        polite = re.compile(r"\b(u|uw|uzelf)\b", re.I)
        request = {"own_steps": [{"text": "dit"}]}
        for name, profile in judged():
            said = {"u": "", "je": ""}
            for address in said:
                document = {"profile": in_dutch(profile, address), **request}
                plan = self.values(document)
                for form in ("text", "html", "ics"):
                    text = self.words(document, form)
                    for other in names_in(plan):
                        text = text.replace(other, "dit")
                    said[address] += text
                said[address] += plan["goal"]["text"] + " ".join(text for lead in leads_of(plan) for text in lead["questions"])
            with self.subTest(name):
                self.assertRegex(said["u"], polite)
                self.assertNotRegex(said["je"], polite)

    def test_the_measure_tells_hard_from_easy(self):
        hard = ["De verantwoordelijkheid voor de implementatie van ondersteuningsbehoeften ligt bij samenwerkingspartners."]
        self.assertLess(readability.flesch_douma(hard), 30)
        self.assertGreater(readability.flesch_douma(["Bel ons op.", "Dat is gratis."]), 80)
        self.assertEqual(readability.syllables_of("hulpverlener"), 4)
        self.assertEqual(readability.syllables_of("leeuw"), 1)
        self.assertIn("indien", readability.office_words_in("Indien nodig"))


class Silent(Sheets):
    def test_nothing_of_the_avoid_list_is_printed(self):
        looked = 0
        for name, profile in judged():
            avoid = profile.get("avoid", {})
            for form in PRINTED + ("json",):
                text = self.words(in_dutch(profile), form).lower()
                for word in sum((avoid.get(kind, []) for kind in ("words", "organizations", "places", "concepts")), []):
                    with self.subTest(name, form=form, word=word):
                        looked += 1
                        self.assertIsNone(re.search(rf"(?<!\w){re.escape(word.lower())}", text))
        self.assertGreater(looked, 50)

    def test_no_gap_and_no_judgement_of_a_contact_is_told(self):
        for name, profile in judged():
            unwelcome = [contact for contact in profile.get("network", {}).get("contacts", [])
                         if contact.get("wish") in ("less_contact", "none") and contact.get("domain") != "professional"]
            for form in PRINTED + ("json",):
                text = self.words(in_dutch(profile), form)
                with self.subTest(name, form=form):
                    for word in ("critical", "kritisch", "\"gap\":", "0.", "eenzaam"):
                        own = text if word != "0." else re.sub(r"\"versions\".*?}|\"per_session\":[0-9.]+", "", text)
                        for other in names_in(self.values(in_dutch(profile))):
                            own = own.replace(other, "")
                        self.assertNotIn(word, own.lower())
                    for contact in unwelcome:
                        if contact.get("alias"):
                            self.assertNotRegex(text, rf"(?<!\w){re.escape(contact['alias'])}(?!\w)")

    def test_only_the_text_for_professionals_names_a_code(self):
        _, profile = next(judged())
        self.assertIn("Z68", self.words(in_dutch(profile), "text"))
        for form in ("html", "pdf", "ics", "json"):
            self.assertNotIn("Z68", self.words(in_dutch(profile), form))

    def test_the_log_tells_nothing_of_a_person(self):
        profile = {"network": {"contacts": [{"id": "c", "alias": "geheim", "wish": "more_contact"}]}}
        for form in MEDIA_TYPES:
            self.plan({"profile": profile, "goal": "geheim"}, form)
        self.service.log.flush()
        log = (self.work / "log").read_text(encoding="utf-8")
        self.assertIn("POST /v1/plans 200", log)
        self.assertNotIn("geheim", log)

    def test_a_goal_and_alias_are_text_whatever_they_hold(self):
        hostile = "<b>x</b> & \"y\"\u0007\r\nBEGIN:VEVENT; \\ 'z' \u202e \U0001f642"
        profile = {"date": "2026-11-23", "person": {"postcode": "6511"}, "network": {"contacts": [
            {"id": "c", "alias": hostile[:60], "wish": "more_contact"}]}}
        request = {"profile": profile, "goal": hostile}
        page = self.plan(request, "html").decode()
        self.assertNotIn("<b>", page)
        self.assertIn("&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;", page)
        calendar = icalendar.Calendar.from_ical(self.plan(request, "ics"))
        self.assertTrue(all(not event.errors for event in calendar.walk("VEVENT")))
        self.assertNotRegex(self.plan(request, "text").decode(), r"[\x00-\x09\x0b-\x1f]|\nBEGIN")
        run("qpdf", "--check", self.pdf(request))


class Sound(Sheets):
    def test_a_pdf_is_sound_has_its_fonts_within_and_tells_phones_and_names(self):
        for name, profile in judged():
            with self.subTest(name):
                document = in_dutch(profile)
                path = self.pdf(document)
                run("qpdf", "--check", path)
                for line in run("pdffonts", path).decode().splitlines()[2:]:
                    self.assertRegex(line, r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$")
                    self.assertEqual(line.split()[-5], "yes", line)
                info = run("pdfinfo", path).decode()
                self.assertIn("(A4)", info)
                self.assertLessEqual(int(re.search(r"Pages: +(\d+)", info)[1]), 2)
                text = re.sub(r"\s+", " ", run("pdftotext", "-raw", path, "-").decode())
                for lead in leads_of(self.values(document)):
                    for word in re.findall(r"[\u0000-\u024f\u2010-\u2030]+", lead["activity"]["name"]):
                        self.assertIn(re.sub(r"\s+", " ", word).strip(), text)
                    if lead["activity"]["phone"]:
                        self.assertIn(lead["activity"]["phone"], text)

    def test_letters_on_paper_are_of_twelve_points_at_least(self):
        path = self.pdf(in_dutch(dict(judged())["21-ontslag-psychose-klarendal"]))
        content = run("qpdf", "--qdf", "--object-streams=disable", path, "-")
        sizes = [float(found) for found in re.findall(rb"(?m)^([\d.]+) 0 0 -?[\d.]+ [\d.]+ [\d.]+ Tm", content)]
        self.assertGreater(len(sizes), 20)
        self.assertGreaterEqual(min(sizes), 12)

    def test_every_language_is_printed_whole(self):
        _, profile = next(judged())
        for language, told in LANGUAGES.items():
            with self.subTest(language):
                document = profile | {"sheet_language": language}
                path = self.pdf(document)
                run("qpdf", "--check", path)
                fonts = run("pdffonts", path).decode()
                self.assertNotRegex(fonts, r"DejaVu|Type 3")
                script = {"ar": "Arabic", "ti": "Ethiopic"}.get(language, "NotoSans-")
                self.assertIn(script, fonts)
                text = run("pdftotext", "-raw", path, "-").decode()
                self.assertNotIn("\ufffd", text)
                for lead in leads_of(self.values(document)):
                    if lead["activity"]["phone"]:
                        self.assertIn(lead["activity"]["phone"], text)
                page = self.plan(document, "html").decode()
                self.assertIn(f'<html lang="{language}" dir="{told["direction"]}">', page)
                self.assertEqual("Een computer heeft dit vertaald" in page, not told["is_checked"])

    def test_a_page_is_valid_and_stands_alone(self):
        for name, profile in judged():
            for language in ("nl", "ar"):
                with self.subTest(name, language=language):
                    page = self.plan(profile | {"sheet_language": language}, "html")
                    path = self.work / "plan.html"
                    path.write_bytes(page)
                    run("tidy", "-errors", "-quiet", path)
                    text = page.decode()
                    self.assertEqual(text.count("<h1"), 1)
                    self.assertRegex(text, r"@page \{ size: A4")
                    self.assertNotRegex(text, r"<script|<link|<img|url\(|@import| style=| on\w+=")

    def test_the_policy_of_a_page_allows_its_own_style_and_nothing_else(self):
        request = json.dumps({"profile": {}}).encode()
        response, body = self.service.post(request, "text/html")
        style = re.search(rb"<style>(.*?)</style>", body, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
        policy = response.headers.get_all("Content-Security-Policy")
        self.assertEqual(policy, [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
                                  "frame-ancestors 'none'"])

    def test_a_calendar_is_read_by_others(self):
        for name, profile in judged():
            with self.subTest(name):
                data = self.plan(profile, "ics")
                self.assertEqual(data.count(b"\r\n"), data.count(b"\n"))
                self.assertLessEqual(max(map(len, data.split(b"\r\n"))), 75)
                events = icalendar.Calendar.from_ical(data).walk("VEVENT")
                self.assertTrue(all(not event.errors for event in events))
                self.assertEqual(len({event["UID"] for event in events}), len(events))
                plan = self.values(profile)
                days = {str(event["DTSTART"].dt)[:10] for event in events}
                self.assertLessEqual({check_up["date"] for check_up in plan["check_ups"]}, days)
                self.assertIn(plan["review_on"], days)
                for priority in plan["priorities"]:
                    if priority["tie"]:
                        self.assertLessEqual({step["when"] for step in priority["tie"]["steps"]}, days)

    def test_the_same_request_gives_the_same_bytes(self):
        _, profile = next(judged())
        for form in PRINTED + ("json",):
            first = self.plan(profile, form)
            with concurrent.futures.ThreadPoolExecutor(4) as threads:
                for again in threads.map(lambda _: self.plan(profile, form), range(8)):
                    self.assertEqual(again, first, form)

    def test_every_moment_makes_a_sheet_of_two_pages(self):
        _, profile = next(judged())
        for moment in MOMENTS:
            with self.subTest(moment):
                info = run("pdfinfo", self.pdf(in_dutch(profile) | {"moment": moment})).decode()
                self.assertRegex(info, r"Pages: +[12]\n")

    def test_the_program_writes_what_the_service_answers(self):
        _, profile = next(judged())
        path, out = self.work / "profile.json", self.work / "out.pdf"
        path.write_text(json.dumps(profile), encoding="utf-8")
        for form in MEDIA_TYPES:
            run(KRING, "plan", "--index", self.service.index, "--accept", form, "--out", out, path)
            self.assertEqual(out.read_bytes(), self.plan(profile, form), form)


if __name__ == "__main__":
    unittest.main()
