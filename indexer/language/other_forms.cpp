#include "indexer/language/other_forms.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/language/compounds.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kMinInfinitive = 5;  // letters
constexpr std::size_t kMinForm = 3;        // letters
constexpr std::array<std::string_view, 4> kDiminutives = {"je", "tje", "pje", "etje"};
constexpr std::string_view kVowels = "aeiouy";
// Behind these (of "'t kofschip") a participle ends in t, behind others in d.
constexpr std::string_view kVoiceless = "tkfschp";

bool is_vowel(char letter) {
  return kVowels.find(letter) != std::string_view::npos;
}

// "kok" of "koken" is spelled "kook": one vowel before one consonant, in a syllable that was open.
bool was_open(std::string_view base) {
  if (base.size() < 2) return false;
  const std::size_t last = base.size() - 1;
  const bool ends_so = !is_vowel(base[last]) && is_vowel(base[last - 1]);
  const bool is_single = last < 2 || !is_vowel(base[last - 2]);
  return ends_so && is_single && base[last - 1] != 'i' && base[last - 1] != 'y';
}

// Vowels that stand together count once.
std::size_t count_syllables(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++count;
  }
  return count;
}

// The first person of an infinitive, as Dutch spells it: "kook", "zwem", "schrijf", "lees".
std::vector<std::string> first_persons(std::string_view infinitive) {
  std::string base(infinitive.substr(0, infinitive.size() - 2));
  const std::size_t last = base.size() - 1;
  if (last > 0 && base[last] == base[last - 1] && !is_vowel(base[last])) {
    base.pop_back();
    return {base};
  }
  // "koken" has a long vowel; in "wandelen" none is told.
  std::vector<std::string> persons;
  if (was_open(base)) persons.push_back(std::string(base).insert(last, 1, base[last - 1]));
  if (persons.empty() || count_syllables(base) > 1) persons.push_back(base);
  for (std::string& person : persons) {
    if (person.back() == 'v') person.back() = 'f';
    if (person.back() == 'z') person.back() = 's';
  }
  return persons;
}

struct Verb {
  std::string infinitive;
  std::string third;  // person
  std::string participle;
};

// Absent where the list knows no such verb.
std::optional<Verb> verb_of(const std::string& infinitive) {
  // Of a verb the list has "wandelend" too; "buren" is none.
  if (infinitive.size() < kMinInfinitive || !infinitive.ends_with("en")
      || !is_dutch_word(infinitive) || !is_dutch_word(infinitive + "d")) {
    return std::nullopt;
  }
  for (const std::string& first : first_persons(infinitive)) {
    const std::string third = first.ends_with("t") ? first : first + "t";
    if (!is_dutch_word(third)) continue;
    const bool is_voiceless = kVoiceless.find(first.back()) != std::string_view::npos;
    const std::string participle = first.ends_with("t") || first.ends_with("d")
                                       ? "ge" + first
                                       : "ge" + first + (is_voiceless ? "t" : "d");
    return Verb{infinitive, third, is_dutch_word(participle) ? participle : std::string()};
  }
  return std::nullopt;
}

// Infinitives that a first person may belong to.
std::vector<std::string> infinitives_of(const std::string& first) {
  std::vector<std::string> infinitives = {first + "en"};
  const std::size_t last = first.size() - 1;
  if (last < 1) return infinitives;
  infinitives.push_back(first + first.back() + "en");
  if (last > 1 && first[last - 1] == first[last - 2] && is_vowel(first[last - 1])) {
    std::string shortened = first;
    shortened.erase(last - 1, 1);
    infinitives.push_back(shortened + "en");
    if (first.back() == 's') infinitives.push_back(shortened.substr(0, last - 1) + "zen");
    if (first.back() == 'f') infinitives.push_back(shortened.substr(0, last - 1) + "ven");
  }
  if (first.back() == 's') infinitives.push_back(first.substr(0, last) + "zen");
  if (first.back() == 'f') infinitives.push_back(first.substr(0, last) + "ven");
  return infinitives;
}

std::vector<std::string> candidates_of(std::string_view folded) {
  std::vector<std::string> candidates;
  const auto add = [&candidates](std::string_view first) {
    if (first.size() < 2) return;
    for (std::string& infinitive : infinitives_of(std::string(first))) {
      candidates.push_back(std::move(infinitive));
    }
  };
  if (folded.ends_with("en")) candidates.emplace_back(folded);
  const std::string_view body = folded.substr(0, folded.size() - 1);
  if (folded.ends_with("t")) add(body);
  if (folded.starts_with("ge") && (folded.ends_with("t") || folded.ends_with("d"))) {
    add(body.substr(2));
  }
  return candidates;
}

std::vector<std::string> verb_forms_of(std::string_view folded) {
  for (const std::string& infinitive : candidates_of(folded)) {
    const std::optional<Verb> verb = verb_of(infinitive);
    if (!verb) continue;
    std::vector<std::string> forms = {verb->infinitive, verb->third, verb->participle};
    if (std::find(forms.begin(), forms.end(), folded) == forms.end()) continue;
    std::erase_if(forms,
                  [folded](const std::string& form) { return form.empty() || form == folded; });
    return forms;
  }
  return {};
}

// "klusje" and "klus", either from the other.
std::vector<std::string> diminutive_forms_of(std::string_view folded) {
  const std::string_view singular =
      folded.ends_with("jes") ? folded.substr(0, folded.size() - 1) : folded;
  std::vector<std::string> forms;
  for (const std::string_view ending : kDiminutives) {
    if (singular.ends_with(ending)) {
      std::string noun(singular.substr(0, singular.size() - ending.size()));
      if (is_dutch_word(noun)) forms.push_back(std::move(noun));
    }
    std::string diminutive = std::string(folded) + std::string(ending);
    if (is_dutch_word(diminutive)) forms.push_back(std::move(diminutive));
  }
  return forms;
}

}  // namespace

std::vector<std::string> other_forms_of(std::string_view folded) {
  if (folded.size() < kMinForm) return {};
  std::vector<std::string> forms = verb_forms_of(folded);
  for (std::string& form : diminutive_forms_of(folded)) {
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace kring::indexer
