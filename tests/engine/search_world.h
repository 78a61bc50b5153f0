// How does a test search, and make what is searched?
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/search.h"

namespace kring::tests {

/// A request of the text, dated kToday, with filters as "field=value".
engine::SearchRequest make_search(const std::string& text,
                                  const std::vector<std::string>& filters = {});

/// The answer; fails the test where there is none.
engine::SearchAnswer search(const engine::Engine& engine, const engine::SearchRequest& request);

/// Codes of the problems; fails the test where there is an answer.
std::vector<std::string> problems_of(const engine::Engine& engine,
                                     const engine::SearchRequest& request);

/// Names of the hits, in their order.
std::vector<std::string> names_of(const engine::SearchAnswer& answer);

/// An HSDS record; `more` holds further members, each with a comma before it.
std::string make_record(int number,
                        const std::string& name,
                        const std::string& description,
                        const std::string& more = "");

/// Members of a record that is held in a place.
std::string held_in(const std::string& city, const std::string& postcode);

}  // namespace kring::tests
