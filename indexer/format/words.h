// In which activities of a segment does a word stand?
//
// The only rooms that know Xapian are this file's and words_writer's sources.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kring::indexer {

/// Where in a record a word stands; a term of the index is the letter and the stem.
inline constexpr char kNameField = 'N';  ///< name and owner's tags
inline constexpr char kTextField = 'D';  ///< description and all other running text; and the parts
                                         ///< of every compound

/// The words of one segment. Thread-safe: each thread borrows a handle of its own.
class Words {
 public:
  /// `folder` is the Xapian database. Throws catalog::Error.
  explicit Words(const std::string& folder);
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;
  ~Words();

  /// Numbers of the activities whose `field` holds `stem`, ascending. Throws catalog::Error on a
  /// damaged file.
  [[nodiscard]] std::vector<std::uint32_t> find(char field, const std::string& stem) const;

 private:
  class Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace kring::indexer
