// How is a value of a feed written so that the schemas of HSDS take it?
#include "catalog/formats/hsds_values.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/moment.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr double kMillionths = 1'000'000;
constexpr int kMillionthDigits = 6;
constexpr double kLargestNumber = 1e12;  ///< whose millionths still are whole numbers

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool is_hex(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

bool is_one_of(char letter, std::string_view letters) {
  return letters.find(letter) != std::string_view::npos;
}

/// The letters of a scheme before ':'; 0 where there is none.
std::size_t scheme_length(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return 0;
  const std::string_view scheme = text.substr(0, colon);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char letter) {
    return is_letter(letter) || is_digit(letter) || is_one_of(letter, "+-.");
  });
  return is_scheme ? colon : 0;
}

/// Percent signs for what RFC 3986 allows nowhere after the scheme; one '#' stays.
std::string escape_uri(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  static constexpr unsigned kHalfByte = 4;
  static constexpr unsigned kLowHalf = 0xF;
  std::string escaped;
  bool has_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const bool is_escape =
        letter == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    const bool is_fragment = letter == '#' && !has_fragment;
    has_fragment = has_fragment || is_fragment;
    if (is_letter(letter) || is_digit(letter) || is_escape || is_fragment
        || is_one_of(letter, "-._~!$&'()*+,;=:@/?")) {
      escaped += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    escaped += '%';
    escaped += kHex[byte >> kHalfByte];
    escaped += kHex[byte & kLowHalf];
  }
  return escaped;
}

/// Whether what follows "//" names a host, with a port of digits where it has one.
bool has_host(std::string_view rest) {
  if (!rest.starts_with("//")) return !rest.empty();
  rest.remove_prefix(2);
  std::string_view authority = rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
  authority.remove_prefix(std::min(authority.rfind('@') + 1, authority.size()));
  const std::size_t colon = authority.find(':');
  const std::string_view port = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
  return colon != 0 && !authority.empty() && std::all_of(port.begin(), port.end(), is_digit);
}

/// One part of an email address, between its dots.
bool is_label(std::string_view label, std::string_view also) {
  return !label.empty() && std::all_of(label.begin(), label.end(), [also](char letter) {
    return is_letter(letter) || is_digit(letter) || is_one_of(letter, also);
  });
}

/// Whether `name` is two or more labels; the number of labels, 0 where one is bad.
std::size_t count_labels(std::string_view name, std::string_view also) {
  std::size_t count = 0;
  while (true) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    if (!is_label(name.substr(0, dot), also)) return 0;
    ++count;
    if (dot == name.size()) return count;
    name.remove_prefix(dot + 1);
  }
}

bool is_host_name(std::string_view host) {
  if (count_labels(host, "-") < 2) return false;
  const bool has_bad_hyphen = host.front() == '-' || host.back() == '-'
                              || host.find(".-") != std::string_view::npos
                              || host.find("-.") != std::string_view::npos;
  return !has_bad_hyphen;
}

}  // namespace

std::optional<std::string> write_uri(std::string_view text) {
  const std::string_view trimmed = trim(text);
  std::size_t scheme = scheme_length(trimmed);
  const bool is_host_with_port =
      scheme > 0 && scheme + 1 < trimmed.size() && is_digit(trimmed[scheme + 1]);
  if (is_host_with_port && trimmed.find('.') < scheme) scheme = 0;
  if (scheme > 0) {
    const std::string rest = escape_uri(trimmed.substr(scheme + 1));
    return has_host(rest) ? std::optional(std::string(trimmed.substr(0, scheme + 1)) + rest)
                          : std::nullopt;
  }
  const std::string_view host =
      trimmed.substr(0, std::min(trimmed.find_first_of("/?#:"), trimmed.size()));
  if (!is_host_name(host)) return std::nullopt;
  const std::string rest = escape_uri(trimmed);
  return has_host("//" + rest) ? std::optional("http://" + rest) : std::nullopt;
}

std::optional<std::string> write_email(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const std::size_t at = trimmed.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const bool is_address = count_labels(trimmed.substr(0, at), "!#$%&'*+/=?^_`{|}~-") > 0
                          && is_host_name(trimmed.substr(at + 1));
  return is_address ? std::optional(std::string(trimmed)) : std::nullopt;
}

std::optional<std::string> write_moment(std::string_view text) {
  const std::optional<Moment> moment = parse_moment(text);
  if (!moment) return std::nullopt;
  if (moment->time && (moment->utc_offset || moment->is_utc)) {
    const bool is_as_it_should = text.size() > std::string_view("2026-01-01T00:00").size()
                                 && text[10] == 'T' && text[16] == ':';
    if (is_as_it_should) return std::string(text);
  }
  if (moment->time) return std::nullopt;
  return format_date(moment->day) + "T00:00:00Z";
}

std::optional<Json> write_number(const Json& value) {
  if (value.is_number()) return value;
  const std::optional<std::string_view> text = value.string();
  const std::optional<double> number = text ? parse_number(trim(*text)) : std::nullopt;
  if (!number || !(std::abs(*number) < kLargestNumber)) return std::nullopt;
  return make_decimal(std::llround(*number * kMillionths), kMillionthDigits);
}

std::optional<std::string> write_text(const Json& value) {
  if (const std::optional<std::string_view> text = value.string()) return std::string(*text);
  const std::string* const spelling = value.number_spelling();
  return spelling == nullptr ? std::nullopt : std::optional(*spelling);
}

std::optional<std::string> write_word(std::string_view text, std::string_view words) {
  const std::string wanted = lower_case(trim(text));
  const std::optional<Status> status = status_in(text);
  const std::string as_status =
      !status ? ""
              : (*status == Status::kTemporarilyClosed ? "temporarily closed"
                                                       : std::string(name_of(*status)));
  std::optional<std::string> meant;
  for (const std::string_view word : split(words, '|')) {
    if (lower_case(word) == wanted) return std::string(word);
    if (word == as_status) meant = std::string(word);
  }
  return meant;
}

}  // namespace kring::catalog::formats
