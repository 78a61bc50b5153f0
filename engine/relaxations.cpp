#include "engine/relaxations.h"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "engine/spoken.h"
#include "engine/wish_changes.h"

namespace kring::engine {
namespace {

using catalog::in;

// Ids of good activities, by a key of each.
using Good = std::map<std::uint64_t, std::string_view>;

Good good_ones(const ScoreContext& context, const std::vector<Feasible>& sites) {
  Good good;
  for (const Feasible& site : sites) {
    if (!is_good(context, site.at)) continue;
    good.emplace(site.at.features().fold_key[site.at.activity],
                 site.at.segment->id(site.at.activity));
  }
  return good;
}

// What is searched for changes that open something.
class Search {
 public:
  Search(const ScoreContext& context,
         Good good_now,
         const Understood& understood,
         const indexer::Analyser& analyser)
      : context_(context),
        good_now_(std::move(good_now)),
        understood_(understood),
        analyser_(analyser) {}

  // What the changes open together; nothing opened is a relaxation too, which opens none.
  [[nodiscard]] Relaxation open(const std::vector<WishChange>& changes) const {
    Understood wider = understood_;
    for (const WishChange& change : changes) {
      change.make(wider.profile.practical);
    }
    Relaxation relaxation;
    const catalog::Result<Asked> asked = prepare(wider, context_.asked.snapshot, analyser_);
    if (!asked) return relaxation;
    for (const auto& [key, id] : good_ones(context_, pass_gates(*asked).sites)) {
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
    std::string told = in(profile.language, {fmt::format("{} erbij als {}.", opens, first),
                                             fmt::format("{} more if {}.", opens, first)});
    for (std::size_t i = 1; i < changes.size(); ++i) {
      const std::string& other = in(profile, changes[i].condition);
      told += in(profile.language, {fmt::format(" Dat geldt alleen als {}.", other),
                                    fmt::format(" That holds only if {}.", other)});
    }
    return told;
  }

  const ScoreContext& context_;
  Good good_now_;
  const Understood& understood_;
  const indexer::Analyser& analyser_;
};

std::vector<Relaxation> open_pairs(const Search& search,
                                   const std::vector<std::vector<WishChange>>& families) {
  std::vector<Relaxation> found;
  for (std::size_t i = 0; i < families.size(); ++i) {
    for (std::size_t k = i + 1; k < families.size(); ++k) {
      if (families[i].empty() || families[k].empty()) continue;
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

}  // namespace

std::vector<Relaxation> find_relaxations(const ScoreContext& context,
                                         const Passed& passed,
                                         const Understood& understood,
                                         const indexer::Analyser& analyser) {
  Good good_now = good_ones(context, passed.sites);
  if (good_now.size() >= kEnoughGood) return {};
  const Search search(context, std::move(good_now), understood, analyser);
  const std::vector<std::vector<WishChange>> families = find_wish_changes(understood);
  std::vector<Relaxation> found;
  std::transform(families.begin(), families.end(), std::back_inserter(found),
                 [&search](const auto& family) { return search.open_smallest(family); });
  const auto opens_none = [](const Relaxation& relaxation) { return relaxation.opens == 0; };
  std::erase_if(found, opens_none);
  if (found.empty()) {
    found = open_pairs(search, families);
    std::erase_if(found, opens_none);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Relaxation& a, const Relaxation& b) { return a.opens > b.opens; });
  if (found.size() > kMaxRelaxations) found.resize(kMaxRelaxations);
  return found;
}

}  // namespace kring::engine
