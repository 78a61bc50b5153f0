#include "indexer/duplicates.h"

#include <algorithm>
#include <string>

#include "catalog/version.h"

namespace kring::indexer {
namespace {

std::string place_of(const catalog::Activity& activity) {
  for (const catalog::Site& site : activity.sites) {
    if (!site.postcode.empty()) return fold(site.postcode + "|" + site.street);
  }
  return fold(activity.organization.name);
}

}  // namespace

std::uint64_t fold_key_of(const catalog::Activity& activity, const Analyser& analyser) {
  std::string text;
  for (const std::string& term : analyser.terms_of(activity.name)) {
    text += term + " ";
  }
  text += "|" + place_of(activity);
  return std::max<std::uint64_t>(1, catalog::hash_of(text));
}

}  // namespace kring::indexer
