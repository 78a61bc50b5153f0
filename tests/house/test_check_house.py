#!/usr/bin/env python3
"""Does check_house.py find what breaks the house? Each case plants one violation in a small tree."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check_house.py")
QUESTION = "// What is planted here?\n"


class PlantedViolation(unittest.TestCase):
    def check(self, files):
        """The checker's output on a tree of `files`, beside a sound skeleton."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            sound = {
                "catalog/activity.h": QUESTION + "#pragma once\n#include <string>\n",
                "catalog/store/store.h": QUESTION + "#pragma once\n#include \"catalog/activity.h\"\n",
                "catalog/store/records.h": QUESTION + "#pragma once\n",
                "indexer/indexer.h": QUESTION + "#pragma once\n#include \"catalog/store/store.h\"\n",
                "engine/engine.h": QUESTION + "#pragma once\n#include \"catalog/activity.h\"\n",
                "CMakeLists.txt": "planted engine/planted.cpp service/planted.cpp catalog/planted.cpp "
                                  "catalog/store/planted.cpp indexer/planted.cpp\n",
            }
            for path, text in {**sound, **files}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, CHECK, "--root", root], capture_output=True, text=True)
            self.assertEqual(done.returncode == 0, "house: 0 violations" in done.stdout)
            return done.stdout

    def assert_found(self, files, words):
        output = self.check(files)
        self.assertIn(words, output)
        self.assertIn("house: 1 violations", output)

    def test_a_sound_house_has_no_violation(self):
        self.assertIn("house: 0 violations", self.check({}))

    def test_the_engine_may_not_include_the_store(self):
        self.assert_found({"engine/planted.cpp": QUESTION + '#include "catalog/store/store.h"\n'},
                          "engine may not include store")

    def test_the_engine_may_not_include_the_writer(self):
        self.assert_found({"engine/planted.cpp": QUESTION + '#include "indexer/indexer.h"\n'},
                          "engine may not include indexer")

    def test_the_catalogue_may_not_include_the_engine(self):
        self.assert_found({"catalog/planted.cpp": QUESTION + '#include "engine/engine.h"\n'},
                          "activity may not include engine")

    def test_the_service_sees_the_public_header_of_the_store_only(self):
        self.assertIn("house: 0 violations",
                      self.check({"service/planted.cpp": QUESTION + '#include "catalog/store/store.h"\n'}))
        self.assert_found({"service/planted.cpp": QUESTION + '#include "catalog/store/records.h"\n'},
                          "service may not include store")

    def test_an_include_is_a_path_from_the_top(self):
        self.assert_found({"engine/planted.cpp": QUESTION + '#include "engine.h"\n'}, "no path from the top")

    def test_a_source_includes_its_own_header_first(self):
        self.assert_found({"engine/planted.h": QUESTION + "#pragma once\n",
                           "engine/planted.cpp": '#include <string>\n\n#include "engine/planted.h"\n'},
                          "its first include is not engine/planted.h")

    def test_a_library_is_named_in_its_folder_only(self):
        self.assert_found({"engine/planted.cpp": QUESTION + "#include <xapian.h>\n"}, "belongs in indexer/format/")
        self.assert_found({"indexer/planted.cpp": QUESTION + "#include <SQLiteCpp/SQLiteCpp.h>\n"},
                          "belongs in catalog/store/")

    def test_a_library_stays_out_of_headers(self):
        self.assert_found({"catalog/store/records.h": QUESTION + "#pragma once\n#include <sqlite3.h>\n"},
                          "in a header")

    def test_an_unknown_library_is_named(self):
        self.assert_found({"catalog/planted.cpp": QUESTION + "#include <gtk/gtk.h>\n"}, "no library that the house")

    def test_a_test_framework_stays_in_tests(self):
        self.assert_found({"catalog/planted.cpp": QUESTION + "#include <catch2/catch.hpp>\n"}, "belongs in tests/")

    def test_a_header_has_pragma_once(self):
        self.assert_found({"engine/planted.h": QUESTION}, "no #pragma once")

    def test_a_file_asks_its_question_first(self):
        self.assert_found({"catalog/planted.cpp": "int planted;\n"}, "does not ask the question")

    def test_a_file_stays_short(self):
        self.assert_found({"catalog/planted.cpp": QUESTION + "int planted;\n" * 400}, "401 lines")

    def test_a_source_is_built(self):
        self.assert_found({"catalog/forgotten.cpp": QUESTION}, "no CMakeLists.txt builds it")

    def test_no_new_top_level_entry(self):
        self.assert_found({"tools/notes.md": "x\n"}, "no top-level entry tools")

    def test_no_left_overs(self):
        self.assert_found({"catalog/planted.cpp": QUESTION + "// TODO later\n"}, "a left-over")

    def test_no_machine_paths_and_registry_hosts(self):
        self.assert_found({"README.md": "See /" + "work/main.\n"}, "a machine path")
        self.assert_found({"tests/package-lock.json": '{"resolved": "https://registry.' + 'npmjs.org/x"}\n'},
                          "registry host")


if __name__ == "__main__":
    unittest.main()
