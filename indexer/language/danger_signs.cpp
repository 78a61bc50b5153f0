#include "indexer/language/danger_signs.h"

#include <algorithm>

namespace kring::indexer {
namespace {

constexpr std::size_t kPassageSentences = 4;

// Of a sentence whose danger is taken back ("geen gedachten aan zelfmoord") only that is heard: its
// words would speak of danger all the same.
PassageSigns read_sentence(const std::vector<Token>& tokens,
                           SentenceRange sentence,
                           const DangerReading& reading) {
  const std::vector<std::string_view> marks = reading.marks_in(sentence);
  PassageSigns signs;
  for (const std::string_view mark : marks) {
    signs.emplace_back(SignPiece(mark));
  }
  const bool is_taken_back = std::find(marks.begin(), marks.end(), "?undone") != marks.end();
  if (!is_taken_back) add_words(tokens, sentence, signs);
  settle(signs);
  return signs;
}

}  // namespace

std::vector<PassageSigns> read_danger_signs(const std::vector<Token>& tokens,
                                            const DangerReading& reading) {
  std::vector<PassageSigns> sentences;
  for (const SentenceRange& sentence : find_sentences(tokens)) {
    sentences.push_back(read_sentence(tokens, sentence, reading));
  }
  std::vector<PassageSigns> passages;
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    const std::size_t last = std::min(first + kPassageSentences, sentences.size());
    PassageSigns& signs = passages.emplace_back();
    for (std::size_t i = first; i < last; ++i) {
      signs.insert(signs.end(), sentences[i].begin(), sentences[i].end());
    }
    settle(signs);
    if (last == sentences.size()) break;
  }
  return passages;
}

}  // namespace kring::indexer
