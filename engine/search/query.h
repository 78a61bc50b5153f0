// What does the text of a search ask?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/asked.h"
#include "engine/search/place_names.h"
#include "indexer/language/analysis.h"
#include "indexer/language/concepts.h"

namespace kring::engine {

/// One word that a hit must hold.
struct QueryWord {
  std::string text;                ///< as written
  std::string spelling;            ///< folded
  std::vector<std::string> stems;  ///< Dutch, of other_forms_of() too; English where it differs
  std::vector<std::string> parts;  ///< of a compound
  ConceptBits concepts;            ///< whose other words stand for it, alone or with its neighbours
  ConceptBits subjects;            ///< these, and those that it only belongs to
  bool is_corrected = false;       ///< stands for a word that no activity holds
};

/// A word that no hit may hold: "geen bingo".
struct BarredWord {
  std::string text;
  std::vector<std::string> stems;
};

struct Query {
  std::vector<QueryWord> words;
  std::vector<BarredWord> barred;
  std::vector<std::string> ignored;  ///< carry no meaning, or came after kMaxSearchWords
  std::vector<NamedPlace> places;
  std::vector<std::string> place_texts;  ///< beside places: the words that name them
};

/// Whether the word turns down what follows: "geen", "zonder", "niet".
bool is_barring(const indexer::Token& token);

/// Whether the token has one of the stems, in its own language.
bool holds_stem(const std::vector<std::string>& stems, const indexer::Token& token);

/// Whether a part of the token's compound has one of the stems.
bool holds_in_part(const std::vector<std::string>& stems, const indexer::Token& token);

/// Whether places are looked for in the text.
enum class ReadPlaces : std::uint8_t {
  kYes,
  kNo,  ///< a filter names the place already
};

/// What reading a search takes. The members must outlive it.
struct QueryReader {
  const indexer::Analyser& analyser;
  const indexer::ConceptFinder& finder;
  const catalog::Vocabulary& vocabulary;
  const PlaceNames& places;

  [[nodiscard]] Query read(std::string_view text, ReadPlaces read_places) const;
  /// A word by itself, as correcting a spelling makes it.
  [[nodiscard]] QueryWord read_word(const std::string& spelling) const;
};

}  // namespace kring::engine
