#include "catalog/formats/words.h"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMaxAddressLength =
    300;  ///< characters; what is longer is no address on one line

using Word = std::pair<std::string_view, std::string_view>;

struct AttendanceWord {
  std::string_view part;  ///< of the lower-case text
  Attendance form;
};

constexpr std::array kAttendanceWords = {
    AttendanceWord{"op locatie", Attendance::kInPerson},
    AttendanceWord{"in-person", Attendance::kInPerson},
    AttendanceWord{"in person", Attendance::kInPerson},
    AttendanceWord{"in_person", Attendance::kInPerson},
    AttendanceWord{"face-to-face", Attendance::kInPerson},
    AttendanceWord{"face to face", Attendance::kInPerson},
    AttendanceWord{"fysiek", Attendance::kInPerson},
    AttendanceWord{"on-site", Attendance::kInPerson},
    AttendanceWord{"onsite", Attendance::kInPerson},
    AttendanceWord{"venue", Attendance::kInPerson},
    AttendanceWord{"op kantoor", Attendance::kInPerson},
    AttendanceWord{"hybrid", Attendance::kInPerson},
    AttendanceWord{"offline", Attendance::kInPerson},
    AttendanceWord{"mixed", Attendance::kInPerson},
    AttendanceWord{"mixed", Attendance::kOnline},
    AttendanceWord{"hybrid", Attendance::kOnline},
    AttendanceWord{"online", Attendance::kOnline},
    AttendanceWord{"video", Attendance::kOnline},
    AttendanceWord{"beeldbel", Attendance::kOnline},
    AttendanceWord{"zoom", Attendance::kOnline},
    AttendanceWord{"webinar", Attendance::kOnline},
    AttendanceWord{"virtu", Attendance::kOnline},
    AttendanceWord{"digitaal", Attendance::kOnline},
    AttendanceWord{"chat", Attendance::kOnline},
    AttendanceWord{"whatsapp", Attendance::kOnline},
    AttendanceWord{"discord", Attendance::kOnline},
    AttendanceWord{"home", Attendance::kHomeVisit},
    AttendanceWord{"aan huis", Attendance::kHomeVisit},
    AttendanceWord{"thuis", Attendance::kHomeVisit},
    AttendanceWord{"huisbezoek", Attendance::kHomeVisit},
    AttendanceWord{"telefo", Attendance::kPhone},
    AttendanceWord{"phone", Attendance::kPhone},
};

constexpr std::array kStatusWords = {
    std::pair<std::string_view, Status>{"active", Status::kActive},
    std::pair<std::string_view, Status>{"actief", Status::kActive},
    std::pair<std::string_view, Status>{"inactive", Status::kInactive},
    std::pair<std::string_view, Status>{"inactief", Status::kInactive},
    std::pair<std::string_view, Status>{"niet actief", Status::kInactive},
    std::pair<std::string_view, Status>{"defunct", Status::kDefunct},
    std::pair<std::string_view, Status>{"closed", Status::kDefunct},
    std::pair<std::string_view, Status>{"opgeheven", Status::kDefunct},
    std::pair<std::string_view, Status>{"gesloten", Status::kDefunct},
    std::pair<std::string_view, Status>{"temporarily closed", Status::kTemporarilyClosed},
    std::pair<std::string_view, Status>{"tijdelijk gesloten", Status::kTemporarilyClosed},
};

constexpr std::array kLanguages = {
    Word{"nederlands", "nl"},   Word{"dutch", "nl"},        Word{"nld", "nl"},
    Word{"dut", "nl"},          Word{"engels", "en"},       Word{"english", "en"},
    Word{"eng", "en"},          Word{"arabisch", "ar"},     Word{"arabic", "ar"},
    Word{"ara", "ar"},          Word{"turks", "tr"},        Word{"turkish", "tr"},
    Word{"tur", "tr"},          Word{"tigrinya", "ti"},     Word{"tigrigna", "ti"},
    Word{"tir", "ti"},          Word{"limburgs", "li"},     Word{"lim", "li"},
    Word{"oekraïens", "uk"},    Word{"ukrainian", "uk"},    Word{"ukr", "uk"},
    Word{"pools", "pl"},        Word{"polish", "pl"},       Word{"pol", "pl"},
    Word{"sranantongo", "srn"}, Word{"papiaments", "pap"},  Word{"farsi", "fa"},
    Word{"perzisch", "fa"},     Word{"persian", "fa"},      Word{"fas", "fa"},
    Word{"per", "fa"},          Word{"russisch", "ru"},     Word{"russian", "ru"},
    Word{"rus", "ru"},          Word{"roemeens", "ro"},     Word{"romanian", "ro"},
    Word{"ron", "ro"},          Word{"rum", "ro"},          Word{"duits", "de"},
    Word{"german", "de"},       Word{"deu", "de"},          Word{"ger", "de"},
    Word{"frans", "fr"},        Word{"french", "fr"},       Word{"fra", "fr"},
    Word{"fre", "fr"},          Word{"spaans", "es"},       Word{"spanish", "es"},
    Word{"spa", "es"},          Word{"somalisch", "so"},    Word{"somali", "so"},
    Word{"som", "so"},          Word{"berbers", "ber"},     Word{"tamazight", "ber"},
    Word{"dari", "prs"},        Word{"pasjtoe", "ps"},      Word{"pashto", "ps"},
    Word{"chinees", "zh"},      Word{"chinese", "zh"},      Word{"zho", "zh"},
    Word{"fries", "fy"},        Word{"frisian", "fy"},      Word{"fry", "fy"},
    Word{"koerdisch", "ku"},    Word{"kurdish", "ku"},      Word{"urdu", "ur"},
    Word{"urd", "ur"},          Word{"portugees", "pt"},    Word{"portuguese", "pt"},
    Word{"por", "pt"},          Word{"italiaans", "it"},    Word{"italian", "it"},
    Word{"ita", "it"},          Word{"bulgaars", "bg"},     Word{"bulgarian", "bg"},
    Word{"bul", "bg"},          Word{"gebarentaal", "dse"}, Word{"nederlandse gebarentaal", "dse"},
};

constexpr std::array kCountries = {
    Word{"nederland", "NL"},
    Word{"netherlands", "NL"},
    Word{"the netherlands", "NL"},
    Word{"nld", "NL"},
    Word{"belgië", "BE"},
    Word{"belgium", "BE"},
    Word{"bel", "BE"},
    Word{"duitsland", "DE"},
    Word{"germany", "DE"},
    Word{"united kingdom", "GB"},
    Word{"uk", "GB"},
    Word{"gbr", "GB"},
    Word{"england", "GB"},
    Word{"canada", "CA"},
    Word{"united states", "US"},
    Word{"usa", "US"},
};

constexpr std::array kProvinces = {"groningen",    "friesland", "fryslân",       "drenthe",
                                   "overijssel",   "flevoland", "gelderland",    "noord-holland",
                                   "zuid-holland", "zeeland",   "noord-brabant", "limburg"};

constexpr std::array kWeekdays = {
    Word{"monday", "MO"},   Word{"maandag", "MO"},  Word{"mo", "MO"},        Word{"tuesday", "TU"},
    Word{"dinsdag", "TU"},  Word{"tu", "TU"},       Word{"wednesday", "WE"}, Word{"woensdag", "WE"},
    Word{"we", "WE"},       Word{"thursday", "TH"}, Word{"donderdag", "TH"}, Word{"th", "TH"},
    Word{"friday", "FR"},   Word{"vrijdag", "FR"},  Word{"fr", "FR"},        Word{"saturday", "SA"},
    Word{"zaterdag", "SA"}, Word{"sa", "SA"},       Word{"sunday", "SU"},    Word{"zondag", "SU"},
    Word{"su", "SU"},       Word{"ma", "MO"},       Word{"di", "TU"},        Word{"wo", "WE"},
    Word{"do", "TH"},       Word{"vr", "FR"},       Word{"za", "SA"},        Word{"zo", "SU"},
};

/// Whether a word of `text` begins with `part`: "buurthuis" is not "thuis".
bool has_word(std::string_view text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    const bool is_start = at == 0 || text[at - 1] < 'a' || text[at - 1] > 'z';
    if (is_start) {
      return true;
    }
  }
  return false;
}

template <class Table>
std::string_view look_up(const Table& table, std::string_view word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Word& row) { return row.first == word; });
  return found == table.end() ? std::string_view() : found->second;
}

bool is_ascii_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  });
}

}  // namespace

AttendanceSet attendance_in(std::string_view words) {
  const std::string lower = lower_case(words);
  AttendanceSet found;
  for (const AttendanceWord& word : kAttendanceWords) {
    if (has_word(lower, word.part)) {
      found.add(word.form);
    }
  }
  return found;
}

AttendanceSet attendance_of_virtual(std::string_view name) {
  AttendanceSet found = attendance_in(name);
  if (found.empty()) {
    found.add(Attendance::kOnline);
  }
  return found;
}

std::optional<Status> status_in(std::string_view word) {
  std::string lower = lower_case(trim(word));
  std::replace(lower.begin(), lower.end(), '_', ' ');
  std::replace(lower.begin(), lower.end(), '-', ' ');
  for (const auto& [known, status] : kStatusWords) {
    if (known == lower) {
      return status;
    }
  }
  return std::nullopt;
}

std::optional<std::string> language_in(std::string_view word) {
  const std::string lower = lower_case(trim(word));
  const std::string_view known = look_up(kLanguages, lower);
  if (!known.empty()) {
    return std::string(known);
  }
  const std::string_view primary = std::string_view(lower).substr(0, lower.find_first_of("-_"));
  const bool is_code = (primary.size() == 2 || primary.size() == 3) && is_ascii_letters(primary)
                       && lower.size() <= primary.size() + 5;
  if (!is_code) {
    return std::nullopt;
  }
  std::string code = lower;
  std::replace(code.begin(), code.end(), '_', '-');
  return code;
}

std::string language_name(std::string_view code) {
  const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                  [&](const Word& row) { return row.second == code; });
  if (found == kLanguages.end()) {
    return std::string(code);
  }
  std::string name(found->first);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');  // all begin with an ASCII letter
  return name;
}

std::string country_in(std::string_view word) {
  const std::string lower = lower_case(trim(word));
  const std::string_view known = look_up(kCountries, lower);
  if (!known.empty()) {
    return std::string(known);
  }
  if (lower.size() != 2 || !is_ascii_letters(lower)) {
    return {};
  }
  std::string code = lower;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
  return code;
}

bool is_province(std::string_view name) {
  const std::string lower = lower_case(trim(name));
  return std::any_of(kProvinces.begin(), kProvinces.end(),
                     [&](const char* province) { return lower == province; });
}

std::optional<std::string> weekday_in(std::string_view word) {
  std::string lower = lower_case(trim(word));
  const std::size_t slash = lower.find_last_of("/#:");
  lower = slash == std::string::npos ? lower : lower.substr(slash + 1);
  const std::string_view day = look_up(kWeekdays, lower);
  return day.empty() ? std::nullopt : std::optional<std::string>(day);
}

std::string postcode_in(std::string_view address) {
  static const std::regex kDutch(R"(\b[1-9][0-9]{3} ?[A-Z]{2}\b)");
  static const std::regex kBritish(R"(\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b)");
  const std::string text(address.substr(0, kMaxAddressLength));
  std::smatch found;
  if (std::regex_search(text, found, kDutch) || std::regex_search(text, found, kBritish)) {
    return found.str();
  }
  return {};
}

}  // namespace kring::catalog::formats
