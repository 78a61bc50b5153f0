// How does a catalogue become the municipality's table?
#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/formats/formula_guard.h"
#include "catalog/formats/kring_csv.h"
#include "catalog/formats/own_columns.h"
#include "catalog/formats/template_columns.h"
#include "catalog/formats/template_rule.h"
#include "catalog/formats/template_values.h"
#include "catalog/formats/words.h"

namespace kring::catalog::formats {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kEuro = "EUR";
constexpr std::string_view kHomeZone = "Europe/Amsterdam";

using Cells = std::map<Field, std::string>;

/// What stands under the template's headings, and under others.
struct Row {
  Cells cells;
  OwnCells own;
};

/// Columns beside the template's, in their order.
class OwnColumns {
 public:
  void add(const OwnCells& cells) {
    for (const auto& [column, text] : cells) {
      if (known_.insert(column).second) {
        columns_.push_back(column);
      }
    }
  }
  [[nodiscard]] const std::vector<OwnColumn>& all() const { return columns_; }

 private:
  std::set<OwnColumn> known_;
  std::vector<OwnColumn> columns_;
};

/// Text with CR or LF, quotes or semicolons stands between quotes, quotes within doubled.
std::string quote(const std::string& text) {
  std::string guarded = guard_cell(text);
  const bool is_padded = !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ');
  if (!is_padded && guarded.find_first_of(";\"\r\n\t,") == std::string::npos) {
    return guarded;
  }
  std::string quoted = "\"";
  for (const char letter : guarded) {
    quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  }
  return quoted + "\"";
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    out << (index == 0 ? "" : ";") << quote(cells[index]);
  }
  out << kLineEnd;
}

void write_headings(std::ostream& out, const OwnColumns& own) {
  std::vector<std::string> cells;
  for (const TemplateColumn& column : written_columns()) {
    cells.emplace_back(column.heading);
  }
  for (const OwnColumn& column : own.all()) {
    cells.push_back(column.first);
  }
  out << kByteOrderMark;
  write_row(out, cells);
}

template <class Map>
std::string cell_under(const Map& cells, const typename Map::key_type& column) {
  const auto cell = cells.find(column);
  return cell == cells.end() ? std::string() : cell->second;
}

void write_cells(std::ostream& out, const Row& row, const OwnColumns& own) {
  std::vector<std::string> written;
  for (const TemplateColumn& column : written_columns()) {
    written.push_back(cell_under(row.cells, column.field));
  }
  for (const OwnColumn& column : own.all()) {
    written.push_back(cell_under(row.own, column));
  }
  write_row(out, written);
}

std::string write_date(const std::optional<Date>& date) {
  return date ? write_dutch_date(*date) : std::string();
}

std::string write_age(const std::optional<int>& age) {
  return age ? std::to_string(*age) : std::string();
}

void set_texts(Cells& cells, const Activity& activity) {
  cells[Field::kDescription] = activity.description;
  cells[Field::kEmail] = activity.email;
  cells[Field::kUrl] = activity.url;
  cells[Field::kCostNote] = activity.fees_description;
  cells[Field::kMinAge] = write_age(activity.min_age);
  cells[Field::kMaxAge] = write_age(activity.max_age);
  cells[Field::kAudience] = activity.eligibility_description;
  cells[Field::kApplication] = activity.application_process;
  cells[Field::kWaiting] = activity.wait_time;
  cells[Field::kStatus] = write_status_word(activity.status);
  cells[Field::kAlert] = activity.alert;
  cells[Field::kVerified] = write_date(activity.verified_on);
  cells[Field::kModified] = write_date(activity.modified_on);
  cells[Field::kTags] = write_list(activity.tags);
}

void set_organization(Cells& cells, const Organization& organization) {
  cells[Field::kOrganizationKey] = organization.id;
  cells[Field::kOrganizationDescription] = organization.description;
  cells[Field::kOrganizationEmail] = organization.email;
  cells[Field::kOrganizationUrl] = organization.url;
}

void set_lists(Cells& cells, const Activity& activity) {
  std::vector<std::string> areas;
  for (const ServiceArea& area : activity.areas) {
    areas.push_back(write_area(area));
  }
  cells[Field::kAreas] = write_list(areas);
  std::vector<std::string> languages;
  for (const std::string& code : activity.languages) {
    languages.push_back(language_name(code));
  }
  cells[Field::kLanguages] = write_list(languages);
}

void set_site(Cells& cells, const Site& site) {
  cells[Field::kPlaceKey] = site.key;
  cells[Field::kVenue] = site.name;
  cells[Field::kStreet] = site.street;
  cells[Field::kPostcode] = site.postcode;
  cells[Field::kTown] = site.city;
  cells[Field::kMunicipality] = site.municipality;
  cells[Field::kCountry] = site.country;
  cells[Field::kLatitude] = site.point ? write_dutch_number(site.point->latitude) : "";
  cells[Field::kLongitude] = site.point ? write_dutch_number(site.point->longitude) : "";
  cells[Field::kPlaceUrl] = site.url;
  cells[Field::kTransport] = site.transportation;
  cells[Field::kAccess] = write_list(site.accessibility);
  cells[Field::kPlaceKind] = write_attendance_words(site.attendance);
}

void set_schedule(Cells& cells, const Schedule& schedule) {
  const RuleWords words = write_rule_words(schedule.rrule);
  cells[Field::kDays] = words.days;
  cells[Field::kFrequency] = words.frequency;
  cells[Field::kOpens] = schedule.opens ? format_time_of_day(*schedule.opens) : "";
  cells[Field::kCloses] = schedule.closes ? format_time_of_day(*schedule.closes) : "";
  cells[Field::kFirstDay] = write_date(schedule.first_day);
  cells[Field::kLastDay] = write_date(schedule.last_day);
  cells[Field::kCount] = schedule.count ? std::to_string(*schedule.count) : "";
  std::vector<std::string> except;
  for (const Date day : schedule.except) {
    except.push_back(write_dutch_date(day));
  }
  cells[Field::kExcept] = write_list(except);
  cells[Field::kZone] = schedule.zone == kHomeZone ? "" : schedule.zone;
  cells[Field::kTimeNote] = schedule.description;
  cells[Field::kAttendance] = write_attendance_words(schedule.attendance);
}

void set_cost(Cells& cells, const CostOption& cost) {
  cells[Field::kCost] = cost.amount ? write_dutch_money(*cost.amount) : "";
  cells[Field::kCostUnit] = cost.option;
  const std::string_view usual = cost.amount ? kEuro : "";
  const std::string written = cost.currency.empty() ? "onbekend" : cost.currency;
  cells[Field::kCurrency] = cost.currency == usual ? "" : written;
}

bool is_empty(const OwnCells& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const auto& cell) { return cell.second.empty(); });
}

/// The rows of one activity: each place begins one, each further time takes one; phone numbers,
/// prices and what its own table said besides fill them from the top.
class ActivityRows {
 public:
  ActivityRows(std::string key, const StoredActivity& stored, const SourceTerms& terms)
      : key_(std::move(key)), stored_(stored), activity_(stored.activity), terms_(terms) {}

  std::vector<Row> make() {
    lay_places();
    set_texts(row(0), activity_);
    set_organization(row(0), activity_.organization);
    set_lists(row(0), activity_);
    for (std::size_t index = 0; index < activity_.phones.size(); ++index) {
      row(index)[Field::kPhone] = activity_.phones[index].number;
      row(index)[Field::kPhoneNote] = activity_.phones[index].description;
    }
    for (std::size_t index = 0; index < activity_.costs.size(); ++index) {
      set_cost(row(index), activity_.costs[index]);
    }
    lay_own_cells();
    for (Row& row : rows_) {
      row.cells[Field::kKey] = key_;
      row.cells[Field::kName] = activity_.name;
      row.cells[Field::kOrganization] = activity_.organization.name;
      for (const auto& [column, text] : make_terms_cells(terms_)) {
        row.own[column] = text;
      }
    }
    return std::move(rows_);
  }

 private:
  Cells& row(std::size_t index) {
    if (index >= rows_.size()) {
      rows_.resize(index + 1);
    }
    return rows_[index].cells;
  }

  void lay_own_cells() {
    std::vector<OwnCells> own = own_cells_of(stored_);
    for (std::size_t index = 0; index < own.size(); ++index) {
      if (index < rows_.size() || !is_empty(own[index])) {
        row(index);
        rows_[index].own = std::move(own[index]);
      }
    }
  }

  /// Times of the activity stand above its places, unless it has but one place.
  void lay_places() {
    const bool has_one_place = activity_.sites.size() == 1 && activity_.sites[0].schedules.empty();
    if (has_one_place) {
      set_site(row(0), activity_.sites[0]);
      lay_schedules(activity_.schedules, 0);
      return;
    }
    lay_schedules(activity_.schedules, 0);
    for (const Site& site : activity_.sites) {
      const std::size_t first = rows_.size();
      set_site(row(first), site);
      lay_schedules(site.schedules, first);
    }
  }

  void lay_schedules(const std::vector<Schedule>& schedules, std::size_t first) {
    for (std::size_t index = 0; index < schedules.size(); ++index) {
      set_schedule(row(first + index), schedules[index]);
    }
  }

  std::string key_;
  const StoredActivity& stored_;
  const Activity& activity_;
  const SourceTerms& terms_;
  std::vector<Row> rows_;
};

/// What must be known of all records before the first is written.
struct Survey {
  std::map<std::string, std::size_t> keys;  ///< how many records have each key of a source
  OwnColumns own;
};

Survey survey(const ExportedRecords& records) {
  Survey found;
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    ++found.keys[stored.feed_key];
    for (const OwnCells& cells : own_cells_of(stored)) {
      found.own.add(cells);
    }
    found.own.add(make_terms_cells(terms));
  });
  return found;
}

}  // namespace

std::size_t write_kring_csv(const ExportedRecords& records, std::ostream& out) {
  const Survey found = survey(records);
  write_headings(out, found.own);
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    // The source's own key, so that the source knows the record again; none where it had none; the
    // id where two sources have the same.
    std::string key = stored.feed_key == key_of_names(stored.activity) ? "" : stored.feed_key;
    key = found.keys.at(stored.feed_key) > 1 ? stored.activity.id.value : key;
    for (const Row& row : ActivityRows(key, stored, terms).make()) {
      write_cells(out, row, found.own);
    }
  });
  return 0;
}

void write_kring_csv_template(std::ostream& out) {
  Cells help;
  Cells example;
  for (const TemplateColumn& column : written_columns()) {
    help[column.field] = column.help;
    example[column.field] = column.example;
  }
  help[Field::kKey] = std::string(kHelpMark) + help[Field::kKey];
  example[Field::kKey] = std::string(kExampleMark) + example[Field::kKey];
  const OwnColumns none;
  write_headings(out, none);
  write_cells(out, {help, {}}, none);
  write_cells(out, {example, {}}, none);
}

}  // namespace kring::catalog::formats
