#include "engine/card.h"

#include <optional>

#include "engine/journey.h"

namespace kring::engine {
namespace {

const catalog::Site* site_of(const catalog::Activity& activity, const SiteAt& at) {
  const std::uint16_t number = at.features().site[at.row];
  return number == indexer::kNoSite || number >= activity.sites.size() ? nullptr
                                                                       : &activity.sites[number];
}

/// Where people come together, as far as anyone may know: a record that keeps its street to itself,
/// as a shelter's does, has its point kept too.
std::optional<catalog::Point> find_public_point(const catalog::Site& site, const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  if (!forms.has(catalog::Attendance::kInPerson)) return std::nullopt;
  if (site.street.empty() || !site.point) return std::nullopt;
  return point_of(at);
}

std::vector<std::string> concepts_of(const catalog::Vocabulary& vocabulary, const SiteAt& at) {
  std::vector<std::string> ids;
  for (const std::size_t number : subjects_of(at, vocabulary)) {
    ids.push_back(vocabulary.concepts()[number].id);
  }
  return ids;
}

}  // namespace

ActivityCard make_card(const indexer::Snapshot& snapshot,
                       const SiteAt& at,
                       const indexer::Record& record) {
  const catalog::Activity& activity = record.activity;
  const indexer::FeatureColumns& features = at.features();
  ActivityCard card;
  card.id = activity.id;
  card.name = activity.name;
  card.organization = activity.organization.name;
  card.source = record.source;
  card.concepts = concepts_of(snapshot.vocabulary(), at);
  card.attendance.bits = features.attendance[at.row];
  if (features.group_size[at.activity] != indexer::kNoByte) {
    card.group_size = static_cast<catalog::GroupSize>(features.group_size[at.activity]);
  }
  if (const catalog::Site* site = site_of(activity, at)) {
    card.venue_name = site->name;
    card.venue_city = site->city;
    card.location = find_public_point(*site, at);
  }
  if (!activity.phones.empty()) card.phone = activity.phones.front().number;
  card.email = activity.email.empty() ? activity.organization.email : activity.email;
  card.url = activity.url.empty() ? activity.organization.url : activity.url;
  if (features.cost[at.activity] != indexer::kNoNumber) {
    card.cost_per_session = catalog::Cents{features.cost[at.activity]};
  }
  if (features.waiting[at.activity] != indexer::kNoNumber) {
    card.waiting_weeks = features.waiting[at.activity];
  }
  return card;
}

}  // namespace kring::engine
