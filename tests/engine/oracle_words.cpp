// What do the words of the needs ask beside what is filled in, as the oracle reads them?
//
// A wish or refusal that is said outright counts, and every limit; never what was not meant. A
// limit fills in what the profile leaves out, as the answer's texts tell the person.

#include <algorithm>

#include "indexer/language/wishes.h"
#include "tests/engine/oracle.h"

namespace kring::tests {
namespace {

using engine::AccessNeed;
using indexer::Clarity;
using indexer::Limit;

using Heard = std::vector<indexer::Wishes>;  // by need

bool is_meant(const engine::Profile& profile, std::size_t need, std::string_view name) {
  return std::none_of(
      profile.not_meant.begin(), profile.not_meant.end(),
      [&](const engine::NotMeant& entry) { return entry.need == need && entry.name == name; });
}

bool is_wanted(const PlainRequest& request, std::size_t number) {
  const auto holds = [number](const std::vector<std::size_t>& numbers) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  };
  return std::any_of(request.needs.begin(), request.needs.end(), [&holds](const PlainNeed& need) {
    return holds(need.named) || holds(need.told);
  });
}

bool counts(const catalog::Vocabulary& vocabulary,
            const PlainRequest& request,
            std::size_t need,
            const indexer::WishedConcept& said) {
  return said.clarity != Clarity::kHinted
         && is_meant(request.profile, need, vocabulary.concepts()[said.number].id);
}

bool is_limited(const Heard& heard, const engine::Profile& profile, Limit limit) {
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const bool says =
        std::any_of(heard[i].limits.begin(), heard[i].limits.end(),
                    [limit](const indexer::WishedLimit& said) { return said.limit == limit; });
    if (says && is_meant(profile, i, indexer::name_of(limit))) return true;
  }
  return false;
}

void fill_practical(const Heard& heard, engine::Profile& profile) {
  engine::Practical& practical = profile.practical;
  const auto is_said = [&](Limit limit) { return is_limited(heard, profile, limit); };
  if (is_said(Limit::kNoEvenings) && !practical.availability)
    practical.availability = {{{0, 1, 2, 3, 4, 5, 6}, {360}, {1'080}}};
  if (is_said(Limit::kNoTransport) && !practical.travel)
    practical.travel = {{engine::TravelMode::kWalk, {30}}};
  if (is_said(Limit::kLowMoney) && !practical.max_cost_per_session)
    practical.max_cost_per_session = catalog::Cents{500};
  if (is_said(Limit::kMobility)) practical.access_needs.push_back(AccessNeed::kStepFree);
  if (is_said(Limit::kQuiet)) practical.access_needs.push_back(AccessNeed::kQuiet);
}

void leave_out_unwanted(const Heard& heard, engine::Profile& profile) {
  for (std::size_t i = 0; i < heard.size(); ++i) {
    for (const indexer::WishedLimit& said : heard[i].unwanted) {
      if (!is_meant(profile, i, name_of(said.limit))) continue;
      const std::size_t length = said.span.end - said.span.begin;
      profile.needs[i].text.replace(said.span.begin, length, length, ' ');
    }
  }
}

}  // namespace

void add_words(const catalog::Vocabulary& vocabulary,
               const indexer::Analyser& analyser,
               PlainRequest& request) {
  const indexer::WishReader reader(vocabulary);
  Heard heard;
  for (const engine::Need& need : request.profile.needs)
    heard.push_back(reader.read(need.text, analyser));
  for (std::size_t i = 0; i < heard.size(); ++i) {
    PlainNeed& need = request.needs[i];
    for (const indexer::WishedConcept& said : heard[i].wanted) {
      const bool is_named =
          std::find(need.named.begin(), need.named.end(), said.number) != need.named.end();
      if (!is_named && counts(vocabulary, request, i, said)) need.told.push_back(said.number);
    }
  }
  for (std::size_t i = 0; i < heard.size(); ++i) {
    for (const indexer::WishedConcept& said : heard[i].refused) {
      if (counts(vocabulary, request, i, said) && !is_wanted(request, said.number))
        request.avoided_concepts.push_back(said.number);
    }
  }
  fill_practical(heard, request.profile);
  leave_out_unwanted(heard, request.profile);
}

}  // namespace kring::tests
