#!/usr/bin/env python3
"""Do two builds of Kring give the same bytes?

  compare_builds.py FIRST SECOND

Each program makes an index of its own from the demo catalogues and answers every judged profile; all answers must be equal to the
byte. The exit code is 1 where one is not.
"""
import pathlib
import subprocess
import sys
import tempfile

from regions import SETS, make_index


def answer_all(kring, name, folder):
    """Profile -> the bytes of its answer."""
    index = make_index(kring, name, folder)
    profiles = sorted((SETS[name][0] / "profiles").glob("*.json"))
    return {path.stem: subprocess.run([kring, "match", "--index", index, path], capture_output=True, check=True).stdout
            for path in profiles}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    differing, compared = [], 0
    for name in SETS:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            answers = answer_all(pathlib.Path(sys.argv[1]), name, first)
            others = answer_all(pathlib.Path(sys.argv[2]), name, second)
        compared += len(answers)
        differing += [f"{name}/{profile}" for profile in answers if answers[profile] != others[profile]]
    print(f"{compared} answers of two builds, {len(differing)} differ{': ' if differing else ''}{' '.join(differing)}")
    sys.exit(1 if differing or not compared else 0)


if __name__ == "__main__":
    main()
