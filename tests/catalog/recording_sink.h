// What did an importer give?
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/formats.h"

namespace kring::tests {

/// Keeps all it is given.
class RecordingSink : public catalog::FeedSink {
 public:
  void add(catalog::FeedRecord record) override { records.push_back(std::move(record)); }
  void remove(const std::string& key) override { removed.push_back(key); }
  void reject(catalog::RecordIssue issue) override { rejected.push_back(std::move(issue)); }
  void warn(catalog::RecordIssue issue) override { warnings.push_back(std::move(issue)); }
  void fold() override { ++folded; }
  void wait() override { ++waiting; }

  [[nodiscard]] bool warns_of(const std::string& code) const {
    for (const catalog::RecordIssue& issue : warnings) {
      if (issue.problem.code == code) return true;
    }
    return false;
  }

  std::vector<catalog::FeedRecord> records;
  std::vector<std::string> removed;
  std::vector<catalog::RecordIssue> rejected;
  std::vector<catalog::RecordIssue> warnings;
  std::size_t folded = 0;
  std::size_t waiting = 0;
};

/// Reads one text as a file of `format`.
inline catalog::Result<catalog::FeedFacts> read_text(const std::string& format,
                                                     const std::string& bytes,
                                                     RecordingSink& sink,
                                                     const std::string& name = "feed.json") {
  const std::vector<catalog::FeedFile> files = {{name, bytes}};
  return catalog::find_format(format)->read(files, sink);
}

}  // namespace kring::tests
