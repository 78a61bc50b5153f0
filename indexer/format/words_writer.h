// How are the words of a segment written?
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kring::indexer {

/// Writes one Xapian database. Throws catalog::Error.
class WordsWriter {
 public:
  explicit WordsWriter(const std::string& folder);
  WordsWriter(const WordsWriter&) = delete;
  WordsWriter& operator=(const WordsWriter&) = delete;
  WordsWriter(WordsWriter&&) = delete;
  WordsWriter& operator=(WordsWriter&&) = delete;
  ~WordsWriter();

  /// Adds activity `number` with the stems of its name and of its text. requires: numbers come 0,
  /// 1, 2 …
  void add(std::uint32_t number,
           const std::vector<std::string>& name_stems,
           const std::vector<std::string>& text_stems);
  /// Commits to disk.
  void finish();

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace kring::indexer
