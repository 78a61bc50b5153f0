#include "indexer/language/patterns.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <unordered_map>
#include <utility>

namespace kring::indexer {
namespace {

// Patterns stand in the vocabulary document too, where anything may be written.
constexpr std::size_t kMaxSequences = 64;  // of one pattern: six words that may be absent
constexpr std::size_t kMaxGap = 50;        // tokens; a larger one counts as this
constexpr int kMaxTries = 2'000;           // of one sequence at one place; a few dozen are usual

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSets = {{
    {"day",
     "maandag*|dinsdag*|woensdag*|donderdag*|vrijdag*|zaterdag*|zondag*|ma|di|wo|woe|do|don|vr|za|"
     "zo|sunday*|monday*|tuesday*|wednesday*|thursday*|friday*|saturday*"},
    {"daypart", "ochtend*|middag*|avond*|nacht*|morgen*|voormiddag*|namiddag*"},
    {"month",
     "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|"
     "feb|"
     "mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"},
    {"people",
     "deelnemer*|personen|mensen|vrouwen|mannen|jongeren|man|plek*|plaats*|plaatsen|stoelen|leden|"
     "ouderen|"
     "participants|people|anderen|tieners|moeders|vaders|bewoners|gasten"},
    {"meeting",
     "keer|maal|les|lessen|avond*|ochtend*|middag*|bijeenkomst*|sessie*|dagdel*|dag|dagen|weken|"
     "week|x|rit|"
     "ritten|bad|baden|workshop*|training*"},
    {"year", "jaar|jr|jarig*|jarige*|j|years|jier"},
    {"no", "geen|niet|nooit|zonder|no|not"},
    {"ordinal",
     "eerste|1e|tweede|derde|vierde|laatste|1ste|2e|2de|3e|3de|4e|4de|first|second|third|fourth|"
     "last|1st|2nd|3rd|4th"},
    {"you", "u|uw|je|jou|jouw|jullie|you|mensen|hen|ouderen"},
}};

enum class Match : std::uint8_t {
  kWord,
  kPrefix,
  kSuffix,
  kPart,  // "*word*"
  kAnyWord,
  kNumber,
  kSign,
  kBegin,
  kEnd,
  kGap,
};

struct Choice {
  Match match = Match::kWord;
  std::string text;
  std::size_t most = 0;  // tokens of a gap
};

using Element = std::vector<Choice>;    // any of these
using Sequence = std::vector<Element>;  // one after the other

// One character that is neither letter nor digit of ours: "€", not "безкоштовно".
bool is_sign_text(std::string_view text) {
  const auto is_ours = [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  };
  const auto begins_character = [](char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
  };
  return std::none_of(text.begin(), text.end(), is_ours)
         && std::count_if(text.begin(), text.end(), begins_character) == 1;
}

std::size_t read_count(std::string_view digits) {
  std::size_t count = 0;
  for (const char digit : digits) {
    if (digit >= '0' && digit <= '9') count = count * 10 + static_cast<std::size_t>(digit - '0');
    count = std::min(count, kMaxGap);
  }
  return count;
}

Choice make_choice(std::string_view text) {
  if (text == "#") return {Match::kNumber, {}, 0};
  if (text == "_") return {Match::kAnyWord, {}, 0};
  if (text == "<") return {Match::kBegin, {}, 0};
  if (text == ">") return {Match::kEnd, {}, 0};
  if (text.starts_with("..")) return {Match::kGap, {}, read_count(text.substr(2))};
  if (is_sign_text(text)) return {Match::kSign, std::string(text), 0};
  const bool is_open = text.starts_with('*');
  const bool goes_on = text.ends_with('*');
  if (is_open) text.remove_prefix(1);
  if (goes_on) text.remove_suffix(1);
  if (is_open && goes_on) return {Match::kPart, std::string(text), 0};
  if (is_open) return {Match::kSuffix, std::string(text), 0};
  return {goes_on ? Match::kPrefix : Match::kWord, std::string(text), 0};
}

// The alternatives of a named set, "" where there is none.
std::string_view set_called(std::string_view name) {
  const auto* set = std::find_if(kSets.begin(), kSets.end(),
                                 [name](const auto& entry) { return entry.first == name; });
  return set == kSets.end() ? std::string_view() : set->second;
}

Element make_element(std::string_view text) {
  Element element;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!part.starts_with('{')) {
      element.push_back(make_choice(part));
      continue;
    }
    const Element words = make_element(set_called(part.substr(1, part.size() - 2)));
    element.insert(element.end(), words.begin(), words.end());
  }
  return element;
}

// One sequence, twice as many for each element that may be absent; none beyond kMaxSequences.
std::vector<Sequence> make_sequences(std::string_view pattern) {
  std::vector<Sequence> sequences(1);
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    std::string_view word = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    if (word.empty()) continue;
    const bool may_be_absent = word.size() > 1 && word.ends_with('?');
    if (may_be_absent) word.remove_suffix(1);
    const Element element = make_element(word);
    std::vector<Sequence> longer;
    for (const Sequence& sequence : sequences) {
      longer.push_back(sequence);
      longer.back().push_back(element);
      if (may_be_absent) longer.push_back(sequence);
    }
    if (longer.size() > kMaxSequences) return {};
    sequences = std::move(longer);
  }
  return sequences;
}

bool ends_sentence_at(const std::vector<Token>& tokens, std::size_t at) {
  return at >= tokens.size() || tokens[at].kind == CutKind::kStop;
}

std::optional<int> number_at(const Token& token) {
  if (token.kind == CutKind::kNumber) return token.hundredths;
  return token.form->number;
}

bool is_hyphen(const Token& token) {
  return token.kind == CutKind::kSign && (token.form->folded == "-" || token.form->folded == "–");
}

bool meets(const Choice& choice, const Token& token) {
  const std::string& word = token.form->folded;
  switch (choice.match) {
    case Match::kWord:
      return word == choice.text;
    case Match::kPrefix:
      return token.is_word() && word.starts_with(choice.text);
    case Match::kSuffix:
      return token.is_word() && word.ends_with(choice.text);
    case Match::kPart:
      return token.is_word() && word.find(choice.text) != std::string::npos;
    case Match::kAnyWord:
      return token.is_word();
    case Match::kNumber:
      return number_at(token).has_value();
    case Match::kSign:
      return token.kind == CutKind::kSign && word == choice.text;
    default:
      return false;
  }
}

// Tries one sequence from one token on, the longest gaps last.
class Attempt {
 public:
  Attempt(const std::vector<Token>& tokens, const Sequence& sequence)
      : tokens_(tokens), sequence_(sequence) {}

  /// One past the last token of the hit.
  std::optional<std::size_t> run(std::size_t begin) {
    numbers_.clear();
    tries_left_ = kMaxTries;
    return match(begin, 0);
  }
  [[nodiscard]] const std::vector<int>& numbers() const { return numbers_; }

 private:
  std::optional<std::size_t> match(std::size_t at, std::size_t element) {
    if (element == sequence_.size()) return at;
    while (tries_left_ > 0) {
      --tries_left_;
      if (const auto end = match_element(at, element)) return end;
      const bool may_skip_hyphen = element > 0 && at < tokens_.size() && is_hyphen(tokens_[at]);
      if (!may_skip_hyphen) return std::nullopt;
      ++at;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> match_element(std::size_t at, std::size_t element) {
    for (const Choice& choice : sequence_[element]) {
      const std::size_t kept = numbers_.size();
      if (const auto end = match_choice(choice, at, element)) return end;
      numbers_.resize(kept);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> match_choice(const Choice& choice,
                                          std::size_t at,
                                          std::size_t element) {
    if (choice.match == Match::kBegin) {
      const bool begins = at == 0 || tokens_[at - 1].kind == CutKind::kStop;
      return begins ? match(at, element + 1) : std::nullopt;
    }
    if (choice.match == Match::kEnd) {
      return ends_sentence_at(tokens_, at) ? match(at, element + 1) : std::nullopt;
    }
    if (choice.match == Match::kGap) return match_gap(choice.most, at, element);
    if (ends_sentence_at(tokens_, at) || !meets(choice, tokens_[at])) return std::nullopt;
    if (choice.match == Match::kNumber) numbers_.push_back(*number_at(tokens_[at]));
    return match(at + 1, element + 1);
  }

  std::optional<std::size_t> match_gap(std::size_t most, std::size_t at, std::size_t element) {
    for (std::size_t length = 0; length <= most; ++length) {
      if (const auto end = match(at + length, element + 1)) return end;
      if (ends_sentence_at(tokens_, at + length)) return std::nullopt;
    }
    return std::nullopt;
  }

  const std::vector<Token>& tokens_;
  const Sequence& sequence_;
  std::vector<int> numbers_;
  int tries_left_ = 0;
};

}  // namespace

struct Patterns::Index {
  struct Entry {
    std::size_t rule = 0;
    Sequence sequence;
  };
  using Numbers = std::vector<std::uint32_t>;  // of entries, ascending

  // Lists of entries by the key of a word; most words have none, which a bit tells at once. What
  // only shares a key is tried in vain.
  class Lists {
   public:
    Numbers& at(std::uint64_t key) {
      has_some_.set(key % kBits);
      return lists_[key];
    }
    void append(std::uint64_t key, Numbers& candidates) const {
      if (!has_some_.test(key % kBits)) return;
      const auto found = lists_.find(key);
      if (found == lists_.end()) return;
      candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }

   private:
    static constexpr std::size_t kBits = 4096;
    std::bitset<kBits> has_some_;
    std::unordered_map<std::uint64_t, Numbers> lists_;
  };

  std::vector<Entry> entries;
  Lists by_word;   // patterns that begin with a word or a sign
  Lists by_first;  // by the first letters of a word
  Lists by_last;   // by its last letters
  Numbers by_number;
  Numbers anywhere;  // that begin with anything else

  void add(std::size_t rule, const Sequence& sequence) {
    if (sequence.empty()) return;
    const auto number = static_cast<std::uint32_t>(entries.size());
    entries.push_back({rule, sequence});
    for (const Choice& choice : first_taken(sequence)) {
      list_for(choice).push_back(number);
    }
  }

  // The first element that takes a token; "<" takes none.
  static const Element& first_taken(const Sequence& sequence) {
    const bool begins = sequence.size() > 1 && sequence.front().size() == 1
                        && sequence.front().front().match == Match::kBegin;
    return begins ? sequence[1] : sequence.front();
  }

  Numbers& list_for(const Choice& choice) {
    const WordKeys keys = keys_of(choice.text);
    const bool is_long = choice.text.size() >= kKeyLetters;
    switch (choice.match) {
      case Match::kWord:
      case Match::kSign:
        return by_word.at(keys.whole);
      case Match::kPrefix:
        return is_long ? by_first.at(keys.first) : anywhere;
      case Match::kSuffix:
        return is_long ? by_last.at(keys.last) : anywhere;
      case Match::kNumber:
        return by_number;
      default:
        return anywhere;
    }
  }

  // The entries that may begin at `token`, ascending, each once.
  void collect(const Token& token, Numbers& candidates) const {
    candidates.assign(anywhere.begin(), anywhere.end());
    const WordKeys& keys = token.form->keys;
    by_word.append(keys.whole, candidates);
    by_first.append(keys.first, candidates);
    by_last.append(keys.last, candidates);
    if (number_at(token)) candidates.insert(candidates.end(), by_number.begin(), by_number.end());
    if (candidates.size() < 2) return;
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  }

  // Keeps one hit a rule at one place: the longest.
  static void keep(PatternHit hit, std::vector<PatternHit>& hits) {
    for (auto earlier = hits.rbegin(); earlier != hits.rend() && earlier->begin == hit.begin;
         ++earlier) {
      if (earlier->rule != hit.rule) continue;
      if (hit.end > earlier->end) *earlier = std::move(hit);
      return;
    }
    hits.push_back(std::move(hit));
  }
};

Patterns::Patterns(std::span<const PatternRule> rules) {
  auto index = std::make_unique<Index>();
  for (const PatternRule& rule : rules) {
    for (const Sequence& sequence : make_sequences(rule.pattern)) {
      index->add(rule.rule, sequence);
    }
  }
  index_ = std::move(index);
}

Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

std::vector<PatternHit> Patterns::find(const std::vector<Token>& tokens) const {
  std::vector<PatternHit> hits;
  Index::Numbers candidates;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    if (tokens[begin].kind == CutKind::kStop) continue;
    index_->collect(tokens[begin], candidates);
    for (const std::uint32_t number : candidates) {
      const Index::Entry& entry = index_->entries[number];
      Attempt attempt(tokens, entry.sequence);
      const std::optional<std::size_t> end = attempt.run(begin);
      if (end && *end > begin) Index::keep({entry.rule, begin, *end, attempt.numbers()}, hits);
    }
  }
  return hits;
}

bool Patterns::is_in(const std::vector<Token>& tokens) const {
  return !find(tokens).empty();
}

}  // namespace kring::indexer
