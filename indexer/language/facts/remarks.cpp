// What else is worth telling whoever goes?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

std::size_t rule_of(Remark remark) {
  return static_cast<std::size_t>(remark);
}

const Patterns& patterns() {
  static const auto kRules = std::to_array<PatternRule>({
      {rule_of(Remark::kBring), "neem|neemt|breng ..8 mee"},
      {rule_of(Remark::kBring), "meenemen|meebrengen"},
      {rule_of(Remark::kBring), "zelf meenemen|betalen"},
      {rule_of(Remark::kBring), "voor eigen rekening"},
      {rule_of(Remark::kBring), "eigen rekening|kaartje|schoenen|kleding|laptop"},
      {rule_of(Remark::kPhoneHours), "telefonisch ..3 bereikbaar|spreekuur"},
      {rule_of(Remark::kPhoneHours), "bel|bellen ..3 tussen # ..2 en #"},
      {rule_of(Remark::kPhoneHours), "bereikbaar ..3 {day}"},
      {rule_of(Remark::kPhoneHours), "{day} ..4 bereikbaar"},
      {rule_of(Remark::kScreening), "vog"},
      {rule_of(Remark::kScreening), "verklaring omtrent gedrag"},
      {rule_of(Remark::kScreening), "getrainde|geschoolde|opgeleide vrijwilliger*"},
      {rule_of(Remark::kScreening), "vrijwilligers ..3 getraind|geschoold|opgeleid|gecontroleerd"},
      {rule_of(Remark::kCriteria), "niet geschikt|bedoeld voor|tijdens|bij"},
      {rule_of(Remark::kCriteria), "geen crisis|verslaving"},
      {rule_of(Remark::kCriteria), "voorwaarde* ..6"},
      {rule_of(Remark::kCriteria), "vereist ..5"},
      {rule_of(Remark::kCriteria), "niet onder invloed"},
      {rule_of(Remark::kFull), "vol tot|is|zit"},
      {rule_of(Remark::kFull), "is|zit|zijn ..2 vol"},
      {rule_of(Remark::kFull), "aanmeldstop|ledenstop|volgeboekt"},
      {rule_of(Remark::kPickedUp), "haalt|halen|wordt|worden ..4 op|opgehaald"},
      {rule_of(Remark::kPickedUp), "eerste keer ..4 mee"},
      {rule_of(Remark::kPickedUp), "gaat ..4 eerste keer ..2 mee"},
      {rule_of(Remark::kPickedUp), "vervoer ..2 mogelijk|geregeld"},
  });
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

}  // namespace

std::vector<FoundRemark> find_remarks(const RecordText& text) {
  std::vector<FoundRemark> remarks;
  for (const FieldHit& found : find_hits(text, patterns(), kRunningText)) {
    remarks.push_back({static_cast<Remark>(found.hit.rule), found.evidence()});
  }
  std::stable_sort(remarks.begin(), remarks.end(),
                   [](const FoundRemark& a, const FoundRemark& b) { return a.remark < b.remark; });
  return remarks;
}

}  // namespace kring::indexer
