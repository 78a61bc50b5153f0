#include "service/commands/open_rows.h"

#include <algorithm>
#include <utility>

#include "catalog/store/identity.h"
#include "indexer/language/tokens.h"
#include "indexer/language/word_forms.h"

namespace kring::service {
namespace {

using catalog::Json;

constexpr std::string_view kTaxonomyName = "kring/taxonomy";

std::string text_of(const Json& object, std::string_view name) {
  return std::string(object[name].string().value_or(""));
}

/// "MO,TU" or "1MO"; the weekday of the first day where the rule names none.
std::uint8_t read_days(const Json& schedule) {
  std::uint8_t days = 0;
  std::string word;
  for (const char letter : text_of(schedule, "byday") + ",") {
    if (letter >= 'A' && letter <= 'Z') {
      word += letter;
      continue;
    }
    days = static_cast<std::uint8_t>(days | parse_day(word).value_or(0));
    word.clear();
  }
  const auto first = catalog::parse_date(text_of(schedule, "dtstart"));
  const bool follows_start = days == 0 && first && text_of(schedule, "freq") != "MONTHLY";
  return follows_start ? static_cast<std::uint8_t>(
             1U << static_cast<unsigned>(catalog::weekday_index(*first)))
                       : days;
}

std::vector<OpenHours> read_hours(const Json& owner) {
  std::vector<OpenHours> hours;
  for (const Json& schedule : owner["schedules"].array()) {
    hours.push_back({read_days(schedule), catalog::parse_time_of_day(text_of(schedule, "opens_at")),
                     catalog::parse_time_of_day(text_of(schedule, "closes_at"))});
  }
  return hours;
}

std::vector<OpenSiteRow> read_sites(const Json& document, const catalog::Places& places) {
  std::vector<OpenSiteRow> sites;
  for (const Json& link : document["service_at_locations"].array()) {
    const Json& location = link["location"];
    OpenSiteRow site;
    site.id = text_of(link, "id");
    site.hours = read_hours(link);
    std::string postcode;
    for (const Json& address : location["addresses"].array()) {
      if (postcode.empty()) postcode = text_of(address, "postal_code");
    }
    const auto latitude = location["latitude"].number();
    const auto longitude = location["longitude"].number();
    const auto given =
        latitude && longitude ? std::optional(catalog::Point{*latitude, *longitude}) : std::nullopt;
    site.postcode4 = catalog::parse_postcode4(postcode);
    const auto* const place = site.postcode4 ? places.find(*site.postcode4) : nullptr;
    if (place != nullptr) site.municipality = place->municipality;
    site.point = catalog::locate(postcode, given, places).point;
    sites.push_back(std::move(site));
  }
  return sites;
}

void read_terms(const Json& document, OpenServiceRow& row) {
  for (const Json& attribute : document["attributes"].array()) {
    const Json& term = attribute["taxonomy_term"];
    for (const std::string& id : {text_of(attribute, "taxonomy_term_id"), text_of(term, "id")}) {
      if (!id.empty()) row.terms.push_back(id);
    }
    for (const std::string& id :
         {text_of(term, "taxonomy_id"), text_of(term["taxonomy_detail"], "id")}) {
      if (!id.empty()) row.taxonomies.push_back(id);
    }
  }
}

/// All that a full-text search looks through.
std::string searched_text(const Json& document) {
  std::string text;
  for (const char* name :
       {"name", "alternate_name", "description", "alert", "eligibility_description"})
    text.append(text_of(document, name)).append("\n");
  text.append(text_of(document["organization"], "name")).append("\n");
  for (const Json& attribute : document["attributes"].array())
    text.append(text_of(attribute["taxonomy_term"], "name")).append("\n");
  for (const Json& link : document["service_at_locations"].array()) {
    text.append(text_of(link["location"], "name")).append("\n");
    for (const Json& address : link["location"]["addresses"].array())
      text.append(text_of(address, "city")).append("\n");
  }
  return text;
}

Json make_term(const catalog::Concept& entry, const Json& taxonomy) {
  return Json::Object{
      {"id", catalog::store::make_named_uuid(std::string(kTaxonomyName) + "/" + entry.id)},
      {"code", entry.id},
      {"name", entry.label.nl},
      {"description", entry.label.en},
      {"taxonomy", taxonomy["name"]},
      {"taxonomy_detail", taxonomy},
      {"language", "nl"},
      {"taxonomy_id", taxonomy["id"]}};
}

}  // namespace

OpenServiceRow make_open_row(const Json& document, const catalog::Places& places) {
  OpenServiceRow row;
  row.service = {text_of(document, "id"), text_of(document, "name"), text_of(document, "status"),
                 text_of(document, "last_modified")};
  row.organization_id = text_of(document["organization"], "id");
  row.modified = parse_instant(row.service.last_modified).value_or(0);
  row.minimum_age = document["minimum_age"].number();
  row.maximum_age = document["maximum_age"].number();
  row.words = hash_words(searched_text(document));
  read_terms(document, row);
  for (const Json& area : document["service_areas"].array()) {
    for (const char* name : {"name", "extent"}) {
      std::string text = indexer::fold(text_of(area, name));
      if (!text.empty()) row.areas.push_back(std::move(text));
    }
  }
  row.hours = read_hours(document);
  row.sites = read_sites(document, places);
  return row;
}

std::vector<std::uint32_t> hash_words(std::string_view text) {
  static constexpr std::uint32_t kBasis = 2166136261;  // FNV-1a
  static constexpr std::uint32_t kPrime = 16777619;
  const std::string folded = indexer::fold(text);
  std::vector<std::uint32_t> words;
  for (const indexer::Cut& cut : indexer::cut_text(folded)) {
    const bool is_word =
        cut.kind == indexer::CutKind::kWord || cut.kind == indexer::CutKind::kNumber;
    if (!is_word) continue;
    std::uint32_t hash = kBasis;
    for (std::size_t i = cut.span.begin; i < cut.span.end; ++i) {
      const char letter = folded[i];
      hash = (hash ^ static_cast<unsigned char>(letter)) * kPrime;
    }
    words.push_back(hash);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Json make_taxonomy(const catalog::Vocabulary& vocabulary) {
  return Json::Object{
      {"id", catalog::store::make_named_uuid(kTaxonomyName)},
      {"name", "Kring"},
      {"description",
       "Soorten activiteiten en hulp in de woordenlijst van Kring / kinds of activity and "
       "help in Kring's vocabulary"},
      {"version", vocabulary.version()}};
}

Json::Array make_taxonomy_terms(const catalog::Vocabulary& vocabulary) {
  const Json taxonomy = make_taxonomy(vocabulary);
  Json::Array terms;
  for (const catalog::Concept& entry : vocabulary.concepts()) {
    if (entry.kind == catalog::ConceptKind::kActivity) terms.push_back(make_term(entry, taxonomy));
  }
  return terms;
}

}  // namespace kring::service
