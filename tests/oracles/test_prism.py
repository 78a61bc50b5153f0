#!/usr/bin/env python3
"""Does Prism, between a client and Kring, see one request or answer of /v1 that breaks the OpenAPI document?

The proxy stands before a service with both demo catalogues and turns what breaks the document into an error of its own.
Good requests must come through as they are; what the document forbids must be refused by both, by Kring with the status
that the document tells.
"""
import contextlib
import json
import signal
import socket
import subprocess
import time
import unittest

import api_requests
import conformance

PRISM = conformance.HERE / "node_modules/.bin/prism"
REFUSED_BY_PRISM = 422  # a request that breaks the document
BROKEN_BY_SERVICE = 500  # an answer that does


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_listening(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


@contextlib.contextmanager
def proxy(document, upstream):
    """Prism before `upstream` until the block ends; its address."""
    port = free_port()
    command = [conformance.NODE, PRISM, "proxy", document, upstream, "--port", port, "--errors"]
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + conformance.START_SECONDS
            while not is_listening(port):
                assert process.poll() is None and time.monotonic() < deadline, "the proxy did not start"
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGKILL)


class Prism(api_requests.ServedTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.proxy = cls.enterClassContext(proxy(cls.path, cls.served.base))

    def check(self, requests):
        """Each comes through the proxy with its own status."""
        for request in requests:
            status, headers, body = request.send(self.proxy)
            self.assertIsNone(headers["sl-violations"], str(request))
            self.assertEqual(status, request.status, f"{request} {body[:500]}")
        return len(requests)

    def test_matching_keeps_to_the_document(self):
        self.assertGreater(self.check(api_requests.matching()), 80)

    def test_searching_keeps_to_the_document(self):
        self.check(api_requests.searching())

    # Prism takes application/ld+json for application/json; that form is held against its schema in test_openapi.py.
    def test_activities_keep_to_the_document(self):
        _, _, body = api_requests.get("/activities", query=[("perPage", 100)]).send(self.served.base)
        hits = json.loads(body)["contents"]
        self.check(api_requests.reading(hit["activity"]["id"] for hit in hits))
        dated = [hit["activity"]["id"] for hit in hits if hit["next_sessions"]]
        self.assertTrue(dated)
        self.check(api_requests.reading(dated, "text/calendar"))

    def test_refusals_keep_to_the_document(self):
        self.check(api_requests.refused())

    def test_health_keeps_to_the_document(self):
        with proxy(self.path, self.served.base.removesuffix("/v1")) as address:
            for path in ("/health/live", "/health/ready", "/metrics"):
                status, headers, body = api_requests.get(path).send(address)
                self.assertEqual((status, headers["sl-violations"]), (200, None), f"{path} {body[:500]}")

    def test_what_the_document_forbids_is_refused_by_both(self):
        for request in api_requests.faulty():
            self.assertEqual(request.send(self.served.base)[0], request.status, str(request))
            self.assertEqual(request.send(self.proxy)[0], REFUSED_BY_PRISM, str(request))

    def test_an_answer_that_breaks_the_document_is_found(self):
        """A proxy that lets everything through would prove nothing."""
        planted = json.loads(json.dumps(self.document))
        planted["components"]["schemas"]["ConceptList"]["properties"]["version"]["type"] = "integer"
        with proxy(self.served.keep("planted.json", json.dumps(planted).encode("utf-8")), self.served.base) as address:
            self.assertEqual(api_requests.get("/concepts").send(address)[0], BROKEN_BY_SERVICE)


if __name__ == "__main__":
    unittest.main()
