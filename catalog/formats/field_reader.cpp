#include "catalog/formats/field_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr double kMaxMoney = 10'000'000;  ///< in whole euros; more is a slip of the pen

const Json& empty_object() {
  static const Json kEmpty{Json::Object{}};
  return kEmpty;
}

/// The text, the spelling of a number or boolean; absent for null, lists and objects.
std::optional<std::string> raw_text(const Json& value) {
  if (value.is_string()) {
    return std::string(*value.string());
  }
  if (value.is_number()) {
    return write_json(value);
  }
  if (value.is_bool()) {
    return std::string(*value.boolean() ? "true" : "false");
  }
  return std::nullopt;
}

const Text kATextIsWanted{"een tekst", "a text"};

std::optional<int> parse_digits(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<Minutes> make_clock(int hours, int minutes) {
  if (hours > 24 || minutes > 59) {
    return std::nullopt;
  }
  return Minutes{hours * 60 + minutes};
}

/// The digits of a clock: "9", "930", "9:30", "9.30". Seconds are passed over.
std::optional<Minutes> parse_clock_digits(std::string_view digits) {
  const std::size_t mark = digits.find_first_of(":.h");
  if (mark == std::string_view::npos) {
    const std::optional<int> value = parse_digits(digits);
    if (!value || digits.size() > 4) {
      return std::nullopt;
    }
    return digits.size() <= 2 ? make_clock(*value, 0) : make_clock(*value / 100, *value % 100);
  }
  const std::optional<int> hours = parse_digits(digits.substr(0, mark));
  const std::optional<int> minutes = parse_digits(digits.substr(mark + 1, 2));
  return hours && minutes ? make_clock(*hours, *minutes) : std::nullopt;
}

}  // namespace

void Notes::add(const std::string& pointer, const std::string& code, const Text& text) {
  problems_.push_back({code, pointer, text});
}

void Notes::add_unusable(const std::string& pointer, const Text& wanted) {
  add(pointer, "unusable_value",
      {"Dit veld is niet gebruikt: hier hoort " + wanted.nl + ".",
       "This field was not used: it should be " + wanted.en + "."});
}

Fields::Fields(const Json& object, std::string pointer, Notes& notes)
    : object_(&object), pointer_(std::move(pointer)), notes_(&notes) {}

std::string Fields::pointer_to(std::string_view name) const {
  return pointer_ + "/" + escape_pointer(name);
}

bool Fields::has(std::string_view name) const {
  return !(*object_)[name].is_null();
}

std::string Fields::text(std::string_view name) const {
  const std::optional<std::string> raw = raw_text((*object_)[name]);
  if (!raw && has(name)) {
    notes_->add_unusable(pointer_to(name), kATextIsWanted);
  }
  return clean_text(raw.value_or(""));
}

std::string Fields::line(std::string_view name) const {
  return clean_line(text(name));
}

std::string Fields::first_line(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    std::string found = line(name);
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

std::optional<double> Fields::number(std::string_view name) const {
  const std::optional<std::string> raw = raw_text((*object_)[name]);
  const std::optional<double> value = parse_number(raw.value_or(""));
  if (!value && has(name) && !(raw && trim(*raw).empty())) {
    notes_->add_unusable(pointer_to(name), {"een getal", "a number"});
  }
  return value;
}

std::optional<int> Fields::whole_number(std::string_view name, int low, int high) const {
  const std::optional<double> value = number(name);
  if (!value) {
    return std::nullopt;
  }
  if (*value < low || *value > high || std::floor(*value) != *value) {
    const std::string range = std::to_string(low) + "-" + std::to_string(high);
    notes_->add_unusable(pointer_to(name),
                         {"een heel getal (" + range + ")", "a whole number (" + range + ")"});
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<Cents> Fields::money(std::string_view name) const {
  const std::optional<std::string> raw = raw_text((*object_)[name]);
  const std::optional<Cents> value = parse_money(raw.value_or(""));
  if (!value && has(name) && !(raw && trim(*raw).empty())) {
    notes_->add_unusable(pointer_to(name), {"een bedrag", "an amount of money"});
  }
  return value;
}

std::optional<Date> Fields::date(std::string_view name) const {
  const std::string written = line(name);
  const std::optional<Date> value = parse_date(written);
  if (!value && !written.empty()) {
    notes_->add_unusable(pointer_to(name), {"een datum (2026-11-23)", "a date (2026-11-23)"});
  }
  return value;
}

std::optional<Minutes> Fields::time_of_day(std::string_view name) const {
  const std::string written = line(name);
  const std::optional<Minutes> value = parse_clock(written);
  if (!value && !written.empty()) {
    notes_->add_unusable(pointer_to(name), {"een tijd (10:00)", "a time (10:00)"});
  }
  return value;
}

std::vector<Fields> Fields::objects(std::string_view name) const {
  const Json& value = (*object_)[name];
  if (value.is_object()) {
    return {Fields(value, pointer_to(name), *notes_)};
  }
  std::vector<Fields> found;
  for (std::size_t index = 0; index < value.array().size(); ++index) {
    const Json& item = value.array()[index];
    const std::string pointer = pointer_to(name) + "/" + std::to_string(index);
    if (item.is_object()) {
      found.emplace_back(item, pointer, *notes_);
    } else if (!item.is_null()) {
      notes_->add_unusable(pointer, {"een object", "an object"});
    }
  }
  if (!value.is_array() && !value.is_null()) {
    notes_->add_unusable(pointer_to(name), {"een lijst", "a list"});
  }
  return found;
}

Fields Fields::object(std::string_view name) const {
  const std::vector<Fields> found = objects(name);
  return found.empty() ? Fields(empty_object(), pointer_to(name), *notes_) : found.front();
}

std::vector<std::string> Fields::lines(std::string_view name) const {
  const Json& value = (*object_)[name];
  std::vector<std::string> found;
  if (!value.is_array()) {
    add_distinct(found, clean_line(raw_text(value).value_or("")));
    return found;
  }
  for (const Json& item : value.array()) {
    add_distinct(found, clean_line(raw_text(item).value_or("")));
  }
  return found;
}

std::optional<double> parse_number(std::string_view text) {
  std::string plain(trim(text));
  if (std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == std::string::npos) {
    std::replace(plain.begin(), plain.end(), ',', '.');
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || error != std::errc() || end != plain.data() + plain.size()
      || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<Cents> parse_money(std::string_view text) {
  std::string plain = clean_line(text);
  for (const std::string_view sign : {"€", "£", "$", "EUR", "GBP", "CAD", ",-"}) {
    const std::size_t at = plain.find(sign);
    if (at != std::string::npos) {
      plain.erase(at, sign.size());
    }
  }
  const std::optional<double> value = parse_number(plain);
  if (!value || *value < 0 || *value > kMaxMoney) {
    return std::nullopt;
  }
  return Cents{std::llround(*value * 100)};
}

std::optional<Minutes> parse_clock(std::string_view text) {
  std::string plain = lower_case(trim(text));
  std::erase(plain, ' ');
  const std::size_t end = std::min(plain.find_first_not_of("0123456789:.h"), plain.size());
  const std::string suffix = plain.substr(end);
  std::optional<Minutes> time = parse_clock_digits(std::string_view(plain).substr(0, end));
  if (!time) {
    return std::nullopt;
  }
  const bool is_twelve = time->value >= 12 * 60 && time->value < 13 * 60;
  if (suffix.starts_with("p") && time->value < 12 * 60) {
    time->value += 12 * 60;
  } else if (suffix.starts_with("a") && is_twelve) {
    time->value -= 12 * 60;
  }
  const bool is_known_suffix = suffix.empty() || suffix == "z" || suffix == "m"
                               || suffix.starts_with("a") || suffix.starts_with("p")
                               || suffix == "uur" || suffix == "u" || suffix[0] == '+'
                               || suffix[0] == '-';
  return is_known_suffix && time->value <= 24 * 60 ? time : std::nullopt;
}

void add_distinct(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) {
    words.push_back(word);
  }
}

}  // namespace kring::catalog::formats
