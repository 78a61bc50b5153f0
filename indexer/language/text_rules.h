// In which fields of a record does a rule hit, and where?
#pragma once

#include <initializer_list>
#include <vector>

#include "indexer/language/annotation.h"
#include "indexer/language/patterns.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// A set of fields.
class Fields {
 public:
  constexpr Fields(std::initializer_list<Field> fields) {
    for (const Field field : fields) {
      bits_ |= 1U << static_cast<unsigned>(field);
    }
  }
  [[nodiscard]] constexpr bool has(Field field) const {
    return (bits_ & (1U << static_cast<unsigned>(field))) != 0;
  }

 private:
  unsigned bits_ = 0;
};

/// The fields in which facts about the activity itself stand.
inline constexpr Fields kRunningText = {
    Field::kName,     Field::kAlert,       Field::kDescription,
    Field::kFees,     Field::kEligibility, Field::kApplication,
    Field::kWaitTime, Field::kTag,         Field::kScheduleNote};

struct FieldHit {
  const FieldText* field = nullptr;  ///< in the record's text, which must outlive this
  PatternHit hit;

  [[nodiscard]] Evidence evidence() const {
    return {field->field, field->item, hit.span_in(field->tokens), Provenance::kDerived};
  }
  /// The token `ahead` of the hit's end; null where the sentence is over.
  [[nodiscard]] const Token* after(std::size_t ahead = 0) const;
  /// Those behind the hit in its sentence, `most` at most.
  [[nodiscard]] std::vector<Token> behind(std::size_t most) const;
  /// Whether a question mark stands right behind it.
  [[nodiscard]] bool is_asked() const;
  /// The tokens of the hit itself.
  [[nodiscard]] std::vector<Token> tokens() const;
  /// Whether one of `patterns` stands among them.
  [[nodiscard]] bool has_within(const Patterns& patterns) const;
  /// Whether one of `patterns` stands in the same sentence within `most` tokens before the hit.
  [[nodiscard]] bool follows(const Patterns& patterns, std::size_t most) const;
  /// The tokens of the sentence in which the hit stands.
  [[nodiscard]] std::vector<Token> sentence() const;
  /// Whether one of `patterns` stands in the sentence of the hit.
  [[nodiscard]] bool is_said_with(const Patterns& patterns) const;
};

/// Whether both stand in one field and share a token.
bool overlaps(const FieldHit& a, const FieldHit& b);

/// Whether a hit of `rule` among `all` overlaps `found`.
bool is_overlapped_by(std::size_t rule, const FieldHit& found, const std::vector<FieldHit>& all);

/// All hits of `patterns` in `fields`, field by field in their order.
std::vector<FieldHit> find_hits(const RecordText& text, const Patterns& patterns, Fields fields);

}  // namespace kring::indexer
