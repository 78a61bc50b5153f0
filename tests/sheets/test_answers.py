#!/usr/bin/env python3
"""Is every Dutch sentence of an answer one that anybody can read?

Makes the answer of every judged profile with $KRING, on the demo catalogue, and reads its texts with the formula and words of
readability.py. Names, and the person's own words that an answer echoes, are not ours and are left out.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import readability

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
MOST_WORDS = 20
MEAN_WORDS = 12
EASY = 60


def run(*words, text=None):
    return subprocess.run([str(word) for word in words], input=text, check=True, capture_output=True, text=True).stdout


def judged_profiles():
    for path in sorted(ROOT.glob("tests/judged/**/profiles/*.json")):
        if not {"friesland", "groningen", "zeeland"} & set(path.parts):
            yield json.loads(path.read_text(encoding="utf-8")) | {"language": "nl"}


def texts_of(answer):
    """What an answer says in sentences of its own."""
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
        cls.sentences = []
        for profile in judged_profiles():
            answer = json.loads(run(KRING, "match", "--index", index, "-", text=json.dumps(profile)))
            names = names_in(answer, profile)
            for text in texts_of(answer):
                for name in names:
                    text = text.replace(name, "dit")
                cls.sentences += readability.sentences_of(text)

    def test_there_is_something_to_read(self):
        self.assertGreater(len(self.sentences), 2000)

    def test_no_sentence_is_long_and_the_mean_is_short(self):
        lengths = [len(readability.words_of(sentence)) for sentence in self.sentences]
        longest = max(self.sentences, key=lambda sentence: len(readability.words_of(sentence)))
        self.assertLessEqual(max(lengths), MOST_WORDS, longest)
        self.assertLessEqual(sum(lengths) / len(lengths), MEAN_WORDS)

    def test_who_left_primary_school_can_read_it(self):
        self.assertGreaterEqual(readability.flesch_douma(self.sentences), EASY)

    def test_no_word_of_the_office_is_used(self):
        found = {word for sentence in set(self.sentences) for word in readability.office_words_in(sentence)}
        self.assertEqual(found, set())


if __name__ == "__main__":
    unittest.main()
