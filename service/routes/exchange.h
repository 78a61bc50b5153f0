// What do the JSON routes do alike?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "catalog/json.h"
#include "engine/profile.h"
#include "service/routes/count.h"
#include "service/routes/routes.h"

namespace kring::service {

/// What may be kept of an answer on its way.
enum class Caching : std::uint8_t {
  kNever,       ///< it tells of a person, or of this moment
  kRevalidate,  ///< anything, once checked with the service
};

Response make_json_response(const catalog::Json& document, Caching caching);

/// The answer, telling that its sentences are in `language`.
Response with_language(Response response, catalog::Language language);

/// The language of problems with a body: as the client prefers; else as the profile asks; else
/// Dutch.
catalog::Language problem_language(const Request& request, const catalog::Json& profile);

/// 406, naming the media types there are.
Response make_not_acceptable_response(catalog::Language language,
                                      const std::vector<std::string_view>& offered);

/// 503, with the reason why no index answers.
Response make_not_ready_response(const CurrentMatcher& matchers, catalog::Language language);

/// The problems of query parameters that a route does not have.
catalog::Problems find_unknown_parameters(const Request& request,
                                          const std::vector<std::string_view>& known);

/// The JSON document in the body; or the answer that refuses it, naming `query_problems` too.
std::variant<catalog::Json, Response> read_document(const Call& call,
                                                    const catalog::Problems& query_problems);

/// A profile with its date, and the language in which it is refused.
struct AskedProfile {
  engine::Profile profile;
  catalog::Language problem_language = catalog::Language::kDutch;
};

/// The profile in the body; or the answer that refuses it, naming `query_problems` too.
std::variant<AskedProfile, Response> read_profile(const Call& call,
                                                  const Clock& clock,
                                                  catalog::Problems query_problems);

}  // namespace kring::service
