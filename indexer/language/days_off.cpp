#include "indexer/language/days_off.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

using catalog::DaysOff;
using catalog::SchoolHoliday;

constexpr std::size_t kSchoolHolidays = 5;

/// What a rule is about: a school holiday by its number, or one of these.
enum Subject : std::size_t {
  kAllSchool = kSchoolHolidays,
  kPublic,
  kGoesOn,  // "niet alleen in de vakanties"
};

constexpr std::size_t number_of(SchoolHoliday holiday) {
  return static_cast<std::size_t>(holiday);
}

/// The words for each, in patterns: as they stand, and before "en" ("kerst- en meivakantie").
struct Name {
  std::size_t subject;
  const char* words;
};
constexpr std::array kNames = {
    Name{number_of(SchoolHoliday::kAutumn), "herfstvakantie|herfstvakanties|herfst"},
    Name{number_of(SchoolHoliday::kChristmas), "kerstvakantie|kerstvakanties|kerst"},
    Name{number_of(SchoolHoliday::kSpring),
         "voorjaarsvakantie|voorjaarsvakanties|carnavalsvakantie|krokusvakantie|voorjaars"},
    Name{number_of(SchoolHoliday::kMay), "meivakantie|meivakanties"},
    Name{number_of(SchoolHoliday::kSummer), "zomervakantie|zomervakanties"},
    Name{kAllSchool, "schoolvakantie|schoolvakanties|vakantie|vakanties|vakantieperiodes"},
    Name{kPublic, "feestdag|feestdagen"},
};

/// What says that there is nothing then, before or after the name.
constexpr std::array kBefore = {
    "niet|gesloten|dicht|stopt|vervalt ..2 in|op|tijdens|met ..4 ",
    "behalve|uitgezonderd|muv|uitzondering ..2 in|op|tijdens|van? ..4 ",
    "geen ..2 in|op|tijdens ..4 ",
};
constexpr const char* kAfter = " ..2 gesloten|dicht|geen|niet|vervalt";

/// The rules own their texts, which a set of patterns reads when it is made.
Patterns make_patterns() {
  std::vector<std::string> texts;
  std::vector<std::size_t> subjects;
  for (const Name& name : kNames) {
    for (const char* before : kBefore) {
      texts.push_back(before + std::string(name.words));
      subjects.push_back(name.subject);
    }
    texts.push_back("in|op|tijdens ..2 " + std::string(name.words) + kAfter);
    subjects.push_back(name.subject);
  }
  texts.emplace_back(
      "niet alleen|enkel|slechts ..2 in|op|tijdens ..3 *vakantie|*vakanties|feestdagen");
  subjects.push_back(kGoesOn);
  std::vector<PatternRule> rules;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    rules.push_back({subjects[i], texts[i]});
  }
  return Patterns(rules);
}

/// Most texts tell of no holiday at all, and need no closer look.
bool may_tell(std::string_view text) {
  return text.find("vakantie") != std::string_view::npos
         || text.find("eestdag") != std::string_view::npos;
}

void add(std::size_t subject, DaysOff& days_off) {
  if (subject == kPublic) {
    days_off.has_public_holidays = true;
  } else if (subject == kAllSchool) {
    days_off.school = DaysOff::kAllSchool;
  } else {
    days_off.add(static_cast<SchoolHoliday>(subject));
  }
}

}  // namespace

catalog::DaysOff find_days_off(std::string_view text, const Analyser& analyser) {
  static const Patterns kPatterns = make_patterns();
  DaysOff days_off;
  if (!may_tell(text)) {
    return days_off;
  }
  const std::vector<Token> tokens = analyser.tokens_of(text);
  const std::vector<PatternHit> hits = kPatterns.find(tokens);
  for (const PatternHit& hit : hits) {
    const bool goes_on = std::any_of(hits.begin(), hits.end(), [&](const PatternHit& other) {
      return other.rule == kGoesOn && overlaps(other, hit);
    });
    if (!goes_on) {
      add(hit.rule, days_off);
    }
  }
  return days_off;
}

}  // namespace kring::indexer
