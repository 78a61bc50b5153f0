#!/usr/bin/env python3
"""Is every Dutch sentence of an answer one that anybody can read?

Makes the answer of every judged profile with $KRING, on the demo catalogue, and reads its texts with the formula and words of
readability.py. Names, and the person's own words that an answer echoes, are not ours and are left out.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import readability

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
MOST_WORDS = 20
MEAN_WORDS = 12
EASY = 60
FORMS = ("u", "je")


def run(*words, text=None):
    return subprocess.run([str(word) for word in words], input=text, check=True, capture_output=True, text=True).stdout


def judged_profiles():
    for path in sorted(ROOT.glob("tests/judged/**/profiles/*.json")):
        if {"nijmegen", "limburg"} & set(path.parts):  # the regions of the index
            yield json.loads(path.read_text(encoding="utf-8")) | {"language": "nl"}


def texts_of(answer):
    """What an answer says in sentences of its own."""
    yield from (entry["effect"] or "" for entry in answer["understood"])
    for gap in answer["gaps"]:
        yield from gap["evidence"] + gap["unknown"]
    for tie in answer["ties"]:
        yield from tie["why"]
        yield from (step["text"] for step in tie["steps"])
        yield (tie["occasion"] or {"text": ""})["text"]
    for match in answer["matches"]:
        yield from (entry["text"] for entry in match["reasons"] + match["questions"])
        yield (match["counterfactual"] or {"text": ""})["text"]
        yield match["first_step"] or ""
    for entry in answer["portfolio_entries"]:
        yield entry["go_on_when"] or ""
    yield from (relaxation["text"] for relaxation in answer["relaxations"])
    yield answer["portfolio_lacks"] or ""
    yield (answer["typology"] or {"text": ""})["text"]


def names_in(answer, profile):
    """What is named, longest first: activities, contacts and interests."""
    names = {match["activity"]["name"] for match in answer["matches"]}
    for match in answer["matches"]:
        names |= {match["activity"][key] or "" for key in ("phone", "email", "url")}
    names |= {contact.get("alias", "") for contact in profile.get("network", {}).get("contacts", [])}
    names |= set(profile.get("interests", []))
    for tie in answer["ties"]:
        if tie["occasion"]:
            names.add(tie["occasion"]["text"].partition(": ")[2].rstrip("."))
    return sorted((name for name in names if name), key=lambda name: (-len(name), name))


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        catalog, index = f"{folder}/kring.db", f"{folder}/index"
        run(KRING, "places", "import", "--catalog", catalog, ROOT / "catalog/demo/places.csv")
        for region in ("nijmegen", "limburg"):
            run(KRING, "import", "--catalog", catalog, "--source", region, ROOT / f"catalog/demo/{region}/services.ndjson")
        run(KRING, "index", "--catalog", catalog, "--index", index, "--today", "2026-11-23")
        cls.sentences = {form: [] for form in FORMS}
        for profile in judged_profiles():
            for form, sentences in cls.sentences.items():
                document = json.dumps(profile | {"form_of_address": form})
                answer = json.loads(run(KRING, "match", "--index", index, "-", text=document))
                names = names_in(answer, profile)
                for text in texts_of(answer):
                    for name in names:
                        text = text.replace(name, "dit")
                    sentences += readability.sentences_of(text)

    def each_form(self):
        for form, sentences in self.sentences.items():
            with self.subTest(form):
                yield sentences

    def test_there_is_something_to_read(self):
        for sentences in self.each_form():
            self.assertGreater(len(sentences), 2000)

    def test_no_sentence_is_long_and_the_mean_is_short(self):
        for sentences in self.each_form():
            lengths = [len(readability.words_of(sentence)) for sentence in sentences]
            longest = max(sentences, key=lambda sentence: len(readability.words_of(sentence)))
            self.assertLessEqual(max(lengths), MOST_WORDS, longest)
            self.assertLessEqual(sum(lengths) / len(lengths), MEAN_WORDS)

    def test_who_left_primary_school_can_read_it(self):
        for sentences in self.each_form():
            self.assertGreaterEqual(readability.flesch_douma(sentences), EASY)

    def test_no_word_of_the_office_is_used(self):
        for sentences in self.each_form():
            found = {word for sentence in set(sentences) for word in readability.office_words_in(sentence)}
            self.assertEqual(found, set())

    def test_who_is_called_je_is_so_in_each_sentence(self):
        polite = re.compile(r"\b(u|uw|uzelf)\b", re.I)
        self.assertGreater(len([text for text in self.sentences["u"] if polite.search(text)]), 100)
        self.assertEqual({text for text in self.sentences["je"] if polite.search(text)}, set())


if __name__ == "__main__":
    unittest.main()
