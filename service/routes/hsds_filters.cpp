#include "service/routes/hsds_filters.h"

#include <array>
#include <string>
#include <utility>

namespace kring::service {
namespace {

std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return text;
}

/// Areas that hold every Dutch postcode.
constexpr std::array kWholeCountry = {"nederland", "netherlands", "landelijk", "heel nederland"};

}  // namespace

std::optional<OpenFilter> complete_filter(const HsdsQuery& query,
                                          const OpenSnapshot& snapshot,
                                          const OpenData& data,
                                          OwnTerms own_terms) {
  OpenFilter filter = query.filter;
  filter.words = data.words_of(query.search);
  filter.own_taxonomy_id = snapshot.taxonomy["id"].string().value_or("");
  filter.own_terms = std::move(own_terms);
  if (!query.postcode4) return filter;
  const catalog::Place* const place = snapshot.places.find(*query.postcode4);
  if (place == nullptr) return std::nullopt;
  filter.near = *place;
  filter.area_names = {in_small_letters(place->name), in_small_letters(place->municipality),
                       std::to_string(place->postcode4)};
  filter.area_names.insert(filter.area_names.end(), kWholeCountry.begin(), kWholeCountry.end());
  return filter;
}

}  // namespace kring::service
