#include "catalog/formats/openactive_items.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "catalog/formats/event_activity.h"
#include "catalog/formats/event_place.h"
#include "catalog/formats/event_schedule.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

namespace {

/// Classes that are activities by themselves, with what has no date.
constexpr std::array kSeries = {
    "Event",  "SessionSeries", "EventSeries",   "HeadlineEvent",         "CourseInstance",
    "Course", "FacilityUse",   "OnDemandEvent", "IndividualFacilityUse", "Service"};
/// Classes that are one meeting of another.
constexpr std::array kSessions = {"ScheduledSession", "Slot"};

template <class Names>
bool is_one_of(const Json& data, const Names& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return is_of_type(data, name); });
}

/// `own` with the members that only `parent` has: what OpenActive says of the series holds for its
/// parts.
Json with_inherited(const Json& own, const Json& parent) {
  Json merged = own;
  for (const auto& [name, value] : parent.object()) {
    if (merged[name].is_null() && name != "@type" && name != "type") {
      merged.set(name, value);
    }
  }
  return merged;
}

Json with_parents(const Json& data) {
  Json merged = data;
  for (const char* name : {"superEvent", "instanceOfCourse"}) {
    if (data[name].is_object()) {
      merged = with_inherited(merged, data[name]);
    }
  }
  return merged;
}

/// The series that a session or slot belongs to: an object, or the id of one.
const Json& parent_of(const Json& session) {
  return session["superEvent"].is_null() ? session["facilityUse"] : session["superEvent"];
}

std::string parent_id(const Json& session) {
  const Json& parent = parent_of(session);
  return parent.is_string() ? std::string(*parent.string()) : node_id(parent);
}

/// Whether the session brings its series along.
bool has_own_parent(const Json& session) {
  const Json& parent = parent_of(session);
  return parent.is_object() && !parent["name"].is_null();
}

/// Sessions refer to a series by its id, slots also to one use of a facility.
std::vector<std::string> names_of(const RpdeItem& series) {
  std::vector<std::string> names = {node_id(series.data)};
  for (const Json& use : series.data["individualFacilityUse"].array()) {
    names.push_back(node_id(use));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::erase(names, "");
  return names.empty() ? std::vector<std::string>{series.key()} : names;
}

/// Places stand among the parts under names of their own, so that no session takes one for its
/// series.
std::string name_of_place(const std::string& id) {
  return "Place " + id;
}

/// An activity with the items of the feed that tell of it.
struct Series {
  std::string key;
  std::string place;
  Json data;
  Json::Array documents;       ///< the series' own, then its sessions'
  std::vector<Json> sessions;  ///< meetings that came as items of their own
};

/// What items of this run tell of one series.
struct Touched {
  std::string name;                     ///< of the series
  std::string place;                    ///< of the first item
  std::vector<std::string> added = {};  ///< keys of items
  std::size_t removed = 0;              ///< items
  bool was_brought = false;  ///< by a session that was put elsewhere, or brings it no more
};

/// Meetings of a series that has a rule are among the rule's; of one without, they are its dates.
void add_meetings(const Series& series, Activity& activity, Notes& notes) {
  const bool has_rule = std::any_of(
      activity.schedules.begin(), activity.schedules.end(),
      [](const Schedule& schedule) { return !schedule.rrule.empty() && schedule.opens; });
  if (has_rule) {
    return;
  }
  const Whereabouts place = whereabouts_of(activity.sites);
  for (const Json& session : series.sessions) {
    for (Schedule& schedule : read_dated_schedule(Fields(session, "", notes), place)) {
      activity.schedules.push_back(std::move(schedule));
    }
  }
}

class OpenActiveReader {
 public:
  OpenActiveReader(FeedParts& parts, Orphans orphans, FeedSink& sink)
      : parts_(parts), orphans_(orphans), sink_(sink) {}

  bool read(const std::vector<RpdeItem>& items) {
    for (const RpdeItem& item : items) {
      keep_place(item);
    }
    // A series before its sessions: what a session brings along counts where the series does not.
    for (const RpdeItem& item : items) {
      if (item.is_deleted) {
        remove(item);
      } else if (!is_one_of(item.data, kSessions)) {
        add_series(item);
      }
    }
    for (const RpdeItem& item : items) {
      if (!item.is_deleted && is_one_of(item.data, kSessions)) {
        add_session(item);
      }
    }
    join_names();
    for (const Touched& touched : touched_) {
      give(touched);
    }
    return is_useful_;
  }

 private:
  /// Series of later batches and harvests refer to it too.
  void keep_place(const RpdeItem& item) {
    const std::string id = node_id(item.data);
    if (is_of_type(item.data, "Place") && !id.empty()) {
      parts_.put({item.key(), item.modified, {name_of_place(id)}, "", item.data});
    }
  }

  Touched& touch(const std::string& name, const std::string& place) {
    const auto [at, is_new] = index_of_.try_emplace(name, touched_.size());
    if (is_new) {
      touched_.push_back({name, place});
    }
    return touched_[at->second];
  }

  void remove(const RpdeItem& item) {
    is_useful_ = true;
    const std::optional<FeedPart> part = parts_.take(item.key());
    if (part && !part->whole.empty()) {
      ++touch(part->whole, item.place).removed;
      return;
    }
    sink_.remove(item.key());
    // Sessions that brought the series along bring it still.
    for (const std::string& name : part ? part->names : std::vector<std::string>()) {
      touch(name, item.place);
    }
  }

  void add_series(const RpdeItem& item) {
    if (!is_one_of(item.data, kSeries)) {
      sink_.reject({item.key(),
                    {"not_an_activity",
                     "/@type",
                     {item.place + ": dit is geen activiteit, maar een ander soort gegeven.",
                      item.place + ": this is no activity but data of another kind."}}});
      return;
    }
    const std::vector<std::string> names = names_of(item);
    for (const std::string& name : names) {
      remove_brought(name, item.key());
    }
    parts_.put({item.key(), item.modified, names, "", item.data});
    note_added(names.front(), item);
  }

  /// The activity that sessions brought along is the series' own from now on, under its key.
  void remove_brought(const std::string& name, const std::string& key) {
    if (name == key || parts_.find_whole(name)) {
      return;
    }
    const std::vector<FeedPart> sessions = parts_.parts_of(name);
    if (std::any_of(sessions.begin(), sessions.end(),
                    [](const FeedPart& session) { return has_own_parent(session.data); })) {
      sink_.remove(name);
    }
  }

  void add_session(const RpdeItem& item) {
    const std::string id = parent_id(item.data);
    if (id.empty() && !has_own_parent(item.data)) {
      reject_orphan(item.key(), item.place);
      return;
    }
    const std::string whole = id.empty() ? item.key() : id;
    const std::optional<FeedPart> before = parts_.take(item.key());
    if (before && !before->whole.empty()) {
      Touched& left = touch(before->whole, item.place);
      left.was_brought = left.was_brought || has_own_parent(before->data);
    }
    parts_.put({item.key(), item.modified, {}, whole, item.data});
    note_added(whole, item);
  }

  void note_added(const std::string& name, const RpdeItem& item) {
    touch(name, item.place).added.push_back(item.key());
  }

  void reject_orphan(const std::string& key, const std::string& place) {
    sink_.reject({key,
                  {"unknown_series",
                   "/superEvent",
                   {place
                        + ": de reeks waar deze bijeenkomst bij hoort, staat niet in deze feed. "
                          "Lees de feed van de reeksen mee.",
                    place
                        + ": the series that this session belongs to is not in this feed. Read "
                          "the feed of the series along with it."}}});
  }

  /// A series that was touched by several of its names is given once.
  void join_names() {
    std::vector<Touched> joined;
    std::map<std::string, std::size_t> index_of;
    for (Touched& touched : touched_) {
      const std::optional<FeedPart> whole = parts_.find_whole(touched.name);
      const auto [at, is_new] =
          index_of.try_emplace(whole ? whole->key : touched.name, joined.size());
      if (is_new) {
        joined.push_back(std::move(touched));
        continue;
      }
      Touched& first = joined[at->second];
      first.added.insert(first.added.end(), touched.added.begin(), touched.added.end());
      first.removed += touched.removed;
      first.was_brought = first.was_brought || touched.was_brought;
    }
    touched_ = std::move(joined);
  }

  /// The series as all that is known tells of it; absent where only sessions do that do not bring
  /// it along.
  [[nodiscard]] std::optional<Series> compose(const Touched& touched) {
    const std::optional<FeedPart> whole = parts_.find_whole(touched.name);
    std::vector<FeedPart> sessions;
    for (const std::string& name : whole ? whole->names : std::vector{touched.name}) {
      const std::vector<FeedPart> named = parts_.parts_of(name);
      sessions.insert(sessions.end(), named.begin(), named.end());
    }
    std::stable_sort(
        sessions.begin(), sessions.end(), [](const FeedPart& left, const FeedPart& right) {
          return std::tie(left.modified, left.key) < std::tie(right.modified, right.key);
        });
    Series series{whole ? whole->key : touched.name, touched.place, {}, {}, {}};
    if (whole) {
      series.data = with_parents(whole->data);
      series.documents.push_back(whole->data);
    }
    for (const FeedPart& session : sessions) {
      if (!whole && has_own_parent(session.data)) {
        series.data = with_parents(parent_of(session.data));
      }
      series.documents.push_back(session.data);
      series.sessions.push_back(session.data);
    }
    return series.data.is_object() ? std::optional(std::move(series)) : std::nullopt;
  }

  void give(const Touched& touched) {
    const std::optional<Series> series = compose(touched);
    if (!series) {
      pass_over(touched);
      return;
    }
    give(*series);
    for (std::size_t further = 1; further < touched.added.size() + touched.removed; ++further) {
      sink_.fold();
    }
  }

  /// What was brought along before is gone with its sessions.
  void pass_over(const Touched& touched) {
    const std::size_t gone = std::max<std::size_t>(touched.removed, touched.was_brought ? 1 : 0);
    for (std::size_t item = 0; item < gone; ++item) {
      sink_.remove(touched.name);
    }
    for (const std::string& key : touched.added) {
      if (orphans_ == Orphans::kWait) {
        is_useful_ = true;
        sink_.wait();
      } else {
        reject_orphan(key, touched.place);
      }
    }
  }

  void give(const Series& series) {
    Json data = series.data;
    resolve_place(data);
    Notes notes;
    const Fields fields(data, "", notes);
    Activity activity = read_event(fields);
    if (activity.name.empty()) {
      sink_.reject({series.key,
                    {"missing_name",
                     "/name",
                     {series.place + ": deze activiteit heeft geen naam. Vul name in.",
                      series.place + ": this activity has no name. Fill in name."}}});
      return;
    }
    is_useful_ = true;
    add_meetings(series, activity, notes);
    for (const Problem& problem : notes.problems()) {
      sink_.warn({series.key, problem});
    }
    Json document =
        series.documents.size() == 1 ? series.documents.front() : Json(series.documents);
    sink_.add({series.key, series.place, std::move(activity), std::move(document), "openactive"});
  }

  /// A place that is only referred to, where the feed has it.
  void resolve_place(Json& data) const {
    const auto id = data["location"].string();
    const std::optional<FeedPart> place =
        id ? parts_.find_whole(name_of_place(std::string(*id))) : std::nullopt;
    if (place) {
      data.set("location", place->data);
    }
  }

  FeedParts& parts_;
  Orphans orphans_;
  FeedSink& sink_;
  std::vector<Touched> touched_;                 ///< in the order of the items
  std::map<std::string, std::size_t> index_of_;  ///< in `touched_`, by name
  bool is_useful_ = false;
};

}  // namespace

bool read_openactive_items(const std::vector<RpdeItem>& items,
                           FeedParts& parts,
                           Orphans orphans,
                           FeedSink& sink) {
  return OpenActiveReader(parts, orphans, sink).read(items);
}

}  // namespace kring::catalog::formats
