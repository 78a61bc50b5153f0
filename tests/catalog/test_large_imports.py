#!/usr/bin/env python3
"""Does reading take no more memory as a feed or its faults grow, and does a killed import leave the catalogue as it was?

Runs the program in KRING. Moments of killing are random; their seed is printed (SEED chooses it).
"""
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import tempfile
import time
import unittest

KRING = os.environ["KRING"]
SEED = int(os.environ.get("SEED", random.randrange(1_000_000)))
FEW, MANY = 1_000, 10_000
MOST_GROWTH = 16 * 1024  # KiB that the many may take beyond the few: their keys, and 8 MiB of the file
FILLER = "Samen wandelen door de wijk en daarna koffie. " * 65  # makes the larger feed outgrow that bound: 30 MB
MOST_LISTED = 10_000  # faults in a report: kMaxListed
MOST_ROWS = 20_000_000  # of a table that is not held: kMaxTableRows
KILLS = 3
RECORDS_KILLED = 150


def write_record(number, words):
    return json.dumps({"id": f"r{number}", "name": f"Groep {words} {number}", "description": FILLER, "status": "active",
                       "organization": {"id": f"o{number % 97}", "name": f"Stichting {number % 97}"}})


def write_feed(path, count, layout, words="noord"):
    """Lines, or one list."""
    is_list = layout == "list"
    with open(path, "w", encoding="utf-8") as out:
        out.write("[" if is_list else "")
        for number in range(count):
            out.write((",\n" if is_list and number else "") + write_record(number, words) + ("" if is_list else "\n"))
        out.write("]\n" if is_list else "")
    return path


def peak_of(words):
    """KiB of memory that the program took at most."""
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != 0:
        raise AssertionError(f"{words} gave {running.returncode}")
    return usage.ru_maxrss


class LargeFeeds(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def peak_of_reading(self, count, layout):
        feed = write_feed(self.path / f"{count}.json", count, layout)
        return peak_of([KRING, "check", str(feed)])

    def check_growth(self, layout):
        growth = self.peak_of_reading(MANY, layout) - self.peak_of_reading(FEW, layout)
        print(f"{layout}: {growth} KiB more for {MANY} than for {FEW} records")
        self.assertLess(growth, MOST_GROWTH)

    def test_lines_are_read_one_by_one(self):
        self.check_growth("lines")

    def test_a_list_is_read_element_by_element(self):
        self.check_growth("list")


class LargeTables(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def peak_of_reading(self, count, encoding):
        path = self.path / f"{count}.csv"
        with open(path, "w", encoding=encoding, newline="") as out:
            out.write("Kenmerk;Naam;Omschrijving;Plaats\r\n")
            for number in range(count):
                out.write(f"r{number};Café {number};{FILLER};'s-Hertogenbosch\r\n")
        return peak_of([KRING, "check", "--format", "kring-csv", str(path)])

    def test_a_table_of_another_encoding_is_not_held(self):
        for encoding in ("cp1252", "utf-16"):
            growth = self.peak_of_reading(MANY, encoding) - self.peak_of_reading(FEW, encoding)
            print(f"{encoding}: {growth} KiB more for {MANY} than for {FEW} rows")
            self.assertLess(growth, MOST_GROWTH)


class LargePackages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def write_package(self, count):
        """One service, and `count` telephones of six keys each."""
        folder = self.path / str(count)
        folder.mkdir()
        (folder / "services.csv").write_text("id,name\ns,Koffie\n", encoding="utf-8")
        with open(folder / "phones.csv", "w", encoding="utf-8") as out:
            out.write("id,service_id,location_id,organization_id,contact_id,service_at_location_id,number\n")
            for number in range(count):
                out.write(f"p{number},{'s' if number == 0 else number},l{number},o{number},c{number},a{number},0612345678\n")
        return str(folder)

    def peak_of_reading(self, count):
        return peak_of([KRING, "check", "--format", "hsds-csv", self.write_package(count)])

    def test_rows_and_their_keys_are_not_held(self):
        few, many = 50_000, 500_000
        growth = self.peak_of_reading(many) - self.peak_of_reading(few)
        print(f"{growth} KiB more for {many} than for {few} rows of six keys")
        self.assertLess(growth, MOST_GROWTH)

    def test_a_package_of_more_key_columns_than_files_may_be_open_at_first_is_imported(self):
        few = 10  # the standard streams, the list of rows and six of keys; the catalogue has no room
        limits = few, resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        folder = self.write_package(70_000)  # more than are held: kMaxHeldPairs
        told = subprocess.run([KRING, "import", "--catalog", str(self.path / "k.db"), "--format", "hsds-csv", folder],
                              capture_output=True, text=True, check=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limits))
        self.assertEqual(told.returncode, 0, told.stderr)


class BadFeeds(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def write(self, count):
        """One good record, and `count` without a name."""
        path = self.path / f"{count}.ndjson"
        with open(path, "w", encoding="utf-8") as out:
            out.write(write_record(0, "noord") + "\n")
            for number in range(1, count + 1):
                out.write(json.dumps({"id": f"r{number}", "status": "active"}) + "\n")
        return str(path)

    def words_of_import(self, feed, count):
        return [KRING, "import", "--catalog", str(self.path / f"{count}.db"), "--json", feed]

    def test_faults_without_end_take_no_memory_without_end(self):
        few, many = 2 * MOST_LISTED, 8 * MOST_LISTED
        growth = peak_of(self.words_of_import(self.write(many), many)) - peak_of(self.words_of_import(self.write(few), few))
        print(f"{growth} KiB more for {many} than for {few} bad records")
        self.assertLess(growth, MOST_GROWTH)

    def test_a_table_of_rows_without_end_is_refused_before_it_fills_the_memory(self):
        feed = self.path / "services.csv"
        for style, header, line in (("kring-csv", "Naam\n", "a\n"), ("hsds-csv", "id,name,program_id\n", "1,a,1\n")):
            with open(feed, "w", encoding="utf-8") as out:
                out.write(header)
                for _ in range(MOST_ROWS // 1_000 + 1):
                    out.write(line * 1_000)
                out.write('"')  # what comes after the limit is not read
            run = subprocess.run([KRING, "check", "--format", style, str(feed)], check=False, capture_output=True, text=True)
            self.assertNotEqual(run.returncode, 0)
            self.assertIn("Split the file", run.stdout + run.stderr)

    def test_faults_that_are_not_listed_are_counted(self):
        count = MOST_LISTED + 7
        report = json.loads(subprocess.run(self.words_of_import(self.write(count), count), check=True, capture_output=True).stdout)
        self.assertEqual(report["read"], count + 1)
        self.assertEqual(len(report["rejected"]), MOST_LISTED)
        self.assertEqual(report["unlisted"], {"rejected": 7, "warnings": 0, "likely_duplicates": 0})


class KilledImports(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.catalog = str(self.path / "kring.db")

    def words_of_import(self, feed):
        return [KRING, "import", "--catalog", self.catalog, "--source", "a", "--format", "hsds", str(feed)]

    def content(self):
        return subprocess.run([KRING, "export", "--catalog", self.catalog, "--format", "hsds"], check=True,
                              capture_output=True).stdout

    def test_a_killed_import_leaves_the_revision_before_it(self):
        print(f"seed {SEED}")
        moments = random.Random(SEED)
        feeds = [write_feed(self.path / f"{words}.ndjson", RECORDS_KILLED, "lines", words) for words in ("noord", "zuid")]
        begin = time.monotonic()
        subprocess.run(self.words_of_import(feeds[0]), check=True, stdout=subprocess.DEVNULL)
        duration = time.monotonic() - begin
        before = self.content()
        killed = 0
        for turn in range(KILLS):
            feed = feeds[(turn + 1) % 2]
            running = subprocess.Popen(self.words_of_import(feed), stdout=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, duration))
            running.send_signal(signal.SIGKILL)
            after = self.content() if running.wait() != 0 else None
            if after is not None:
                killed += 1
                # All of the old feed, or, where the kill came after the commit, all of the new.
                names = {record["name"].split()[1] for record in json.loads(after)}
                self.assertEqual(len(json.loads(after)), RECORDS_KILLED)
                self.assertEqual(len(names), 1)
                if names == {"noord" if b"Groep noord" in before else "zuid"}:
                    self.assertEqual(after, before)
            subprocess.run(self.words_of_import(feed), check=True, stdout=subprocess.DEVNULL)
            before = self.content()
        print(f"{killed} of {KILLS} were killed before their end")


if __name__ == "__main__":
    unittest.main()
