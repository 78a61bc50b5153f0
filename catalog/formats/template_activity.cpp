#include "catalog/formats/template_activity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/template_schedule.h"
#include "catalog/formats/template_values.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/places.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxAge = 150;  ///< years
constexpr std::string_view kEuro = "EUR";

/// Sentences that stand for yes and for no.
struct Sentences {
  std::string_view yes;
  std::string_view no;
};
constexpr Sentences kWheelchair{"Rolstoeltoegankelijk.", "Niet rolstoeltoegankelijk."};
constexpr Sentences kReferral{"Verwijzing nodig.", "Geen verwijzing nodig."};
constexpr Sentences kApplication{"Aanmelden verplicht.", "Aanmelden is niet nodig."};

/// The sentence for a yes or a no; other words follow the heading.
std::string say(const TemplateRow& row, Field field, const Sentences& sentences) {
  const std::string cell = row.text(field);
  if (cell.empty()) {
    return {};
  }
  const std::optional<bool> answer = parse_yes_no(cell);
  return answer ? std::string(*answer ? sentences.yes : sentences.no)
                : std::string(heading_of(field)) + ": " + cell;
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// Whether an address for e-mail stands in `text`.
bool has_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const std::string_view after = text.substr(std::min(at, text.size()));
  const std::string_view domain = after.substr(0, after.find_first_of(" ;,"));
  return at != 0 && domain.size() > 1 && domain[1] != '.' && domain.find('.') < domain.size() - 1;
}

/// Helplines have the shortest numbers: 113.
bool has_phone_number(std::string_view text) {
  static constexpr std::ptrdiff_t kFewestDigits = 3;
  return std::count_if(text.begin(), text.end(), is_digit) >= kFewestDigits;
}

/// A value that is kept as it is written, noted where it does not fit. The note does not repeat it:
/// it may name a person.
std::string as_written(const TemplateRow& row,
                       Field field,
                       bool (*fits)(std::string_view),
                       const Text& fault) {
  std::string value = row.line(field);
  if (!value.empty() && !fits(value)) row.note(field, "unlikely_value", fault);
  return value;
}

std::string read_mail(const TemplateRow& row, Field field) {
  return as_written(row, field, has_mail_address,
                    {"dit is geen e-mailadres. Typ bijvoorbeeld info@voorbeeld.nl.",
                     "this is no e-mail address. Type, say, info@voorbeeld.nl."});
}

/// "6511" or "6511 AB", with a blank nowhere else.
bool is_dutch_postcode(std::string_view text) {
  static constexpr std::size_t kDigits = 4;
  const std::size_t blank = text.find(' ');
  return parse_postcode4(text) && (blank == std::string_view::npos || blank == kDigits);
}

/// Of a place in another country as it is written.
std::string read_postcode(const TemplateRow& row, const std::string& country) {
  if (!country.empty() && country != "NL") return row.line(Field::kPostcode);
  return as_written(row, Field::kPostcode, is_dutch_postcode,
                    {"dit is geen Nederlandse postcode. Typ bijvoorbeeld 6511 AB, of vul Land in.",
                     "this is no Dutch postcode. Type, say, 6511 AB, or fill in Land."});
}

void note_conflict(const TemplateRow& row, Field field) {
  row.note(field, "contradicting_rows",
           {"hier staat iets anders dan op een eerdere rij van deze activiteit; de eerdere rij "
            "telt. Maak "
            "ze gelijk, of geef een andere activiteit een ander kenmerk.",
            "this differs from an earlier row of this activity; the earlier row counts. Make them "
            "equal, "
            "or give another activity another key."});
}

/// Takes a value unless an earlier row gave one.
template <class Value>
void take(const TemplateRow& row, Field field, Value value, Value& target) {
  if (value == Value()) {
    return;
  }
  if (target == Value()) {
    target = std::move(value);
  } else if (target != value) {
    note_conflict(row, field);
  }
}

class ActivityBuilder {
 public:
  void read(const TemplateRow& row) {
    read_texts(row);
    read_organization(row);
    read_status(row);
    read_ages(row);
    read_lists(row);
    read_phone(row);
    read_cost(row);
    read_site(row);
    read_schedule(row);
  }

  Activity take() {
    if (activity_.min_age && activity_.max_age && *activity_.min_age > *activity_.max_age) {
      ages_row_->note(
          Field::kMinAge, "ages_reversed",
          {"deze leeftijd is hoger dan die bij Leeftijd tot en met; beide zijn niet gebruikt.",
           "this age is above the highest one; neither was used."});
      activity_.min_age.reset();
      activity_.max_age.reset();
    }
    if (activity_.sites.size() == 1 && activity_.schedules.empty()) {
      activity_.schedules = std::exchange(activity_.sites.front().schedules, {});
    }
    return std::move(activity_);
  }

 private:
  void read_texts(const TemplateRow& row) {
    formats::take(row, Field::kName, row.line(Field::kName), activity_.name);
    std::string description = row.text(Field::kDescription);
    if (row.has(Field::kGroupSize)) {
      append_words(description, "Groepsgrootte: " + row.line(Field::kGroupSize));
    }
    formats::take(row, Field::kDescription, std::move(description), activity_.description);
    formats::take(row, Field::kUrl, row.line(Field::kUrl), activity_.url);
    formats::take(row, Field::kEmail, read_mail(row, Field::kEmail), activity_.email);
    formats::take(row, Field::kAlert, row.text(Field::kAlert), activity_.alert);
    formats::take(row, Field::kCostNote, row.text(Field::kCostNote), activity_.fees_description);
    formats::take(row, Field::kAudience, row.text(Field::kAudience),
                  activity_.eligibility_description);
    formats::take(row, Field::kWaiting, row.text(Field::kWaiting), activity_.wait_time);
    formats::take(row, Field::kVerified, row.date(Field::kVerified), activity_.verified_on);
    formats::take(row, Field::kModified, row.date(Field::kModified), activity_.modified_on);
    std::string application = row.text(Field::kApplication);
    if (parse_yes_no(application)) {
      application = say(row, Field::kApplication, kApplication);
    }
    append_words(application, say(row, Field::kReferral, kReferral));
    formats::take(row, Field::kApplication, std::move(application), activity_.application_process);
  }

  void read_organization(const TemplateRow& row) {
    Organization& organization = activity_.organization;
    formats::take(row, Field::kOrganizationKey, row.line(Field::kOrganizationKey), organization.id);
    formats::take(row, Field::kOrganization, row.line(Field::kOrganization), organization.name);
    formats::take(row, Field::kOrganizationDescription, row.text(Field::kOrganizationDescription),
                  organization.description);
    formats::take(row, Field::kOrganizationEmail, read_mail(row, Field::kOrganizationEmail),
                  organization.email);
    formats::take(row, Field::kOrganizationUrl, row.line(Field::kOrganizationUrl),
                  organization.url);
  }

  void read_status(const TemplateRow& row) {
    const std::string word = row.line(Field::kStatus);
    const std::optional<bool> answer = parse_yes_no(word);
    std::optional<Status> status = status_in(word);
    if (answer) {  // of a column "Actief"
      status = *answer ? Status::kActive : Status::kInactive;
    }
    if (!status && !word.empty()) {
      row.note(Field::kStatus, "unusable_value",
               {"dit is geen status. Typ actief, inactief, tijdelijk gesloten of opgeheven.",
                "this is no status. Type actief, inactief, tijdelijk gesloten or opgeheven."});
    }
    if (status && (!status_ || status_ == status)) {
      status_ = status;
      activity_.status = *status;
    } else if (status) {
      note_conflict(row, Field::kStatus);
    }
  }

  void read_ages(const TemplateRow& row) {
    for (const auto& [field, age] : {std::pair(Field::kMinAge, &activity_.min_age),
                                     std::pair(Field::kMaxAge, &activity_.max_age)}) {
      const std::optional<int> value = row.whole_number(field, 0, kMaxAge);
      formats::take(row, field, value, *age);
      ages_row_ = value ? &row : ages_row_;
      if (!value && row.has(field)) {
        append_words(activity_.eligibility_description,
                     std::string(heading_of(field)) + " " + row.line(field));
      }
    }
  }

  void read_lists(const TemplateRow& row) {
    for (const std::string& tag : row.list(Field::kTags)) {
      add_distinct(activity_.tags, tag);
    }
    for (const std::string& written : row.list(Field::kAreas)) {
      const ServiceArea area = parse_area(written);
      const auto& areas = activity_.areas;
      if (std::find(areas.begin(), areas.end(), area) == areas.end()) {
        activity_.areas.push_back(area);
      }
    }
    std::string languages = row.text(Field::kLanguages);
    std::replace(languages.begin(), languages.end(), ',', ';');
    for (const std::string& word : parse_list(languages)) {
      const std::optional<std::string> code = language_in(lower_case(word));
      add_distinct(activity_.languages, code.value_or(""));
      if (!code) {
        row.note(Field::kLanguages, "unusable_value",
                 {"een van deze talen is onbekend. Typ een naam of code: Nederlands, nl, Arabisch.",
                  "one of these languages is unknown. Type a name or a code: Nederlands, nl, "
                  "Arabisch."});
      }
    }
  }

  void read_phone(const TemplateRow& row) {
    const Phone phone{as_written(row, Field::kPhone, has_phone_number,
                                 {"dit is geen telefoonnummer. Typ bijvoorbeeld 024 123 45 67.",
                                  "this is no phone number. Type, say, 024 123 45 67."}),
                      row.line(Field::kPhoneNote)};
    auto& phones = activity_.phones;
    if (!phone.number.empty() && std::find(phones.begin(), phones.end(), phone) == phones.end()) {
      phones.push_back(phone);
    }
  }

  void read_cost(const TemplateRow& row) {
    CostOption cost{row.money(Field::kCost), row.line(Field::kCurrency),
                    row.line(Field::kCostUnit)};
    if (cost.amount && cost.currency.empty()) {
      cost.currency = kEuro;
    }
    cost.currency = cost.currency == "onbekend" ? "" : cost.currency;
    const std::string written = row.line(Field::kCost);
    if (!cost.amount && !written.empty()) {
      append_words(activity_.fees_description, written);
    }
    if (cost.option.empty() && lower_case(written) == "gratis") {
      cost.option = written;
    }
    auto& costs = activity_.costs;
    if ((cost.amount || !cost.option.empty())
        && std::find(costs.begin(), costs.end(), cost) == costs.end()) {
      costs.push_back(std::move(cost));
    }
  }

  static std::string read_street(const TemplateRow& row) {
    std::string street = row.line(Field::kStreet);
    const std::string number = row.line(Field::kHouseNumber);
    return street.empty() || number.empty() ? street : street + " " + number;
  }

  static std::vector<std::string> read_access(const TemplateRow& row) {
    std::vector<std::string> sentences;
    add_distinct(sentences, say(row, Field::kWheelchair, kWheelchair));
    for (const std::string& sentence : row.list(Field::kAccess)) {
      add_distinct(sentences, sentence);
    }
    return sentences;
  }

  static std::optional<Point> read_point(const TemplateRow& row) {
    const std::optional<double> latitude = row.number(Field::kLatitude);
    const std::optional<double> longitude = row.number(Field::kLongitude);
    return latitude && longitude ? std::optional(Point{*latitude, *longitude}) : std::nullopt;
  }

  static Site make_site(const TemplateRow& row) {
    Site site;
    site.key = row.line(Field::kPlaceKey);
    site.name = row.line(Field::kVenue);
    site.street = read_street(row);
    site.country = country_in(row.line(Field::kCountry));
    site.postcode = read_postcode(row, site.country);
    site.city = row.line(Field::kTown);
    site.municipality = row.line(Field::kMunicipality);
    site.point = read_point(row);
    site.url = row.line(Field::kPlaceUrl);
    site.transportation = row.text(Field::kTransport);
    site.accessibility = read_access(row);
    site.attendance = attendance_in(row.line(Field::kPlaceKind));
    return site;
  }

  /// A place that stands there already is the same place: with its times left out of account, and
  /// where a row repeats no more than its name.
  void read_site(const TemplateRow& row) {
    Site site = make_site(row);
    if (site == Site()) {
      return;
    }
    Site name_only;
    name_only.name = site.name;
    const bool repeats_name = site == name_only;
    for (std::size_t index = 0; index < activity_.sites.size(); ++index) {
      Site known = activity_.sites[index];
      known.schedules.clear();
      if (known == site || (repeats_name && known.name == site.name)) {
        current_site_ = index;
        return;
      }
    }
    current_site_ = activity_.sites.size();
    activity_.sites.push_back(std::move(site));
  }

  void read_schedule(const TemplateRow& row) {
    Schedule schedule = read_template_schedule(row);
    auto& schedules =
        current_site_ ? activity_.sites[*current_site_].schedules : activity_.schedules;
    if (schedule != Schedule()
        && std::find(schedules.begin(), schedules.end(), schedule) == schedules.end()) {
      schedules.push_back(std::move(schedule));
    }
  }

  Activity activity_;
  std::optional<Status> status_;
  const TemplateRow* ages_row_ = nullptr;  ///< that gave the last age
  std::optional<std::size_t> current_site_;
};

}  // namespace

Activity read_template_activity(std::span<const TemplateRow> rows) {
  ActivityBuilder builder;
  for (const TemplateRow& row : rows) {
    builder.read(row);
  }
  return builder.take();
}

}  // namespace kring::catalog::formats
