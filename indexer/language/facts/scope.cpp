// Whom does the text keep out, and is it a service for danger?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {

bool is_only_for_residents(const RecordText& text) {
  static constexpr auto kRules = std::to_array<PatternRule>({
      {0, "alleen|uitsluitend|enkel ..1 inwoners|bewoners|dorpsgenoten|buurtbewoners"},
      {0, "voor inwoners|bewoners van|uit"},
  });
  static const Patterns kPatterns(kRules);
  return !find_hits(text, kPatterns, kRunningText).empty();
}

bool is_crisis_service(const RecordText& text) {
  static constexpr auto kRules = std::to_array<PatternRule>({
      {0,
       "crisisdienst*|crisislijn*|crisisteam*|crisisopvang|crisistelefoon|zelfmoordlijn|"
       "zelfmoordpreventie|"
       "spoeddienst|spoedpost|huisartsenpost"},
      {0, "veilig thuis"},
  });
  static const Patterns kPatterns(kRules);
  return !find_hits(text, kPatterns, {Field::kName}).empty();
}

}  // namespace kring::indexer
