#include "indexer/language/other_forms.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/language/compounds.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kMinInfinitive = 5;  // letters
constexpr std::size_t kMinForm = 3;        // letters
constexpr std::array<std::string_view, 3> kDiminutives = {"je", "tje", "pje"};
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

// A verb's stem as it is spelled alone, and whether its participle ends in t: told before v and z
// become f and s ("leef", "geleefd").
struct Stem {
  std::string first_person;
  bool is_voiceless = false;
};

// "kook", "zwem", "schrijf", "lees" of their infinitives.
std::vector<Stem> stems_of(std::string_view infinitive) {
  std::string base(infinitive.substr(0, infinitive.size() - 2));
  const std::size_t last = base.size() - 1;
  std::vector<std::string> bases;
  if (last > 0 && base[last] == base[last - 1] && !is_vowel(base[last])) {
    base.pop_back();
    bases.push_back(base);
  } else {
    // "koken" has a long vowel; in "wandelen" none is told.
    if (was_open(base)) bases.push_back(std::string(base).insert(last, 1, base[last - 1]));
    if (bases.empty() || count_syllables(base) > 1) bases.push_back(base);
  }
  std::vector<Stem> stems;
  for (std::string& person : bases) {
    const bool is_voiceless = kVoiceless.find(person.back()) != std::string_view::npos;
    if (person.back() == 'v') person.back() = 'f';
    if (person.back() == 'z') person.back() = 's';
    stems.push_back({std::move(person), is_voiceless});
  }
  return stems;
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
  for (const auto& [first, is_voiceless] : stems_of(infinitive)) {
    const std::string third = first.ends_with("t") ? first : first + "t";
    if (!is_dutch_word(third)) continue;
    const bool ends_already = first.ends_with("t") || first.ends_with("d");
    const std::string ending = ends_already ? "" : (is_voiceless ? "t" : "d");
    std::string participle = "ge";
    participle.append(first).append(ending);
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

// The ending that makes a noun small: "kaartje", "plannetje" aside "lijntje", "bloempje".
std::string_view diminutive_ending(std::string_view noun) {
  if (noun.ends_with("m")) return "pje";
  static constexpr std::string_view kBeforeTje = "aeiouylnrw";
  return kBeforeTje.find(noun.back()) == std::string_view::npos ? "je" : "tje";
}

// "klusje" and "klus", either from the other.
std::vector<std::string> diminutive_forms_of(std::string_view folded) {
  const std::string_view singular =
      folded.ends_with("jes") ? folded.substr(0, folded.size() - 1) : folded;
  for (const std::string_view ending : kDiminutives) {
    if (!singular.ends_with(ending) || singular.size() < ending.size() + kMinForm) continue;
    std::string noun(singular.substr(0, singular.size() - ending.size()));
    if (diminutive_ending(noun) == ending && is_dutch_word(noun)) return {std::move(noun)};
  }
  std::string diminutive(folded);
  diminutive += diminutive_ending(folded);
  if (is_dutch_word(diminutive)) return {std::move(diminutive)};
  return {};
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
