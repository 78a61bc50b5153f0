#include "indexer/language/wishes.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/language/stances.h"

namespace kring::indexer {
namespace {

// Each concept once, where it is said first and clearest; by number.
std::vector<WishedConcept> values_of(const std::vector<ConceptHit>& hits,
                                     const std::vector<Token>& tokens) {
  std::map<std::size_t, WishedConcept> concepts;
  for (const ConceptHit& hit : hits) {
    const Clarity clarity =
        hit.form == Form::kWhole && !hit.is_hint ? Clarity::kSaid : Clarity::kHinted;
    const TextSpan span{tokens[hit.begin].span.begin, tokens[hit.end - 1].span.end};
    const auto [entry, is_new] =
        concepts.try_emplace(hit.number, WishedConcept{hit.number, clarity, span});
    if (!is_new && clarity > entry->second.clarity) entry->second = {hit.number, clarity, span};
  }
  std::vector<WishedConcept> values;
  values.reserve(concepts.size());
  for (const auto& [number, wished] : concepts) {
    values.push_back(wished);
  }
  return values;
}

// Whether the words begin or end what says a limit; what stands between is free: "niet ver lopen".
bool says_limit(const ConceptHit& hit, const std::vector<LimitHit>& limits) {
  return std::any_of(limits.begin(), limits.end(), [&hit](const LimitHit& limit) {
    const bool is_within = limit.begin <= hit.begin && hit.end <= limit.end;
    return is_within && (limit.begin == hit.begin || hit.end == limit.end);
  });
}

// Each once, where it is said first.
std::vector<WishedLimit> own_limits(const std::vector<LimitHit>& said) {
  std::map<Limit, WishedLimit> own;
  for (const LimitHit& hit : said) {
    if (hit.stance == LimitStance::kOwn)
      own.try_emplace(hit.limit, WishedLimit{hit.limit, hit.span});
  }
  std::vector<WishedLimit> limits;
  limits.reserve(own.size());
  for (const auto& [limit, wished] : own) {
    limits.push_back(wished);
  }
  return limits;
}

std::vector<WishedLimit> unwanted_words(const std::vector<LimitHit>& said) {
  std::vector<WishedLimit> unwanted;
  for (const LimitHit& hit : said) {
    if (hit.stance == LimitStance::kOwn && hit.names_unwanted)
      unwanted.push_back({hit.limit, hit.span});
  }
  return unwanted;
}

// A name is no wish: "meneer De Wandelaar", "de Kookstraat".
bool is_name(const std::vector<Token>& tokens, std::string_view text, const ConceptHit& hit) {
  const Token& first = tokens[hit.begin];
  const char letter = text[first.span.begin];
  const bool is_capital = letter >= 'A' && letter <= 'Z';
  const bool begins = hit.begin == 0 || tokens[hit.begin - 1].kind == CutKind::kStop;
  static constexpr std::array<std::string_view, 8> kPlaces = {"straat", "laan", "weg",  "plein",
                                                              "park",   "hof",  "wijk", "steeg"};
  const std::string& word = first.form->folded;
  const bool is_place =
      std::any_of(kPlaces.begin(), kPlaces.end(),
                  [&word](std::string_view ending) { return word.ends_with(ending); });
  return is_capital && (!begins || is_place) && hit.end == hit.begin + 1 && word.size() > 4;
}

constexpr std::size_t kMostWanted = 3;  // concepts of a text, with those of the model

// Scores in millionths, by the needs of hands that the model had not learned from
// (tests/training/README.md). A few words tell the model little: there, terms lead.
struct Thresholds {
  std::int64_t sure;      ///< what it adds above this to what is said outright
  std::int64_t likely;    ///< the same, where nothing is
  std::int64_t unlikely;  ///< a term below this is no wish
};
constexpr Thresholds kOfFewWords{200'000, -400'000, -3'000'000};
constexpr Thresholds kOfManyWords{-600'000, -1'000'000, -1'600'000};
constexpr std::ptrdiff_t kManyWords = 12;

const Thresholds& thresholds_for(const std::vector<Token>& tokens) {
  const auto words = std::count_if(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.is_word(); });
  return words < kManyWords ? kOfFewWords : kOfManyWords;
}

bool names(const std::vector<WishedConcept>& wishes, std::size_t number) {
  return std::any_of(wishes.begin(), wishes.end(),
                     [number](const WishedConcept& wished) { return wished.number == number; });
}

bool is_told(const WishedConcept& wished) {
  return wished.clarity != Clarity::kHinted;
}

bool stands_before(const WishedConcept& a, const WishedConcept& b) {
  return a.number < b.number;
}

// What scores above `least` and nothing refuses, the surest first.
std::vector<std::size_t> sure_of(const std::vector<std::int64_t>& scores,
                                 std::int64_t least,
                                 const std::vector<WishedConcept>& refused) {
  std::vector<std::size_t> sure;
  for (std::size_t number = 0; number < scores.size(); ++number) {
    if (scores[number] > least && !names(refused, number)) sure.push_back(number);
  }
  std::stable_sort(sure.begin(), sure.end(),
                   [&scores](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  return sure;
}

// Whether any word with a meaning of its own is left that is wanted: "ik wil geen bingo" has none.
bool says_wish(const SaidNeed& heard) {
  for (std::size_t i = 0; i < heard.tokens.size(); ++i) {
    const Token& token = heard.tokens[i];
    if (!token.is_word() || !carries_meaning(token)) continue;
    if (heard.stances.of(i) == Stance::kWanted && !heard.stances.is_of_rule(i)) return true;
  }
  return false;
}

// What is told already keeps its own words; a hint's words become those of the model.
void add(const WishedConcept& understood, std::vector<WishedConcept>& wanted) {
  const auto known = std::find_if(
      wanted.begin(), wanted.end(),
      [&understood](const WishedConcept& wished) { return wished.number == understood.number; });
  if (known == wanted.end()) {
    wanted.push_back(understood);
  } else if (!is_told(*known)) {
    *known = understood;
  }
}

}  // namespace

WishReader::WishReader(const catalog::Vocabulary& vocabulary, std::string_view weights)
    : vocabulary_(&vocabulary),
      finder_(vocabulary, Speaker::kPerson),
      kinds_(vocabulary),
      model_(vocabulary, weights),
      has_model_(!weights.empty()) {}

SaidNeed WishReader::hear(std::string_view text, const Analyser& analyser) const {
  std::vector<Token> tokens = analyser.tokens_of(text);
  Stances stances(tokens);
  std::vector<LimitHit> limits = find_limits(text, tokens);
  SaidNeed heard{std::move(tokens), std::move(stances), std::move(limits), {}, {}};
  for (const ConceptHit& hit : finder_.find(heard.tokens)) {
    const bool is_activity =
        vocabulary_->concepts()[hit.number].kind == catalog::ConceptKind::kActivity;
    if (!is_activity || is_name(heard.tokens, text, hit) || says_limit(hit, heard.limits)) continue;
    const Stance stance = heard.stances.of(hit.begin);
    if (stance == Stance::kWanted) heard.wanted.push_back(hit);
    if (stance == Stance::kRefused) heard.refused.push_back(hit);
  }
  return heard;
}

void WishReader::weigh(const SaidNeed& heard, Wishes& wishes) const {
  const SubjectFeatures features = read_need_features(heard);
  const std::vector<std::int64_t> scores = model_.score(features);
  const Thresholds& thresholds = thresholds_for(heard.tokens);
  std::erase_if(wishes.wanted, [&](const WishedConcept& wished) {
    return scores[wished.number] < thresholds.unlikely;
  });
  const bool is_outright = std::any_of(wishes.wanted.begin(), wishes.wanted.end(), is_told);
  const std::int64_t least = is_outright ? thresholds.sure : thresholds.likely;
  for (const std::size_t number : sure_of(scores, least, wishes.refused)) {
    const auto told = std::count_if(wishes.wanted.begin(), wishes.wanted.end(), is_told);
    const WordFeature* word = model_.loudest_word(features, number);
    if (static_cast<std::size_t>(told) >= kMostWanted) break;
    if (word != nullptr) add({number, Clarity::kUnderstood, word->evidence.span}, wishes.wanted);
  }
  std::sort(wishes.wanted.begin(), wishes.wanted.end(), stands_before);
}

Wishes WishReader::read(std::string_view text, const Analyser& analyser) const {
  const SaidNeed heard = hear(text, analyser);
  Wishes wishes;
  wishes.wanted = values_of(heard.wanted, heard.tokens);
  wishes.refused = values_of(heard.refused, heard.tokens);
  std::erase_if(wishes.refused, [&wishes](const WishedConcept& refused) {
    return names(wishes.wanted, refused.number);
  });
  wishes.limits = own_limits(heard.limits);
  wishes.unwanted = unwanted_words(heard.limits);
  if (has_model_ && says_wish(heard)) weigh(heard, wishes);
  return wishes;
}

}  // namespace kring::indexer
