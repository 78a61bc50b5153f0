// In which languages can one take part?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

struct NamedLanguage {
  std::string_view tag;    // BCP 47
  std::string_view names;  // as patterns have them
  std::string_view heads;  // of "…talig" and "…sprekend"
};

constexpr auto kLanguages = std::to_array<NamedLanguage>({
    {"en", "engels|english", "engelstalig*|engelssprekend*"},
    {"tr", "turks|turkce", "turkstalig*|turkssprekend*"},
    {"ar", "arabisch|marokkaans", "arabischtalig*|arabischsprekend*"},
    {"pl", "pools|polsku", "poolstalig*|poolssprekend*"},
    {"uk", "oekraiens", "oekraienstalig*|oekraienssprekend*"},
    {"ti", "tigrinya", "tigrinyasprekend*"},
    {"fr", "frans", "franstalig*|franssprekend*"},
    {"de", "duits", "duitstalig*|duitssprekend*"},
    {"es", "spaans", "spaanstalig*|spaanssprekend*"},
    {"pt", "portugees", "portugeestalig*|portugeessprekend*"},
    {"it", "italiaans", "italiaanstalig*|italiaanssprekend*"},
    {"ru", "russisch", "russischtalig*|russischsprekend*"},
    {"fa", "farsi|dari|perzisch", "farsisprekend*"},
    {"so", "somalisch|somali", "somalischtalig*|somalischsprekend*"},
    {"zh", "chinees|mandarijn", "chineestalig*|chineessprekend*"},
    {"ku", "koerdisch", "koerdischtalig*|koerdischsprekend*"},
    {"ber", "berbers|tamazight", "berberstalig*|berberssprekend*"},
    {"pap", "papiaments|papiamentu", "papiamentstalig*"},
    {"fy", "fries", "friestalig*"},
    {"li", "limburgs", "limburgstalig*"},
});

// A rule a language, and at its place behind these the same where no other is spoken.
Patterns make_patterns() {
  std::vector<std::string> texts;
  std::vector<std::size_t> rules;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    const std::string names(kLanguages[i].names);
    for (const std::string& text :
         {"in het|in|ons " + names, "spreken|spreekt|spreek|gesproken|voertaal|talen ..3 " + names,
          names + " sprekend*|gesproken|speaking|spoken", std::string(kLanguages[i].heads)}) {
      texts.push_back(text);
      rules.push_back(i);
    }
    texts.push_back("alleen|uitsluitend|enkel|volledig|geheel in het? " + names);
    rules.push_back(i + kLanguages.size());
  }
  std::vector<PatternRule> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    all.push_back({rules[i], texts[i]});
  }
  return Patterns(all);
}

const Patterns& patterns() {
  static const Patterns kPatterns = make_patterns();
  return kPatterns;
}

// A language that is learned is not the one that is spoken.
bool is_learned(const FieldHit& found) {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0, "leer|leren|leert|cursus|les|lessen|oefenen|oefen|beter|verbeteren|geen|niet|examen"},
  });
  static const Patterns kPatterns(kWords);
  static constexpr std::size_t kNear = 5;
  if (found.follows(kPatterns, kNear)) return true;
  const Token* next = found.after();
  return next != nullptr && kPatterns.is_in({*next});
}

bool holds(const std::vector<std::string>& tags, std::string_view tag) {
  return std::any_of(tags.begin(), tags.end(),
                     [tag](const std::string& entry) { return entry.starts_with(tag); });
}

}  // namespace

LanguageFact find_languages(const catalog::Activity& activity, const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kEligibility};
  LanguageFact fact{activity.languages, {}};
  bool is_only = false;
  std::vector<std::string> told;
  for (const FieldHit& found : find_hits(text, patterns(), kFields)) {
    if (is_learned(found)) continue;
    const std::string tag(kLanguages[found.hit.rule % kLanguages.size()].tag);
    is_only = is_only || found.hit.rule >= kLanguages.size();
    if (holds(activity.languages, tag) || holds(told, tag)) continue;
    auto& source = activity.languages.empty() ? fact.sources.evidence : fact.sources.conflict;
    if (!source) source = found.evidence();
    told.push_back(tag);
  }
  if (!activity.languages.empty() || told.empty()) return fact;
  fact.languages = std::move(told);
  if (!is_only) fact.languages.insert(fact.languages.begin(), "nl");
  return fact;
}

}  // namespace kring::indexer
