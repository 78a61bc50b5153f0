#include "service/commands/status_report.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace kring::service {

namespace {

constexpr double kMebi = 1024.0 * 1024.0;

using catalog::Json;

constexpr int kHalfYearDays = 182;

/// The file with its write-ahead log.
std::size_t catalog_size(const std::string& path) {
  std::size_t bytes = 0;
  for (const std::string& file : {path, path + "-wal"}) {
    std::error_code absent;
    const std::uintmax_t size = std::filesystem::file_size(file, absent);
    if (!absent) bytes += size;
  }
  return bytes;
}

VerifiedAges count_ages(const catalog::ActivityStore& store, catalog::Date today) {
  VerifiedAges ages;
  store.for_each([&](const catalog::StoredActivity& stored) {
    const auto& verified_on = stored.activity.verified_on;
    if (!verified_on) {
      ++ages.never;
      return;
    }
    const auto days = (today - *verified_on).count();
    if (days <= kHalfYearDays) {
      ++ages.half_year;
    } else if (days <= kStaleDays) {
      ++ages.year;
    } else {
      ++ages.stale;
    }
  });
  return ages;
}

std::string index_command(const StatusReport& report, std::string_view option) {
  return fmt::format("kring index --catalog {} --index {}{}", report.catalog_path,
                     report.index_path, option);
}

void check_catalog(StatusReport& report) {
  if (report.activities == 0) {
    report.problems.push_back({"catalog_empty",
                               "/catalog",
                               {"De catalogus is leeg. Haal een bestand binnen met `kring import`.",
                                "The catalogue is empty. Read a feed with `kring import`."}});
  }
  if (report.places == 0) {
    report.problems.push_back({"places_missing",
                               "/catalog/places",
                               {"Er is geen postcodetabel. Haal die binnen met `kring places "
                                "import`; zonder tabel kent Kring geen reistijd.",
                                "There is no postcode table. Read one with `kring places import`; "
                                "without it Kring knows no journeys."}});
  }
  const std::size_t old = report.verified.stale + report.verified.never;
  if (old > 0) {
    report.problems.push_back(
        {"stale_records",
         "/catalog/verified",
         {fmt::format("{} activiteiten zijn langer dan een jaar niet nagekeken, of nooit. Vraag de "
                      "aanbieders om ze na te kijken.",
                      old),
          fmt::format("{} activities were not verified for more than a year, or never. Ask their "
                      "owners to check them.",
                      old)}});
  }
}

void check_index(StatusReport& report, const std::string& identity, catalog::Date today) {
  const indexer::IndexStatus& index = *report.index;
  const std::string rebuild = index_command(report, " --rebuild");
  const std::string update = index_command(report, "");
  if (index.catalog != identity) {
    report.problems.push_back(
        {"index_of_another_catalog",
         "/index/catalog",
         {"De index is van een andere catalogus. Maak hem opnieuw: " + rebuild,
          "The index is of another catalogue. Make it anew: " + rebuild}});
    return;
  }
  if (index.revision < report.revision) {
    report.problems.push_back(
        {"index_behind",
         "/index/revision",
         {fmt::format("De index loopt {} revisies achter. Werk hem bij: {}",
                      report.revision.number - index.revision.number, update),
          fmt::format("The index is {} revisions behind. Bring it up: {}",
                      report.revision.number - index.revision.number, update)}});
  }
  if (index.revision > report.revision) {
    report.problems.push_back(
        {"index_ahead",
         "/index/revision",
         {"De index kent revisies die de catalogus niet heeft (een oude kopie?). Maak hem opnieuw: "
              + rebuild,
          "The index knows revisions that the catalogue lacks (an old copy?). Make it anew: "
              + rebuild}});
  }
  if (index.today < today) {
    const std::string day = catalog::format_date(index.today);
    report.problems.push_back(
        {"sessions_old",
         "/index/today",
         {fmt::format("De index is van {}; de data erin raken op. Werk hem bij: {}", day, update),
          fmt::format("The index is of {}; its dates run out. Bring it up: {}", day, update)}});
  }
}

void check_feeds(StatusReport& report) {
  for (const FeedHealth& health : report.feeds) {
    if (health.feed.held == 0) continue;
    const std::string confirm = fmt::format("kring harvest --catalog {} --confirm {}",
                                            report.catalog_path, health.feed.source);
    report.problems.push_back(
        {"drop_held",
         "/catalog/feeds",
         {fmt::format("Van bron {} zouden {} activiteiten in één keer verdwijnen. Klopt dat? {}",
                      health.feed.source, health.feed.held, confirm),
          fmt::format("{1} activities of source {0} would vanish at once. Is that right? {2}",
                      health.feed.source, health.feed.held, confirm)}});
  }
}

/// The index that stands in the folder; where none can be read, the report says why.
void read_index(StatusReport& report, catalog::Date today) {
  try {
    report.index = indexer::read_status(report.index_path);
    report.unknown = engine::Engine::open(report.index_path)->count_unknown(today);
  } catch (const catalog::Error& error) {
    report.problems.push_back({"index_unreadable", "/index", {error.what(), error.what()}});
  }
}

Json to_integer(std::size_t value) {
  return static_cast<std::int64_t>(value);
}

Json sources_to_json(const std::vector<catalog::SourceCount>& sources) {
  Json list = Json::Array{};
  for (const catalog::SourceCount& source : sources) {
    list.push_back(Json::Object{{"source", source.source},
                                {"activities", to_integer(source.activities)},
                                {"removed", to_integer(source.removed)},
                                {"last_import", source.last_import}});
  }
  return list;
}

Json unknown_to_json(const std::map<engine::Gate, int>& unknown) {
  Json json{Json::Object()};
  for (const auto& [gate, count] : unknown) {
    json.set(std::string(name_of(gate)), count);
  }
  return json;
}

std::string unknown_to_text(const std::map<engine::Gate, int>& unknown) {
  std::string text;
  for (const auto& [gate, count] : unknown) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(gate), count);
  }
  return text;
}

Json index_to_json(const StatusReport& report) {
  if (!report.index) return nullptr;
  const indexer::IndexStatus& index = *report.index;
  return Json::Object{{"path", report.index_path},
                      {"revision", index.revision.number},
                      {"catalog", index.catalog},
                      {"vocabulary", index.vocabulary},
                      {"weights", index.weights},
                      {"today", catalog::format_date(index.today)},
                      {"sessions_from", catalog::format_date(index.sessions_from)},
                      {"activities", to_integer(index.live)},
                      {"unknown", unknown_to_json(report.unknown)},
                      {"segments", to_integer(index.segments)},
                      {"bytes", to_integer(index.bytes)}};
}

std::string format_size(std::size_t bytes) {
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / kMebi);
}

}  // namespace

StatusReport make_status(const std::string& catalog_path,
                         const std::string& index_path,
                         catalog::Date today) {
  const auto store = catalog::ActivityStore::open(catalog_path, catalog::OpenMode::kReadOnly);
  StatusReport report{.catalog_path = catalog_path,
                      .index_path = index_path,
                      .revision = store.revision(),
                      .activities = store.count(),
                      .places = store.places().size(),
                      .catalog_bytes = catalog_size(catalog_path),
                      .sources = store.sources(),
                      .feeds = read_feed_health(store),
                      .verified = count_ages(store, today),
                      .index = std::nullopt,
                      .unknown = {},
                      .problems = {}};
  check_catalog(report);
  check_feeds(report);
  read_index(report, today);
  if (report.index) check_index(report, store.identity(), today);
  return report;
}

Json to_json(const StatusReport& report) {
  Json problems = Json::Array{};
  for (const catalog::Problem& problem : report.problems) {
    problems.push_back(Json::Object{{"code", problem.code},
                                    {"pointer", problem.pointer},
                                    {"text", problem.text.nl},
                                    {"text_en", problem.text.en}});
  }
  return Json::Object{
      {"catalog",
       Json::Object{{"path", report.catalog_path},
                    {"revision", report.revision.number},
                    {"activities", to_integer(report.activities)},
                    {"places", to_integer(report.places)},
                    {"bytes", to_integer(report.catalog_bytes)},
                    {"sources", sources_to_json(report.sources)},
                    {"feeds", feeds_to_json(report.feeds)},
                    {"verified", Json::Object{{"half_year", to_integer(report.verified.half_year)},
                                              {"year", to_integer(report.verified.year)},
                                              {"stale", to_integer(report.verified.stale)},
                                              {"never", to_integer(report.verified.never)}}}}},
      {"index", index_to_json(report)},
      {"problems", std::move(problems)}};
}

Json owner_tasks_json(const std::vector<engine::OwnerTask>& tasks) {
  Json list{Json::Array()};
  for (const engine::OwnerTask& task : tasks) {
    Json facts{Json::Array()};
    for (const engine::MissingFact& fact : task.facts) {
      facts.push_back(Json::Object{{"gate", name_of(fact.gate)},
                                   {"field", fact.field},
                                   {"text", fact.text.nl},
                                   {"text_en", fact.text.en}});
    }
    list.push_back(
        Json::Object{{"id", task.id.value}, {"name", task.name}, {"unknown", std::move(facts)}});
  }
  return list;
}

std::string owner_tasks_text(const std::vector<engine::OwnerTask>& tasks) {
  if (tasks.empty()) return "niets onbekend / nothing unknown\n";
  std::string text;
  for (const engine::OwnerTask& task : tasks) {
    text += fmt::format("{} ({})\n", task.name, task.id.value);
    for (const engine::MissingFact& fact : task.facts) {
      text += fmt::format("  {}\n    {}\n", fact.text.nl, fact.text.en);
    }
  }
  return text;
}

std::string to_text(const StatusReport& report) {
  const VerifiedAges& verified = report.verified;
  std::string text = fmt::format(
      "catalogus / catalogue: {}\n  revisie / revision {}, activiteiten / activities {}, postcodes "
      "{}, {}\n",
      report.catalog_path, report.revision.number, report.activities, report.places,
      format_size(report.catalog_bytes));
  for (const catalog::SourceCount& source : report.sources) {
    text += fmt::format(
        "  bron / source {}: {} activiteiten / activities, {} vervallen / removed, {}\n",
        source.source, source.activities, source.removed, source.last_import);
  }
  text += feeds_to_text(report.feeds);
  text += fmt::format(
      "  nagekeken / verified: {} (half jaar / half a year), {} (jaar / a year), {} (langer "
      "geleden / longer ago), {} (nooit / never)\n",
      verified.half_year, verified.year, verified.stale, verified.never);
  if (report.index) {
    text += fmt::format(
        "index: {}\n  revisie / revision {}, activiteiten / activities {}, segmenten / segments "
        "{}, {}, {}\n",
        report.index_path, report.index->revision.number, report.index->live,
        report.index->segments, format_size(report.index->bytes),
        catalog::format_date(report.index->today));
    text += fmt::format("  niet bekend / unknown: {}\n", unknown_to_text(report.unknown));
  }
  text += report.problems.empty() ? "geen problemen / no problems\n" : "let op / problems:\n";
  for (const catalog::Problem& problem : report.problems) {
    text += fmt::format("  {}\n    {}\n    {}\n", problem.code, problem.text.nl, problem.text.en);
  }
  return text;
}

}  // namespace kring::service
