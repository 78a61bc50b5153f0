#!/usr/bin/env python3
"""Are feeds on the web fetched to their end, kept up to date, and safe from bad days of their source?

A server on 127.0.0.1 plays the source; nothing goes over the network.
"""
import http.server
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
PER_PAGE = 5


def make_service(number):
    return {"id": f"s{number}", "name": f"Groep {number}", "status": "active", "phones": [{"number": "024-000 00 00"}],
            "organization": {"id": "o1", "name": "Welzijn", "description": "Welzijn in de buurt"}}


def make_item(number, state="updated"):
    data = {"@type": "SessionSeries", "@id": f"https://a.example/{number}", "name": f"Groep {number}",
            "url": f"https://a.example/{number}"}
    return {"state": state, "kind": "SessionSeries", "id": f"i{number}", "modified": number,
            **({"data": data} if state == "updated" else {})}


class Source(http.server.BaseHTTPRequestHandler):
    """What the server's `answer` says: (status, headers, body), by path and query."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        self.server.asked.append(self.path)
        query = dict(urllib.parse.parse_qsl(parts.query))
        status, headers, body = self.server.answer(parts.path, query, self.headers)
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


class Feeds(unittest.TestCase):
    """A catalogue and a source."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.catalog = self.folder / "a.db"
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Source)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.services = [make_service(number) for number in range(12)]
        self.server.answer = self.give_pages

    def give_pages(self, _path, query, _headers):
        """HSDS pages of `services`."""
        page = int(query.get("page", 1))
        pages = max(1, -(-len(self.services) // PER_PAGE))
        contents = self.services[(page - 1) * PER_PAGE:page * PER_PAGE]
        return 200, {}, {"total_items": len(self.services), "total_pages": pages, "page_number": page,
                         "size": len(contents), "first_page": page == 1, "last_page": page == pages,
                         "empty": not contents, "contents": contents}

    def kring(self, *words, expect=0):
        done = subprocess.run([KRING, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              timeout=120)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def url(self, path="/services"):
        return f"http://{self.host}{path}"

    def take(self, *words, path="/services", expect=0):
        done = self.kring("import", "--catalog", self.catalog, "--source", "feed", "--allow-private", self.host,
                          "--json", *words, self.url(path), expect=expect)
        return json.loads(done.stdout)


class Harvest(Feeds):
    def add(self, *words):
        self.kring("harvest", "--catalog", self.catalog, "--add", self.url(), "--source", "feed", "--allow-private",
                   self.host, *words)

    def harvest(self, *words, expect=0):
        done = self.kring("harvest", "--catalog", self.catalog, "--json", *words, expect=expect)
        return json.loads(done.stdout)["feeds"]

    def test_all_pages_of_a_list_are_read_and_what_it_no_longer_has_goes(self):
        report = self.take()
        self.assertEqual((report["added"], len(self.server.asked)), (12, 3))
        self.assertEqual(self.take()["unchanged"], 12)
        del self.services[3:5]
        report = self.take()
        self.assertEqual((report["removed"], report["unchanged"]), (2, 10))

    def test_a_list_that_breaks_off_keeps_what_came_and_goes_on_from_there(self):
        self.server.answer = lambda path, query, headers: (
            (404, {}, b"") if query.get("page") == "2" else self.give_pages(path, query, headers))
        report = self.take(expect=1)
        self.assertEqual((report["added"], report["removed"]), (5, 0))
        self.server.answer = self.give_pages
        self.server.asked.clear()
        report = self.take()
        self.assertEqual((report["added"], report["unchanged"]), (7, 5))
        self.assertEqual([path.split("?")[1] for path in self.server.asked], ["page=2", "page=3"])

    def test_a_killed_harvest_goes_on_where_it_was(self):
        reached = threading.Event()

        def stall(path, query, headers):
            if query.get("page") == "3":
                self.server.handle_error = lambda *_: None  # nobody hears that answer
                reached.set()
                time.sleep(3)
            return self.give_pages(path, query, headers)

        self.add()
        self.server.answer = stall
        program = subprocess.Popen([KRING, "harvest", "--catalog", self.catalog], stdout=subprocess.DEVNULL)
        self.assertTrue(reached.wait(30))
        program.send_signal(signal.SIGKILL)
        program.wait()
        self.server.answer = self.give_pages
        self.server.asked.clear()
        self.assertEqual(self.harvest()[0]["added"], 12)
        self.assertEqual([path.split("?")[1] for path in self.server.asked], ["page=3"])

    def test_changes_are_followed_from_where_they_ended(self):
        items = [make_item(number) for number in range(1, 8)]

        def give_changes(_path, query, _headers):
            after = int(query.get("after", 0))
            page = [item for item in items if item["modified"] > after][:PER_PAGE]
            last = page[-1]["modified"] if page else after
            return 200, {}, {"items": page, "next": f"/rpde?after={last}", "license": "https://a.example/licence"}

        self.server.answer = give_changes
        self.assertEqual(self.take(path="/rpde?after=0")["added"], 7)
        items += [make_item(8), {**make_item(3, "deleted"), "modified": 9}]
        self.server.asked.clear()
        report = self.take(path="/rpde?after=0")
        self.assertEqual((report["read"], report["added"], report["removed"]), (2, 1, 1))
        self.assertEqual(self.server.asked, ["/rpde?after=7", "/rpde?after=9"])
        self.assertEqual(self.take(path="/rpde?after=0")["read"], 0)

    def test_a_feed_that_did_not_change_is_not_sent_again(self):
        def give_once(_path, _query, headers):
            if headers.get("If-None-Match") == '"a"':
                return 304, {}, b""
            return 200, {"ETag": '"a"'}, self.services

        self.server.answer = give_once
        self.assertEqual(self.take()["added"], 12)
        self.assertEqual(self.take()["read"], 0)

    def test_a_next_page_elsewhere_or_in_circles_is_refused(self):
        self.server.answer = lambda *_: (200, {}, {"items": [make_item(1)], "next": "http://b.example/rpde"})
        self.assertIn("next_elsewhere", json.dumps(self.take(expect=1)))
        turns = {"1": "2", "2": "3", "3": "2"}
        self.server.answer = lambda _path, query, _headers: (
            200, {}, {"items": [make_item(int(query["p"]))], "next": f"/rpde?p={turns[query['p']]}"})
        done = self.kring("import", "--catalog", self.catalog, "--source", "circle", "--allow-private", self.host,
                          self.url("/rpde?p=1"), expect=1)
        self.assertIn("next_loops", done.stderr)

    def test_a_private_address_is_refused_and_leaves_no_catalogue(self):
        done = self.kring("import", "--catalog", self.catalog, self.url(), expect=1)
        self.assertIn("private_address", done.stderr)
        self.assertFalse(self.catalog.exists())
        self.assertEqual(self.server.asked, [])
        self.kring("import", "--catalog", self.catalog, "file:///etc/hostname", expect=1)
        self.kring("import", "--catalog", self.catalog, self.url(), "profile.json", expect=2)
        self.assertFalse(self.catalog.exists())

    def test_a_dry_run_keeps_nothing(self):
        self.assertEqual(self.take("--dry-run")["added"], 12)
        self.assertFalse(self.catalog.exists())
        self.take()
        self.services.append(make_service(99))
        self.assertEqual(self.take("--dry-run")["added"], 1)
        self.assertEqual(self.take()["added"], 1)

    def take_nameless(self, *paths, expect=0, flags=()):
        done = self.kring("import", "--catalog", self.catalog, "--allow-private", self.host, "--json", *flags,
                          *map(self.url, paths), expect=expect)
        return json.loads(done.stdout)

    def give_events(self, names, publisher="Buurtagenda"):
        return 200, {}, {"@context": "https://schema.org", "@type": "DataFeed", "publisher": {"name": publisher},
                         "dataFeedElement": [{"@type": "Event", "name": name, "startDate": "2026-12-01T10:00"}
                                             for name in names]}

    def test_a_feed_without_a_name_is_called_after_its_publisher_or_else_its_host(self):
        self.assertEqual(self.take_nameless("/services")["source"], "127.0.0.1")
        self.server.answer = lambda *_: self.give_events(["Soep"])
        self.assertEqual(self.take_nameless("/events", flags=("--dry-run",))["source"], "Buurtagenda")
        self.assertEqual(self.take_nameless("/events")["source"], "Buurtagenda")
        again = self.take_nameless("/events")
        self.assertEqual((again["source"], again["unchanged"]), ("Buurtagenda", 1))
        feeds = self.kring("harvest", "--catalog", self.catalog, "--list").stdout
        self.assertIn("Buurtagenda", feeds)
        self.server.answer = lambda *_: (404, {}, b"")
        self.assertEqual(self.take_nameless("/gone", expect=1)["source"], "127.0.0.1")

    def test_several_addresses_are_one_feed_of_one_source(self):
        lists = {"/a": ["Soep", "Zang"], "/b": ["Dans", "Spel"]}
        self.server.answer = lambda path, *_: self.give_events(lists[path])
        report = self.take_nameless("/a", "/b")
        self.assertEqual((report["source"], report["added"]), ("Buurtagenda", 4))
        lists["/b"] = ["Dans"]
        self.assertEqual(self.take_nameless("/a", "/b")["removed"], 1)
        self.assertNotIn("/a", self.kring("harvest", "--catalog", self.catalog, "--list").stdout)

    def test_pages_of_several_addresses_are_each_walked_to_their_end(self):
        self.services = [make_service(number) for number in range(24)]
        whole, parts = self.services, {"/a": slice(0, 12), "/b": slice(12, 15)}

        def give_part(path, query, headers):
            self.services = whole[parts[path]]
            return self.give_pages(path, query, headers)
        self.server.answer = give_part
        self.assertEqual(self.take_nameless("/a", "/b")["added"], 15)
        parts["/b"] = slice(12, 14)
        self.assertEqual(self.take_nameless("/a", "/b")["removed"], 1)

    def test_where_one_of_several_addresses_fails_nothing_is_removed(self):
        lists = {"/a": ["Soep", "Zang"], "/b": ["Dans"]}
        self.server.answer = lambda path, *_: self.give_events(lists[path]) if path in lists else (404, {}, b"")
        self.take_nameless("/a", "/b")
        lists["/a"] = ["Soep", "Film"]
        del lists["/b"]
        broken = self.take_nameless("/a", "/b", expect=1)
        self.assertEqual((broken["added"], broken["removed"]), (1, 0))
        self.assertTrue(broken["problems"])
        lists["/b"] = ["Dans"]
        self.assertEqual(self.take_nameless("/a", "/b")["removed"], 1)

    def test_a_sudden_drop_of_several_addresses_waits_for_the_word(self):
        lists = {"/a": ["Soep", "Zang"], "/b": ["Dans"]}
        self.server.answer = lambda path, *_: self.give_events(lists[path])
        self.take_nameless("/a", "/b")
        lists["/a"] = ["Soep"]
        held = self.take_nameless("/a", "/b", expect=1)
        self.assertEqual((held["held"], held["removed"]), (1, 0))
        self.assertEqual(self.take_nameless("/a", "/b", flags=("--allow-drop",))["removed"], 1)

    def test_a_sudden_drop_is_held_until_somebody_confirms(self):
        self.add("--every", "60")
        self.assertEqual(self.harvest()[0]["added"], 12)
        del self.services[6:]
        held = self.harvest(expect=1)[0]
        self.assertEqual((held["held"], held["removed"]), (6, 0))
        status = json.loads(self.kring("status", "--catalog", self.catalog, "--index", self.folder / "none",
                                       "--json").stdout)
        feed = status["catalog"]["feeds"][0]
        self.assertEqual((feed["source"], feed["records"], feed["held"]), ("feed", 12, 6))
        self.server.answer = lambda *_: (404, {}, b"")
        self.harvest(expect=1)
        self.assertEqual(self.harvest("--confirm", "feed")[0]["removed"], 6)
        self.harvest("--confirm", "feed", expect=1)

    def test_a_held_drop_is_over_when_the_records_are_back(self):
        self.add()
        self.harvest()
        kept = list(self.services)
        del self.services[1:]
        self.harvest(expect=1)
        self.services[:] = kept
        back = self.harvest()[0]
        self.assertEqual((back["held"], back["unchanged"]), (0, 12))

    def test_feeds_are_listed_with_their_health_and_removed(self):
        self.add("--every", "30")
        self.server.answer = lambda *_: (404, {}, b"")
        self.harvest(expect=1)
        feed = self.harvest("--list")[0]
        self.assertEqual((feed["every_minutes"], feed["errors"], feed["failures"], feed["last_good"]),
                         (30, 1, 1, None))
        self.assertIn("404", feed["last_error"])
        self.assertEqual(self.harvest("--due"), [], "a feed that failed waits")
        self.kring("harvest", "--catalog", self.catalog, "--remove", "feed")
        self.assertEqual(self.harvest("--list"), [])
        self.kring("harvest", "--catalog", self.catalog, "--remove", "feed", expect=1)
        self.kring("harvest", "--catalog", self.catalog, "--source", "feed", expect=1)

    def test_one_page_that_is_no_feed_changes_nothing(self):
        self.take()
        self.server.answer = lambda *_: (200, {}, b"<html>Storing</html>")
        report = self.take(expect=1)
        self.assertTrue(report["problems"])
        self.server.answer = self.give_pages
        self.assertEqual(self.take()["unchanged"], 12)


class Service(Feeds):
    """The service fetches by schedule, and answers whatever the feed does."""

    def serve(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        config = self.folder / "kring.toml"
        config.write_text(f'[harvest]\nallow_private = ["{self.host}"]\n')
        program = subprocess.Popen([KRING, "serve", "--catalog", self.catalog, "--index", self.folder / "index",
                                    "--listen", f"127.0.0.1:{port}", "--config", config],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(program.stdout.close)
        self.addCleanup(program.wait, 30)
        self.addCleanup(program.terminate)
        program.stdout.readline()
        return f"http://127.0.0.1:{port}"

    def wait_for_metric(self, address, line):
        text = ""
        for _ in range(100):
            with urllib.request.urlopen(address + "/metrics") as answer:
                text = answer.read().decode()
            if line in text:
                return text
            time.sleep(0.1)
        return self.fail(text)

    def test_the_service_fetches_what_is_due(self):
        self.kring("harvest", "--catalog", self.catalog, "--add", self.url(), "--source", "feed")
        text = self.wait_for_metric(self.serve(), 'kring_feed_records{source="feed"} 12\n')
        self.assertIn('kring_feed_errors_total{source="feed"} 0\n', text)
        self.assertNotIn('kring_feed_last_good_seconds{source="feed"} 0\n', text)

    def test_a_failing_feed_stops_no_service(self):
        self.server.answer = lambda *_: (404, {}, b"")
        self.kring("harvest", "--catalog", self.catalog, "--add", self.url(), "--source", "feed")
        address = self.serve()
        self.wait_for_metric(address, 'kring_feed_errors_total{source="feed"} 1\n')
        with urllib.request.urlopen(address + "/health/live") as answer:
            self.assertEqual(answer.status, 200)


if __name__ == "__main__":
    unittest.main()
