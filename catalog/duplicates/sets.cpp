#include "catalog/duplicates/sets.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace kring::catalog::duplicates {
namespace {

using IdPair = std::pair<ActivityId, ActivityId>;

IdPair ordered(const ActivityId& a, const ActivityId& b) {
  return a < b ? IdPair(a, b) : IdPair(b, a);
}

int rank_of(LinkState state) {
  if (state == LinkState::kConfirmed) return 0;
  return state == LinkState::kFound ? 1 : 2;
}

// Confirmed before found before rejected, then the higher score, then ids.
bool goes_before(const Tie& a, const Tie& b) {
  if (a.state != b.state) return rank_of(a.state) < rank_of(b.state);
  if (a.score != b.score) return a.score > b.score;
  return std::tie(a.first, a.second) < std::tie(b.first, b.second);
}

// Groups that grow together, each named by its first member.
class Groups {
 public:
  explicit Groups(const std::vector<Tie>& ties) {
    for (const Tie& tie : ties) {
      (tie.state == LinkState::kRejected ? rejected_ : linked_)
          .insert(ordered(tie.first, tie.second));
      for (const ActivityId& id : {tie.first, tie.second}) {
        group_of_[id] = id;
        members_[id] = {id};
      }
    }
  }

  void join(const Tie& tie) {
    const ActivityId one = group_of_.at(tie.first);
    const ActivityId other = group_of_.at(tie.second);
    if (one == other || !may_join(tie, members_.at(one), members_.at(other))) return;
    std::vector<ActivityId> moving = std::move(members_.at(other));
    members_.erase(other);
    for (const ActivityId& id : moving) {
      group_of_.at(id) = one;
      members_.at(one).push_back(id);
    }
  }

  [[nodiscard]] const std::map<ActivityId, std::vector<ActivityId>>& members() const {
    return members_;
  }

 private:
  [[nodiscard]] bool may_join(const Tie& tie,
                              const std::vector<ActivityId>& ones,
                              const std::vector<ActivityId>& others) const {
    std::size_t linked = 0;
    for (const ActivityId& one : ones) {
      for (const ActivityId& other : others) {
        const IdPair pair = ordered(one, other);
        if (rejected_.contains(pair)) return false;
        linked += linked_.count(pair);
      }
    }
    return tie.state == LinkState::kConfirmed || 2 * linked > ones.size() * others.size();
  }

  std::set<IdPair> linked_;
  std::set<IdPair> rejected_;
  std::map<ActivityId, ActivityId> group_of_;
  std::map<ActivityId, std::vector<ActivityId>> members_;
};

int count_filled(const Activity& activity) {
  const bool has_contact = !activity.phones.empty() || !activity.email.empty();
  const bool has_age = activity.min_age || activity.max_age;
  const bool has_times = !activity.schedules.empty()
                         || std::any_of(activity.sites.begin(), activity.sites.end(),
                                        [](const Site& site) { return !site.schedules.empty(); });
  const std::vector<bool> filled = {!activity.description.empty(),
                                    !activity.url.empty(),
                                    has_contact,
                                    !activity.phones.empty() && !activity.email.empty(),
                                    !activity.organization.name.empty(),
                                    !activity.sites.empty(),
                                    has_times,
                                    !activity.areas.empty(),
                                    !activity.costs.empty() || !activity.fees_description.empty(),
                                    has_age,
                                    !activity.eligibility_description.empty(),
                                    !activity.languages.empty(),
                                    !activity.tags.empty(),
                                    !activity.application_process.empty(),
                                    !activity.wait_time.empty()};
  return static_cast<int>(std::count(filled.begin(), filled.end(), true));
}

bool stands_before(const std::pair<ActivityId, Standing>& a,
                   const std::pair<ActivityId, Standing>& b) {
  if (a.second.merit != b.second.merit) return a.second.merit > b.second.merit;
  return std::tie(a.second.source, a.first) < std::tie(b.second.source, b.first);
}

ActivityId representative_of(const std::vector<ActivityId>& members,
                             const std::map<ActivityId, Standing>& standings) {
  std::pair<ActivityId, Standing> best{members.front(), standings.at(members.front())};
  for (const ActivityId& id : members) {
    std::pair<ActivityId, Standing> next{id, standings.at(id)};
    if (stands_before(next, best)) best = std::move(next);
  }
  return best.first;
}

}  // namespace

std::string_view name_of(LinkState state) {
  switch (state) {
    case LinkState::kFound:
      return "found";
    case LinkState::kConfirmed:
      return "confirmed";
    case LinkState::kRejected:
      return "rejected";
  }
  return "found";
}

std::int64_t merit_of(const Activity& activity) {
  static constexpr std::int64_t kFieldStep = 1'000'000;          // more than days since 1970
  static constexpr std::int64_t kActiveStep = 100 * kFieldStep;  // more than fields
  std::int64_t merit = count_filled(activity) * kFieldStep;
  if (activity.status == Status::kActive) merit += kActiveStep;
  const std::optional<Date> fresh = std::max(activity.verified_on, activity.modified_on);
  if (fresh)
    merit += std::clamp<std::int64_t>(fresh->time_since_epoch().count(), 0, kFieldStep - 1);
  return merit;
}

Sets make_sets(std::vector<Tie> ties, const std::map<ActivityId, Standing>& standings) {
  std::sort(ties.begin(), ties.end(), goes_before);
  Groups groups(ties);
  for (const Tie& tie : ties) {
    if (tie.state != LinkState::kRejected) groups.join(tie);
  }
  Sets sets;
  for (const auto& [name, members] : groups.members()) {
    if (members.size() < 2) continue;
    std::vector<ActivityId> sorted = members;
    std::sort(sorted.begin(), sorted.end());
    const ActivityId representative = representative_of(sorted, standings);
    sets.emplace(representative, std::move(sorted));
  }
  return sets;
}

}  // namespace kring::catalog::duplicates
