#include "tests/fuzz/feed_target.h"

#include <vector>

#include "catalog/activity_json.h"
#include "catalog/formats/formats.h"
#include "catalog/formats/hsds.h"
#include "catalog/schedule/expand.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

void check_schedule(const catalog::Schedule& schedule) {
  const catalog::Date from = *catalog::parse_date("2026-11-25");
  const auto sessions = catalog::expand(schedule, from, from + std::chrono::days(90));
  expect(sessions.size() <= catalog::kMaxSessions, "no schedule has more than kMaxSessions");
  for (const catalog::Session& session : sessions) {
    expect(session.starts <= session.ends, "a session starts before it ends");
  }
}

class CheckingSink : public catalog::FeedSink {
 public:
  void add(catalog::FeedRecord record) override {
    expect(!record.key.empty(), "a record has a key");
    const auto kept = catalog::parse_json(write_json(activity_to_json(record.activity)));
    expect(kept.has_value(), "an activity is written as JSON");
    expect(catalog::activity_from_json(*kept) == record.activity,
           "an activity is kept as it was read");
    expect(catalog::parse_json(write_json(record.document)).has_value(),
           "a source record is kept as JSON");
    check_export(record);
    expect(record.activity.min_age.value_or(0) >= 0 && record.activity.max_age.value_or(0) >= 0,
           "an age is not negative");
    for (const catalog::Schedule& schedule : record.activity.schedules) {
      check_schedule(schedule);
    }
    for (const catalog::Site& site : record.activity.sites) {
      for (const catalog::Schedule& schedule : site.schedules) {
        check_schedule(schedule);
      }
    }
  }
  void remove(const std::string& key) override { expect(!key.empty(), "a removal has a key"); }
  void reject(catalog::RecordIssue issue) override { check_issue(issue); }
  void warn(catalog::RecordIssue issue) override { check_issue(issue); }
  void fold() override {}
  void wait() override {}

 private:
  static void check_export(const catalog::FeedRecord& record) {
    catalog::StoredActivity stored{
        record.activity, "bron", record.key, write_json(record.document), {1}, record.format};
    stored.activity.id = {"5b0e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604"};
    const catalog::Json service = catalog::formats::make_hsds_service(stored);
    expect(service["id"].string() == stored.activity.id.value, "an export has the activity's id");
    expect(service["name"].is_string() && service["status"].is_string(),
           "an export has what HSDS requires");
  }

  static void check_issue(const catalog::RecordIssue& issue) {
    expect(!issue.record.empty(), "a fault names its record");
    expect(!issue.problem.text.nl.empty() && !issue.problem.text.en.empty(),
           "a fault is told in both tongues");
  }
};

}  // namespace

void read_feed(std::string_view format, const std::vector<catalog::FeedFile>& files) {
  CheckingSink sink;
  for (const catalog::Format& other : catalog::all_formats()) {
    for (const catalog::FeedFile& file : files) {
      static_cast<void>(other.recognises(file));
    }
  }
  static_cast<void>(catalog::find_format(format)->read(files, sink));
}

void read_feed(std::string_view format, std::string_view bytes) {
  read_feed(format, {{"feed.json", std::string(bytes)}});
}

}  // namespace kring::fuzz
