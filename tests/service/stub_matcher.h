// What answers a test's request where the engine would?
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "service/current_matcher.h"
#include "service/matcher.h"

namespace kring::service::tests {

/// Answers with one activity and the revision it was made with; knows no postcode "9999".
std::shared_ptr<const Matcher> make_stub_matcher(std::int64_t revision = 1);

/// A stub whose match() first runs `before`.
std::shared_ptr<const Matcher> make_stub_matcher_that(std::function<void()> before);

/// A source that always gives `matcher`; null means that there is no index.
MatcherSource make_stub_source(const std::shared_ptr<const Matcher>& matcher);

}  // namespace kring::service::tests
