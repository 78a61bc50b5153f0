#include "catalog/source_terms.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kring::catalog {

namespace {

/// Parts of licences that forbid passing on, or passing on in another form; in small letters.
constexpr std::array<std::string_view, 8> kForbidding = {"all rights reserved",
                                                         "alle rechten voorbehouden",
                                                         "by-nd",
                                                         "by-nc-nd",
                                                         "by nd",
                                                         "by nc nd",
                                                         "proprietary",
                                                         "noderivat"};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace

bool may_pass_on(const SourceTerms& terms) {
  if (terms.may_pass_on != Answer::kUnknown) return terms.may_pass_on == Answer::kYes;
  std::string licence = terms.licence;
  std::transform(licence.begin(), licence.end(), licence.begin(), [](char letter) {
    return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  });
  return std::none_of(kForbidding.begin(), kForbidding.end(), [&licence](std::string_view part) {
    return licence.find(part) != std::string::npos;
  });
}

bool has_terms(const SourceTerms& terms) {
  return !terms.licence.empty() || !terms.attribution.empty();
}

Json tell_source(const SourceTerms& terms) {
  return Json::Object{{"name", terms.source},
                      {"publisher", text_or_null(terms.publisher)},
                      {"licence", text_or_null(terms.licence)},
                      {"attribution", text_or_null(terms.attribution)}};
}

TermsBySource::TermsBySource(std::vector<SourceTerms> all) {
  for (SourceTerms& terms : all) {
    std::string source = terms.source;
    terms_.emplace(std::move(source), std::move(terms));
  }
}

SourceTerms TermsBySource::of(const std::string& source) const {
  const auto found = terms_.find(source);
  if (found != terms_.end()) return found->second;
  SourceTerms none;
  none.source = source;
  return none;
}

}  // namespace kring::catalog
