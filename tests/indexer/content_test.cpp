// Do times and places stand in the index as they are?

#include <cmath>

#include <catch2/catch.hpp>

#include "indexer/format/snapshot.h"
#include "tests/indexer/small_catalogue.h"

namespace kring::tests {
namespace {

using catalog::CoordinateFault;
using indexer::Snapshot;

constexpr catalog::Point kNijmegen{51.845, 5.86};

void put_nijmegen(catalog::ActivityStore& store) {
  store.put_places({{6511, "Nijmegen", "Nijmegen", "GM0268", kNijmegen, false}}, kAuthor);
}

catalog::FeedRecord make_daily(const std::string& key, const char* opens) {
  catalog::FeedRecord record = make_record(key, "Ochtendgroep");
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=DAILY";
  schedule.first_day = catalog::parse_date("2026-01-01");
  schedule.opens = catalog::parse_time_of_day(opens);
  schedule.closes = catalog::Minutes{schedule.opens->value + 60};
  record.activity.schedules = {schedule};
  return record;
}

struct IndexedSession {
  std::string day;
  int starts = 0;
  int offset = 0;
};

// The sessions of the only activity of an index that was made on `today`.
std::vector<IndexedSession> sessions_on(const char* today, const char* opens) {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), {make_daily("a", opens)});
  indexer::build_index(
      store, {folder.file("index"), *catalog::parse_date(today), indexer::BuildMode::kUpdate, {}});
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  const indexer::FeatureColumns& features = snapshot.segments().front()->features();
  std::vector<IndexedSession> sessions;
  for (std::size_t i = 0; i < features.session_start.size(); ++i) {
    const auto start = static_cast<int>(features.session_start[i]);
    const catalog::Date day = snapshot.manifest().sessions_from + std::chrono::days{start / 1440};
    sessions.push_back({catalog::format_date(day), start % 1440, features.session_offset[i]});
  }
  return sessions;
}

const IndexedSession& session_of(const std::vector<IndexedSession>& sessions,
                                 const std::string& day) {
  for (const IndexedSession& session : sessions) {
    if (session.day == day) return session;
  }
  FAIL("no session on " << day);
  return sessions.front();
}

// Where the index puts the only site of a record with these coordinates, and what it reported.
struct Settled {
  catalog::Point point;
  CoordinateFault fault = CoordinateFault::kNone;
};
Settled settle(std::optional<catalog::Point> given) {
  const ScratchFolder folder;
  auto store = open_store(folder);
  put_nijmegen(store);
  import_records(store, make_options("source"), {make_placed("a", "6511 AA", given)});
  const indexer::BuildReport report = build(store, folder.file("index"));
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  const indexer::FeatureColumns& features = snapshot.segments().front()->features();
  Settled settled{{indexer::unpack_degrees(features.latitude[0]),
                   indexer::unpack_degrees(features.longitude[0])},
                  CoordinateFault::kNone};
  if (!report.places.empty()) settled.fault = report.places.front().fault;
  return settled;
}

bool is_at(catalog::Point point, catalog::Point expected) {
  return std::abs(point.latitude - expected.latitude) < 2e-6
         && std::abs(point.longitude - expected.longitude) < 2e-6;
}

// Three addresses of a postcode that no table knows.
std::vector<catalog::FeedRecord> breda() {
  return {make_placed("a", "4811 AA", catalog::Point{51.58, 4.77}),
          make_placed("b", "4811 AB", catalog::Point{51.59, 4.78}),
          make_placed("c", "4811 AC", catalog::Point{51.60, 4.79})};
}

}  // namespace

TEST_CASE("sessions keep their local hour over the first day of summer time") {
  const auto sessions = sessions_on("2027-03-20", "10:00");
  for (const char* const day : {"2027-03-27", "2027-03-28", "2027-03-29"})
    REQUIRE(session_of(sessions, day).starts == 600);
  REQUIRE(session_of(sessions, "2027-03-27").offset == 60);
  REQUIRE(session_of(sessions, "2027-03-28").offset == 120);
}

TEST_CASE("sessions keep their local hour over the last day of summer time") {
  const auto sessions = sessions_on("2026-10-20", "10:00");
  for (const char* const day : {"2026-10-24", "2026-10-25", "2026-10-26"})
    REQUIRE(session_of(sessions, day).starts == 600);
  REQUIRE(session_of(sessions, "2026-10-24").offset == 120);
  REQUIRE(session_of(sessions, "2026-10-25").offset == 60);
}

TEST_CASE("an hour that summer time skips moves forward, and no day is lost or doubled") {
  const auto sessions = sessions_on("2027-03-20", "02:30");
  REQUIRE(session_of(sessions, "2027-03-28").starts == 210);
  REQUIRE(session_of(sessions, "2027-03-29").starts == 150);
  REQUIRE(sessions.size() == 99);  // 14 days back, today, 84 days on
}

TEST_CASE("good coordinates stay as given") {
  const catalog::Point given{51.8432, 5.8711};
  const Settled settled = settle(given);
  REQUIRE(settled.fault == CoordinateFault::kNone);
  REQUIRE(is_at(settled.point, given));
}

TEST_CASE("without coordinates the postcode tells where it is") {
  REQUIRE(is_at(settle(std::nullopt).point, kNijmegen));
}

TEST_CASE("swapped, zero and far-off coordinates are reported, and the postcode wins") {
  const std::pair<catalog::Point, CoordinateFault> cases[] = {
      {{5.8711, 51.8432}, CoordinateFault::kSwapped},
      {{0, 0}, CoordinateFault::kZero},
      {{52.37, 4.9}, CoordinateFault::kFarOff},
  };
  for (const auto& [given, fault] : cases) {
    const Settled settled = settle(given);
    INFO("given " << given.latitude << ", " << given.longitude);
    REQUIRE(settled.fault == fault);
    const bool is_mended = is_at(settled.point, kNijmegen)
                           || (fault == CoordinateFault::kSwapped
                               && is_at(settled.point, {given.longitude, given.latitude}));
    REQUIRE(is_mended);
  }
}

TEST_CASE("a place is learned from three addresses: their median, without municipality") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  put_nijmegen(store);
  import_records(store, make_options("source"), breda());
  REQUIRE(build(store, folder.file("index")).learned_places == 1);
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  const catalog::Place* learned = snapshot.places().find(4811);
  REQUIRE(learned != nullptr);
  REQUIRE(learned->is_learned);
  REQUIRE(learned->municipality.empty());
  REQUIRE(is_at(learned->point, {51.59, 4.78}));
}

TEST_CASE("two addresses teach no place") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  put_nijmegen(store);
  std::vector<catalog::FeedRecord> records = breda();
  records.pop_back();
  import_records(store, make_options("source"), records);
  REQUIRE(build(store, folder.file("index")).learned_places == 0);
  REQUIRE(Snapshot::open(folder.file("index")).places().find(4811) == nullptr);
}

TEST_CASE("a place that was learned is forgotten with its addresses, updated or rebuilt") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  put_nijmegen(store);
  import_records(store, make_options("source"), breda());
  build(store, folder.file("index"));
  import_records(store, make_options("source"), {breda().front()});
  REQUIRE(build(store, folder.file("index")).learned_places == 0);
  REQUIRE(build(store, folder.file("whole")).learned_places == 0);
}

TEST_CASE("an imported place is never replaced by a learned one") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  put_nijmegen(store);
  import_records(store, make_options("source"),
                 {make_placed("a", "6511 AA", catalog::Point{51.85, 5.87}),
                  make_placed("b", "6511 AB", catalog::Point{51.85, 5.87}),
                  make_placed("c", "6511 AC", catalog::Point{51.85, 5.87})});
  REQUIRE(build(store, folder.file("index")).learned_places == 0);
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  REQUIRE(is_at(snapshot.places().find(6511)->point, kNijmegen));
}

}  // namespace kring::tests
