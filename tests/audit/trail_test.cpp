// Is whatever happens to a trail found out?
#include "service/audit/trail.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "service/audit/head.h"
#include "service/audit/verify.h"
#include "tests/audit/temporary_trail.h"

namespace kring::service::audit::tests {
namespace {

constexpr std::uint64_t kSmallFile = 2'000;  ///< bytes, some four entries

void append_some(const std::string& path, int count, std::uint64_t rotate_bytes = kRotateBytes) {
  Trail trail(path, rotate_bytes);
  for (int i = 0; i < count; ++i)
    trail.append(make_entry());
}

bool is_intact(const std::vector<std::string>& files) {
  return !verify(files).broken;
}

/// Where the text's lines begin.
std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += line;
  return text;
}

}  // namespace

TEST_CASE("a trail goes on where it ended") {
  const TemporaryTrail trail;
  append_some(trail.file(), 3);
  append_some(trail.file(), 2);
  const Verdict verdict = verify(trail.files());
  CHECK_FALSE(verdict.broken);
  CHECK(verdict.first == 1);
  CHECK(verdict.last.sequence == 5);
}

TEST_CASE("a change of any byte is found") {
  const TemporaryTrail trail;
  append_some(trail.file(), 3);
  const std::string text = read_file(trail.file());
  for (const unsigned bit : {0x01U, 0x20U, 0x80U}) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::string changed = text;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ bit);
      write_file(trail.file(), changed);
      CAPTURE(i, bit);
      REQUIRE_FALSE(is_intact(trail.files()));
    }
  }
}

TEST_CASE("a change of any byte of the head record is found") {
  const TemporaryTrail trail;
  append_some(trail.file(), 2);
  const std::string head = read_file(head_path(trail.file()));
  for (std::size_t i = 0; i < head.size(); ++i) {
    std::string changed = head;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    write_file(head_path(trail.file()), changed);
    CAPTURE(i);
    REQUIRE_FALSE(is_intact(trail.files()));
  }
}

TEST_CASE("the first line that is not in order is named") {
  const TemporaryTrail trail;
  append_some(trail.file(), 4);
  auto lines = split_lines(read_file(trail.file()));
  SECTION("changed") {
    lines[1].replace(lines[1].find("discharge"), 9, "treatment");
    write_file(trail.file(), join(lines));
    CHECK(verify(trail.files()).broken->line == 2);
  }
  SECTION("taken out") {
    lines.erase(lines.begin() + 1);
    write_file(trail.file(), join(lines));
    CHECK(verify(trail.files()).broken->line == 2);
  }
  SECTION("exchanged") {
    std::swap(lines[1], lines[2]);
    write_file(trail.file(), join(lines));
    CHECK(verify(trail.files()).broken->line == 2);
  }
  SECTION("written twice") {
    lines.insert(lines.begin() + 3, lines[2]);
    write_file(trail.file(), join(lines));
    CHECK(verify(trail.files()).broken->line == 4);
  }
  SECTION("made anew with a hash of its own") {
    const Link first = read_line(lines[0].substr(0, lines[0].size() - 1))->link;
    lines[1] = make_line(make_entry("POST /v1/gaps"), first).text + "\n";
    write_file(trail.file(), join(lines));
    CHECK(verify(trail.files()).broken->line == 3);
  }
}

TEST_CASE("a tail cut off at any byte is found") {
  const TemporaryTrail trail;
  append_some(trail.file(), 3);
  const std::string text = read_file(trail.file());
  for (std::size_t size = 0; size < text.size(); ++size) {
    write_file(trail.file(), text.substr(0, size));
    CAPTURE(size);
    REQUIRE_FALSE(is_intact(trail.files()));
  }
}

TEST_CASE("a head record that is gone, or of another trail, is told") {
  const TemporaryTrail trail;
  append_some(trail.file(), 2);
  const TemporaryTrail other;
  append_some(other.file(), 1);
  Trail(other.file()).append(make_entry("POST /v1/gaps"));
  write_file(head_path(trail.file()), read_file(head_path(other.file())));
  CHECK_FALSE(is_intact(trail.files()));
  CHECK_THROWS_AS(Trail(trail.file()), catalog::Error);
  std::filesystem::remove(head_path(trail.file()));
  CHECK_FALSE(is_intact(trail.files()));
}

TEST_CASE("a line that a crash cut off is no break, and is cut away when the trail goes on") {
  const TemporaryTrail trail;
  append_some(trail.file(), 2);
  const std::string text = read_file(trail.file());
  const std::string next = make_line(make_entry(), verify(trail.files()).last).text;
  write_file(trail.file(), text + next.substr(0, next.size() / 2));
  CHECK(verify(trail.files()).torn == next.size() / 2);
  CHECK(is_intact(trail.files()));
  append_some(trail.file(), 1);
  CHECK(is_intact(trail.files()));
  CHECK(verify(trail.files()).last.sequence == 3);
  CHECK(read_file(trail.file()).substr(0, text.size()) == text);
}

TEST_CASE("lines that were written while their head was not are kept") {
  const TemporaryTrail trail;
  append_some(trail.file(), 2);
  const std::string head = read_file(head_path(trail.file()));
  append_some(trail.file(), 3);
  write_file(head_path(trail.file()), head);
  CHECK(is_intact(trail.files()));
  append_some(trail.file(), 1);
  CHECK(verify(trail.files()).last.sequence == 6);
  CHECK(is_intact(trail.files()));
}

TEST_CASE("a full file is put aside and the chain goes through all of them") {
  const TemporaryTrail trail;
  append_some(trail.file(), 10, kSmallFile);
  append_some(trail.file(), 10, kSmallFile);
  auto files = trail.files();
  REQUIRE(files.size() > 3);
  const Verdict whole = verify(files);
  CHECK_FALSE(whole.broken);
  CHECK(whole.last.sequence == 20);
  std::sort(files.begin(), files.end());
  const std::vector<std::string> oldest = {files[1]};
  CHECK(is_intact(oldest));
  const std::vector<std::string> gone = {files[0], files[1], files[3]};
  CHECK_FALSE(is_intact(gone));
}

TEST_CASE("a full file's tail that is cut off is found, with the newest file still empty") {
  const TemporaryTrail trail;
  append_some(trail.file(), 1, 1);
  append_some(trail.file(), 1, 1);
  REQUIRE(read_file(trail.file()).empty());
  CHECK(is_intact(trail.files()));
  auto files = trail.files();
  std::sort(files.begin(), files.end());
  write_file(files.back(), "");
  CHECK_FALSE(is_intact(trail.files()));
}

TEST_CASE("entries of several threads make one chain") {
  const TemporaryTrail trail;
  {
    Trail shared(trail.file(), kSmallFile);
    static constexpr std::size_t kThreads = 4;
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&shared] {
        for (int entry = 0; entry < 25; ++entry)
          shared.append(make_entry());
      });
    }
  }
  const Verdict verdict = verify(trail.files());
  CHECK_FALSE(verdict.broken);
  CHECK(verdict.last.sequence == 100);
}

TEST_CASE("two programs do not write one trail") {
  const TemporaryTrail trail;
  const Trail first(trail.file());
  CHECK_THROWS_WITH(Trail(trail.file()), Catch::Contains("--audit"));
}

}  // namespace kring::service::audit::tests
