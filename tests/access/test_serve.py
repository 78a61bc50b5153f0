#!/usr/bin/env python3
"""Does `kring serve` keep strangers out, and do keys made by `kring keys` open it and stop doing so?

Runs the program KRING with an empty catalogue: 503 then means let in, as there is no index to answer from.
"""
import base64
import concurrent.futures
import contextlib
import http.server
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

KRING = os.environ["KRING"]
LET_IN = 503


def run(*arguments):
    return subprocess.run([KRING, *arguments], capture_output=True, text=True, timeout=60, check=False)


class Service:
    """`kring serve` on a free port until the end of the block."""

    def __init__(self, folder, *flags):
        self.process = subprocess.Popen(
            [KRING, "serve", "--catalog", f"{folder}/k.db", "--index", f"{folder}/k.index", "--listen", "127.0.0.1:0", *flags],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = re.search(r"http://\S+", self.process.stdout.readline()).group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def match(self, **headers):
        """Status and WWW-Authenticate of a match asked with `headers`, whose names have _ for -."""
        status, told = self.ask(**headers)
        return status, told["WWW-Authenticate"]

    def ask(self, **headers):
        """Status and headers of the same."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.address}/v1/matches", b"{}", {"Content-Type": "application/json", **named})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers


@contextlib.contextmanager
def slow_issuer():
    """The address of an identity provider, and the event at which it answers with an empty set of keys."""
    answers = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answers.wait(timeout=60)
            body = b'{"keys": []}'
            with contextlib.suppress(BrokenPipeError):  # a service that has stopped
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", answers
        finally:
            answers.set()
            server.shutdown()


def make_token(issuer):
    """A token of the issuer that nobody signed."""
    parts = ({"alg": "RS256", "typ": "at+jwt", "kid": "a"}, {"iss": issuer}, {})
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)


class Serve(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.keys = str(pathlib.Path(self.folder.name, "keys.json"))

    def create(self, *flags):
        made = run("keys", "create", "--keys", self.keys, "--json", *flags)
        self.assertEqual(made.returncode, 0, made.stderr)
        return json.loads(made.stdout)

    def test_listening_beyond_this_machine_is_refused_with_what_to_do(self):
        for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:0", "kring.example:0"):
            refused = run("serve", "--catalog", "a", "--index", "b", "--listen", address)
            self.assertEqual(refused.returncode, 2, address)
            self.assertIn("--allow-anonymous", refused.stderr)
            self.assertIn("kring keys create", refused.stderr)

    def test_this_machine_needs_no_key_unless_said(self):
        with Service(self.folder.name) as service:
            self.assertEqual(service.match()[0], LET_IN)
            self.assertEqual(service.match(X_Forwarded_For="192.0.2.7")[0], 401)
            self.assertEqual(service.match(Authorization="Bearer kring_x")[0], 401)
        with Service(self.folder.name, "--local-needs-key") as service:
            self.assertEqual(service.match(), (401, 'Bearer realm="kring"'))

    def test_a_key_opens_by_its_role_until_it_is_revoked(self):
        ward = self.create("--name", "ward 7", "--role", "record_system")
        monitor = self.create("--name", "watch", "--role", "monitor")
        with Service(self.folder.name, "--keys", self.keys, "--local-needs-key") as service:
            self.assertEqual(service.match(X_API_Key=ward["key"])[0], LET_IN)
            self.assertEqual(service.match(Authorization=f"Bearer {ward['key']}")[0], LET_IN)
            self.assertEqual(service.match(X_API_Key=monitor["key"]),
                             (403, 'Bearer realm="kring", error="insufficient_scope"'))
            self.assertEqual(run("keys", "revoke", "--keys", self.keys, ward["id"]).returncode, 0)
            self.assertEqual(service.match(X_API_Key=ward["key"]), (401, 'Bearer realm="kring", error="invalid_token"'))

    def write_config(self, issuer):
        path = pathlib.Path(self.folder.name, "kring.toml")
        path.write_text(f'[[access.issuers]]\nissuer = "{issuer}"\naudience = "kring"\nkey_set = "{issuer}/keys"\n'
                        'roles = { a = "professional" }\n', encoding="utf-8")
        return str(path)

    def test_an_issuer_that_is_slow_holds_up_nobody_and_no_stop(self):
        with slow_issuer() as (issuer, answers), concurrent.futures.ThreadPoolExecutor(8) as pool:
            with Service(self.folder.name, "--config", self.write_config(issuer)) as service:
                bearer = f"Bearer {make_token(issuer)}"
                start = time.monotonic()
                told = list(pool.map(lambda _: service.ask(Authorization=bearer), range(16)))
                self.assertEqual(service.match()[0], LET_IN)
                self.assertLess(time.monotonic() - start, 2)
                self.assertEqual({(status, headers["Retry-After"]) for status, headers in told}, {(503, "1")})
                answers.set()
                for _ in range(100):
                    if service.match(Authorization=bearer)[0] != 503:
                        break
                    time.sleep(0.1)
                self.assertEqual(service.match(Authorization=bearer)[0], 401)
            answers.clear()
            with Service(self.folder.name, "--config", self.write_config(issuer)) as service:
                self.assertEqual(service.match(Authorization=bearer)[0], 503)
                start = time.monotonic()
            self.assertLess(time.monotonic() - start, 4)

    def test_a_token_of_an_issuer_that_gives_no_keys_waits_until_it_is_asked_again(self):
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            issuer = f"http://127.0.0.1:{nobody.getsockname()[1]}"
            with Service(self.folder.name, "--config", self.write_config(issuer)) as service:
                waits = []
                for _ in range(100):
                    status, headers = service.ask(Authorization=f"Bearer {make_token(issuer)}")
                    self.assertEqual(status, 503)
                    waits.append(int(headers["Retry-After"]))
                    if waits[-1] > 1:
                        break
                    time.sleep(0.1)
                self.assertIn(waits[-1], range(15, 31), waits)

    def test_keys_are_listed_without_their_secrets(self):
        made = self.create("--name", "ward 7", "--role", "editor", "--municipality", "GM0268")
        listed = run("keys", "list", "--keys", self.keys).stdout
        self.assertIn(f"kring_{made['id']}", listed)
        self.assertIn("ward 7", listed)
        self.assertNotIn(made["key"], listed)
        self.assertNotIn(made["key"].split("_")[2], pathlib.Path(self.keys).read_text(encoding="utf-8"))
        [key] = json.loads(run("keys", "list", "--json", "--keys", self.keys).stdout)["keys"]
        self.assertEqual((key["state"], key["roles"], key["municipality"]), ("valid", ["editor"], "GM0268"))

    def test_a_key_that_makes_no_sense_is_refused_with_every_fault(self):
        refused = run("keys", "create", "--keys", self.keys, "--name", "x" * 101, "--role", "king", "--role", "editor")
        self.assertEqual(refused.returncode, 2)
        for part in ("record_system", "--name", "--municipality"):
            self.assertIn(part, refused.stderr)
        self.assertFalse(pathlib.Path(self.keys).exists())
        self.assertEqual(run("keys", "revoke", "--keys", self.keys, "0" * 12).returncode, 1)

    def test_keys_that_cannot_be_read_stop_the_service_at_the_start(self):
        refused = run("serve", "--catalog", "a", "--index", "b", "--listen", "127.0.0.1:0", "--keys", self.keys)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("kring keys create", refused.stderr)


if __name__ == "__main__":
    unittest.main()
