#!/usr/bin/env python3
"""Does the audit trail of `kring serve` stay verifiable when the service is killed in the middle of its work?

Every answer that a client has seen stands in the trail afterwards.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
import uuid

KRING = os.environ["KRING"]
ROUNDS = 6
CLIENTS = 4


class Killed(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.trail = pathlib.Path(self.folder.name, "audit.jsonl")
        self.answered = []

    def start(self):
        process = subprocess.Popen(
            [KRING, "serve", "--catalog", f"{self.folder.name}/k.db", "--index", f"{self.folder.name}/k.index",
             "--listen", "127.0.0.1:0", "--audit", str(self.trail)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        return process, re.search(r"http://\S+", process.stdout.readline()).group()

    def ask_until_killed(self, address):
        while True:
            correlation = str(uuid.uuid4())
            request = urllib.request.Request(f"{address}/v1/matches", b"{}", {
                "Content-Type": "application/json", "X-Correlation-Id": correlation, "Kring-Purpose": "test"})
            try:
                urllib.request.urlopen(request, timeout=10).close()
            except urllib.error.HTTPError as error:  # 503: there is no index
                error.close()
            except OSError:
                return
            self.answered.append(correlation)

    def verify(self):
        outcome = subprocess.run([KRING, "audit", "verify", "--json", str(self.trail)], capture_output=True, text=True, check=False)
        return outcome.returncode, json.loads(outcome.stdout)

    def test_a_killed_service_leaves_a_trail_that_holds(self):
        seed = random.randrange(1_000_000)
        print("seed", seed)
        chance = random.Random(seed)
        for _ in range(ROUNDS):
            process, address = self.start()
            clients = [threading.Thread(target=self.ask_until_killed, args=(address,)) for _ in range(CLIENTS)]
            for client in clients:
                client.start()
            time.sleep(chance.uniform(0.2, 0.6))
            process.kill()
            process.wait(timeout=30)
            for client in clients:
                client.join()
            code, verdict = self.verify()
            self.assertEqual((code, verdict["intact"]), (0, True), verdict)
        self.assertGreater(len(self.answered), ROUNDS)
        kept = {json.loads(line)["correlation"] for line in self.trail.read_text(encoding="utf-8").splitlines()
                if line.endswith("}")}
        self.assertEqual([answered for answered in self.answered if answered not in kept], [])

    def test_a_changed_trail_is_told_with_its_place(self):
        process, address = self.start()
        for _ in range(3):
            self.answer_one(address)
        process.terminate()
        process.wait(timeout=30)
        self.assertEqual(self.verify()[0], 0)
        self.trail.write_text(self.trail.read_text(encoding="utf-8").replace("503", "200", 1), encoding="utf-8")
        code, verdict = self.verify()
        self.assertEqual(code, 1)
        self.assertEqual((verdict["broken"]["file"], verdict["broken"]["line"]), (str(self.trail), 1))

    def answer_one(self, address):
        request = urllib.request.Request(f"{address}/v1/gaps", b"{}", {"Content-Type": "application/json"})
        with self.assertRaises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(request, timeout=10)
        raised.exception.close()


if __name__ == "__main__":
    unittest.main()
