"""What do the oracle tests do alike: where is what they need, how is a validator asked, and where is its verdict kept?"""
import contextlib
import json
import os
import pathlib
import subprocess
import time
import unittest
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KRING = pathlib.Path(os.environ.get("KRING", ROOT / "build/release/kring"))
NODE = os.environ.get("KRING_NODE", "node")
REPORTS = pathlib.Path(os.environ.get("KRING_CONFORMANCE", ROOT / "build/conformance"))
REGIONS = ("nijmegen", "limburg")
START_SECONDS = 60
VALIDATE_SECONDS = 300


def shared_folder(needed_for):
    """The folder KRING_SHARED; without it the test is skipped, and says so."""
    folder = os.environ.get("KRING_SHARED")
    if not folder:
        print(f"\nSKIPPED: {needed_for} (KRING_SHARED is not set)")
        raise unittest.SkipTest("KRING_SHARED is not set")
    return pathlib.Path(folder)


def run(*words, **options):
    options.setdefault("capture_output", True)
    done = subprocess.run([str(word) for word in words], text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{words[0]} {words[1]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def check_documents(subjects, schema):
    """The verdict of ajv on each list of documents, by its name: {checked, faulty, faults}."""
    lines = "".join(json.dumps({"subject": subject, "document": document}) + "\n"
                    for subject, documents in subjects.items() for document in documents)
    return json.loads(run(NODE, HERE / "check_documents.js", schema, input=lines, timeout=VALIDATE_SECONDS))


def check_openapi(subjects, openapi):
    """The same for lists of (pointer to a schema in the OpenAPI document, document)."""
    lines = "".join(json.dumps({"subject": subject, "schema": schema, "document": document}) + "\n"
                    for subject, pairs in subjects.items() for schema, document in pairs)
    return json.loads(run(NODE, HERE / "check_openapi.js", openapi, input=lines, timeout=VALIDATE_SECONDS))


def lint(document, ruleset):
    """What Spectral finds, errors and warnings: [{code, path, message, …}]."""
    command = [NODE, HERE / "node_modules/.bin/spectral", "lint", "--ruleset", ruleset, "--format", "json", "--quiet",
               "--fail-severity", "hint", document]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=VALIDATE_SECONDS)
    if done.returncode not in (0, 1):
        raise AssertionError(f"spectral failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout or "[]")


class Report:
    """One file of verdicts for people and one for programs, in conformance/ of the build."""

    def __init__(self, name, title):
        self.name, self.title, self.rows = name, title, []

    def add(self, subject, against, verdict):
        self.rows.append({"subject": subject, "against": against} | verdict)

    def check(self, subjects, against, schema):
        """Asks ajv about lists of documents by their names."""
        for subject, verdict in check_documents(subjects, schema).items():
            self.add(subject, against, verdict)

    def faulty(self):
        return [row for row in self.rows if row["faulty"]]

    def write(self):
        REPORTS.mkdir(parents=True, exist_ok=True)
        document = {"title": self.title, "faulty": sum(row["faulty"] for row in self.rows), "rows": self.rows}
        (REPORTS / f"{self.name}.json").write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
        lines = [self.title, ""]
        for row in sorted(self.rows, key=lambda row: (row["against"], row["subject"])):
            verdict = "ok" if not row["faulty"] else f"{row['faulty']} FAULTY"
            lines.append(f"{row['subject']:<40} {row['against']:<28} {row['checked']:>6} checked  {verdict}")
            lines += [f"    {fault['count']} x {fault['pointer']} {fault['message']} ({fault['example']})" for fault in row["faults"]]
        text = "\n".join(lines) + "\n"
        (REPORTS / f"{self.name}.txt").write_text(text, encoding="utf-8")
        print("\n" + text)


def make_demo_catalogue(folder, *index_flags):
    """A catalogue of both demo regions with its index; the paths of both."""
    catalog, index = f"{folder}/kring.db", f"{folder}/index"
    run(KRING, "places", "import", "--catalog", catalog, ROOT / "catalog/demo/places.csv")
    for region in REGIONS:
        run(KRING, "import", "--catalog", catalog, "--source", region, ROOT / f"catalog/demo/{region}/services.ndjson")
    run(KRING, "index", "--catalog", catalog, "--index", index, *index_flags)
    return catalog, index


@contextlib.contextmanager
def serving(catalog, index, *flags):
    """`kring serve` on a free port, until the block ends; its address."""
    with subprocess.Popen([KRING, "serve", "--catalog", catalog, "--index", index, "--listen", "127.0.0.1:0", *flags],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as service:
        try:
            address = service.stdout.readline().split()[-1]
            base = address if address.startswith("http") else f"http://{address}"
            wait_until_ready(base)
            yield base
        finally:
            service.terminate()


def wait_until_ready(base):
    """The open APIs read the catalogue and the engine the index, each in its own time."""
    deadline = time.monotonic() + START_SECONDS
    for path in ("/health/ready", "/hsds/services?per_page=1"):
        while not is_ready(base + path):
            assert time.monotonic() < deadline, "the service did not become ready"
            time.sleep(0.1)


def is_ready(address):
    with contextlib.suppress(OSError):
        with urllib.request.urlopen(address) as answer:
            return answer.status == 200
    return False
