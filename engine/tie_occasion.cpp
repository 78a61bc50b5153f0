#include "engine/tie_occasion.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "engine/gaps/measure.h"
#include "indexer/format/snapshot.h"

namespace kring::engine {
namespace {

using catalog::in;
using indexer::ConceptHit;

// One interest, made ready.
struct Liked {
  const std::string& interest;
  ConceptBits concepts;
  std::vector<std::string> stems;
};

std::vector<Liked> read_interests(const Contact& contact, const TieContext& context) {
  std::vector<Liked> liked;
  for (const std::string& interest : contact.interests) {
    Liked entry{interest, {}, context.analyser.terms_of(interest)};
    for (const ConceptHit& hit : context.finder.find(context.analyser.tokens_of(interest))) {
      const bool is_activity =
          context.vocabulary.concepts()[hit.number].kind == catalog::ConceptKind::kActivity;
      if (is_activity && !hit.is_hint) entry.concepts.add(hit.number);
    }
    liked.push_back(std::move(entry));
  }
  return liked;
}

/// Kinds that tell of an illness, beside those for a group: whoever asks a friend along there says
/// more than they may want. Own reasoning.
constexpr std::array<std::string_view, 5> kTelling = {
    "peer_group", "peer_worker", "learn_recovery_college", "buddy_mental_health",
    "discharge_transition"};

// What one can ask anybody along to.
bool is_for_anyone(const Candidate& candidate, const catalog::Vocabulary& vocabulary) {
  const std::vector<std::size_t> subjects = subjects_of(candidate.at, vocabulary);
  return std::none_of(subjects.begin(), subjects.end(), [&vocabulary](std::size_t number) {
    const catalog::Concept& entry = vocabulary.concepts()[number];
    return entry.audience
           || std::find(kTelling.begin(), kTelling.end(), entry.id) != kTelling.end();
  });
}

// A visit, a service or a pairing with a volunteer is no occasion for two.
bool is_for_two(const Candidate& candidate, const Contact& contact) {
  const indexer::FeatureColumns& features = candidate.at.features();
  const std::uint8_t size = features.group_size[candidate.at.activity];
  const bool is_group = size == indexer::kNoByte
                        || (size != static_cast<std::uint8_t>(catalog::GroupSize::kOneToOne)
                            && size != static_cast<std::uint8_t>(catalog::GroupSize::kService));
  catalog::AttendanceSet forms;
  forms.bits = features.attendance[candidate.at.row];
  const bool is_far = contact.travel_minutes && contact.travel_minutes->value > kFarMinutes;
  return is_group
         && (is_far ? forms.has(catalog::Attendance::kOnline)
                    : forms.empty() || forms.has(catalog::Attendance::kInPerson));
}

bool fits(const Liked& liked, const Candidate& candidate, const std::vector<std::string>& name) {
  if (strong_concepts(candidate.at).meets(liked.concepts)) return true;
  return std::any_of(liked.stems.begin(), liked.stems.end(), [&name](const std::string& stem) {
    return std::binary_search(name.begin(), name.end(), stem);
  });
}

}  // namespace

std::optional<Occasion> find_occasion(const Contact& contact,
                                      const std::vector<Candidate>& ranked,
                                      const TieContext& context) {
  const std::vector<Liked> liked = read_interests(contact, context);
  if (liked.empty()) return std::nullopt;
  for (const Candidate& candidate : ranked) {
    if (!is_for_two(candidate, contact) || !is_for_anyone(candidate, context.vocabulary)) continue;
    const catalog::Activity activity =
        indexer::Snapshot::record({candidate.at.segment, candidate.at.activity}).activity;
    const std::vector<std::string> name = context.analyser.terms_of(activity.name);
    const auto fitting = std::find_if(liked.begin(), liked.end(), [&](const Liked& entry) {
      return fits(entry, candidate, name);
    });
    if (fitting == liked.end()) continue;
    return Occasion{
        activity.id,
        in(context.profile.language,
           {fmt::format("Ga samen: {}. Het past bij: {}.", activity.name, fitting->interest),
            fmt::format("Go together: {}. It fits: {}.", activity.name, fitting->interest)}),
        activity.name};
  }
  return std::nullopt;
}

}  // namespace kring::engine
