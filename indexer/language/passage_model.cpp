#include "indexer/language/passage_model.h"

#include <algorithm>
#include <charconv>

#include "catalog/split.h"
#include "indexer/language/square_root.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kFarthestPair = 2;  // words; one may stand between the two
constexpr std::size_t kLetters = 5;       // in a row

SignPiece piece_of(const Token& token) {
  static constexpr SignPiece kNumber("#");
  return token.kind == CutKind::kNumber ? kNumber : stem_piece(*token.form);
}

// A word in odd spelling still shares letters with one that was learned. Of plain letters only: a
// sign is never cut within a character.
void add_letters(std::string_view word, PassageSigns& signs) {
  static constexpr SignPiece kMark("~");
  const bool is_plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 0; });
  if (!is_plain) return;
  for (std::size_t i = 0; word.size() > kLetters && i + kLetters <= word.size(); ++i) {
    signs.emplace_back(kMark, SignPiece(word.substr(i, kLetters)));
  }
}

// The last of the words, with its parts, letters and pairs.
void add_word(const std::vector<const Token*>& words, PassageSigns& signs) {
  static constexpr SignPiece kNext(" ");
  static constexpr SignPiece kNextButOne(" _ ");
  const WordForm& form = *words.back()->form;
  const SignPiece word = piece_of(*words.back());
  signs.emplace_back(word);
  for (std::size_t part = 0; part < form.parts.size(); ++part) {
    signs.emplace_back(part_piece(form, part));
  }
  add_letters(form.folded, signs);
  for (std::size_t back = 1; back <= kFarthestPair && back < words.size(); ++back) {
    const SignPiece before = piece_of(*words[words.size() - 1 - back]);
    signs.emplace_back(before, back == 1 ? kNext : kNextButOne, word);
  }
}

std::int64_t root_in_thousandths(std::size_t number) {
  static constexpr std::int64_t kMillion = 1'000'000;
  return square_root(static_cast<std::int64_t>(number) * kMillion);
}

}  // namespace

std::vector<SentenceRange> find_sentences(const std::vector<Token>& tokens) {
  std::vector<SentenceRange> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    if (i < tokens.size() && tokens[i].kind != CutKind::kStop) continue;
    if (i > begin) sentences.push_back({begin, i});
    begin = i + 1;
  }
  return sentences;
}

void add_words(const std::vector<Token>& tokens, SentenceRange sentence, PassageSigns& signs) {
  std::vector<const Token*> words;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (!tokens[i].is_said()) continue;
    words.push_back(&tokens[i]);
    add_word(words, signs);
  }
}

void settle(PassageSigns& signs) {
  const auto is_before = [](const Sign& a, const Sign& b) { return a.key() < b.key(); };
  const auto is_same = [](const Sign& a, const Sign& b) { return a.key() == b.key(); };
  std::sort(signs.begin(), signs.end(), is_before);
  signs.erase(std::unique(signs.begin(), signs.end(), is_same), signs.end());
}

PassageModel::PassageModel(std::string_view weights) {
  for (const std::string_view line : catalog::split(weights, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    std::int32_t weight = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight);
    const std::string_view sign = line.substr(0, tab);
    if (sign == "*") {
      bias_ = weight;
    } else if (signs_.add(SignKey(sign).value()).is_new) {
      weights_.push_back(weight);
    }
  }
}

std::int64_t PassageModel::score(const PassageSigns& signs) const {
  static constexpr std::int64_t kOne = 1000;
  std::int64_t sum = 0;
  for (const Sign& sign : signs) {
    if (const auto number = signs_.find(sign.key())) sum += weights_[*number];
  }
  return bias_ + sum * kOne / std::max(kOne, root_in_thousandths(signs.size()));
}

bool PassageModel::is_sure(const std::vector<PassageSigns>& passages) const {
  return std::any_of(passages.begin(), passages.end(),
                     [this](const PassageSigns& signs) { return score(signs) > 0; });
}

}  // namespace kring::indexer
