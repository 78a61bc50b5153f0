#include "catalog/formats/icarol_activity.h"

#include <string>
#include <utility>
#include <vector>

#include "catalog/categories.h"
#include "catalog/formats/hsds_old_rows.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr int kNumberedPhones = 5;
constexpr std::size_t kYearDigits = 4;

/// The parts of a cell between semicolons, or commas where it has none.
std::vector<std::string> split_list(const std::string& cell) {
  const char mark = cell.find(';') == std::string::npos ? ',' : ';';
  std::vector<std::string> parts;
  for (const std::string_view part : split(cell, mark)) {
    add_distinct(parts, std::string(trim(part)));
  }
  return parts;
}

void add_phone(const Fields& row,
               const std::string& number,
               const std::vector<std::string>& words,
               std::vector<Phone>& phones) {
  const std::string digits = row.line(number);
  if (digits.empty()) {
    return;
  }
  std::string description;
  for (const std::string& word : words) {
    description += description.empty() || word.empty() ? word : ", " + word;
  }
  phones.push_back({digits, std::move(description)});
}

std::vector<Phone> read_phones(const Fields& row) {
  std::vector<Phone> phones;
  for (int index = 1; index <= kNumberedPhones; ++index) {
    const std::string phone = "Phone" + std::to_string(index);
    add_phone(row, phone + "Number", {row.line(phone + "Name"), row.line(phone + "Description")},
              phones);
  }
  add_phone(row, "PhoneTollFree", {"toll-free"}, phones);
  add_phone(row, "PhoneNumberHotline", {"hotline"}, phones);
  add_phone(row, "PhoneTTY", {"TTY"}, phones);
  return phones;
}

/// "2022-03-14", or month/day/year with or without a time, as the export writes it.
std::optional<Date> read_day(const Fields& row, std::string_view column) {
  std::string written = row.line(column);
  const std::size_t first = written.find('/');
  const std::size_t second = first == std::string::npos ? first : written.find('/', first + 1);
  if (second == std::string::npos) {
    return row.date(column);
  }
  const auto two_digits = [](const std::string& part) {
    return part.size() == 1 ? "0" + part : part;
  };
  const std::string day = written.substr(second + 1, kYearDigits) + "-"
                          + two_digits(written.substr(0, first)) + "-"
                          + two_digits(written.substr(first + 1, second - first - 1));
  const std::optional<Date> date = parse_date(day);
  if (!date) {
    row.notes().add_unusable(row.pointer_to(column),
                             {"een datum (2026-11-23)", "a date (2026-11-23)"});
  }
  return date;
}

Organization read_organization(const Fields& row) {
  if (!row.has(kAgencyMember)) {
    return {row.line("ParentAgencyNum"), row.line("ParentAgency"), "", "", ""};
  }
  const Fields agency = row.object(kAgencyMember);
  return {agency.line("ResourceAgencyNum"), icarol_name(agency), agency.text("AgencyDescription"),
          agency.line("EmailAddressMain"), agency.line("WebsiteAddress")};
}

Site read_site(const Fields& row) {
  Site site;
  site.street = row.line("PhysicalAddress1");
  const std::string second = row.line("PhysicalAddress2");
  site.street += second.empty() || site.street.empty() ? second : ", " + second;
  site.postcode = row.line("PhysicalPostalCode");
  site.city = row.line("PhysicalCity");
  site.country = country_in(row.line("PhysicalCountry"));
  site.transportation = row.first_line({"BusServiceAccess", "PublicAccessTransportation"});
  add_distinct(site.accessibility, row.text("DisabilitiesAccess"));
  const std::optional<double> latitude = row.number("Latitude");
  const std::optional<double> longitude = row.number("Longitude");
  if (latitude && longitude) {
    site.point = Point{*latitude, *longitude};
  }
  return site;
}

std::vector<std::string> read_languages(const Fields& row) {
  std::vector<std::string> languages;
  for (const std::string& word : split_cell(row.line("LanguagesOffered"))) {
    if (const std::optional<std::string> code = language_in(word)) {
      add_distinct(languages, *code);
    } else {
      row.notes().add_unusable(row.pointer_to("LanguagesOffered"),
                               {"een lijst van talen", "a list of languages"});
    }
  }
  return languages;
}

std::vector<ServiceArea> read_areas(const Fields& row) {
  std::vector<ServiceArea> areas;
  for (const std::string& name : split_list(row.first_line({"CoverageArea", "CoverageAreaText"}))) {
    areas.push_back({name, ""});
  }
  return areas;
}

}  // namespace

std::string icarol_name(const Fields& row) {
  return row.first_line({"PublicName", "OfficialName", "AlternateName"});
}

Activity read_icarol_activity(const Fields& row) {
  Activity activity;
  activity.name = icarol_name(row);
  activity.description = row.text("AgencyDescription");
  activity.url = row.line("WebsiteAddress");
  activity.email = row.line("EmailAddressMain");
  activity.phones = read_phones(row);
  activity.organization = read_organization(row);
  activity.status = status_in(row.line("AgencyStatus")).value_or(Status::kActive);
  const Site site = read_site(row);
  if (site != Site{}) {
    activity.sites.push_back(site);
  }
  if (const std::string hours = row.text("HoursOfOperation"); !hours.empty()) {
    activity.schedules.emplace_back().description = hours;
  }
  activity.areas = read_areas(row);
  activity.fees_description = row.text("FeeStructureSource");
  activity.eligibility_description = row.text("Eligibility");
  activity.languages = read_languages(row);
  activity.tags = with_concepts(CategoryScheme::kHsds, split_list(row.line("Categories")));
  activity.application_process = row.text("ApplicationProcess");
  activity.verified_on = read_day(row, "LastVerifiedOn");
  activity.modified_on = read_day(row, "LastUpdatedOn");
  return activity;
}

}  // namespace kring::catalog::formats
