// How is a profile matched against the index?
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/result.h"
#include "engine/answer.h"
#include "engine/found_activity.h"
#include "engine/known_places.h"
#include "engine/plan/plan.h"
#include "engine/profile.h"
#include "engine/search.h"

namespace kring::engine {

inline constexpr int kDefaultLimit = 10;
inline constexpr int kMaxLimit = 50;

/// One index, opened as it was at one moment, and the matcher over it. Immutable; every function
/// may be called from several threads at once. To see a newer index, open another.
class Engine {
 public:
  /// Opens the snapshot that the manifest in `index_dir` names. Throws catalog::Error with the
  /// command that mends it: no index there, another version, damaged.
  static std::shared_ptr<const Engine> open(const std::string& index_dir);

  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  Engine(Engine&&) = delete;
  Engine& operator=(Engine&&) = delete;
  ~Engine();

  /// requires: profile.date is set; 1 <= limit <= kMaxLimit.
  /// Problems: unknown postcode (names near places), unknown concept.
  [[nodiscard]] catalog::Result<MatchAnswer> match(const Profile& profile, int limit) const;

  /// The first part of a match alone. Same requirements and problems.
  [[nodiscard]] catalog::Result<GapAnswer> assess(const Profile& profile) const;

  /// What the person does with a match. requires: request.profile.date is set.
  /// Problems: match's, and what does not fit among the chosen.
  [[nodiscard]] catalog::Result<Plan> plan(const PlanRequest& request, Reader reader) const;

  /// Searches the catalogue. requires: 1 <= page <= kMaxPage; 1 <= per_page <= kMaxPerPage.
  /// Problems, each with what would do: unknown filter, value or place; a bad number; a radius or
  /// an order by distance without a place; a text that is too long.
  [[nodiscard]] catalog::Result<SearchAnswer> search(const SearchRequest& request) const;

  /// The activity as the index keeps it, with its duplicates; absent where it has none with that
  /// id.
  [[nodiscard]] std::optional<FoundActivity> find_activity(const catalog::ActivityId& id) const;

  /// The ids of the concepts that the activity is about; none where the index has none with that
  /// id.
  [[nodiscard]] std::vector<std::string> concepts_of(const catalog::ActivityId& id) const;

  /// By gate, how many live activities leave a fact unknown, whoever asks (owner_tasks.h).
  [[nodiscard]] std::map<Gate, int> count_unknown(catalog::Date date) const;

  /// What the records of an organisation, by name or id, leave unknown: its owner's tasks, by id.
  [[nodiscard]] std::vector<OwnerTask> list_owner_tasks(catalog::Date date,
                                                        const std::string& organization) const;

  /// The places that stand for a postcode.
  [[nodiscard]] const std::vector<KnownPlace>& places() const;

  [[nodiscard]] const Versions& versions() const;
  [[nodiscard]] const catalog::Vocabulary& vocabulary() const;  ///< that the index was built with
  [[nodiscard]] std::size_t count() const;                      ///< live activities in the index

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<const Parts> parts);

  /// match(), whose matches also hold those of `wanted` that fit, whatever their rank, each with at
  /// most so many next sessions.
  [[nodiscard]] catalog::Result<MatchAnswer> match_with(
      const Profile& profile,
      int limit,
      const std::vector<catalog::ActivityId>& wanted,
      std::size_t sessions) const;

  std::unique_ptr<const Parts> parts_;
};

/// Text that tells the manifests of one folder apart; changes with every index that is put in
/// place.
/// "" where there is none, or one of an earlier version of Kring, which is to be made anew.
std::string read_index_stamp(const std::string& index_dir);

}  // namespace kring::engine
