// What does a configuration file hold, before anyone asks for a setting?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kring::service::config {

enum class Kind : std::uint8_t {
  kText,
  kList,
  kTable,
  kOther,  ///< a number, a date, …: what no setting takes
};

struct Value {
  Kind kind = Kind::kOther;
  std::string key;           ///< within its table; "" in a list and at the top
  std::string text;          ///< of kText
  std::vector<Value> items;  ///< of kList; of kTable its entries, each with its key
  std::size_t line = 0;      ///< from 1 on
};

}  // namespace kring::service::config
