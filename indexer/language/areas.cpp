#include "indexer/language/areas.h"

#include <algorithm>
#include <string>

#include "catalog/version.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {
namespace {

std::string plain_name(std::string_view name) {
  std::string folded = fold(name.substr(0, name.find('(')));
  while (!folded.empty() && folded.back() == ' ') {
    folded.pop_back();
  }
  return folded;
}

// The municipality of the first site whose postcode the table has.
std::uint64_t home_municipality(const catalog::Activity& activity, const catalog::Places& places) {
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
  for (const catalog::Place& place : places.rows()) {
    known_.insert(area_hash_of(place.name));
    if (!place.municipality.empty()) known_.insert(area_hash_of(place.municipality));
  }
}

// Of the words from `at` on the longest run that is a name: "Berg en Dal en Heumen" begins with
// one.
AreaReader::Named AreaReader::name_at(const std::string& list,
                                      const std::vector<Token>& tokens,
                                      std::size_t at) const {
  static constexpr std::size_t kMostWords = 5;  // "Mook en Middelaar", "Horst aan de Maas"
  const std::size_t begin = tokens[at].span.begin;
  for (std::size_t end = std::min(tokens.size(), at + kMostWords); end > at; --end) {
    const std::uint64_t hash =
        area_hash_of(std::string_view(list).substr(begin, tokens[end - 1].span.end - begin));
    if (known_.contains(hash)) return {hash, end};
  }
  return {0, at};
}

std::vector<Area> AreaReader::named_in(const std::vector<std::string>& lists) const {
  const Analyser analyser;
  std::vector<Area> areas;
  for (const std::string& list : lists) {
    const std::vector<Token> tokens = analyser.tokens_of(list);
    for (std::size_t at = 0; at < tokens.size();) {
      const Named named = name_at(list, tokens, at);
      if (named.end > at) areas.push_back({named.hash, AreaKind::kNamed});
      at = std::max(named.end, at + 1);
    }
  }
  return areas;
}

std::vector<Area> AreaReader::areas_of(const catalog::Activity& activity,
                                       const std::vector<std::string>& told) const {
  if (activity.areas.empty()) return named_in(told);
  const std::uint64_t home = home_municipality(activity, *places_);
  std::vector<Area> areas;
  for (const catalog::ServiceArea& area : activity.areas) {
    const std::string name = plain_name(area.name);
    const std::uint64_t hash = catalog::hash_of(name);
    const std::uint64_t beginning = catalog::hash_of(name.substr(0, name.find_first_of("- ")));
    const bool says_nation = fold(area.extent).find("landelijk") != std::string::npos;
    if (name == "nederland" || name == "landelijk" || says_nation) {
      areas.push_back({0, AreaKind::kNation});
    } else if (known_.contains(hash)) {
      areas.push_back({hash, AreaKind::kNamed});
    } else if (known_.contains(beginning)) {
      areas.push_back({beginning, AreaKind::kWithin});
    } else if (home != 0) {
      areas.push_back({home, AreaKind::kWithin});
    } else {
      areas.push_back({0, AreaKind::kUnclear});
    }
  }
  return areas;
}

}  // namespace kring::indexer
