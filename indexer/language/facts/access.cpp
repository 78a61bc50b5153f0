// Who can get in at a place?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/access_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Answer;

const Patterns& patterns() {
  static const Patterns kPatterns(kPlaces);
  return kPatterns;
}

struct Seen {
  std::array<bool, 11> rules{};
  [[nodiscard]] bool has(AccessWord rule) const { return rules[rule]; }
  void add(const Seen& other) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      rules[rule] = rules[rule] || other.rules[rule];
    }
  }
};

Answer answer_of(bool says_yes, bool says_no) {
  if (says_no) return Answer::kNo;
  return says_yes ? Answer::kYes : Answer::kUnknown;
}

// A lack of a toilet is no lack of a way in: hits within it do not count.
Seen rules_in(const FieldText& field) {
  const std::vector<PatternHit> hits = patterns().find(field.tokens);
  Seen seen;
  for (const PatternHit& hit : hits) {
    const bool is_way_in = hit.rule == kReachable || hit.rule == kToilet;
    bool is_denied = false;
    for (const PatternHit& other : hits) {
      const bool denies = other.rule == kNoToilet || other.rule == kNothingKnown
                          || (other.rule == kBlocked && hit.rule == kReachable);
      is_denied = is_denied || (is_way_in && denies && overlaps(hit, other));
    }
    if (!is_denied) seen.rules[hit.rule] = true;
  }
  return seen;
}

const Patterns& plain_words() {
  static const Patterns kPatterns(kTold);
  return kPatterns;
}

// That they miss a part of it only, is no bar.
Seen settled(Seen seen) {
  if (seen.has(kPartly) && seen.has(kReachable)) {
    seen.rules[kBlocked] = false;
    seen.rules[kBarred] = false;
  }
  if (seen.has(kBlocked)) seen.rules[kReachable] = false;
  return seen;
}

// Where the place says nothing, the description may, in plain words. That none can come it says of
// the activity, whatever the place is like.
Seen told_in_text(const RecordText& text) {
  Seen seen;
  for (const FieldHit& found :
       find_hits(text, plain_words(), {Field::kDescription, Field::kEligibility, Field::kAlert})) {
    seen.rules[found.hit.rule] = true;
  }
  return settled(seen);
}

bool is_silent(const Seen& seen) {
  return !seen.has(kReachable) && !seen.has(kBlocked) && !seen.has(kBarred)
         && !seen.has(kNothingKnown);
}

// What a place says in its own terms, else in plain words.
Seen told_of_place(const FieldText& field) {
  Seen seen = rules_in(field);
  if (!is_silent(seen)) return seen;
  Seen plain;
  for (const PatternHit& hit : plain_words().find(field.tokens)) {
    plain.rules[hit.rule] = true;
  }
  seen.add(settled(plain));
  return seen;
}

AccessFacts facts_of(const Seen& seen) {
  const bool gets_in =
      seen.has(kReachable) && !seen.has(kBarred) && !(seen.has(kAwkward) && !seen.has(kToilet));
  const bool is_blocked = seen.has(kBarred) || (seen.has(kBlocked) && !seen.has(kReachable));
  AccessFacts facts{};
  facts[0] = answer_of(gets_in, is_blocked);
  facts[1] = answer_of(seen.has(kToilet), seen.has(kNoToilet) && !seen.has(kToilet));
  facts[2] = answer_of(gets_in, is_blocked);
  facts[3] = answer_of(seen.has(kLoop), false);
  facts[4] = Answer::kUnknown;
  facts[5] = answer_of(seen.has(kQuiet), false);
  facts[6] = answer_of(seen.has(kDog), false);
  return facts;
}

}  // namespace

AccessFacts find_access(const RecordText& text, std::size_t site) {
  Seen seen;
  for (const FieldText& field : text.fields) {
    if (field.field == Field::kAccessibility && field.item == site) seen.add(told_of_place(field));
  }
  const Seen told = told_in_text(text);
  const bool says_nothing = !seen.has(kReachable) && !seen.has(kBlocked);
  const bool is_rebuilt = seen.has(kBlocked) && told.has(kReachable) && !told.has(kBarred);
  if (is_rebuilt) seen.rules[kBlocked] = false;
  if (says_nothing || is_rebuilt || told.has(kBarred)) seen.add(told);
  return facts_of(seen);
}

AccessFacts find_told_access(const RecordText& text) {
  return facts_of(told_in_text(text));
}

}  // namespace kring::indexer
