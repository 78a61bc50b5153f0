// How are the words of a segment written?
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kring::indexer {

/// The terms of one activity, by the letters of words.h.
struct ActivityTerms {
  std::vector<std::string> name;
  std::vector<std::string> text;
  std::vector<std::string> parts;
  std::vector<std::string> venue;
  std::vector<std::string> venue_parts;
  std::vector<std::string> spellings;
  std::vector<std::string> folded;  ///< only of records for which it stands, as are the next
  std::vector<std::string> folded_parts;
  std::vector<std::string> folded_spellings;
};

/// Writes one Xapian database. Throws catalog::Error.
class WordsWriter {
 public:
  explicit WordsWriter(const std::string& folder);
  WordsWriter(const WordsWriter&) = delete;
  WordsWriter& operator=(const WordsWriter&) = delete;
  WordsWriter(WordsWriter&&) = delete;
  WordsWriter& operator=(WordsWriter&&) = delete;
  ~WordsWriter();

  /// Adds activity `number`. A term may stand several times. requires: numbers come 0, 1, 2 …
  void add(std::uint32_t number, const ActivityTerms& terms);
  /// Commits to disk.
  void finish();

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace kring::indexer
