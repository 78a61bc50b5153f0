// Which pieces do answers share when they are written as JSON?
#pragma once

#include "engine/answer.h"

namespace kring::engine {

catalog::Json object();  ///< an empty one
catalog::Json texts(const std::vector<std::string>& values);
catalog::Json text_or_null(const std::string& text);  ///< null for ""
catalog::Json date_or_null(const std::optional<catalog::Date>& date);
catalog::Json whole_or_null(const std::optional<int>& number);

template <class Value, class Write>
catalog::Json list(const std::vector<Value>& values, Write write) {
  catalog::Json::Array array;
  for (const Value& value : values) {
    array.push_back(write(value));
  }
  return array;
}

catalog::Json write_versions(const Versions& versions);
catalog::Json write_safety(const std::optional<SafetyNotice>& safety);
catalog::Json write_card(const ActivityCard& card);
catalog::Json write_occasion(const std::optional<Occasion>& occasion);
catalog::Json write_step(const TieStep& step);

}  // namespace kring::engine
