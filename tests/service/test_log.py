#!/usr/bin/env python3
"""Does a log that nobody reads hold up the service, and is one that is read whole to its last line?

Runs the program KRING without a catalogue; its log goes into a pipe.
"""
import http.client
import os
import re
import subprocess
import time
import unittest

KRING = os.environ["KRING"]
REQUESTS = 20_000  # more than the pipe and the queue hold together: 64 KiB, and 1 MiB of lines of about 60 bytes
PATIENCE = 30  # seconds


class Log(unittest.TestCase):
    def setUp(self):
        self.process = subprocess.Popen([KRING, "serve", "--catalog", "/nowhere/k.db", "--index", "/nowhere/k.index", "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.process.stdout.close)
        self.addCleanup(self.process.stderr.close)
        self.addCleanup(self.process.wait, timeout=PATIENCE)
        self.addCleanup(self.process.kill)
        port = int(re.search(r"http://\S+:(\d+)", self.process.stdout.readline()).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.addCleanup(self.connection.close)

    def ask(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()

    def lost(self):
        return int(re.search(r"^kring_log_lost_lines_total (\d+)$", self.ask("/metrics")[1], re.MULTILINE).group(1))

    def stop(self):
        self.process.terminate()
        return self.process.communicate(timeout=PATIENCE)[1]

    def test_nobody_reads(self):
        for _ in range(REQUESTS):
            self.assertEqual(self.ask("/health/live")[0], 200)
        lost = self.lost()
        self.assertGreater(lost, 0)
        self.process.terminate()
        start = time.monotonic()
        self.assertEqual(self.process.wait(timeout=PATIENCE), 0)
        self.assertLess(time.monotonic() - start, 15)

    def test_someone_reads_late(self):
        for _ in range(REQUESTS):
            self.assertEqual(self.ask("/health/live")[0], 200)
        lost = self.lost()
        text = self.stop()
        told = sum(map(int, re.findall(r"warning (\d+) lines of this log were lost", text)))
        self.assertGreaterEqual(told, lost)
        answered = REQUESTS + 1  # the question for the figures is the last
        # "stopped" may have found no room either.
        self.assertIn(answered - text.count(" 200 "), (told - 1, told))

    def test_what_is_read_is_whole(self):
        for _ in range(200):
            self.ask("/health/live")
        self.assertEqual(self.lost(), 0)
        text = self.stop()
        self.assertEqual(text.count("GET /health/live 200"), 200)
        self.assertTrue(text.endswith("info stopped\n"), text[-200:])


if __name__ == "__main__":
    unittest.main()
