// Which place does somebody name, and what lies in it?
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/places.h"
#include "indexer/language/analysis.h"

namespace kring::engine {

/// A place, municipality or postcode of the table.
struct NamedPlace {
  std::string name;
  std::string municipality;          ///< "" where unknown
  std::vector<int> postcodes4;       ///< ascending
  std::vector<std::uint64_t> areas;  ///< area hashes of itself, what lies in it and around it
  std::vector<std::uint64_t> municipalities;  ///< area hashes
  bool is_municipality = false;
  bool is_postcode = false;
  catalog::Point centre;  ///< the mean of its postcodes' points
};

/// A place that stands in a text.
struct PlaceMention {
  NamedPlace place;
  std::size_t begin = 0;  ///< first token, the preposition included
  std::size_t end = 0;    ///< one past the last
};

/// The names of a table of places, made ready for finding them. Immutable and thread-safe.
class PlaceNames {
 public:
  explicit PlaceNames(const catalog::Places& places);

  /// A name or postcode as a filter has it; absent where the table has none.
  [[nodiscard]] std::optional<NamedPlace> find(const std::vector<indexer::Token>& tokens) const;

  /// The place whose name is spelled most like the folded `word`, with at most `most` mistakes
  /// (spelling.h); the first in alphabetical order of several.
  [[nodiscard]] std::optional<NamedPlace> find_alike(const std::string& word,
                                                     std::size_t most) const;

  /// The places that a search text names, in its order, longest names first. A name that is an
  /// ordinary word as well ("horst") counts with a capital, after a preposition, or at the end
  /// behind a word that carries meaning.
  [[nodiscard]] std::vector<PlaceMention> find_mentions(
      std::string_view text,
      const std::vector<indexer::Token>& tokens) const;

  /// Names of all municipalities, in alphabetical order; a municipality's number is its index.
  [[nodiscard]] const std::vector<std::string>& municipalities() const { return municipalities_; }
  [[nodiscard]] std::optional<std::size_t> municipality_of(int postcode4) const;
  /// By the area hash of its name.
  [[nodiscard]] std::optional<std::size_t> municipality_called(std::uint64_t area_hash) const;

 private:
  void add(const std::string& key, const catalog::Place& row);
  void number_municipalities(const indexer::Analyser& analyser);
  void name_postcodes(const catalog::Places& places);
  [[nodiscard]] std::optional<NamedPlace> find_postcode(const std::vector<indexer::Token>& tokens,
                                                        std::size_t at) const;
  [[nodiscard]] std::optional<PlaceMention> mention_of_postcode(
      const std::vector<indexer::Token>& tokens,
      std::size_t at) const;
  // Of the longest name that begins at the first of `said`, the words left.
  [[nodiscard]] std::optional<PlaceMention> mention_of_name(
      std::string_view text,
      const std::vector<indexer::Token>& tokens,
      std::span<const std::size_t> said) const;

  std::map<std::string, NamedPlace> by_name_;  ///< folded words, a blank between them
  std::size_t longest_ = 1;                    ///< words of the longest name
  std::map<int, NamedPlace> by_postcode4_;
  std::vector<std::string> municipalities_;
  std::map<std::uint64_t, std::size_t> municipality_by_hash_;
  std::map<int, std::size_t> municipality_by_postcode4_;
};

}  // namespace kring::engine
