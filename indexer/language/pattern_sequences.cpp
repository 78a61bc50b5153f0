#include "indexer/language/pattern_sequences.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kring::indexer {
namespace {

// Patterns stand in the vocabulary document too, where anything may be written.
constexpr std::size_t kMaxSequences = 64;  // of one pattern: six words that may be absent
constexpr std::size_t kMaxGap = 50;        // tokens; a larger one counts as this

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

PatternChoice make_choice(std::string_view text) {
  if (text == "#") return {ChoiceKind::kNumber, {}, 0};
  if (text == "_") return {ChoiceKind::kAnyWord, {}, 0};
  if (text == "<") return {ChoiceKind::kBegin, {}, 0};
  if (text == ">") return {ChoiceKind::kEnd, {}, 0};
  if (text.starts_with("..")) return {ChoiceKind::kGap, {}, read_count(text.substr(2))};
  if (is_sign_text(text)) return {ChoiceKind::kSign, std::string(text), 0};
  const bool is_open = text.starts_with('*');
  const bool goes_on = text.ends_with('*');
  if (is_open) text.remove_prefix(1);
  if (goes_on) text.remove_suffix(1);
  if (is_open && goes_on) return {ChoiceKind::kPart, std::string(text), 0};
  if (is_open) return {ChoiceKind::kSuffix, std::string(text), 0};
  return {goes_on ? ChoiceKind::kPrefix : ChoiceKind::kWord, std::string(text), 0};
}

// The alternatives of a named set, "" where there is none.
std::string_view set_called(std::string_view name) {
  const auto* set = std::find_if(kSets.begin(), kSets.end(),
                                 [name](const auto& entry) { return entry.first == name; });
  return set == kSets.end() ? std::string_view() : set->second;
}

PatternElement make_element(std::string_view text) {
  PatternElement element;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!part.starts_with('{')) {
      element.add(make_choice(part));
      continue;
    }
    for (const PatternChoice& word :
         make_element(set_called(part.substr(1, part.size() - 2))).choices) {
      element.add(word);
    }
  }
  return element;
}

}  // namespace

ChoiceKey key_of(const PatternChoice& choice) {
  const WordKeys keys = keys_of(choice.text);
  const bool is_long = choice.text.size() >= kKeyLetters;
  switch (choice.kind) {
    case ChoiceKind::kWord:
    case ChoiceKind::kSign:
      return {KeyPart::kWhole, keys.whole};
    case ChoiceKind::kPrefix:
      return is_long ? ChoiceKey{KeyPart::kFirst, keys.first} : ChoiceKey{};
    case ChoiceKind::kSuffix:
      return is_long ? ChoiceKey{KeyPart::kLast, keys.last} : ChoiceKey{};
    default:
      return {};
  }
}

void KeyBits::add(const PatternChoice& choice) {
  const auto [part, key] = key_of(choice);
  switch (part) {
    case KeyPart::kNone:
      meets_more = true;
      break;
    case KeyPart::kWhole:
      whole |= bit_of(key);
      break;
    case KeyPart::kFirst:
      first |= bit_of(key);
      break;
    case KeyPart::kLast:
      last |= bit_of(key);
      break;
  }
}

void PatternElement::add(const PatternChoice& choice) {
  choices.push_back(choice);
  bits.add(choice);
}

std::vector<PatternSequence> make_sequences(std::string_view pattern) {
  std::vector<PatternSequence> sequences(1);
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    std::string_view word = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    if (word.empty()) continue;
    const bool may_be_absent = word.size() > 1 && word.ends_with('?');
    if (may_be_absent) word.remove_suffix(1);
    const PatternElement element = make_element(word);
    std::vector<PatternSequence> longer;
    for (const PatternSequence& sequence : sequences) {
      longer.push_back(sequence);
      longer.back().push_back(element);
      if (may_be_absent) longer.push_back(sequence);
    }
    if (longer.size() > kMaxSequences) return {};
    sequences = std::move(longer);
  }
  return sequences;
}

}  // namespace kring::indexer
