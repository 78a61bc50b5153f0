// Which facts does a record state, in its fields or only in its words?
//
// One file a fact. Each reads the fields and the text; where they contradict each other the rule is
// stated at the function, the winner is the fact and the loser its conflict.
#pragma once

#include <optional>
#include <vector>

#include "catalog/activity.h"
#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/annotation.h"
#include "indexer/language/passage_model.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// Where a fact was read, and what said otherwise.
struct Sources {
  std::optional<Evidence> evidence;
  std::optional<Evidence> conflict;
};

struct AgeFact {
  std::optional<int> min;
  std::optional<int> max;
  Sources sources;
};
/// A rule of years in words wins over the fields: providers copy the fields and write the words.
/// Ages of others ("gezinnen met kinderen tot 4") are no rule; words that say so of all ages take
/// back what the fields give.
AgeFact find_age(const catalog::Activity& activity, const RecordText& text);

struct AttendanceFact {
  catalog::AttendanceSet forms;
  Sources sources;
};
/// What schedules state wins over words, which may add that one can follow from afar; words win
/// over the kind of place, and a name that tells of screens or telephones over all other words.
AttendanceFact find_attendance_forms(const catalog::Activity& activity, const RecordText& text);

struct GroupFact {
  std::optional<catalog::GroupSize> size;
  Sources sources;
};
/// What is known of an activity and goes with the size of its group.
struct GroupSigns {
  catalog::AttendanceSet forms;
  catalog::Referral referral = catalog::Referral::kUnknown;  ///< as stated
  catalog::Recurrence recurrence = catalog::Recurrence::kUnknown;
};
/// What most strongly says it: what it is called, a stated number, the kind of event, group or
/// service; the signs and what is usual count among them, weakly.
GroupFact find_group(const catalog::Activity& activity,
                     const RecordText& text,
                     const GroupSigns& signs,
                     const catalog::Usual& usual);

struct CostFact {
  std::optional<catalog::Cents> amount;       ///< in the offer's own unit
  std::optional<catalog::Cents> per_session;  ///< month and course prices divided by their
                                              ///< meetings, in the cheapest way to pay; absent for
                                              ///< a subscription without meetings
  Sources sources;
};
/// A price in the cost options that holds for everyone wins over words, unless the description
/// says without condition that it is free, or another price and none of the options'. `analyser`
/// reads the names of the cost options; `recurrence` tells what keeps no meetings.
CostFact find_cost(const catalog::Activity& activity,
                   const RecordText& text,
                   const Analyser& analyser,
                   catalog::Recurrence recurrence);

struct RecurrenceFact {
  catalog::Recurrence recurrence = catalog::Recurrence::kUnknown;
  Sources sources;
  bool has_hours_only = false;  ///< told as "ma t/m vr" alone, or by nothing
};
/// A rule of the schedules wins over words, but for "om de week", which schedules often leave out,
/// and for a single day, which may be the next of many; where
/// nothing is said, what is usual.
RecurrenceFact find_recurrence(const catalog::Activity& activity,
                               const RecordText& text,
                               const catalog::Usual& usual);

/// How often, once it is known with how many: help, and who is called, is there when one asks,
/// though words may tell its hours.
catalog::Recurrence settle_recurrence(const RecurrenceFact& fact,
                                      std::optional<catalog::GroupSize> size,
                                      catalog::AttendanceSet forms);

struct ReferralFact {
  catalog::Referral referral = catalog::Referral::kUnknown;
  Sources sources;
};
/// The heaviest step that is stated and not denied; unknown where nothing is said.
ReferralFact find_referral(const catalog::Activity& activity, const RecordText& text);

struct WaitingFact {
  std::optional<int> weeks;
  Sources sources;
};
/// The wait_time field wins over words; the longest of several.
WaitingFact find_waiting(const catalog::Activity& activity, const RecordText& text);

struct LiveFact {
  catalog::Answer live = catalog::Answer::kYes;
  std::optional<catalog::Date> last_day;  ///< where the words say from which day it is no more
  Sources sources;
};
/// The worst that status, title or words say outright. What ends on a day that the words name is
/// live, for the day it is asked of decides.
LiveFact find_told_live(const catalog::Activity& activity, const RecordText& text);
/// The same; and where nothing is said outright, what the model of endings is sure of.
LiveFact find_live(const catalog::Activity& activity,
                   const RecordText& text,
                   const PassageModel& endings);

struct GenderFact {
  GenderRule rule = GenderRule::kNone;
  Sources sources;
};
GenderFact find_gender(const RecordText& text);

struct LanguageFact {
  std::vector<std::string> languages;  ///< BCP 47; empty: nothing said
  Sources sources;
};
/// The field wins; where it is silent, the languages that the text says are spoken, and Dutch
/// unless it says that no other is. A language that is learned there is not one that is spoken.
LanguageFact find_languages(const catalog::Activity& activity, const RecordText& text);

struct AreaFact {
  std::vector<std::string>
      lists;  ///< names of places as the text lists them: "Weert en Nederweert"
  Sources sources;
};
/// Whom it is for by where they live, as the text tells: "inwoners van Weert en Nederweert". None
/// where it says that it serves the whole country. The served areas of the record win over it.
AreaFact find_told_areas(const RecordText& text);

/// The last day that the text tells of, else of the last schedule; absent where one has no end,
/// there is none, or the text tells of a later start. A single day is an end only of what happens
/// once.
std::optional<catalog::Date> find_last_day(const catalog::Activity& activity,
                                           const RecordText& text,
                                           catalog::Recurrence recurrence);

/// Who sells, or hires, beside the activities: nobody meets there.
struct Trade {
  enum class Kind {
    kSells,
    kHires
  };
  Kind kind = Kind::kSells;
  Evidence evidence;
};
std::optional<Trade> find_trade(const RecordText& text);

bool is_only_for_residents(const RecordText& text);

/// Whether the name is that of a service for acute danger. A group that warns of danger is none.
bool is_crisis_service(const RecordText& text);

/// By access need, of one site: its accessibility sentences.
AccessFacts find_access(const RecordText& text, std::size_t site);
/// Of what has no site: what the description tells.
AccessFacts find_told_access(const RecordText& text);

std::vector<FoundRemark> find_remarks(const RecordText& text);

/// What is left open beside the facts already read, or stated in two ways.
std::vector<FoundDoubt> find_doubts(const catalog::Activity& activity,
                                    const RecordText& text,
                                    const Annotation& annotation,
                                    const Analyser& analyser);

}  // namespace kring::indexer
