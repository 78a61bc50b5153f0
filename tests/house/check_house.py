#!/usr/bin/env python3
"""Does the house stand as it was drawn?

Checks include direction, third-party headers, top-level entries, sizes and left-overs of the tree at --root.
Prints one line a violation and exits 1 where there is any.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "publiccode.yml",
             "catalog", "engine", "indexer", "script", "service", "tests"}
SOURCE = (".cpp", ".h")
MAX_LINES = 400
LONGER_WITH_REASON = {}  # path: reason

# Folder of a target (longest match wins) and the targets it may include.
TARGETS = [
    ("catalog/", "activity", set()),
    ("catalog/schedule/", "schedule", {"activity"}),
    ("catalog/duplicates/", "duplicates", {"activity"}),
    ("catalog/store/", "store", {"activity", "schedule", "duplicates"}),
    ("catalog/formats/", "store", {"activity", "schedule"}),
    ("catalog/feeds/", "feeds", {"activity", "store"}),
    ("catalog/demo/", "demo", {"activity"}),
    ("indexer/", "indexer", {"activity", "schedule", "store", "duplicates", "language", "index"}),
    ("indexer/language/", "language", {"activity"}),
    ("indexer/format/", "index", {"activity"}),
    ("engine/", "engine", {"activity", "language", "index"}),
    ("service/", "service", {"activity", "schedule", "engine"}),
    ("service/commands/", "program", {"activity", "schedule", "store", "duplicates", "feeds", "demo", "indexer", "language", "index",
                                      "engine", "service"}),
    ("tests/", "tests", None),
]
# What may be included besides: the store's public header, by those that get its records; and how one activity is written.
PUBLIC_HEADERS = {"service": {"catalog/store/store.h", "catalog/formats/schema_org_json.h"}}
# Where a third-party library may be named: prefixes of .cpp files.
LIBRARIES = [
    (r"sqlite3\.h|SQLiteCpp/", ["catalog/store/"]),
    (r"libical/", ["catalog/schedule/"]),
    (r"rapidjson/", ["catalog/json.cpp", "catalog/json_parser.cpp"]),
    (r"(csv|zip|expat)\.h", ["catalog/formats/"]),
    (r"curl/", ["catalog/feeds/"]),
    (r"zlib\.h", ["catalog/feeds/", "service/gzip.cpp"]),
    (r"systemd/", ["service/service_manager.cpp"]),
    (r"xapian(\.h|/)", ["indexer/format/", "indexer/indexer.cpp", "indexer/writer"]),
    (r"libstemmer", ["indexer/language/"]),
    (r"unicode/", ["catalog/duplicates/", "catalog/formats/", "catalog/schedule/", "indexer/language/"]),
    (r"boost/(beast|asio|url|core|system)", ["service/http/"]),
    (r"openssl/", ["service/http/", "service/access/"]),
    (r"cjose/", ["service/access/"]),
    (r"pango/|cairo", ["service/paper/"]),
    (r"boost/uuid", ["catalog/store/"]),
    (r"CLI/", ["service/commands/", "service/main.cpp"]),
    (r"toml\+\+/", ["service/commands/"]),
    (r"spdlog/", ["service/"]),
    (r"fmt/", ["catalog/", "indexer/", "engine/", "service/"]),
]
SYSTEM = re.compile(r"[a-z_]+|(sys|arpa|netinet|net|linux)/[a-z_]+\.h|"
                    r"(assert|dirent|dlfcn|errno|fcntl|fenv|glob|grp|iconv|inttypes|limits|locale|math|poll|pthread|pwd|"
                    r"sched|signal|stddef|stdint|stdio|stdlib|string|strings|termios|time|unistd|utime)\.h")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
LEFT_OVER = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
MACHINE = re.compile(r"(?<![\w.])/(w[o]rk|far[m]|hom[e]/\w+|roo[t])/|\.librar[y]/|registry\.npmj[s]|deb\.debia[n]\.org")
TEXT = SOURCE + (".txt", ".md", ".py", ".json", ".yml", ".css", ".js", ".ts", ".html", ".cmake", ".sh", "")


def files_of(root):
    """Paths of the tree as git sees them, or all files where there is no git."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, check=True,
                                capture_output=True, text=True).stdout.split("\n")
        return sorted(path for path in set(listed) if path and (root / path).is_file())
    return sorted(str(pathlib.Path(folder, name).relative_to(root))
                  for folder, _, names in os.walk(root) for name in names)


def target_of(path):
    if path == "service/main.cpp":
        path = "service/commands/main.cpp"
    best = max((row for row in TARGETS if path.startswith(row[0])), key=lambda row: len(row[0]), default=None)
    return best


def check_own_include(path, included, root):
    if not (root / included).is_file():
        yield f"{path}: \"{included}\" is no path from the top of the house"
        return
    own, other = target_of(path), target_of(included)
    if other is None or other[1] == own[1] or own[2] is None:
        return
    if other[1] not in own[2] and included not in PUBLIC_HEADERS.get(own[1], ()):
        yield f"{path}: {own[1]} may not include {other[1]} ({included})"


def check_foreign_include(path, included):
    if SYSTEM.fullmatch(included):
        return
    if included.startswith("catch2/"):
        if not path.startswith("tests/"):
            yield f"{path}: <{included}> belongs in tests/"
        return
    places = next((places for pattern, places in LIBRARIES if re.match(pattern, included)), None)
    if places is None:
        yield f"{path}: <{included}> is of no library that the house knows"
    elif path.startswith("tests/"):
        return
    elif path.endswith(".h"):
        yield f"{path}: third-party <{included}> in a header"
    elif not path.startswith(tuple(places)):
        yield f"{path}: <{included}> belongs in {' or '.join(places)}"


def asks_a_question(text):
    """Whether the comment on the first lines has a question mark."""
    comment = re.match(r"(?://.*\n)+", text)
    return comment is not None and "?" in comment.group()


def check_source(path, text, root):
    answers_for_header = path.endswith(".cpp") and (root / path).with_suffix(".h").is_file()
    if not answers_for_header and not asks_a_question(text):
        yield f"{path}: the first comment does not ask the question that the file answers"
    if path.endswith(".h") and "#pragma once" not in text:
        yield f"{path}: no #pragma once"
    includes = INCLUDE.findall(text)
    own = path.removesuffix(".cpp") + ".h"
    if answers_for_header and (not includes or includes[0][1] != own):
        yield f"{path}: its first include is not {own}, so nothing shows that the header compiles alone"
    for quote, included in includes:
        if quote == '"':
            yield from check_own_include(path, included, root)
        else:
            yield from check_foreign_include(path, included)


def check_size(path, text):
    lines = text.count("\n")
    if lines > MAX_LINES and path not in LONGER_WITH_REASON:
        yield f"{path}: {lines} lines, over {MAX_LINES}"


def check_is_built(path, root):
    """A .cpp that no CMakeLists.txt of its folder or above names is dead code."""
    folder = pathlib.PurePosixPath(path).parent
    for parent in [folder, *folder.parents]:
        lists = root / parent / "CMakeLists.txt"
        name = str(pathlib.PurePosixPath(path).relative_to(parent))
        if lists.is_file() and re.search(rf"(?<![\w/]){re.escape(name)}(?!\w)", lists.read_text(encoding="utf-8")):
            return
    yield f"{path}: no CMakeLists.txt builds it"


def check_text(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if path.endswith(SOURCE + (".js", ".ts", ".css", ".py")) or path.startswith(("script/", ".ci/")):
            if LEFT_OVER.search(line):
                yield f"{path}:{number}: a left-over ({LEFT_OVER.search(line).group()})"
        found = MACHINE.search(line)
        if found:
            yield f"{path}:{number}: a machine path or registry host ({found.group()})"


def violations(root):
    for path in files_of(root):
        top = path.split("/")[0]
        if not top.startswith(".") and top not in TOP_LEVEL:
            yield f"{path}: the house has no top-level entry {top}"
        if not path.endswith(TEXT) or "." not in pathlib.PurePosixPath(path).name and top not in ("script", ".ci"):
            continue
        text = (root / path).read_text(encoding="utf-8")
        if path != "tests/house/test_check_house.py":
            yield from check_text(path, text)
        if path.endswith(SOURCE):
            yield from check_source(path, text, root)
        if path.endswith(SOURCE + (".js", ".ts", ".css")):
            yield from check_size(path, text)
        if path.endswith(".cpp"):
            yield from check_is_built(path, root)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    found = list(violations(parser.parse_args().root))
    for line in found:
        print(line)
    print(f"house: {len(found)} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
