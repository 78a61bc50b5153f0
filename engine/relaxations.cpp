#include "engine/relaxations.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "engine/spoken.h"
#include "engine/unanswered.h"
#include "engine/wish_changes.h"

namespace kring::engine {
namespace {

using catalog::in;

// What is sought: activities that count, and what they count for; "" for the whole of a profile.
struct Sought {
  std::function<bool(const SiteAt&)> counts;
  std::string wish;
};

// Ids of the activities that count, by a key of each.
using Good = std::map<std::uint64_t, std::string_view>;

Good good_ones(const Sought& sought, const std::vector<Feasible>& sites) {
  Good good;
  for (const Feasible& site : sites) {
    if (!sought.counts(site.at)) continue;
    good.emplace(site.at.features().fold_key[site.at.activity],
                 site.at.segment->id(site.at.activity));
  }
  return good;
}

// What is searched for changes that open something.
class Search {
 public:
  Search(const indexer::Snapshot& snapshot,
         const Understood& understood,
         const indexer::Analyser& analyser)
      : snapshot_(snapshot), understood_(understood), analyser_(analyser) {}

  // Those of `good_now` are no gain.
  void seek(Sought sought, Good good_now) {
    sought_ = std::move(sought);
    good_now_ = std::move(good_now);
  }

  // What the changes open together; nothing opened is a relaxation too, which opens none.
  [[nodiscard]] Relaxation open(const std::vector<WishChange>& changes) const {
    Understood wider = understood_;
    for (const WishChange& change : changes) {
      change.make(wider.profile.practical);
    }
    Relaxation relaxation;
    const catalog::Result<Asked> asked = prepare(wider, snapshot_, analyser_);
    if (!asked) return relaxation;
    for (const auto& [key, id] : good_ones(sought_, pass_gates(*asked).sites)) {
      if (good_now_.contains(key)) continue;
      ++relaxation.opens;
      relaxation.examples.push_back({std::string(id)});
    }
    std::sort(relaxation.examples.begin(), relaxation.examples.end());
    if (relaxation.examples.size() > kMaxExamples) relaxation.examples.resize(kMaxExamples);
    for (const WishChange& change : changes) {
      relaxation.changes.push_back(change.change);
    }
    relaxation.text = tell(relaxation.opens, changes);
    return relaxation;
  }

  // Of changes that run from small to large, the smallest that opens any; of single days the one
  // that opens most.
  [[nodiscard]] Relaxation open_smallest(const std::vector<WishChange>& family) const {
    Relaxation best;
    if (open({family.back()}).opens == 0) return best;
    for (const WishChange& change : family) {
      Relaxation relaxation = open({change});
      const bool is_day = change.change.pointer == "/practical/availability";
      if (relaxation.opens > best.opens) best = std::move(relaxation);
      if (best.opens > 0 && !is_day) break;
    }
    return best;
  }

 private:
  [[nodiscard]] std::string tell(int opens, const std::vector<WishChange>& changes) const {
    const Profile& profile = understood_.profile;
    const std::string& first = in(profile, changes.front().condition);
    const std::string wish = sought_.wish.empty() ? "" : sought_.wish + ": ";
    std::string told = in(profile.language, {fmt::format("{}{} erbij als {}.", wish, opens, first),
                                             fmt::format("{}{} more if {}.", wish, opens, first)});
    for (std::size_t i = 1; i < changes.size(); ++i) {
      const std::string& other = in(profile, changes[i].condition);
      told += in(profile.language, {fmt::format(" Dat geldt alleen als {}.", other),
                                    fmt::format(" That holds only if {}.", other)});
    }
    return told;
  }

  Sought sought_;
  Good good_now_;
  const indexer::Snapshot& snapshot_;
  const Understood& understood_;
  const indexer::Analyser& analyser_;
};

std::vector<Relaxation> open_pairs(const Search& search,
                                   const std::vector<std::vector<WishChange>>& families) {
  std::vector<Relaxation> found;
  for (std::size_t i = 0; i < families.size(); ++i) {
    for (std::size_t k = i + 1; k < families.size(); ++k) {
      const WishChange& first = families[i].back();
      const WishChange& second = families[k].back();
      const bool are_both_travel = first.change.pointer.starts_with("/practical/travel")
                                   && second.change.pointer.starts_with("/practical/travel");
      if (are_both_travel) continue;
      found.push_back(search.open({first, second}));
    }
  }
  return found;
}

// Those that open something, most opened first.
std::vector<Relaxation> keep_opening(std::vector<Relaxation> found) {
  std::erase_if(found, [](const Relaxation& relaxation) { return relaxation.opens == 0; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Relaxation& a, const Relaxation& b) { return a.opens > b.opens; });
  return found;
}

// The smallest change of each family that opens anything.
std::vector<Relaxation> open_each(const Search& search,
                                  const std::vector<std::vector<WishChange>>& families) {
  std::vector<Relaxation> found;
  std::transform(families.begin(), families.end(), std::back_inserter(found),
                 [&search](const auto& family) { return search.open_smallest(family); });
  return keep_opening(std::move(found));
}

// What opens something about wishes that nothing answers, in the order of the wishes.
std::vector<Relaxation> open_for_wishes(const ScoreContext& context,
                                        const Passed& passed,
                                        const Understood& understood,
                                        Search& search) {
  std::vector<Relaxation> found;
  const std::vector<std::size_t> unanswered = find_unanswered(context, passed.sites);
  if (unanswered.empty()) return found;
  const auto families = find_wish_changes(understood, Stretch::kFar);
  for (const std::size_t i : unanswered) {
    const AskedNeed& need = context.asked.needs[i];
    search.seek(
        {[&need](const SiteAt& at) { return is_about(need, at); }, name_need(context.asked, need)},
        {});
    for (Relaxation& relaxation : open_each(search, families))
      found.push_back(std::move(relaxation));
  }
  return found;
}

// What opens more that fits well.
std::vector<Relaxation> open_for_profile(const ScoreContext& context,
                                         const Passed& passed,
                                         const Understood& understood,
                                         Search& search) {
  const Sought sought{[&context](const SiteAt& at) { return is_good(context, at); }, ""};
  Good good_now = good_ones(sought, passed.sites);
  if (good_now.size() >= kEnoughGood) return {};
  search.seek(sought, std::move(good_now));
  const auto families = find_wish_changes(understood, Stretch::kInMeasure);
  std::vector<Relaxation> found = open_each(search, families);
  return found.empty() ? keep_opening(open_pairs(search, families)) : found;
}

}  // namespace

std::vector<Relaxation> find_relaxations(const ScoreContext& context,
                                         const Passed& passed,
                                         const Understood& understood,
                                         const indexer::Analyser& analyser) {
  Search search(context.asked.snapshot, understood, analyser);
  std::vector<Relaxation> found = open_for_wishes(context, passed, understood, search);
  if (found.empty()) found = open_for_profile(context, passed, understood, search);
  if (found.size() > kMaxRelaxations) found.resize(kMaxRelaxations);
  return found;
}

}  // namespace kring::engine
