// Whom does the text keep out, is it a service for danger, and does it sell or hire?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {

std::optional<Trade> find_trade(const RecordText& text) {
  static constexpr auto kRules = std::to_array<PatternRule>({
      {0, "wintercollectie|zomercollectie|webshop|webwinkel|offerte|offertes|showroom|boetiek"},
      {0, "paskamers|bierkaart|zaalverhuur|bestellingen|bezorgkosten|assortiment|dierenpension"},
      {1, "solliciteer"},
      {1, "solliciteren kan|via|voor|tot"},
      {1, "salaris volgens|schaal|conform|fwg|€"},
      {1, "goed|marktconform salaris"},
      {1, "volgens|conform cao"},
      {1, "€ # - € # bruto"},
      {1, "€ # bruto"},
      {1, "in loondienst"},
      {1, "acquisitie niet|wordt|naar"},
  });
  static const Patterns kPatterns(kRules);
  const std::vector<FieldHit> hits =
      find_hits(text, kPatterns, {Field::kName, Field::kDescription});
  if (hits.empty()) return std::nullopt;
  const bool hires = hits.front().hit.rule == 1;
  return Trade{hires ? Trade::Kind::kHires : Trade::Kind::kSells, hits.front().evidence()};
}

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
