#include "catalog/store/identity.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace kring::catalog::store {

namespace {

constexpr std::size_t kUuidLength = 36;

bool is_dash_position(std::size_t position) {
  return position == 8 || position == 13 || position == 18 || position == 23;
}

bool is_hex(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

}  // namespace

std::optional<std::string> parse_uuid(std::string_view text) {
  if (text.size() != kUuidLength) {
    return std::nullopt;
  }
  std::string lower;
  lower.reserve(kUuidLength);
  for (const char letter : text) {
    const bool is_capital = letter >= 'A' && letter <= 'F';
    const char small = is_capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    const bool fits = is_dash_position(lower.size()) ? small == '-' : is_hex(small);
    if (!fits) {
      return std::nullopt;
    }
    lower.push_back(small);
  }
  return lower;
}

std::string make_named_uuid(std::string_view name) {
  static const boost::uuids::uuid kNamespace =
      boost::uuids::string_generator()(kIdNamespace.begin(), kIdNamespace.end());
  boost::uuids::name_generator_sha1 generate(kNamespace);
  return boost::uuids::to_string(generate(name.data(), name.size()));
}

std::string make_random_uuid() {
  return boost::uuids::to_string(boost::uuids::random_generator()());
}

}  // namespace kring::catalog::store
