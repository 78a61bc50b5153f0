#include "catalog/formats/uitdatabank_offer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "catalog/categories.h"
#include "catalog/formats/event_activity.h"
#include "catalog/formats/event_place.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/uitdatabank_calendar.h"
#include "catalog/formats/words.h"

namespace kring::catalog::formats {

namespace {

/// Facilities that tell of access, by the beginning of their id: wheelchair, hearing, sight, help.
constexpr std::array kAccessFacilities = {"3.23.", "3.13.", "3.17.", "3.25.", "3.26.", "3.27."};

bool tells_of_access(const Fields& term) {
  const std::string id = term.line("id");
  return term.line("domain") == "facility"
         && std::any_of(kAccessFacilities.begin(), kAccessFacilities.end(),
                        [&](const char* beginning) { return id.starts_with(beginning); });
}

/// Which member of a text or object in several languages is read; empty where there is none.
std::string language_of(const Json& versions, const std::string& main_language) {
  for (const std::string& language : {std::string("nl"), main_language}) {
    if (!versions[language].is_null()) {
      return language;
    }
  }
  return versions.object().empty() ? std::string() : versions.object().front().first;
}

/// An address stands by language, or as it is.
Fields read_version(const Fields& owner, std::string_view name) {
  const Fields versions = owner.object(name);
  const std::string language = language_of(versions.json(), owner.line("mainLanguage"));
  return versions.json()[language].is_object() ? versions.object(language) : versions;
}

void read_address(const Fields& place, Site& site) {
  const Fields address = read_version(place, "address");
  site.street = address.line("streetAddress");
  site.postcode = address.line("postalCode");
  site.city = address.line("addressLocality");
  site.country = country_in(address.line("addressCountry"));
}

/// Reads what `place` itself offers to those who need help to come in.
void read_access(const Fields& place, Site& site) {
  for (const Fields& term : place.objects("terms")) {
    if (tells_of_access(term)) {
      add_distinct(site.accessibility, uitdatabank_text(term, "label"));
    }
  }
}

Site read_place(const Fields& place) {
  Site site;
  site.key = node_id(place.json());
  site.name = clean_line(uitdatabank_text(place, "name"));
  read_address(place, site);
  const Fields geo = place.object("geo");
  const std::optional<double> latitude = geo.number("latitude");
  const std::optional<double> longitude = geo.number("longitude");
  if (latitude && longitude) {
    site.point = Point{*latitude, *longitude};
  }
  read_access(place, site);
  return site;
}

AttendanceSet read_attendance(const Fields& offer) {
  return attendance_in(offer.line("attendanceMode"));
}

std::vector<Site> read_sites(const Fields& offer) {
  const AttendanceSet attendance = read_attendance(offer);
  std::vector<Site> sites;
  if (offer.has("location") || offer.has("address")) {
    sites.push_back(read_place(offer.has("location") ? offer.object("location") : offer));
  }
  if (!attendance.has(Attendance::kOnline)) {
    return sites;
  }
  if (!attendance.has(Attendance::kInPerson)) {
    sites.clear();  // UiTdatabank's placeholder for "online"
  }
  Site online;
  online.name = "Online";
  online.url = offer.line("onlineUrl");
  online.attendance.add(Attendance::kOnline);
  sites.push_back(std::move(online));
  return sites;
}

/// What an event is about, and what it or its place offers.
void read_terms(const Fields& offer, Activity& activity) {
  std::vector<std::string> concepts;  // of terms by their ids, which no label change touches
  for (const Fields& term : offer.objects("terms")) {
    const std::string label = uitdatabank_text(term, "label");
    if (!tells_of_access(term)) {
      add_distinct(activity.tags, label);
      const std::vector<std::string> known =
          concepts_of_category(CategoryScheme::kUitdatabank, term.line("id"));
      concepts.insert(concepts.end(), known.begin(), known.end());
      continue;
    }
    for (Site& site : activity.sites) {
      add_distinct(site.accessibility, label);
    }
  }
  for (const std::string& label : offer.lines("labels")) {
    add_distinct(activity.tags, label);
  }
  activity.tags = with_concepts(CategoryScheme::kUitdatabank, std::move(activity.tags));
  for (const std::string& id : concepts) {
    add_distinct(activity.tags, id);
  }
}

void read_costs(const Fields& offer, Activity& activity) {
  for (const Fields& price : offer.objects("priceInfo")) {
    CostOption cost{price.money("price"), price.line("priceCurrency"),
                    clean_line(uitdatabank_text(price, "name"))};
    if (cost.amount
        && std::find(activity.costs.begin(), activity.costs.end(), cost) == activity.costs.end()) {
      activity.costs.push_back(std::move(cost));
    }
  }
}

/// "alle leeftijden" is written "-"; a range that cannot be read is noted.
void read_ages(const Fields& offer, Activity& activity) {
  const std::string range = offer.line("typicalAgeRange");
  const AgeRange ages = parse_typical_ages(range);
  activity.min_age = ages.min == 0 ? std::nullopt : ages.min;
  activity.max_age = ages.max;
  if (!range.empty() && range != "-" && !ages.min && !ages.max) {
    offer.notes().add_unusable(offer.pointer_to("typicalAgeRange"),
                               {"een leeftijd als 6-12", "an age such as 6-12"});
  }
}

std::string read_eligibility(const Fields& offer) {
  std::vector<std::string> sentences;
  const std::string audience = offer.object("audience").line("audienceType");
  if (audience == "members") {
    sentences.emplace_back("Alleen voor leden.");
  } else if (audience == "education") {
    sentences.emplace_back("Alleen voor scholen.");
  }
  if (offer.has("birthdateRange")) {
    const Fields born = offer.object("birthdateRange");
    sentences.push_back("Voor wie geboren is van " + born.line("from") + " tot en met "
                        + born.line("to") + ".");
  }
  std::string joined;
  for (const std::string& sentence : sentences) {
    joined += (joined.empty() ? "" : " ") + sentence;
  }
  return joined;
}

void add_phones(const Fields& owner, const std::string& description, Activity& activity) {
  for (const std::string& number : owner.lines("phone")) {
    const bool is_known = std::any_of(activity.phones.begin(), activity.phones.end(),
                                      [&](const Phone& phone) { return phone.number == number; });
    if (!number.empty() && !is_known) {
      activity.phones.push_back({number, description});
    }
  }
}

std::string first_of(const std::vector<std::string>& lines) {
  return lines.empty() ? std::string() : lines.front();
}

void read_contact(const Fields& offer, Activity& activity) {
  const Fields contact = offer.object("contactPoint");
  const Fields booking = offer.object("bookingInfo");
  add_phones(contact, "", activity);
  add_phones(booking, "reserveren", activity);
  for (const Fields& owner : {contact, booking, offer.object("organizer").object("contactPoint")}) {
    activity.email = activity.email.empty() ? first_of(owner.lines("email")) : activity.email;
    activity.url = activity.url.empty() ? first_of(owner.lines("url")) : activity.url;
  }
  activity.url = activity.url.empty() ? first_of(offer.lines("sameAs")) : activity.url;
  const std::string where = booking.first_line({"url", "phone", "email"});
  if (!where.empty()) {
    const std::string label = clean_line(uitdatabank_text(booking, "urlLabel"));
    activity.application_process = (label.empty() ? "Reserveren" : label) + ": " + where;
  }
}

Organization read_organization(const Fields& offer) {
  if (offer.json()["organizer"].is_string()) {
    return {"", offer.line("organizer"), "", "", ""};
  }
  return offer.has("organizer") ? read_uitdatabank_organizer(offer.object("organizer"))
                                : Organization{};
}

Status read_status(const Fields& offer) {
  const Json& written = offer.json()["status"];
  const Json& type = written.is_object() ? written["type"] : written;
  const std::string_view word = type.string().value_or("");
  const bool is_refused = offer.line("workflowStatus") == "REJECTED" || offer.has("duplicateOf");
  if (word == "Unavailable" || is_refused) {
    return Status::kInactive;
  }
  return word == "TemporarilyUnavailable" ? Status::kTemporarilyClosed : Status::kActive;
}

/// Why it does not take place, and whether there is room.
std::string read_alert(const Fields& offer) {
  std::string alert;
  if (offer.json()["status"].is_object()) {
    alert = clean_line(uitdatabank_text(offer.object("status"), "reason"));
  }
  if (offer.object("bookingAvailability").line("type") == "Unavailable") {
    alert += std::string(alert.empty() ? "" : " ") + "Volzet: reserveren kan niet meer.";
  }
  return alert;
}

std::string zone_of(const std::vector<Site>& sites) {
  const bool is_dutch = std::any_of(sites.begin(), sites.end(),
                                    [](const Site& site) { return site.country == "NL"; });
  return is_dutch ? "Europe/Amsterdam" : "Europe/Brussels";
}

}  // namespace

std::string uitdatabank_text(const Fields& owner, std::string_view name) {
  const Json& value = owner.json()[name];
  if (!value.is_object()) {
    return owner.text(name);
  }
  return owner.object(name).text(language_of(value, owner.line("mainLanguage")));
}

Organization read_uitdatabank_organizer(const Fields& organizer) {
  const Fields contact = organizer.object("contactPoint");
  const std::string url = organizer.line("url");
  return {node_id(organizer.json()), clean_line(uitdatabank_text(organizer, "name")),
          uitdatabank_text(organizer, "description"), first_of(contact.lines("email")),
          url.empty() ? first_of(contact.lines("url")) : url};
}

Activity read_uitdatabank_offer(const Fields& offer) {
  Activity activity;
  activity.name = clean_line(uitdatabank_text(offer, "name"));
  activity.description = uitdatabank_text(offer, "description");
  activity.organization = read_organization(offer);
  read_contact(offer, activity);
  activity.status = read_status(offer);
  activity.alert = read_alert(offer);
  activity.sites = read_sites(offer);
  activity.schedules = read_uitdatabank_calendar(offer, zone_of(activity.sites));
  for (Schedule& schedule : activity.schedules) {
    schedule.attendance = read_attendance(offer);
  }
  read_terms(offer, activity);
  read_costs(offer, activity);
  read_ages(offer, activity);
  activity.eligibility_description = read_eligibility(offer);
  add_distinct(activity.languages, language_in(offer.line("mainLanguage")).value_or(""));
  activity.modified_on = parse_date(offer.line("modified"));
  return activity;
}

}  // namespace kring::catalog::formats
