#!/usr/bin/env python3
"""Does anything that a person tells reach a file, a log, a figure or an error text?

200 generated profiles, each with secrets of its own, are posted to the program KRING in good and broken forms, handed over,
claimed and searched with. Then all that the process wrote is searched: logs, audit trail, catalogue, index and temporary
files, also those that it has removed.
"""
import copy
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import string
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

KRING = os.environ["KRING"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
PROFILES = 200
ROUTES = ("/v1/matches", "/v1/gaps", "/v1/plans")
HANDOVERS = "/v1/handovers"
MARK = "qxjz"  # every secret begins with it
MARKED = re.compile(rb"(?:" + MARK.encode() + rb")[a-z]{8}", re.I)  # of 16 letters: what a stemmer leaves of a word is found too


class Secrets:
    """Words that stand nowhere else."""

    def __init__(self, chance):
        self.chance = chance
        self.words = []
        self.names = set()

    def make_name(self):
        """For a member: an error points at a member that does not exist, by the name that the client's program gave it."""
        name = self.make()
        self.names.add(name[:len(MARK) + 8].encode())
        return name

    def make(self):
        self.words.append(MARK + "".join(self.chance.choices(string.ascii_lowercase, k=12)))
        return self.words[-1]

    def find_in(self, data):
        """The first secret that the bytes hold."""
        return MARKED.search(data)


class Watch:
    """Which files does a process have open? Keeps a copy of those that it may write."""

    def __init__(self, process, copies):
        self.folder = pathlib.Path(f"/proc/{process.pid}/fd")
        self.copies = copies
        self.written = set()
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.ended.wait(0.01):
            self.look()

    def look(self):
        for entry in list(self.folder.iterdir()):
            try:
                target = os.readlink(entry)
                flags = pathlib.Path(str(entry).replace("/fd/", "/fdinfo/")).read_text(encoding="ascii")
                may_write = int(re.search(r"flags:\s*(\d+)", flags).group(1), 8) & os.O_ACCMODE
                if not may_write or not entry.is_file():
                    continue
                self.written.add(target.removesuffix(" (deleted)"))
                if target.endswith(" (deleted)"):
                    shutil.copyfile(entry, self.copies / f"{len(self.written)}-{entry.name}")
            except OSError:
                continue  # closed in between

    def end(self):
        self.ended.set()
        self.thread.join()


def words_of(profile, secrets):
    """The profile with a secret in every text that a person can tell, and how many there are."""
    planted = copy.deepcopy(profile)
    for contact in planted.get("network", {}).get("contacts", []):
        contact["alias"] = f"tante {secrets.make()}"
        contact["interests"] = [secrets.make()]
    for need in planted.setdefault("needs", [{"concept": "peer_group", "priority": 1}]):
        need["text"] = f"praten met {secrets.make()} over {secrets.make()}, niet in de avond"
    return planted


def broken_forms(profile, secrets, chance):
    """Bodies that are refused: JSON cut off, members of the wrong kind or with names that do not exist, bytes that are no text."""
    text = json.dumps(profile)
    place = chance.choice(["person", "practical", "network"])
    wrong = copy.deepcopy(profile)
    chance.choice([
        lambda: wrong.setdefault("person", {}).update(age=secrets.make()),
        lambda: wrong.setdefault("person", {}).update(postcode=secrets.make()),
        lambda: wrong.setdefault("person", {}).update(languages=[secrets.make() * 4]),
        lambda: wrong.update(date=secrets.make()),
        lambda: wrong.update(language=secrets.make()),
        lambda: wrong.setdefault("needs", []).append({"concept": secrets.make(), "text": secrets.make()}),
        lambda: wrong.setdefault("needs", []).append({"concept": "peer_group", "text": secrets.make() * 1000}),
        lambda: wrong.update({place: secrets.make()}),
        lambda: wrong.update({secrets.make_name(): 1}),
        lambda: wrong.setdefault("practical", {}).update({f"x {secrets.make_name()}": 1}),
        lambda: wrong.update(not_meant=[{"need": 1, "name": secrets.make()}]),
    ])()
    return [
        text[:chance.randrange(1, len(text))].encode(),
        json.dumps(wrong).encode(),
        text.replace("tante", "\ttante", 1).encode() if "tante" in text else b"[" + text.encode(),
        text.encode().replace(b"praten", b"\xff\xfe", 1),
        f'{{"needs": "{secrets.make()}", "needs": 1}}'.encode(),
        json.dumps(secrets.make()).encode(),
    ]


class Told(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.copies = self.folder / "copies"
        for name in ("copies", "tmp", "home", "work"):
            (self.folder / name).mkdir()
        seed = random.randrange(1_000_000)
        print("seed", seed)
        self.chance = random.Random(seed)
        self.secrets = Secrets(self.chance)
        self.refusals = []
        self.statuses = {}
        self.tokens = []  # of handovers

    def start(self):
        environment = os.environ | {"TMPDIR": str(self.folder / "tmp"), "HOME": str(self.folder / "home")}
        made = subprocess.run([KRING, "demo", "--no-serve", "--json", "--data", str(self.folder / "demo")], check=True,
                              capture_output=True, text=True, env=environment)
        demo = json.loads(made.stdout)
        with open(self.folder / "stderr.log", "wb") as log:
            process = subprocess.Popen(
                [KRING, "serve", "--catalog", demo["catalog"], "--index", demo["index"], "--listen", "127.0.0.1:0",
                 "--audit", str(self.folder / "audit.jsonl")],
                stdout=subprocess.PIPE, stderr=log, text=True, env=environment, cwd=self.folder / "work")
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, timeout=60)
        self.addCleanup(process.terminate)
        address = re.search(r"http://(\S+)", process.stdout.readline()).group(1)
        connection = http.client.HTTPConnection(address, timeout=60)
        self.addCleanup(connection.close)
        for _ in range(300):
            connection.request("GET", "/health/ready")
            answer = connection.getresponse()
            answer.read()
            if answer.status == 200:
                break
            time.sleep(0.1)
        return process, connection

    def ask(self, connection, method, target, body=None, headers=None):
        connection.request(method, target, body, headers or {})
        answer = connection.getresponse()
        text = answer.read()
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        if answer.status >= 400:
            told = b"\n".join(f"{name}: {value}".encode() for name, value in answer.getheaders())
            self.refusals.append((method, target, answer.status, told + b"\n" + text))
        if answer.will_close:
            connection.close()
        return answer.status, text

    def post(self, connection, route, profile):
        """In the form that the route takes, with secrets in headers, query and goal too."""
        body = {"profile": profile, "goal": f"vaker naar {self.secrets.make()}"} if route == "/v1/plans" else profile
        headers = {"Content-Type": "application/json"}
        status, text = self.ask(connection, "POST", route, json.dumps(body), headers)
        self.assertEqual(status, 200, text)
        self.good += self.secrets.find_in(text) is not None
        for form in broken_forms(profile, self.secrets, self.chance):
            self.assertGreaterEqual(self.ask(connection, "POST", route, form, headers)[0], 400)
        secret = self.secrets.make()
        extra = self.chance.choice([
            {"Kring-Purpose": secret}, {"X-Correlation-Id": secret}, {"X-API-Key": f"kring_{secret}"}, {"Cookie": secret},
            {"Authorization": f"Bearer {secret}.{secret}.{secret}"}, {"Authorization": f"Basic {secret}"}, {"User-Agent": secret},
            {"Accept-Language": secret}, {"Accept": f"text/{secret}"}, {"X-Forwarded-For": secret}, {"Content-Type": f"text/{secret}"}])
        self.ask(connection, "POST", route, json.dumps(body), headers | extra)
        name = urllib.parse.quote(f"x {self.secrets.make()}")
        self.ask(connection, "POST", f"{route}?{self.chance.choice(['limit', name])}={name}", json.dumps(body), headers)
        self.ask(connection, "GET", f"/v1/activities/{name}")

    def hand_over(self, connection, profile):
        """From a record system to the page, with a key that tells something too, and searched with by hand."""
        needs = [{"concept": "peer_group", "text": need["text"]} for need in profile["needs"][:2]]
        fields = {"person": {"postcode": "6822", "age": 45}, "needs": needs}
        headers = {"Content-Type": "application/json"}
        keyed = headers | {"Idempotency-Key": self.secrets.make()}
        status, text = self.ask(connection, "POST", HANDOVERS, json.dumps(fields), keyed)
        self.assertEqual(status, 201, text)
        token = json.loads(text)["token"]
        self.tokens.append(token)
        self.assertEqual(self.ask(connection, "POST", HANDOVERS, "{}", keyed)[0], 422)
        for form in broken_forms(fields, self.secrets, self.chance):
            self.assertGreaterEqual(self.ask(connection, "POST", HANDOVERS, form, headers)[0], 400)
        split = headers | {"Idempotency-Key": f"{self.secrets.make()} {self.secrets.make()}"}
        self.assertEqual(self.ask(connection, "POST", HANDOVERS, json.dumps(fields), split)[0], 400)
        claims = f"{HANDOVERS}/claims"
        for claim in ({"token": self.secrets.make()}, {"token": token, self.secrets.make_name(): token}, {"token": [token]}):
            self.assertGreaterEqual(self.ask(connection, "POST", claims, json.dumps(claim), headers)[0], 400)
        self.assertGreaterEqual(self.ask(connection, "GET", f"{claims}/{token}")[0], 400)
        status, text = self.ask(connection, "POST", claims, json.dumps({"token": token}), headers)
        self.assertEqual((status, json.loads(text)), (200, fields))
        for name in ("q", "place", "concept", self.secrets.make()):
            self.ask(connection, "GET", "/v1/activities?" + urllib.parse.urlencode({name: f"samen {self.secrets.make()}"}))

    def find_in_files(self):
        contents = {path: path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}
        found = [(str(path.relative_to(self.folder)), found.group()) for path, data in contents.items()
                 for found in [self.secrets.find_in(data)] if found]
        return found + [(str(path.relative_to(self.folder)), token) for path, data in contents.items()
                        for token in self.tokens if token.encode() in data]

    def test_what_a_person_tells_is_kept_nowhere(self):
        self.good = 0
        models = [json.loads(path.read_text(encoding="utf-8"))
                  for path in sorted(ROOT.glob("tests/judged/nijmegen/profiles/*.json"))]
        process, connection = self.start()
        watch = Watch(process, self.copies)
        for number in range(PROFILES):
            profile = words_of(models[number % len(models)], self.secrets)
            self.post(connection, ROUTES[number % len(ROUTES)], profile)
            self.hand_over(connection, profile)
        _, figures = self.ask(connection, "GET", "/metrics")
        connection.close()
        watch.look()
        watch.end()
        process.terminate()
        process.wait(timeout=60)
        print("answers", self.statuses, "secrets", len(self.secrets.words))

        self.assertIsNone(self.secrets.find_in(figures))
        self.assertGreater(self.good, PROFILES // 4, "answers name contacts, so the profiles were read")
        self.assertEqual([path for path in watch.written if not path.startswith(str(self.folder))], [],
                         "the process writes only where this test looks")
        self.assertIn(str(self.folder / "audit.jsonl"), watch.written)
        self.assertGreater((self.folder / "stderr.log").stat().st_size, 1000)
        self.assertEqual(self.find_in_files(), [])
        told = [(method, target.split("?")[0][:20], status, found.group())
                for method, target, status, text in self.refusals for found in MARKED.finditer(text) if found.group() not in self.secrets.names]
        told += [(method, "a token", status, token) for method, _, status, text in self.refusals for token in self.tokens if token.encode() in text]
        self.assertEqual(told, [], "an error text repeats what was sent")

    def test_a_secret_that_is_kept_would_be_found(self):
        kept = self.secrets.make()
        for place in ("home/a.log", "tmp/b.bin"):
            (self.folder / place).write_bytes(b"\0x" + kept.upper().encode() + b"\0")
        self.assertEqual(len(self.find_in_files()), 2)
        self.tokens.append("0f" * 32)
        (self.folder / "home/c.log").write_text(f"GET /{self.tokens[0]}", encoding="ascii")
        self.assertEqual(len(self.find_in_files()), 3)


if __name__ == "__main__":
    unittest.main()
