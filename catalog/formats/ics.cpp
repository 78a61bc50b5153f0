#include "catalog/formats/ics.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "catalog/formats/ics_event.h"
#include "catalog/formats/json_documents.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/schedule/calendar_file.h"

namespace kring::catalog::formats {

namespace {

/// An event with the calendar it stands in, and its place in the feed.
struct FoundEvent {
  const CalendarComponent* calendar = nullptr;
  const CalendarComponent* event = nullptr;
  std::string place;
};

int sequence_of(const CalendarComponent& event) {
  const std::string digits = event.text("SEQUENCE");
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_change(const CalendarComponent& event) {
  return event.find("RECURRENCE-ID") != nullptr;
}

/// The UID, else name and start.
std::string key_of(const CalendarComponent& event) {
  const std::string uid = clean_line(event.text("UID"));
  return uid.empty() ? lower_case(clean_line(event.text("SUMMARY"))) + "\n" + event.text("DTSTART")
                     : uid;
}

std::string method_of(const CalendarComponent& calendar) {
  return lower_case(trim(calendar.text("METHOD")));
}

/// Gathers the events of a run; only when all are known is it clear which belong together. The
/// calendars outlive it.
class EventReader {
 public:
  explicit EventReader(FeedSink& sink) : sink_(sink) {}

  void read(const CalendarComponent& calendar, const std::string& file) {
    const std::string method = method_of(calendar);
    is_whole_ = is_whole_ && (method.empty() || method == "publish");
    publisher_ =
        publisher_.empty() ? clean_line(calendar.text("X-WR-CALNAME")) : std::move(publisher_);
    for (const CalendarComponent& part : calendar.parts) {
      if (part.kind != "VEVENT") continue;
      const auto [at, is_new] = group_of_key_.try_emplace(key_of(part), groups_.size());
      if (is_new) groups_.emplace_back();
      groups_[at->second].push_back({&calendar, &part, file + ":" + std::to_string(part.line)});
    }
  }

  void finish() {
    for (const std::vector<FoundEvent>& group : groups_) {
      read_group(group);
    }
  }

  [[nodiscard]] bool is_empty() const { return groups_.empty(); }
  [[nodiscard]] const std::string& publisher() const { return publisher_; }
  [[nodiscard]] Completeness completeness() const {
    return is_whole_ ? Completeness::kComplete : Completeness::kPartial;
  }

 private:
  /// The series itself: the last version of it, else the first change where the feed has no more.
  static const FoundEvent& main_of(const std::vector<FoundEvent>& group) {
    const FoundEvent* found = nullptr;
    for (const FoundEvent& candidate : group) {
      const bool is_later =
          found == nullptr || sequence_of(*candidate.event) >= sequence_of(*found->event);
      if (!is_change(*candidate.event) && is_later) {
        found = &candidate;
      }
    }
    return found == nullptr ? group.front() : *found;
  }

  void read_group(const std::vector<FoundEvent>& group) {
    const FoundEvent& main = main_of(group);
    const std::string key = key_of(*main.event);
    if (method_of(*main.calendar) == "cancel") {
      cancel(main, key);
      return;
    }
    if (is_refused(main, key)) {
      return;
    }
    EventSeries series{main.calendar, main.event, {}};
    Json::Array document = {ics_document(*main.event)};
    for (const FoundEvent& other : group) {
      if (other.event == main.event) continue;
      sink_.fold();
      if (is_change(*other.event)) {
        series.changes.push_back(other.event);
        document.push_back(ics_document(*other.event));
      }
    }
    Notes notes;
    Activity activity = read_ics_event(series, notes);
    for (const Problem& problem : notes.problems()) {
      sink_.warn({key, problem});
    }
    sink_.add({key, main.place, std::move(activity), Json(std::move(document)), "ics"});
  }

  /// A whole series is removed; one occurrence alone cannot be, without its series.
  void cancel(const FoundEvent& main, const std::string& key) {
    if (!is_change(*main.event)) {
      sink_.remove(key);
      return;
    }
    sink_.reject({key,
                  {"cancelled_without_series",
                   "/RECURRENCE-ID",
                   {main.place + ": deze afzegging hoort bij een reeks. Lever de hele agenda aan.",
                    main.place
                        + ": this cancellation belongs to a series. Send the whole "
                          "calendar."}}});
  }

  bool is_refused(const FoundEvent& main, const std::string& key) {
    const std::string access = lower_case(trim(main.event->text("CLASS")));
    if (access == "private" || access == "confidential") {
      sink_.reject({key,
                    {"private_event",
                     "/CLASS",
                     {main.place + ": deze afspraak is privé en is overgeslagen.",
                      main.place + ": this event is private and was passed over."}}});
      return true;
    }
    if (clean_line(main.event->text("SUMMARY")).empty()) {
      sink_.reject({key,
                    {"missing_name",
                     "/SUMMARY",
                     {main.place + ": deze afspraak heeft geen naam. Vul SUMMARY in.",
                      main.place + ": this event has no name. Fill in SUMMARY."}}});
      return true;
    }
    return false;
  }

  FeedSink& sink_;
  std::map<std::string, std::size_t> group_of_key_;
  std::vector<std::vector<FoundEvent>> groups_;
  std::string publisher_;
  bool is_whole_ = true;
};

Problem about_file(const std::string& file, const Problem& problem) {
  return {problem.code,
          problem.pointer,
          {file + ", " + problem.text.nl, file + ", " + problem.text.en}};
}

}  // namespace

bool recognises_ics(const FeedFile& file) {
  const std::string_view text = trim(beginning_of(file));
  return lower_case(text.substr(0, std::string_view("BEGIN:VCALENDAR").size()))
         == "begin:vcalendar";
}

Result<FeedFacts> read_ics(std::span<const FeedFile> files, FeedSink& sink) {
  std::vector<std::vector<CalendarComponent>> calendars;
  for (const FeedFile& file : files) {
    Result<std::vector<CalendarComponent>> read = parse_calendar_file(file.bytes);
    if (!read) {
      return about_file(file.name, read.error().front());
    }
    calendars.push_back(std::move(read).value());
  }
  EventReader reader(sink);
  for (std::size_t index = 0; index < calendars.size(); ++index) {
    for (const CalendarComponent& calendar : calendars[index]) {
      reader.read(calendar, files[index].name);
    }
  }
  if (reader.is_empty()) {
    const std::string file = files.empty() ? "" : files.front().name + ": ";
    return Problem{"no_events",
                   "",
                   {file + "hier staan geen afspraken (VEVENT) in; er is niets veranderd.",
                    file + "there are no events (VEVENT) in it; nothing was changed."}};
  }
  reader.finish();
  return FeedFacts{reader.publisher(), reader.completeness(), ""};
}

}  // namespace kring::catalog::formats
