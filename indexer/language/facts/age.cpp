// For which ages is it?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/age_scope.h"
#include "indexer/language/facts/age_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

constexpr int kMinRuleAge = 4;  // a smaller number is a term of years
constexpr int kMaxRuleAge = 98;
constexpr int kToddlersUntil = 6;  // up to here a parent takes part as well
constexpr int kAdult = 18;
constexpr int kStatePension = 67;
constexpr int kWholeLife = 65;  // years: "van 8 tot 80" tells who comes, and is no rule

const Patterns& patterns() {
  static const Patterns kPatterns(kAges);
  return kPatterns;
}

bool is_age(int hundredths) {
  return hundredths % 100 == 0 && hundredths >= kMinRuleAge * 100
         && hundredths <= kMaxRuleAge * 100;
}

// What turns a number into hours, money or people.
bool counts_something_else(const Token* token) {
  static constexpr auto kUnits = std::to_array<std::string_view>(
      {"uur",      "u",         "h",       "min",      "minuten",     "euro",     "€",
       "km",       "personen",  "mensen",  "weken",    "week",        "maanden",  "maand",
       "keer",     "avonden",   "procent", "%",        "deelnemers",  "man",      "dagen",
       "plaatsen", "leden",     "graden",  "spelers",  "medewerkers", "bewoners", "stuks",
       "januari",  "februari",  "maart",   "april",    "mei",         "juni",     "juli",
       "augustus", "september", "oktober", "november", "december",    "jan",      "feb",
       "mrt",      "apr",       "jun",     "jul",      "aug",         "sep",      "sept",
       "okt",      "nov",       "dec"});
  return token != nullptr
         && std::find(kUnits.begin(), kUnits.end(), token->form->folded) != kUnits.end();
}

bool begins_with_between(const FieldHit& found) {
  return found.field->tokens[found.hit.begin].form->folded == "tussen";
}

// "Tussen 35 en 60 in Chaam": no hours, and nothing counted.
bool is_past_hours(const FieldHit& found) {
  static constexpr int kHours = 24;
  static constexpr auto kGoesOn =
      std::to_array<std::string_view>({"in", "uit", "die", "dat", "en", "met", "zonder", "voor",
                                       "van", "zo", "bent", "elke", "om"});
  if (found.hit.numbers.back() <= kHours * 100) return false;
  const Token* next = found.after();
  return next == nullptr || next->kind == CutKind::kSign
         || std::find(kGoesOn.begin(), kGoesOn.end(), next->form->folded) != kGoesOn.end();
}

bool may_be_bare(const FieldHit& found) {
  static constexpr auto kAudience = std::to_array<PatternRule>({
      {0, "groep # is >"},
      {0,
       "jongeren|jongvolwassenen|leeftijd|leeftijden|van|voor|jongens|meiden|meisjes|twintigers|"
       "dertigers"},
  });
  static const Patterns kPatterns(kAudience);
  if (found.follows(kPatterns, 3)) return true;
  return begins_with_between(found) ? is_past_hours(found) : found.field->field == Field::kName;
}

struct Range {
  std::optional<int> min;
  std::optional<int> max;
};

// The age in a word: "zestigplussers" are 60 or older.
std::optional<Range> named_age_of(const FieldHit& found) {
  struct NamedAge {
    std::string_view word;
    int age;
  };
  static constexpr auto kNamed = std::to_array<NamedAge>({{"veertig", 40},
                                                          {"vijftig", 50},
                                                          {"vijfenvijftig", 55},
                                                          {"zestig", 60},
                                                          {"vijfenzestig", 65},
                                                          {"zeventig", 70},
                                                          {"vijfenzeventig", 75},
                                                          {"tachtig", 80}});
  const std::string& word = found.field->tokens[found.hit.begin].form->folded;
  const auto named = std::find_if(kNamed.begin(), kNamed.end(), [&word](const NamedAge& entry) {
    return word.starts_with(entry.word) && word.substr(entry.word.size()).starts_with("plus");
  });
  if (named == kNamed.end()) return std::nullopt;
  return Range{named->age, std::nullopt};
}

// Adults at the door: not those whose price is told or whose children they are, not one who comes
// to help ("een vaste volwassene"), and no rule where young people may come too.
std::optional<Range> adults_of(const FieldHit& found) {
  static constexpr auto kTogether = std::to_array<PatternRule>({
      {0,
       "jong|jongeren|jeugd|jeugdigen|kinderen|kids|tieners|jongens|meiden en|of|/|& "
       "volwassen*|jongvolwassen*|meerderjarig*"},
      {0, "en|of voor jongvolwassen*|volwassen*"},
      {0, "een|vaste|eigen|extra|betrokken|andere|als volwassene"},
  });
  static const Patterns kPatterns(kTogether);
  static constexpr auto kOthers =
      std::to_array<std::string_view>({"kind", "kinderen", "zoon", "zoons", "dochter", "dochters",
                                       "coach", "maatje", "mentor", "vrijwilliger", "begeleider"});
  const std::vector<Token>& tokens = found.field->tokens;
  const std::size_t from = found.hit.begin > 2 ? found.hit.begin - 2 : 0;
  if (kPatterns.is_in({tokens.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens.begin() + static_cast<std::ptrdiff_t>(found.hit.end)}))
    return std::nullopt;
  const Token* next = found.after();
  const bool is_of_others =
      next != nullptr
      && (counts_something_else(next)
          || std::find(kOthers.begin(), kOthers.end(), next->form->folded) != kOthers.end());
  if (is_of_others) return std::nullopt;
  return Range{kAdult, std::nullopt};
}

// "Bent hooguit 55 jaar".
bool tells_upper_end(const FieldHit& found) {
  static constexpr auto kMost =
      std::to_array<PatternRule>({{0, "hooguit|hoogstens|maximaal|ten hoogste"}});
  static const Patterns kPatterns(kMost);
  return found.has_within(kPatterns);
}

// The ages in numbers. "Jonger dan 16? Bel de kinderlijn" is for the others. requires: they are
// ages
std::optional<Range> numbered_ages_of(const FieldHit& found) {
  const std::vector<int>& numbers = found.hit.numbers;
  const int first = numbers.front() / 100;
  switch (found.hit.rule) {
    case kBareRange:
      if (!may_be_bare(found)) return std::nullopt;
      [[fallthrough]];
    case kRange:
      if (numbers.back() <= numbers.front()) return std::nullopt;
      return Range{first, numbers.back() / 100};
    case kToPension:
      return Range{first, kStatePension};
    case kFrom:
      if (tells_upper_end(found)) return Range{std::nullopt, first};
      [[fallthrough]];
    case kLimit:
    case kPlus:
      return Range{first, std::nullopt};
    case kNotYet:
      return found.is_asked() ? std::optional(Range{first, std::nullopt}) : std::nullopt;
    case kUnder:
      return found.is_asked() ? Range{first, std::nullopt} : Range{std::nullopt, first - 1};
    default:
      return Range{std::nullopt, first};
  }
}

std::optional<Range> range_of(const FieldHit& found) {
  if (found.hit.rule == kAdults) return adults_of(found);
  if (found.hit.rule == kNamedPlus) return named_age_of(found);
  if (found.hit.rule == kDecades) return Range{20, 39};
  const bool is_no_range = found.hit.rule >= kAnyAge && found.hit.rule != kNotYet;
  if (is_no_range || counts_something_else(found.after())) return std::nullopt;
  const std::vector<int>& numbers = found.hit.numbers;
  return std::all_of(numbers.begin(), numbers.end(), is_age) ? numbered_ages_of(found)
                                                             : std::nullopt;
}

// "75-plussers 10 euro", "tot 12 jaar gratis", "jeugd tot 20 jaar de helft": what they pay.
bool is_of_a_price(const FieldHit& found) {
  static constexpr auto kLess =
      std::to_array<PatternRule>({{0, "< ..3 gratis|half"}, {0, "< ..3 de helft"}});
  static constexpr auto kPaid =
      std::to_array<PatternRule>({{0, "< €? # euro|eur|€|per|,|>"}, {0, "< € #"}});
  static const Patterns kForLess(kLess);
  static const Patterns kPrice(kPaid);
  const std::vector<Token> behind = found.behind(4);
  const bool is_upper = found.hit.rule == kUpTo || found.hit.rule == kUnder;
  const bool is_plus = found.hit.rule == kPlus || found.hit.rule == kNamedPlus;
  if (is_plus && !behind.empty() && behind.front().kind == CutKind::kNumber) return true;
  return (is_upper && kForLess.is_in(behind)) || kPrice.is_in(behind);
}

struct Stated {
  Range range;
  FieldHit found;
};

// Who is 65 or older beside a student is one of two, not the one it is for.
bool is_one_of_two(const FieldHit& found) {
  static constexpr auto kStudents = std::to_array<PatternRule>({{0, "student*|scholier*"}});
  static const Patterns kPatterns(kStudents);
  return found.hit.rule == kPlus && kPatterns.is_in(found.field->tokens);
}

bool spans_a_life(const FieldHit& found) {
  const std::vector<int>& numbers = found.hit.numbers;
  return found.hit.rule == kLifetime && numbers.back() - numbers.front() >= kWholeLife * 100;
}

bool is_lifetime(const FieldHit& found, const std::vector<FieldHit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [&found](const FieldHit& other) {
    return spans_a_life(other) && overlaps(other, found);
  });
}

// "Voor kinderen van 8 t/m 12", where the fields end at 12 too: those who take part.
bool is_confirmed(const FieldHit& found, const catalog::Activity& activity) {
  const bool is_theirs = !tells_of_staff(found) && !tells_most(found);
  return is_theirs && found.hit.rule == kRange && activity.max_age
         && found.hit.numbers.back() == *activity.max_age * 100;
}

// Whether it tells of others, of all, or of what is no rule.
bool is_no_rule(const FieldHit& found,
                const std::vector<FieldHit>& hits,
                const catalog::Activity& activity) {
  if (is_of_others(found) && !is_confirmed(found, activity)) return true;
  return is_one_of_two(found) || is_of_a_price(found) || is_overlapped_by(kAnyAge, found, hits)
         || is_overlapped_by(kWithAdult, found, hits) || is_lifetime(found, hits);
}

bool is_of_toddlers(const Range& range) {
  return range.max && !range.min && *range.max <= kToddlersUntil;
}

std::vector<Stated> find_all_stated(const catalog::Activity& activity,
                                    const std::vector<FieldHit>& hits) {
  std::vector<Stated> all;
  for (const FieldHit& found : hits) {
    if (is_no_rule(found, hits, activity)) continue;
    const std::optional<Range> range = range_of(found);
    if (range && !is_of_toddlers(*range)) all.push_back({*range, found});
  }
  return all;
}

// The rule that says most, and of these the first: what is told of the reader before what is told
// of others, a range before a lower end, a number before "volwassenen".
bool says_more(const Stated& one, const Stated& other) {
  const auto is_for_reader = [](const Stated& stated) {
    return stated.found.hit.rule != kAdults && is_of_reader(stated.found);
  };
  if (is_for_reader(one) != is_for_reader(other)) return is_for_reader(one);
  return one.found.hit.rule < other.found.hit.rule;
}

// "Soos 12+", whose text goes on "t/m 17 jaar".
bool is_name(const FieldHit& found) {
  return found.field->field == Field::kName;
}

bool share_sentence(const FieldHit& one, const FieldHit& other) {
  if (one.field != other.field) return false;
  const auto [first, last] = std::minmax(one.hit.begin, other.hit.begin);
  const auto tokens = one.field->tokens.begin();
  return std::none_of(tokens + static_cast<std::ptrdiff_t>(first),
                      tokens + static_cast<std::ptrdiff_t>(last),
                      [](const Token& token) { return token.kind == CutKind::kStop; });
}

// What the same sentence adds: "groep 1 is 8 t/m 11 jaar, groep 2 is 12 t/m 15", "tot en met 35, en
// je bent minstens 20".
void join(Range& range, const Range& other) {
  const bool follows_on = range.min && range.max && other.min && other.max
                          && *other.min == *range.max + 1 && *other.max > *range.max;
  if (follows_on) range.max = other.max;
  if (range.min && !range.max && !other.min && other.max > range.min) range.max = other.max;
}

// What is said to hold for most only is no rule.
std::optional<Stated> find_stated(const catalog::Activity& activity,
                                  const std::vector<FieldHit>& hits) {
  const std::vector<Stated> all = find_all_stated(activity, hits);
  const auto best = std::min_element(all.begin(), all.end(), says_more);
  if (best == all.end()) return std::nullopt;
  Stated stated = *best;
  for (const Stated& other : all) {
    if (is_name(stated.found) || share_sentence(stated.found, other.found))
      join(stated.range, other.range);
  }
  return stated;
}

// Whether the words take back an age that the fields give: "elke leeftijd", "leden van 8 tot 80",
// or the age of a child at home.
bool denies(const FieldHit& found, const AgeFact& given) {
  static constexpr auto kChildren = std::to_array<PatternRule>({{0, "kind|kinderen|kindje"}});
  static const Patterns kPatterns(kChildren);
  const std::vector<int>& numbers = found.hit.numbers;
  if (found.hit.rule == kAnyAge || spans_a_life(found)) return true;
  if (found.hit.rule == kWithAdult) return given.min == numbers.front() / 100;
  const auto tells = [&numbers](std::optional<int> age) {
    return !age || std::find(numbers.begin(), numbers.end(), *age * 100) != numbers.end();
  };
  const bool is_told_of_others = !numbers.empty() && tells(given.min) && tells(given.max)
                                 && (tells_of_staff(found) || tells_most(found));
  if (is_told_of_others) return true;
  static constexpr auto kBeside = std::to_array<PatternRule>(
      {{0, "gezin*|ouder|ouders|moeders|vaders|mogen|mag|meenemen|meebrengen|welkom"}});
  static const Patterns kParents(kBeside);
  const bool is_childs =
      found.hit.rule == kUnder || (found.hit.rule == kUpTo && found.is_said_with(kParents));
  return is_childs && found.follows(kPatterns, kOthersWithin) && !given.min
         && given.max == numbers.front() / 100;
}

// What the fields say, less what limits nobody: from 0, up to 99, or who comes with a parent.
AgeFact limits_of(const catalog::Activity& activity) {
  AgeFact fact{activity.min_age, activity.max_age, {}};
  if (fact.min && *fact.min < kMinRuleAge) fact.min.reset();
  if (fact.max && *fact.max > kMaxRuleAge) fact.max.reset();
  if (fact.max && *fact.max <= kToddlersUntil) return {};
  return fact;
}

// The age of the fields, unless the words take it back.
AgeFact read_fields(const catalog::Activity& activity, const std::vector<FieldHit>& hits) {
  AgeFact fact = limits_of(activity);
  if (!fact.min && !fact.max) return fact;
  const Evidence given{Field::kEligibility, 0, {}, Provenance::kGiven};
  const auto denial = std::find_if(hits.begin(), hits.end(),
                                   [&fact](const FieldHit& found) { return denies(found, fact); });
  if (denial != hits.end()) return {{}, {}, {denial->evidence(), given}};
  fact.sources.evidence = given;
  return fact;
}

// Words by which there is no rule any more, whatever stands elsewhere.
std::optional<FieldHit> find_dropped(const std::vector<FieldHit>& hits) {
  const auto dropped = std::find_if(
      hits.begin(), hits.end(), [](const FieldHit& found) { return found.hit.rule == kDropped; });
  return dropped == hits.end() ? std::nullopt : std::optional<FieldHit>(*dropped);
}

bool contradicts(const Range& range, const catalog::Activity& activity) {
  return (range.min && activity.min_age && *range.min != *activity.min_age)
         || (range.max && activity.max_age && *range.max != *activity.max_age);
}

// What of the words holds beside the fields: numbers do; "volwassenen" adds to what is not told.
Range kept_of(const Stated& stated, const AgeFact& given) {
  Range range = stated.range;
  const bool is_vague = stated.found.hit.rule == kAdults;
  if (is_vague && given.min.value_or(0) >= *range.min) range.min.reset();
  return range;
}

}  // namespace

AgeFact find_age(const catalog::Activity& activity, const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kEligibility,
                                     Field::kAlert, Field::kTag};
  const std::vector<FieldHit> hits = find_hits(text, patterns(), kFields);
  if (const auto dropped = find_dropped(hits)) return {{}, {}, {dropped->evidence(), {}}};
  AgeFact fact = read_fields(activity, hits);
  const std::optional<Stated> stated = find_stated(activity, hits);
  if (!stated) return fact;
  const Range range = kept_of(*stated, fact);
  const bool is_told_already =
      (!range.min || range.min == fact.min) && (!range.max || range.max == fact.max);
  if (is_told_already) return fact;
  if (contradicts(range, activity)) fact.sources.conflict = fact.sources.evidence;
  fact.sources.evidence = stated->found.evidence();
  if (range.min) fact.min = range.min;
  if (range.max) fact.max = range.max;
  if (range.min && fact.max && *fact.max < *range.min) fact.max.reset();
  if (range.max && fact.min && *fact.min > *range.max) fact.min.reset();
  return fact;
}

}  // namespace kring::indexer
