#include "indexer/language/areas.h"

#include <algorithm>
#include <array>
#include <string>

#include "catalog/version.h"
#include "indexer/language/analysis.h"
#include "indexer/language/regions.h"

namespace kring::indexer {
namespace {

std::string plain_name(std::string_view name) {
  std::string folded = fold(name.substr(0, name.find('(')));
  while (!folded.empty() && folded.back() == ' ') {
    folded.pop_back();
  }
  return folded;
}

// A name that may hold many municipalities, though no table tells which: "Nijmegen e.o.".
bool is_region(const std::string& name) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"regio", "streek", "provincie", "omgeving", "omstreken", "omliggende", " e.o", "noord-",
       "midden-", "zuid-", "oost-", "west-"});
  return std::any_of(kWords.begin(), kWords.end(), [&name](std::string_view word) {
    return name.find(word) != std::string::npos;
  });
}

// The municipality of the first site whose postcode the table has.
std::uint64_t site_municipality(const catalog::Activity& activity, const catalog::Places& places) {
  for (const catalog::Site& site : activity.sites) {
    const std::optional<int> postcode4 = catalog::parse_postcode4(site.postcode);
    const catalog::Place* place = postcode4 ? places.find(*postcode4) : nullptr;
    if (place != nullptr && !place->municipality.empty()) return area_hash_of(place->municipality);
  }
  return 0;
}

}  // namespace

std::uint64_t area_hash_of(std::string_view name) {
  return catalog::hash_of(plain_name(name));
}

AreaReader::AreaReader(const catalog::Places& places) : places_(&places) {
  const auto add = [this](std::uint64_t name, std::uint64_t municipality) {
    const auto [entry, is_new] = municipality_of_.emplace(name, municipality);
    if (!is_new && entry->second != municipality) entry->second = 0;
  };
  for (const catalog::Place& place : places.rows()) {
    const std::uint64_t municipality =
        place.municipality.empty() ? 0 : area_hash_of(place.municipality);
    add(area_hash_of(place.name), municipality);
    if (municipality != 0) add(municipality, municipality);
  }
}

bool AreaReader::is_municipality(std::uint64_t hash) const {
  const auto found = municipality_of_.find(hash);
  return found != municipality_of_.end() && found->second == hash;
}

std::uint64_t AreaReader::shared_municipality(const std::vector<Area>& areas) const {
  if (areas.empty() || areas.front().kind != AreaKind::kNamed) return 0;
  if (is_municipality(areas.front().hash)) return 0;
  const std::uint64_t first = municipality_of(areas.front());
  const bool is_shared = std::all_of(areas.begin(), areas.end(), [this, first](const Area& area) {
    return area.kind != AreaKind::kNamed || municipality_of(area) == first;
  });
  return is_shared ? first : 0;
}

void AreaReader::settle_unclear(std::vector<Area>& areas) const {
  if (const std::uint64_t shared = shared_municipality(areas); shared != 0) {
    for (Area& area : areas) {
      if (area.kind == AreaKind::kUnclear) area = {shared, AreaKind::kWithin};
    }
  }
  const bool lists_municipalities =
      std::any_of(areas.begin(), areas.end(), [this](const Area& area) {
        return area.kind == AreaKind::kNamed && is_municipality(area.hash);
      });
  if (!lists_municipalities) return;
  std::erase_if(areas, [](const Area& area) { return area.kind == AreaKind::kUnclear; });
}

std::vector<Area> AreaReader::areas_called(const std::string& name) const {
  const std::uint64_t hash = catalog::hash_of(name);
  if (municipality_of_.contains(hash)) return {{hash, AreaKind::kNamed}};
  std::vector<Area> areas;
  for (const std::uint64_t municipality : municipalities_of_region(name)) {
    areas.push_back({municipality, AreaKind::kNamed});
  }
  return areas;
}

std::uint64_t AreaReader::municipality_of(const Area& area) const {
  const auto found = municipality_of_.find(area.hash);
  return found == municipality_of_.end() ? 0 : found->second;
}

// Of the words from `at` on the longest run that is a name: "Berg en Dal en Heumen" begins with
// one.
AreaReader::Named AreaReader::name_at(const std::string& list,
                                      const std::vector<Token>& tokens,
                                      std::size_t at) const {
  static constexpr std::size_t kMostWords = 5;  // "Mook en Middelaar", "Horst aan de Maas"
  const std::size_t begin = tokens[at].span.begin;
  if (list[begin] >= 'a' && list[begin] <= 'z') return {{}, at};  // a word, though "best" is a town
  for (std::size_t end = std::min(tokens.size(), at + kMostWords); end > at; --end) {
    std::vector<Area> areas =
        areas_called(plain_name(list.substr(begin, tokens[end - 1].span.end - begin)));
    if (!areas.empty()) return {std::move(areas), end};
  }
  return {{}, at};
}

std::uint64_t AreaReader::home_municipality(const catalog::Activity& activity) const {
  if (!activity.sites.empty()) return site_municipality(activity, *places_);
  const std::vector<Area> named =
      named_in({activity.organization.name, activity.organization.description});
  if (named.empty()) return 0;
  const std::uint64_t first = municipality_of(named.front());
  const bool is_one = std::all_of(named.begin(), named.end(), [this, first](const Area& area) {
    return municipality_of(area) == first;
  });
  return is_one ? first : 0;
}

std::vector<Area> AreaReader::named_in(const std::vector<std::string>& lists) const {
  const Analyser analyser;
  std::vector<Area> areas;
  for (const std::string& list : lists) {
    const std::vector<Token> tokens = analyser.tokens_of(list);
    for (std::size_t at = 0; at < tokens.size();) {
      const Named named = name_at(list, tokens, at);
      areas.insert(areas.end(), named.areas.begin(), named.areas.end());
      at = std::max(named.end, at + 1);
    }
  }
  return areas;
}

Area AreaReader::district_of(const std::string& name, std::uint64_t home) const {
  const std::uint64_t beginning = catalog::hash_of(name.substr(0, name.find_first_of("- ")));
  if (municipality_of_.contains(beginning)) return {beginning, AreaKind::kWithin};
  if (home != 0 && !is_region(name)) return {home, AreaKind::kWithin};
  return {};
}

std::vector<Area> AreaReader::areas_of(const catalog::Activity& activity,
                                       const std::vector<std::string>& told) const {
  if (activity.areas.empty()) return named_in(told);
  const std::uint64_t home = home_municipality(activity);
  std::vector<Area> areas;
  std::vector<Area> regions;
  for (const catalog::ServiceArea& area : activity.areas) {
    const std::string name = plain_name(area.name);
    const bool says_nation = fold(area.extent).find("landelijk") != std::string::npos;
    if (name == "nederland" || name == "landelijk" || says_nation) {
      areas.push_back({0, AreaKind::kNation});
      continue;
    }
    const std::vector<Area> called = areas_called(name);
    if (called.size() == 1) {
      areas.push_back(called.front());
    } else if (!called.empty()) {
      regions.insert(regions.end(), called.begin(), called.end());
    } else {
      const Area district = district_of(name, home);
      const bool is_unclear_region = district.kind == AreaKind::kUnclear && is_region(name);
      (is_unclear_region ? regions : areas).push_back(district);
    }
  }
  settle_unclear(areas);
  areas.insert(areas.end(), regions.begin(), regions.end());
  return areas;
}

}  // namespace kring::indexer
