#include "catalog/formats/schema_org.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/formats/event_activity.h"
#include "catalog/formats/event_place.h"
#include "catalog/formats/field_reader.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMaxProblems = 20;  ///< named where a feed has no good record at all

/// Subclasses of Event whose name does not end in "Event", and the class of what has no date.
constexpr std::array kOtherEvents = {"Festival", "Hackathon", "EventSeries", "CourseInstance",
                                     "Service"};

bool is_event(const Json& object) {
  const std::vector<std::string> types = types_of(object);
  return std::any_of(types.begin(), types.end(), [](const std::string& type) {
    return type.ends_with("Event")
           || std::find(kOtherEvents.begin(), kOtherEvents.end(), type) != kOtherEvents.end();
  });
}

/// One event as it stands in the feed.
struct Occurrence {
  Json event;
  std::string place;  ///< in the feed
  std::string name;
  std::string url;
  std::string identity;   ///< lower-cased name and venue
  std::string uuid = {};  ///< of its "@id", where that is "urn:uuid:…"; "" where not
};

/// What has no place of its own is told apart by who gives it.
std::string venue_of(const Fields& event) {
  if (is_of_type(event.json(), "Service")) {
    return localized_text(event.object("provider"), "name");
  }
  return event.json()["location"].is_string() ? event.line("location")
                                              : localized_text(event.object("location"), "name");
}

std::string uuid_of(const Json& event) {
  static constexpr std::string_view kScheme = "urn:uuid:";
  const std::string id = node_id(event);
  if (!id.starts_with(kScheme)) return {};
  return store::parse_uuid(std::string_view(id).substr(kScheme.size())).value_or("");
}

/// Gathers the events of a run; only when all are known is it clear which urls tell them apart.
class EventReader {
 public:
  explicit EventReader(FeedSink& sink) : sink_(sink) {}

  void read_document(const Json& document, const DocumentPlace& place) {
    if (document.is_array()) {
      read_list(document, place, Strictness::kEventsOnly);
      return;
    }
    for (const char* name : {"@graph", "itemListElement", "event", "events", "dataFeedElement"}) {
      if (document[name].is_array()) {
        publisher_ = publisher_.empty() ? publisher_of(document) : publisher_;
        read_list(document[name], {place.name + "/" + name}, Strictness::kAnyNode);
        return;
      }
    }
    read_node(document, place.name, Strictness::kEventsOnly);
  }

  void finish() {
    std::map<std::string, std::set<std::string>> identities_of_url;
    for (const Occurrence& occurrence : occurrences_) {
      identities_of_url[occurrence.url].insert(occurrence.identity);
    }
    std::unordered_map<std::string, std::size_t> group_of_key;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t index = 0; index < occurrences_.size(); ++index) {
      const Occurrence& occurrence = occurrences_[index];
      const bool identifies =
          !occurrence.url.empty() && identities_of_url[occurrence.url].size() == 1;
      const std::string& told = identifies ? occurrence.url : occurrence.identity;
      const auto [at, is_new] =
          group_of_key.try_emplace(occurrence.uuid.empty() ? told : occurrence.uuid, groups.size());
      if (is_new) {
        groups.emplace_back();
        keys_.push_back(at->first);
      }
      groups[at->second].push_back(index);
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
      add_group(keys_[group], groups[group]);
    }
  }

  /// Why nothing of the run can be kept; empty where at least one event was given.
  [[nodiscard]] Problems problems(const std::string& file) const {
    if (!occurrences_.empty()) {
      return {};
    }
    if (!faults_.empty()) {
      return faults_;
    }
    return {{"no_events",
             "",
             {file + ": hier staan geen evenementen (Event) in; er is niets veranderd.",
              file + ": there are no events in it; nothing was changed."}}};
  }
  [[nodiscard]] const std::string& publisher() const { return publisher_; }

 private:
  /// Whether nodes that are no events belong there (places and organisations of a graph) or are
  /// faults.
  enum class Strictness {
    kEventsOnly,
    kAnyNode,
  };

  static std::string publisher_of(const Json& document) {
    Notes ignored;
    const Fields fields(document, "", ignored);
    return fields.json()["publisher"].is_string()
               ? fields.line("publisher")
               : localized_text(fields.object("publisher"), "name");
  }

  void read_list(const Json& list, const DocumentPlace& place, Strictness strictness) {
    for (std::size_t index = 0; index < list.array().size(); ++index) {
      const Json& entry = list.array()[index];
      const Json& node = entry["item"].is_object() && !is_event(entry) ? entry["item"] : entry;
      read_node(node, place.element(index), strictness);
    }
  }

  void read_node(const Json& node, const std::string& place, Strictness strictness) {
    if (is_event(node)) {
      read_event_node(node, place);
      return;
    }
    if (strictness == Strictness::kEventsOnly || !node.is_object()) {
      sink_.reject({place,
                    {"not_an_event",
                     "",
                     {place + ": hier staat geen evenement (@type Event).",
                      place + ": this is no event (@type Event)."}}});
    }
  }

  void reject_nameless(const std::string& place) {
    const Problem problem{"missing_name",
                          "/name",
                          {place + ": dit evenement heeft geen naam. Vul name in.",
                           place + ": this event has no name. Fill in name."}};
    if (faults_.size() < kMaxProblems) {
      faults_.push_back(problem);
    }
    sink_.reject({place, problem});
  }

  void read_event_node(const Json& node, const std::string& place) {
    Notes ignored;
    const Fields event(node, "", ignored);
    const std::string name = localized_text(event, "name");
    if (name.empty()) {
      reject_nameless(place);
      return;
    }
    std::string identity = lower_case(name) + "\n" + lower_case(venue_of(event));
    occurrences_.push_back(
        {node, place, name, event.line("url"), std::move(identity), uuid_of(node)});
  }

  void add_group(const std::string& key, const std::vector<std::size_t>& members) {
    Notes notes;
    Activity activity = read_occurrence(members.front(), members.size(), 0, notes);
    Json::Array document = {occurrences_[members.front()].event};
    for (std::size_t position = 1; position < members.size(); ++position) {
      add_dates(activity, read_occurrence(members[position], members.size(), position, notes));
      document.push_back(occurrences_[members[position]].event);
      sink_.fold();
    }
    for (const Problem& problem : notes.problems()) {
      sink_.warn({key, problem});
    }
    sink_.add({key, occurrences_[members.front()].place, std::move(activity),
               Json(std::move(document)), "schema-org"});
  }

  [[nodiscard]] Activity read_occurrence(std::size_t index,
                                         std::size_t of,
                                         std::size_t position,
                                         Notes& notes) const {
    const std::string pointer = of == 1 ? "" : "/" + std::to_string(position);
    return read_event(Fields(occurrences_[index].event, pointer, notes));
  }

  /// The first occurrence tells what the activity is; the others add their dates.
  static void add_dates(Activity& activity, Activity occurrence) {
    for (Schedule& schedule : occurrence.schedules) {
      if (std::find(activity.schedules.begin(), activity.schedules.end(), schedule)
          == activity.schedules.end()) {
        activity.schedules.push_back(std::move(schedule));
      }
    }
    activity.status = occurrence.status == Status::kActive ? Status::kActive : activity.status;
  }

  FeedSink& sink_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::string> keys_;
  std::string publisher_;
  Problems faults_;
};

}  // namespace

bool recognises_schema_org(const FeedFile& file) {
  const std::string_view text = beginning_of(file);
  return text.find("\"@type\"") != std::string_view::npos
         && text.find("schema.org") != std::string_view::npos
         && (text.find("Event") != std::string_view::npos
             || text.find("\"Service\"") != std::string_view::npos);
}

Result<FeedFacts> read_schema_org(std::span<const FeedFile> files, FeedSink& sink) {
  EventReader reader(sink);
  const Result<Completeness> read =
      read_documents(files, sink, [&](const Json& document, const DocumentPlace& place) {
        reader.read_document(document, place);
      });
  if (!read) {
    return read.error();
  }
  if (const Problems problems = reader.problems(files.front().name); !problems.empty()) {
    return problems;
  }
  reader.finish();
  return FeedFacts{reader.publisher(), *read, ""};
}

}  // namespace kring::catalog::formats
