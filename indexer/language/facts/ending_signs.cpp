#include "indexer/language/facts/ending_signs.h"

namespace kring::indexer {
PassageSigns read_ending_signs(const RecordText& text) {
  PassageSigns signs;
  for (const FieldText& field : text.fields) {
    if (!kEndingFields.has(field.field)) continue;
    for (const SentenceRange& sentence : find_sentences(field.tokens)) {
      add_words(field.tokens, sentence, signs);
    }
  }
  settle(signs);
  return signs;
}

std::optional<Evidence> find_ending_sentence(const RecordText& text, const PassageModel& model) {
  std::optional<Evidence> best;
  std::int64_t highest = 0;
  for (const FieldText& field : text.fields) {
    if (!kEndingFields.has(field.field)) continue;
    for (const SentenceRange& sentence : find_sentences(field.tokens)) {
      PassageSigns signs;
      add_words(field.tokens, sentence, signs);
      settle(signs);
      const std::int64_t score = model.score(signs);
      if (best && score <= highest) continue;
      highest = score;
      best = {field.field,
              field.item,
              {field.tokens[sentence.begin].span.begin, field.tokens[sentence.end - 1].span.end},
              Provenance::kDerived};
    }
  }
  return best;
}

}  // namespace kring::indexer
