"""Runs Kring on catalogues of its own, several at a time."""
import concurrent.futures
import json
import os
import subprocess


class Kring:
    def __init__(self, program):
        self.program = program

    def run(self, *words):
        return subprocess.run([str(word) for word in (self.program, *words)], check=True, text=True, capture_output=True).stdout

    def add(self, catalog, source, path, form="hsds"):
        """Imports a list; how many records the report counts as added."""
        report = self.run("import", "--catalog", catalog, "--source", source, "--format", form, "--json", path)
        return json.loads(report)["added"]

    def sets(self, catalog):
        """The members of each set of duplicates, id and name."""
        report = json.loads(self.run("duplicates", "--catalog", catalog, "--json"))
        return [{member["id"]: member["name"] for member in found["members"]} for found in report["sets"]]

    def id_sets(self, catalog):
        return [frozenset(members) for members in self.sets(catalog)]


def at_once(work, tasks):
    """work(task) of each, in the order of the tasks."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, tasks))
