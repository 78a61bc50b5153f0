#!/usr/bin/env python3
"""What do Kring's manual pages say? What --help says, one page for the program and one for each subcommand.

Writes kring.1.gz and kring-SUBCOMMAND.1.gz into FOLDER, the same bytes for the same program and changelog.
"""
import argparse
import email.utils
import gzip
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ENTRY = re.compile(r"  (\S.*?)(?:\s{2,}(\S.*))?$")


def ask(program, *words):
    return subprocess.run([program, *words, "--help"], check=True, capture_output=True, text=True).stdout


class Help:
    """The parts of one --help: description, usage, named lists, and what stands below."""

    def __init__(self, text):
        lines = text.rstrip("\n").split("\n")
        usage = next(number for number, line in enumerate(lines) if line.startswith("Usage: "))
        self.description = " ".join(lines[:usage]).strip()
        self.usage = lines[usage].removeprefix("Usage: ")
        self.lists = {}
        self.footer = []
        entries = None
        for line in lines[usage + 1:]:
            if re.fullmatch(r"[A-Z][A-Za-z ]*:", line) and not self.footer and line != "Example:":
                entries = self.lists.setdefault(line[:-1], [])
            elif entries is not None and line.startswith("  "):
                self.add_entry(entries, line)
            elif line or self.footer:
                entries = None
                self.footer.append(line)

    @staticmethod
    def add_entry(entries, line):
        if line.startswith(" " * 20):  # the text of a name that fills its own line
            entries[-1] = (entries[-1][0], (entries[-1][1] + " " + line.strip()).strip())
            return
        name, text = ENTRY.fullmatch(line).groups()
        entries.append((name, text or ""))

    def subcommands(self):
        return [name for name, _ in self.lists.get("Subcommands", [])]


def escape(text):
    """For roff: a hyphen of a command is a hyphen, and no line begins a request by chance."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def list_lines(title, entries):
    lines = [f".SH {title.upper()}"]
    for name, text in entries:
        lines += [".TP", f".B {escape(name)}", escape(text) if text else "\\&"]
    return lines


def footer_lines(footer):
    if not footer:
        return []
    return [".SH NOTES", ".nf", *("\\&" if not line else escape(line) for line in footer), ".fi"]


def nested_lines(program, name, page):
    lines = []
    for inner in page.subcommands():
        inner_page = Help(ask(program, name, inner))
        lines += [f".SH {escape(inner.upper())}", escape(inner_page.description), ".PP", f".B {escape(inner_page.usage)}"]
        for entries in inner_page.lists.values():
            for entry, text in entries:
                lines += [".TP", f".B {escape(entry)}", escape(text) if text else "\\&"]
    return lines


def see_also(name, names):
    others = [f".BR {escape(other)} (1)" for other in names if other != name]
    return [".SH SEE ALSO", *(other + " ," for other in others[:-1]), others[-1]]


def make_page(name, page, release, rest):
    lines = [f'.TH {escape(name.upper())} 1 "{release["date"]}" "kring {release["version"]}" "Kring"',
             ".SH NAME", f"{escape(name)} \\- {escape(page.description.rstrip('.'))}",
             ".SH SYNOPSIS", f".B {escape(page.usage)}"]
    for title, entries in page.lists.items():
        lines += list_lines(title, entries)
    return "\n".join(lines + rest) + "\n"


def read_release():
    text = (HERE / "changelog").read_text(encoding="utf-8")
    date = email.utils.parsedate_to_datetime(re.search(r"^ -- .*>  (.*)$", text, re.M).group(1))
    return {"version": re.match(r"kring \(([^)]*)\)", text).group(1), "date": f"{date:%Y-%m-%d}"}


def write_page(folder, name, text):
    with open(folder / f"{name}.1.gz", "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    release = read_release()
    top = Help(ask(arguments.program))
    names = ["kring", *(f"kring-{name}" for name in top.subcommands())]
    write_page(arguments.folder, "kring",
               make_page("kring", top, release, footer_lines(top.footer) + see_also("kring", names)))
    for name in top.subcommands():
        page = Help(ask(arguments.program, name))
        if page.footer == top.footer:  # the program's own, where a subcommand has none
            page.footer = []
        rest = nested_lines(arguments.program, name, page) + footer_lines(page.footer)
        write_page(arguments.folder, f"kring-{name}",
                   make_page(f"kring-{name}", page, release, rest + see_also(f"kring-{name}", ["kring"])))


if __name__ == "__main__":
    main()
