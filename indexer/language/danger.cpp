#include "indexer/language/danger.h"

#include <algorithm>
#include <chrono>

#include "indexer/language/danger_reading.h"
#include "indexer/language/danger_signs.h"
#include "indexer/language/lexicon.h"

namespace kring::indexer {
namespace {

const PassageModel& model() {
  static const PassageModel kModel(danger_weights());
  return kModel;
}

}  // namespace

bool signals_danger(std::string_view text, const Analyser& analyser, catalog::Date today) {
  const std::vector<Token> tokens = analyser.tokens_of(text);
  const DangerReading reading(tokens, today);
  return reading.tells_danger() || model().is_sure(read_danger_signs(tokens, reading));
}

}  // namespace kring::indexer
