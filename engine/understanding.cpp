#include "engine/understanding.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "engine/json_reader.h"
#include "engine/limits.h"
#include "indexer/language/danger.h"

namespace kring::engine {
namespace {

using catalog::in;
using indexer::Limit;

// One need with what was read in it.
struct ReadNeed {
  const Need& need;
  std::size_t number = 0;
  indexer::Wishes wishes;
  bool tells_danger = false;
};

class Reading {
 public:
  Reading(const Profile& profile, const catalog::Vocabulary& vocabulary)
      : profile_(profile), vocabulary_(vocabulary) {}

  [[nodiscard]] UnderstoodWords wish(const ReadNeed& read,
                                     const indexer::WishedConcept& said) const {
    const catalog::Concept& entry = vocabulary_.concepts()[said.number];
    UnderstoodWords words = quote(read, said.span, entry.id);
    words.label = in(profile_.language, entry.plain);
    return words;
  }

  // "bingo (Spel en hobby)": the words refused beside the kind that they keep out.
  [[nodiscard]] UnderstoodWords refusal(const ReadNeed& read,
                                        const indexer::WishedConcept& said) const {
    UnderstoodWords words = wish(read, said);
    words.kind = UnderstoodKind::kRefusal;
    words.label = words.words + " (" + words.label + ")";
    return words;
  }

  [[nodiscard]] UnderstoodWords limit(const ReadNeed& read,
                                      const indexer::WishedLimit& said) const {
    UnderstoodWords words = quote(read, said.span, std::string(name_of(said.limit)));
    words.kind = UnderstoodKind::kLimit;
    words.label = in(profile_.language, label_of(said.limit));
    return words;
  }

  // Whether the person did not mean what was understood as `name`, a concept or limit.
  [[nodiscard]] bool is_undone(const ReadNeed& read, std::string_view name) const {
    const std::vector<NotMeant>& others = profile_.not_meant;
    return std::find(others.begin(), others.end(), NotMeant{read.number, std::string(name)})
           != others.end();
  }

  [[nodiscard]] const Profile& stated() const { return profile_; }

 private:
  [[nodiscard]] UnderstoodWords quote(const ReadNeed& read,
                                      const indexer::TextSpan& span,
                                      std::string name) const {
    const std::string_view text = read.need.text;
    UnderstoodWords words;
    words.need = read.number;
    words.is_undone = is_undone(read, name);
    words.name = std::move(name);
    words.words = text.substr(span.begin, span.end - span.begin);
    words.begin = count_letters(text.substr(0, span.begin));
    words.end = words.begin + count_letters(words.words);
    return words;
  }

  const Profile& profile_;
  const catalog::Vocabulary& vocabulary_;
};

// A hint alone tells nothing.
bool is_told(const indexer::WishedConcept& wished) {
  return wished.clarity != indexer::Clarity::kHinted;
}

std::vector<ReadNeed> read_needs(const Profile& profile,
                                 const indexer::WishReader& reader,
                                 const indexer::Analyser& analyser) {
  std::vector<ReadNeed> needs;
  for (const Need& need : profile.needs) {
    needs.push_back({need, needs.size(), reader.read(need.text, analyser),
                     indexer::signals_danger(need.text, analyser, *profile.date)});
  }
  return needs;
}

// Numbers of the concepts that some need refuses by their own words.
std::set<std::size_t> find_refused(const std::vector<ReadNeed>& needs) {
  std::set<std::size_t> refused;
  for (const ReadNeed& read : needs) {
    for (const indexer::WishedConcept& wished : read.wishes.refused) {
      if (wished.clarity == indexer::Clarity::kSaid) refused.insert(wished.number);
    }
  }
  return refused;
}

// What is refused outright in one need is not read between the lines of another, and despair is no
// wish between the lines: "dan is het stil" asks for no group of mourners.
void add_wishes(const Reading& reading,
                const ReadNeed& read,
                const std::set<std::size_t>& refused,
                Understood& understood) {
  std::vector<std::size_t>& told = understood.told.emplace_back();
  for (const indexer::WishedConcept& wished : read.wishes.wanted) {
    const bool is_said = wished.clarity == indexer::Clarity::kSaid;
    const bool is_unmeant = !is_said && (read.tells_danger || refused.contains(wished.number));
    if (!is_told(wished) || is_unmeant) continue;
    understood.words.push_back(reading.wish(read, wished));
    if (!understood.words.back().is_undone) told.push_back(wished.number);
  }
}

// The ids that some need names or asks for in words.
std::set<std::string> find_wanted(const Understood& understood) {
  std::set<std::string> wanted;
  for (const Need& need : understood.profile.needs) {
    if (need.concept_id) wanted.insert(*need.concept_id);
  }
  for (const UnderstoodWords& words : understood.words) {
    if (words.kind == UnderstoodKind::kWish && !words.is_undone) wanted.insert(words.name);
  }
  return wanted;
}

std::string already_stated(catalog::Language language) {
  return in(language, {"Hierover staat al iets in het profiel. Dat geldt.",
                       "The profile already says something of this. That counts."});
}

bool holds(const std::vector<std::string>& concepts, const std::string& id) {
  return std::find(concepts.begin(), concepts.end(), id) != concepts.end();
}

// Two needs may refuse the same: each shows it, and it is avoided once.
void refuse(const std::vector<std::string>& stated,
            UnderstoodWords& words,
            Understood& understood) {
  const catalog::Language language = understood.profile.language;
  if (holds(stated, words.name)) {
    words.effect = already_stated(language);
    return;
  }
  catalog::Json refusal;
  refusal.push_back(words.name);
  words.acts_on = FilledField{"/avoid/concepts", std::move(refusal)};
  words.effect = in(
      language, {"Kring stelt niets van deze soort voor.", "Kring proposes nothing of this kind."});
  std::vector<std::string>& avoided = understood.profile.avoid.concepts;
  if (!holds(avoided, words.name)) avoided.push_back(words.name);
}

void add_refusals(const Reading& reading,
                  const ReadNeed& read,
                  const std::set<std::string>& wanted,
                  Understood& understood) {
  for (const indexer::WishedConcept& refused : read.wishes.refused) {
    if (!is_told(refused)) continue;
    UnderstoodWords words = reading.refusal(read, refused);
    if (wanted.contains(words.name)) continue;
    if (!words.is_undone) refuse(reading.stated().avoid.concepts, words, understood);
    understood.words.push_back(std::move(words));
  }
}

void act(Limit limit, UnderstoodWords& words, Understood& understood) {
  const catalog::Language language = understood.profile.language;
  words.acts_on = fill_in(limit, understood.practical, understood.profile.practical);
  const bool counts = words.acts_on || is_only_shown(limit);
  words.effect = counts ? in(understood.profile, effect_of(limit)) : already_stated(language);
}

// "Niet in de avond" must not draw in what is called an evening.
void blank(const indexer::TextSpan& span, std::string& text) {
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(span.begin);
  std::fill(begin, begin + static_cast<std::ptrdiff_t>(span.end - span.begin), ' ');
}

void add_limits(const Reading& reading, const ReadNeed& read, Understood& understood) {
  for (const indexer::WishedLimit& said : read.wishes.limits) {
    UnderstoodWords words = reading.limit(read, said);
    if (!words.is_undone) act(said.limit, words, understood);
    understood.words.push_back(std::move(words));
  }
  for (const indexer::WishedLimit& unwanted : read.wishes.unwanted) {
    if (!reading.is_undone(read, name_of(unwanted.limit)))
      blank(unwanted.span, understood.texts[read.number]);
  }
}

bool stands_before(const UnderstoodWords& a, const UnderstoodWords& b) {
  return std::tie(a.need, a.begin, a.kind, a.name) < std::tie(b.need, b.begin, b.kind, b.name);
}

}  // namespace

Understood understand(const Profile& profile,
                      const catalog::Vocabulary& vocabulary,
                      const indexer::WishReader& reader,
                      const indexer::Analyser& analyser) {
  Understood understood{profile, profile.practical, {}, {}, 0, {}};
  const Reading reading(profile, vocabulary);
  const std::vector<ReadNeed> needs = read_needs(profile, reader, analyser);
  const std::set<std::size_t> refused = find_refused(needs);
  for (const ReadNeed& read : needs) {
    understood.texts.push_back(read.need.text);
    understood.tells_danger =
        understood.tells_danger || read.tells_danger || read.need.concept_id == "safety_crisis";
    add_wishes(reading, read, refused, understood);
  }
  const std::set<std::string> wanted = find_wanted(understood);
  for (const ReadNeed& read : needs) {
    add_refusals(reading, read, wanted, understood);
    add_limits(reading, read, understood);
  }
  std::sort(understood.words.begin(), understood.words.end(), stands_before);
  for (const std::string& text : understood.texts) {
    understood.kinds |= reader.kinds().kinds_in(analyser.tokens_of(text));
  }
  for (const std::string& interest : profile.interests) {
    understood.kinds |= reader.kinds().kinds_in(analyser.tokens_of(interest));
  }
  return understood;
}

}  // namespace kring::engine
