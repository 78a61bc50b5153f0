#include "indexer/language/patterns.h"

#include <algorithm>
#include <bitset>
#include <optional>
#include <unordered_map>
#include <utility>

#include "indexer/language/pattern_sequences.h"

namespace kring::indexer {
namespace {

constexpr int kMaxTries = 2'000;  // of one sequence at one place; a few dozen are usual

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

bool meets(const PatternChoice& choice, const Token& token) {
  const std::string& word = token.form->folded;
  switch (choice.kind) {
    case ChoiceKind::kWord:
      return word == choice.text;
    case ChoiceKind::kPrefix:
      return token.is_word() && word.starts_with(choice.text);
    case ChoiceKind::kSuffix:
      return token.is_word() && word.ends_with(choice.text);
    case ChoiceKind::kPart:
      return token.is_word() && word.find(choice.text) != std::string::npos;
    case ChoiceKind::kAnyWord:
      return token.is_word();
    case ChoiceKind::kNumber:
      return number_at(token).has_value();
    case ChoiceKind::kSign:
      return token.kind == CutKind::kSign && word == choice.text;
    default:
      return false;
  }
}

// Tries one sequence from one token on, the longest gaps last.
class Attempt {
 public:
  Attempt(const std::vector<Token>& tokens, const PatternSequence& sequence)
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
    const auto& [choices, bits] = sequence_[element];
    if (at < tokens_.size() && !bits.may_meet(tokens_[at].form->keys)) return std::nullopt;
    for (const PatternChoice& choice : choices) {
      const std::size_t kept = numbers_.size();
      if (const auto end = match_choice(choice, at, element)) return end;
      numbers_.resize(kept);
    }
    return std::nullopt;
  }

  std::optional<std::size_t> match_choice(const PatternChoice& choice,
                                          std::size_t at,
                                          std::size_t element) {
    if (choice.kind == ChoiceKind::kBegin) {
      const bool begins = at == 0 || tokens_[at - 1].kind == CutKind::kStop;
      return begins ? match(at, element + 1) : std::nullopt;
    }
    if (choice.kind == ChoiceKind::kEnd) {
      return ends_sentence_at(tokens_, at) ? match(at, element + 1) : std::nullopt;
    }
    if (choice.kind == ChoiceKind::kGap) return match_gap(choice.most, at, element);
    if (ends_sentence_at(tokens_, at) || !meets(choice, tokens_[at])) return std::nullopt;
    if (choice.kind == ChoiceKind::kNumber) numbers_.push_back(*number_at(tokens_[at]));
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
  const PatternSequence& sequence_;
  std::vector<int> numbers_;
  int tries_left_ = 0;
};

}  // namespace

struct Patterns::Index {
  struct Entry {
    std::size_t rule = 0;
    KeyBits
        next;  // of what must follow the first token at once; kept here, as elements lie far apart
    PatternSequence sequence;
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

  void add(std::size_t rule, const PatternSequence& sequence) {
    if (sequence.empty()) return;
    const auto number = static_cast<std::uint32_t>(entries.size());
    entries.push_back({rule, next_of(sequence), sequence});
    for (const PatternChoice& choice : first_taken(sequence).choices) {
      list_for(choice).push_back(number);
    }
  }

  static KeyBits next_of(const PatternSequence& sequence) {
    static constexpr KeyBits kAnything{true};
    const PatternElement& first = first_taken(sequence);
    const std::size_t next = static_cast<std::size_t>(&first - sequence.data()) + 1;
    return next == sequence.size() || may_take_nothing(first) ? kAnything : sequence[next].bits;
  }

  static bool may_take_nothing(const PatternElement& element) {
    const std::vector<PatternChoice>& choices = element.choices;
    return std::any_of(choices.begin(), choices.end(), [](const PatternChoice& choice) {
      return choice.kind == ChoiceKind::kGap || choice.kind == ChoiceKind::kBegin
             || choice.kind == ChoiceKind::kEnd;
    });
  }

  // False: the entry's second word does not follow. True: try.
  static bool may_stand_at(const Entry& entry,
                           const std::vector<Token>& tokens,
                           std::size_t begin) {
    const std::size_t next = begin + 1;
    return next >= tokens.size() || is_hyphen(tokens[next])
           || entry.next.may_meet(tokens[next].form->keys);
  }

  // The first element that takes a token; "<" takes none.
  static const PatternElement& first_taken(const PatternSequence& sequence) {
    const bool begins = sequence.size() > 1 && sequence.front().choices.size() == 1
                        && sequence.front().choices.front().kind == ChoiceKind::kBegin;
    return begins ? sequence[1] : sequence.front();
  }

  Numbers& list_for(const PatternChoice& choice) {
    const auto [part, key] = key_of(choice);
    switch (part) {
      case KeyPart::kWhole:
        return by_word.at(key);
      case KeyPart::kFirst:
        return by_first.at(key);
      case KeyPart::kLast:
        return by_last.at(key);
      default:
        return choice.kind == ChoiceKind::kNumber ? by_number : anywhere;
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
    for (const PatternSequence& sequence : make_sequences(rule.pattern)) {
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
      if (!Index::may_stand_at(entry, tokens, begin)) continue;
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
