#!/usr/bin/env python3
"""Is the service shut off as systemd counts it, and do the manual pages read as mandoc wants them?"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PACKAGING = pathlib.Path(__file__).resolve().parents[2] / "service/packaging"
KRING = os.environ["KRING"]
MOST_EXPOSURE = 20  # tenths: 2.0, where 10 is open to all


def exposure_is_low(unit):
    return subprocess.run(["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSURE}", unit],
                          capture_output=True, check=False).returncode == 0


class Unit(unittest.TestCase):
    def test_the_service_is_shut_off(self):
        self.assertTrue(exposure_is_low(PACKAGING / "kring.service"))

    def test_a_service_that_is_open_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = pathlib.Path(folder) / "kring.service"
            text = (PACKAGING / "kring.service").read_text(encoding="utf-8")
            unit.write_text(re.sub(r"^(Protect|Private|Restrict|SystemCall|Capability).*\n", "", text, flags=re.M))
            self.assertFalse(exposure_is_low(unit))


class Manual(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        subprocess.run([sys.executable, PACKAGING / "make_manual.py", KRING, self.folder], check=True)

    def test_each_subcommand_has_a_page(self):
        text = subprocess.run([KRING, "--help"], capture_output=True, text=True, check=True).stdout
        commands = re.findall(r"^  (\w+) ", text.split("Subcommands:")[1], re.M)
        self.assertGreater(len(commands), 10)
        self.assertEqual({page.name for page in self.folder.iterdir()},
                         {"kring.1.gz", *(f"kring-{command}.1.gz" for command in commands)})

    def test_the_pages_have_no_fault(self):
        for page in self.folder.iterdir():
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (0, ""), page.name)

    def test_a_page_has_every_option_of_its_help(self):
        text = subprocess.run([KRING, "serve", "--help"], capture_output=True, text=True, check=True).stdout
        page = subprocess.run(["mandoc", "-T", "ascii", self.folder / "kring-serve.1.gz"], capture_output=True, text=True,
                              check=True).stdout
        page = re.sub(".\b", "", page)
        for option in re.findall(r"^  (--[\w-]+)", text, re.M):
            self.assertIn(option, page)


if __name__ == "__main__":
    unittest.main()
