#include "engine/search/fields.h"

#include <algorithm>
#include <array>

#include "engine/search/choices.h"
#include "engine/sessions.h"
#include "indexer/language/areas.h"

namespace kring::engine {
namespace {

constexpr int kAfternoon = 12 * 60;  // minutes of the day; until then it is morning
constexpr int kEvening = 18 * 60;

template <Choices (*choices_of)()>
std::optional<std::uint64_t> find_named(const FieldContext&, const std::string& name) {
  return find_choice(choices_of(), name);
}

template <Choices (*choices_of)()>
NamedValue describe_named(const FieldContext& context, std::uint64_t value, const SiteAt&) {
  const Choice& choice = choices_of()[static_cast<std::size_t>(value)];
  return {std::string(choice.name), in(context.asked.profile.language, choice.label)};
}

void collect_bits(unsigned bits, FieldValues& values) {
  for (std::uint64_t bit = 0; bits >> bit != 0; ++bit) {
    if ((bits >> bit & 1U) != 0) values.push_back(bit);
  }
}

// Where no value is listed, none is known.
catalog::Answer judge_listed(const Field& field,
                             const FieldContext& context,
                             const SiteAt& at,
                             const FieldValues& chosen) {
  FieldValues values;
  field.collect(context, at, values);
  if (values.empty()) return catalog::Answer::kUnknown;
  const bool is_one = std::any_of(values.begin(), values.end(), [&chosen](std::uint64_t value) {
    return is_chosen(chosen, value);
  });
  return is_one ? catalog::Answer::kYes : catalog::Answer::kNo;
}

const std::vector<catalog::Concept>& concepts_of(const FieldContext& context) {
  return context.asked.snapshot.vocabulary().concepts();
}

void collect_concepts(const FieldContext& context, const SiteAt& at, FieldValues& values) {
  const std::vector<std::size_t> subjects = subjects_of(at, context.asked.snapshot.vocabulary());
  values.insert(values.end(), subjects.begin(), subjects.end());
}

catalog::Answer judge_concepts(const Field& field,
                               const FieldContext& context,
                               const SiteAt& at,
                               const FieldValues& chosen) {
  const catalog::Answer answer = judge_listed(field, context, at, chosen);
  return answer == catalog::Answer::kYes ? answer : catalog::Answer::kNo;
}

std::optional<std::uint64_t> find_concept(const FieldContext& context, const std::string& name) {
  const auto number = context.asked.snapshot.vocabulary().find(name);
  const bool is_kind =
      number && concepts_of(context)[*number].kind == catalog::ConceptKind::kActivity;
  return is_kind ? std::optional<std::uint64_t>(*number) : std::nullopt;
}

NamedValue describe_concept(const FieldContext& context, std::uint64_t value, const SiteAt&) {
  const catalog::Concept& entry = concepts_of(context)[static_cast<std::size_t>(value)];
  return {entry.id, in(context.asked.profile.language, entry.plain)};
}

void collect_forms(const FieldContext&, const SiteAt& at, FieldValues& values) {
  collect_bits(at.features().attendance[at.row], values);
}

void collect_size(const FieldContext&, const SiteAt& at, FieldValues& values) {
  const std::uint8_t size = at.features().group_size[at.activity];
  if (size != indexer::kNoByte) values.push_back(size);
}

void collect_referral(const FieldContext&, const SiteAt& at, FieldValues& values) {
  const std::uint8_t referral = at.features().referral[at.activity];
  if (referral != 0) values.push_back(referral - std::uint64_t{1});
}

void collect_access(const FieldContext&, const SiteAt& at, FieldValues& values) {
  collect_bits(at.features().access_yes[at.row], values);
}

// Each need is known or not by itself.
catalog::Answer judge_access_needs(const Field&,
                                   const FieldContext&,
                                   const SiteAt& at,
                                   const FieldValues& chosen) {
  const unsigned yes = at.features().access_yes[at.row];
  const unsigned known = yes | at.features().access_no[at.row];
  if (chosen.empty()) return known == 0 ? catalog::Answer::kUnknown : catalog::Answer::kNo;
  catalog::Answer answer = catalog::Answer::kNo;
  for (const std::uint64_t need : chosen) {
    if ((yes >> need & 1U) != 0) return catalog::Answer::kYes;
    if ((known >> need & 1U) == 0) answer = catalog::Answer::kUnknown;
  }
  return answer;
}

void collect_municipalities(const FieldContext& context, const SiteAt& at, FieldValues& values) {
  const indexer::FeatureColumns& features = at.features();
  if (features.postcode4[at.row] != indexer::kNoNumber) {
    if (const auto here = context.places.municipality_of(features.postcode4[at.row])) {
      values.push_back(*here);
    }
  }
  for (std::uint32_t i = features.area_begin[at.activity];
       i < features.area_begin[at.activity + std::size_t{1}]; ++i) {
    if (const auto served = context.places.municipality_called(features.area_hash[i])) {
      values.push_back(*served);
    }
  }
}

std::optional<std::uint64_t> find_municipality(const FieldContext& context,
                                               const std::string& name) {
  return context.places.municipality_called(indexer::area_hash_of(name));
}

NamedValue describe_municipality(const FieldContext& context, std::uint64_t value, const SiteAt&) {
  const std::string& name = context.places.municipalities()[static_cast<std::size_t>(value)];
  return {name, name};
}

void collect_languages(const FieldContext&, const SiteAt& at, FieldValues& values) {
  const indexer::FeatureColumns& features = at.features();
  for (std::uint32_t i = features.language_begin[at.activity];
       i < features.language_begin[at.activity + std::size_t{1}]; ++i) {
    values.push_back(features.language[i]);
  }
}

// "tr", or with a region or script behind it, which does not count.
std::optional<std::uint64_t> find_language(const FieldContext&, const std::string& name) {
  const std::string primary = name.substr(0, name.find('-'));
  const bool is_tag =
      primary.size() >= 2 && primary.size() <= 3
      && std::all_of(primary.begin(), primary.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
         });
  return is_tag ? std::optional<std::uint64_t>(indexer::pack_language(name)) : std::nullopt;
}

NamedValue describe_language(const FieldContext&, std::uint64_t value, const SiteAt&) {
  const std::string tag = indexer::unpack_language(static_cast<std::uint32_t>(value));
  return {tag, tag};
}

int part_of(const Meeting& meeting) {
  if (meeting.starts.value < kAfternoon) return 0;
  return meeting.starts.value < kEvening ? 1 : 2;
}

bool has_bit(std::uint8_t bits, int bit) {
  return (bits >> static_cast<unsigned>(bit) & 1U) != 0;
}

// Known once it meets at all; then `suits` tells of one meeting.
template <class Suits>
catalog::Answer judge_meetings(const FieldContext& context, const SiteAt& at, Suits suits) {
  const std::vector<Meeting> meetings = meetings_of(context.asked, at);
  if (meetings.empty()) return catalog::Answer::kUnknown;
  return std::any_of(meetings.begin(), meetings.end(), suits) ? catalog::Answer::kYes
                                                              : catalog::Answer::kNo;
}

catalog::Answer judge_days(const Field& /*field*/,
                           const FieldContext& context,
                           const SiteAt& at,
                           const FieldValues& chosen) {
  return judge_meetings(context, at, [&chosen](const Meeting& meeting) {
    return is_chosen(chosen, static_cast<std::uint64_t>(catalog::weekday_index(meeting.day)));
  });
}

bool is_on(const FieldContext& context, const Meeting& meeting) {
  return context.days == 0 || has_bit(context.days, catalog::weekday_index(meeting.day));
}

// "Monday" and "evening" are asked of one meeting.
catalog::Answer judge_day_parts(const Field& /*field*/,
                                const FieldContext& context,
                                const SiteAt& at,
                                const FieldValues& chosen) {
  return judge_meetings(context, at, [&](const Meeting& meeting) {
    return is_chosen(chosen, static_cast<std::uint64_t>(part_of(meeting)))
           && is_on(context, meeting);
  });
}

// Days of meetings in the parts of the day asked for, and parts of the days asked for.
void collect_days(const FieldContext& context, const SiteAt& at, FieldValues& values) {
  unsigned found = 0;
  for (const Meeting& meeting : meetings_of(context.asked, at)) {
    const bool counts = context.day_parts == 0 || has_bit(context.day_parts, part_of(meeting));
    if (counts) found |= 1U << static_cast<unsigned>(catalog::weekday_index(meeting.day));
  }
  collect_bits(found, values);
}

void collect_day_parts(const FieldContext& context, const SiteAt& at, FieldValues& values) {
  unsigned found = 0;
  for (const Meeting& meeting : meetings_of(context.asked, at)) {
    if (is_on(context, meeting)) found |= 1U << static_cast<unsigned>(part_of(meeting));
  }
  collect_bits(found, values);
}

void collect_organization(const FieldContext&, const SiteAt& at, FieldValues& values) {
  const std::uint64_t name = at.features().organization[at.activity];
  if (name != 0) values.push_back(name);
}

std::optional<std::uint64_t> find_organization(const FieldContext&, const std::string& name) {
  const std::uint64_t hash = indexer::name_hash_of(name);
  return hash == 0 ? std::nullopt : std::optional(hash);
}

NamedValue describe_organization(const FieldContext&, std::uint64_t, const SiteAt& holder) {
  const std::string name =
      indexer::Snapshot::record({holder.segment, holder.activity}).activity.organization.name;
  return {name, name};
}

Field concept_field() {
  return {"concept",        {"Wat", "What"}, {"Vraag wat men er doet.", "Ask what they do there."},
          collect_concepts, judge_concepts,  nullptr,
          find_concept,     describe_concept};
}

Field municipality_field() {
  return {"municipality",
          {"Gemeente", "Municipality"},
          {"Vraag voor welke gemeente dit is.", "Ask which municipality this serves."},
          collect_municipalities,
          judge_listed,
          nullptr,
          find_municipality,
          describe_municipality};
}

Field attendance_field() {
  return {
      "attendance",
      {"Hoe", "How"},
      {"Vraag of het thuis of met de telefoon kan.", "Ask whether it can be at home or by phone."},
      collect_forms,
      judge_listed,
      attendance_choices,
      find_named<attendance_choices>,
      describe_named<attendance_choices>};
}

Field size_field() {
  return {"groupSize",
          {"Met hoeveel mensen", "With how many people"},
          {"Vraag hoe groot de groep is.", "Ask how large the group is."},
          collect_size,
          judge_listed,
          size_choices,
          find_named<size_choices>,
          describe_named<size_choices>};
}

Field day_field() {
  return {kDayField,
          {"Dag", "Day"},
          {"Vraag op welke dag het is.", "Ask on which day it is."},
          collect_days,
          judge_days,
          day_choices,
          find_named<day_choices>,
          describe_named<day_choices>};
}

Field day_part_field() {
  return {kDayPartField,
          {"Deel van de dag", "Part of the day"},
          {"Vraag hoe laat het is.", "Ask at what time it is."},
          collect_day_parts,
          judge_day_parts,
          day_part_choices,
          find_named<day_part_choices>,
          describe_named<day_part_choices>};
}

Field referral_field() {
  return {"referral",
          {"Hoe komt u binnen", "How to get in"},
          {"Vraag of u zich moet aanmelden.", "Ask whether you must sign up."},
          collect_referral,
          judge_listed,
          referral_choices,
          find_named<referral_choices>,
          describe_named<referral_choices>};
}

Field language_field() {
  return {"language",
          {"Taal", "Language"},
          {"Vraag welke taal men er spreekt.", "Ask which language they speak."},
          collect_languages,
          judge_listed,
          nullptr,
          find_language,
          describe_language};
}

Field access_field() {
  return {"access",
          {"Toegang", "Access"},
          {"Vraag of de plek geschikt is.", "Ask whether the place is suitable."},
          collect_access,
          judge_access_needs,
          access_choices,
          find_named<access_choices>,
          describe_named<access_choices>};
}

Field organization_field() {
  return {"organization",
          {"Organisatie", "Organisation"},
          {"Vraag wie dit doet.", "Ask who runs this."},
          collect_organization,
          judge_listed,
          nullptr,
          find_organization,
          describe_organization};
}

}  // namespace

bool is_chosen(const FieldValues& chosen, std::uint64_t value) {
  return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

std::span<const Field> search_fields() {
  static const std::array<Field, 10> kFields = {
      concept_field(), municipality_field(), attendance_field(), size_field(),
      day_field(),     day_part_field(),     referral_field(),   language_field(),
      access_field(),  organization_field()};
  return kFields;
}

}  // namespace kring::engine
