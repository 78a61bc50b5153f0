// What does a record say in words, field by field?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// The texts of a record that Kring reads.
enum class Field : std::uint8_t {
  kName,
  kAlert,
  kDescription,
  kFees,
  kEligibility,
  kApplication,
  kWaitTime,
  kTag,            ///< each of the owner's tags
  kScheduleNote,   ///< what a schedule adds in words, of activity and sites
  kAccessibility,  ///< each sentence, by site
  kOrganization,   ///< name
  kOrganizationDescription,
};

/// "/description"; `item` counts tags, notes and sites.
std::string pointer_to(Field field, std::size_t item);

struct FieldText {
  Field field = Field::kName;
  std::size_t item = 0;
  std::string_view text;  ///< of the activity, which must outlive this
  std::vector<Token> tokens;
};

/// The fields that hold text, in the enum's order.
struct RecordText {
  std::vector<FieldText> fields;
};

RecordText read_record_text(const catalog::Activity& activity, const Analyser& analyser);

/// The language in which most words of the description are, without one those of the name: "nl" or
/// "en" (BCP 47); "" where it is another, or there are no words.
std::string_view written_language(const RecordText& text);

}  // namespace kring::indexer
