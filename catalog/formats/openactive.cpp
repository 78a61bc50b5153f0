#include "catalog/formats/openactive.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "catalog/formats/event_activity.h"
#include "catalog/formats/event_place.h"
#include "catalog/formats/event_schedule.h"
#include "catalog/formats/field_reader.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/rpde.h"

namespace kring::catalog::formats {

namespace {

/// Classes that are activities by themselves; "session" is how version 1.x names them as a kind.
constexpr std::array kSeries = {"Event",         "SessionSeries",  "EventSeries",
                                "HeadlineEvent", "CourseInstance", "Course",
                                "FacilityUse",   "OnDemandEvent",  "IndividualFacilityUse"};
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

/// An activity with the items of the feed that tell of it.
struct Series {
  std::string key;
  std::string place;
  Json data;
  Json::Array documents;       ///< the series' own, then its sessions'
  std::vector<Json> sessions;  ///< meetings that came as items of their own
};

class OpenActiveReader {
 public:
  explicit OpenActiveReader(FeedSink& sink) : sink_(sink) {}

  /// False where the items hold no activity and no removal.
  bool read(std::vector<RpdeItem> items) {
    for (const RpdeItem& item : items) {
      index_place(item);
    }
    std::vector<RpdeItem> sessions;
    for (RpdeItem& item : items) {
      if (item.is_deleted) {
        is_useful_ = true;
        sink_.remove(item.key());
      } else if (is_one_of(item.data, kSessions)) {
        sessions.push_back(std::move(item));
      } else {
        add_series(item);
      }
    }
    for (const RpdeItem& session : sessions) {
      add_session(session);
    }
    for (const Series& series : series_) {
      give(series);
    }
    return is_useful_;
  }

 private:
  void index_place(const RpdeItem& item) {
    if (is_of_type(item.data, "Place")) {
      places_.emplace(node_id(item.data), item.data);
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
    index_series(item.data, series_.size());
    series_.push_back({item.key(), item.place, with_parents(item.data), {item.data}, {}});
  }

  /// Sessions refer to a series by its id, slots also to one use of a facility.
  void index_series(const Json& data, std::size_t index) {
    series_of_[node_id(data)] = index;
    for (const Json& use : data["individualFacilityUse"].array()) {
      series_of_[node_id(use)] = index;
    }
  }

  void add_session(const RpdeItem& item) {
    const std::string id = parent_id(item.data);
    const auto known = series_of_.find(id);
    if (!id.empty() && known != series_of_.end()) {
      Series& series = series_[known->second];
      series.documents.push_back(item.data);
      series.sessions.push_back(item.data);
      sink_.fold();
      return;
    }
    const Json& parent = parent_of(item.data);
    if (!parent.is_object() || parent["name"].is_null()) {
      sink_.reject({item.key(),
                    {"unknown_series",
                     "/superEvent",
                     {item.place
                          + ": de reeks waar deze bijeenkomst bij hoort, staat niet in deze feed. "
                            "Lees de feed van de reeksen mee.",
                      item.place
                          + ": the series that this session belongs to is not in this feed. Read "
                            "the feed of the series along with it."}}});
      return;
    }
    index_series(parent, series_.size());
    // The series has no item of its own; its sessions bring it, so its id is its key.
    series_.push_back(
        {id.empty() ? item.key() : id, item.place, with_parents(parent), {item.data}, {item.data}});
  }

  /// A place that is only referred to, where the feed has it.
  void resolve_place(Json& data) const {
    const auto found = places_.find(std::string(data["location"].string().value_or("")));
    if (found != places_.end()) {
      data.set("location", found->second);
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

  /// Meetings of a series that has a rule are among the rule's; of one without, they are its dates.
  static void add_meetings(const Series& series, Activity& activity, Notes& notes) {
    const bool has_rule = std::any_of(
        activity.schedules.begin(), activity.schedules.end(),
        [](const Schedule& schedule) { return !schedule.rrule.empty() && schedule.opens; });
    if (has_rule) {
      return;
    }
    const std::string country =
        activity.sites.empty() ? std::string() : activity.sites.front().country;
    for (const Json& session : series.sessions) {
      for (Schedule& schedule : read_dated_schedule(Fields(session, "", notes), country)) {
        activity.schedules.push_back(std::move(schedule));
      }
    }
  }

  FeedSink& sink_;
  std::vector<Series> series_;
  std::map<std::string, std::size_t> series_of_;
  std::map<std::string, Json> places_;
  bool is_useful_ = false;
};

/// Takes pages and bare objects out of the documents of a run.
void gather(const Json& document, const DocumentPlace& place, RpdeItems& items, FeedSink& sink) {
  if (document["items"].is_array()) {
    items.add_page(document, place.name);
    return;
  }
  const Json::Array one = {document};
  const Json::Array& objects = document.is_array() ? document.array() : one;
  for (std::size_t index = 0; index < objects.size(); ++index) {
    const std::string here = document.is_array() ? place.element(index) : place.name;
    if (objects[index]["items"].is_array()) {
      items.add_page(objects[index], here);
    } else if (!types_of(objects[index]).empty()) {
      items.add_bare(objects[index], here);
    } else {
      sink.reject({here,
                   {"not_an_activity",
                    "",
                    {here + ": hier staat geen gegeven van OpenActive (@type ontbreekt).",
                     here + ": this is no data of OpenActive (@type is missing)."}}});
    }
  }
}

}  // namespace

bool recognises_openactive(const FeedFile& file) {
  const std::string_view text = beginning_of(file);
  const bool is_page = text.find("\"items\"") != std::string_view::npos
                       && text.find("\"modified\"") != std::string_view::npos
                       && text.find("\"state\"") != std::string_view::npos;
  return is_page || text.find("openactive.io") != std::string_view::npos;
}

Result<FeedFacts> read_openactive(std::span<const FeedFile> files, FeedSink& sink) {
  RpdeItems items(sink);
  const Result<Completeness> read =
      read_documents(files, sink, [&](const Json& document, const DocumentPlace& place) {
        gather(document, place, items, sink);
      });
  if (!read) {
    return read.error();
  }
  const bool is_partial = items.has_pages() || *read == Completeness::kPartial;
  const bool is_useful = OpenActiveReader(sink).read(items.take());
  // A page without items is the end of a feed: nothing to do, and no fault.
  if (!is_useful && !items.has_pages()) {
    const std::string name = files.empty() ? std::string() : files.front().name;
    return Problem{"no_activities",
                   "",
                   {name + ": hier staan geen activiteiten in; er is niets veranderd.",
                    name + ": there are no activities in it; nothing was changed."}};
  }
  return FeedFacts{"", is_partial ? Completeness::kPartial : Completeness::kComplete,
                   items.licence(), items.next()};
}

}  // namespace kring::catalog::formats
