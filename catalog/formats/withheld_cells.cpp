#include "catalog/formats/withheld_cells.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

struct PersonColumn {
  std::string_view table;
  std::string_view column;
};
constexpr std::array kPersonColumns = {
    PersonColumn{"contact", "name"},          PersonColumn{"contact", "title"},
    PersonColumn{"contact", "email"},         PersonColumn{"metadata", "updated_by"},
    PersonColumn{"location", "admin_emails"},
};

/// An HSDS object that nests rows of `table` under the name `member`.
struct PersonMember {
  std::string_view member;
  std::string_view table;
};

bool is_person_column(std::string_view table, std::string_view column) {
  return std::any_of(kPersonColumns.begin(), kPersonColumns.end(), [&](const PersonColumn& person) {
    return person.table == table && person.column == column;
  });
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_capital(char letter) {
  return letter >= 'A' && letter <= 'Z';
}

constexpr std::size_t kCodeDigits = 4;     ///< after the first dash of a code
constexpr std::size_t kNumberDigits = 10;  ///< of a Dutch phone number

/// Of which table an object is that stands under `member`; "" where it holds no person's columns.
std::string_view table_under(std::string_view member) {
  static constexpr std::array kMembers = {
      PersonMember{"contacts", "contact"},   PersonMember{"contact", "contact"},
      PersonMember{"locations", "location"}, PersonMember{"location", "location"},
      PersonMember{"metadata", "metadata"},
  };
  const auto* const found =
      std::find_if(kMembers.begin(), kMembers.end(),
                   [&](const PersonMember& known) { return known.member == member; });
  return found == kMembers.end() ? std::string_view() : found->table;
}

bool says_nothing(const Json& value) {
  return value.is_null() || (value.is_string() && trim(*value.string()).empty());
}

/// A Dutch one, also as "+31 (0)6 …" and "0031 6 …".
bool is_mobile_number(std::string_view number) {
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits), is_digit);
  const std::string_view country = trim(number).starts_with('+') ? "31" : "0031";
  if (digits.starts_with(country)) {
    digits.erase(0, std::min(digits.find_first_not_of('0', country.size()), digits.size()));
    digits.insert(0, "0");
  }
  return digits.size() >= kNumberDigits && digits.starts_with("06");
}

/// A person's own: of whom the contact names no department.
void withhold_mobile_numbers(Json& contact, Withheld& withheld) {
  Json::Array phones = contact["phones"].array();
  const std::size_t count = std::erase_if(phones, [](const Json& phone) {
    return is_mobile_number(phone["number"].string().value_or(""));
  });
  if (count == 0 || !says_nothing(contact["department"])) return;
  withheld.persons += count;
  contact.set("phones", std::move(phones));
}

bool is_licensed_code(std::string_view code) {
  const std::size_t dash = code.find('-');
  if (dash == std::string_view::npos || dash < 1 || dash > 2
      || !std::all_of(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(dash), is_capital)) {
    return false;
  }
  const std::string_view digits = code.substr(dash + 1, kCodeDigits);
  const std::string_view rest = code.substr(std::min(dash + 1 + kCodeDigits, code.size()));
  return digits.size() == kCodeDigits && std::all_of(digits.begin(), digits.end(), is_digit)
         && rest.find_first_not_of("0123456789.-") == std::string_view::npos;
}

bool is_licensed_term(const Json& term) {
  for (const char* name : {"taxonomy", "taxonomy_detail", "vocabulary"}) {
    const Json& value = term[name].is_object() ? term[name]["name"] : term[name];
    const std::string scheme = lower_case(value.string().value_or(""));
    if (scheme.find("airs") != std::string::npos || scheme.starts_with("211")
        || scheme.find("infoline") != std::string::npos) {
      return true;
    }
  }
  return is_licensed_code(term["code"].string().value_or(""))
         || is_licensed_code(term["id"].string().value_or(""));
}

Json without_withheld_under(std::string_view member, const Json& value, Withheld& withheld);

/// `list`, which stands under `member`, without licensed terms and what names one.
Json without_licensed(std::string_view member, const Json& list, Withheld& withheld) {
  Json::Array items;
  items.reserve(list.array().size());
  for (const Json& item : list.array()) {
    if (names_licensed_term(item) || (member == "taxonomy_terms" && is_licensed_term(item))) {
      ++withheld.licensed;
    } else {
      items.push_back(without_withheld_under(member, item, withheld));
    }
  }
  return Json(std::move(items));
}

/// `value`, which stands under `member`, without persons and licensed terms in it and in all that
/// it nests.
Json without_withheld_under(std::string_view member, const Json& value, Withheld& withheld) {
  if (value.is_array()) return without_licensed(member, value, withheld);
  if (!value.is_object()) return value;
  Json::Object members;
  members.reserve(value.object().size());
  for (const auto& [name, inner] : value.object()) {
    members.emplace_back(name, without_withheld_under(name, inner, withheld));
  }
  Json object(std::move(members));
  withhold_persons(table_under(member), object, withheld);
  return object;
}

}  // namespace

void withhold_persons(std::string_view table, Json& row, Withheld& withheld) {
  if (table.empty() || (table == "contact" && says_nothing(row["name"]))) {
    return;
  }
  if (table == "contact") withhold_mobile_numbers(row, withheld);
  Json::Object kept;
  for (const auto& [name, value] : row.object()) {
    if (!is_person_column(table, name) || says_nothing(value)) {
      kept.emplace_back(name, value);
    } else {
      ++withheld.persons;
    }
  }
  row = Json(std::move(kept));
}

Json without_withheld(const Json& service, Withheld& withheld) {
  return without_withheld_under("", service, withheld);
}

bool names_licensed_term(const Json& attribute) {
  return is_licensed_term(attribute["taxonomy_term"])
         || is_licensed_code(attribute["taxonomy_term_id"].string().value_or(""));
}

void report_withheld(const Withheld& withheld, const std::string& file, FeedSink& sink) {
  if (withheld.persons > 0) {
    const std::string count = std::to_string(withheld.persons);
    sink.warn({file,
               {"persons_withheld",
                "",
                {file + ": " + count + " gegevens van personen zijn niet bewaard.",
                 file + ": " + count + " details of persons were not kept."}}});
  }
  if (withheld.licensed > 0) {
    const std::string count = std::to_string(withheld.licensed);
    sink.warn(
        {file,
         {"licensed_terms_withheld",
          "",
          {file + ": " + count
               + " categorieën van een taxonomie met licentie (AIRS/211) zijn niet bewaard.",
           file + ": " + count + " categories of a licensed taxonomy (AIRS/211) were not kept."}}});
  }
}

}  // namespace kring::catalog::formats
