// Why does an activity fit this person?

#include <algorithm>

#include <fmt/format.h>

#include "engine/explain.h"
#include "engine/gaps/gaps.h"
#include "engine/journey.h"
#include "engine/sessions.h"
#include "engine/spoken.h"
#include "indexer/language/analysis.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;
using catalog::Text;

struct Told {
  const ScoreContext& context;
  const Candidate& candidate;
  const indexer::Record& record;

  [[nodiscard]] Language language() const { return context.asked.profile.language; }
};

bool is_about(const SiteAt& at, std::size_t number) {
  return strong_concepts(at).has(number) || weak_concepts(at).has(number);
}

// Whether the record is about a concept near to this one.
bool is_near(const Told& told, std::size_t number) {
  const catalog::Vocabulary& vocabulary = told.context.asked.snapshot.vocabulary();
  const std::vector<catalog::RelatedConcept>& related = vocabulary.concepts()[number].related;
  return std::any_of(related.begin(), related.end(), [&](const catalog::RelatedConcept& near) {
    return is_about(told.candidate.at, *vocabulary.find(near.id));
  });
}

// Each concept that a need asks: answered by the record, or else helped by what is near to it.
void tell_needs(const Told& told, std::vector<Reason>& reasons) {
  const auto& concepts = told.context.asked.snapshot.vocabulary().concepts();
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    if (!is_needed(told.context.asked.needs, number)) continue;
    const std::string& name = in(told.language(), concepts[number].plain);
    Text text{"Past bij een wens: " + name + ".", "Answers a need: " + name + "."};
    if (!is_about(told.candidate.at, number)) {
      if (!is_near(told, number)) continue;
      text = {"Kan ook helpen bij: " + name + ".", "May also help with: " + name + "."};
    }
    const bool is_strong = strong_concepts(told.candidate.at).has(number);
    reasons.push_back({in(told.language(), text), "need_fit", is_strong ? "/name" : "/description",
                       told.record.activity.verified_on});
  }
}

// The offer that closes most of a gap that is large enough to be told.
void tell_gap(const Told& told, std::vector<Reason>& reasons) {
  const indexer::FeatureColumns& features = told.candidate.at.features();
  std::size_t best = 0;
  std::int64_t most = 0;
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    if (told.context.gaps[k] < kSomeGap) continue;
    const std::int64_t closes =
        std::int64_t{told.context.gaps[k]}
        * features.offers[told.candidate.at.activity * indexer::kOfferCount + k];
    if (closes > most) {
      most = closes;
      best = k;
    }
  }
  if (most == 0) return;
  const std::string& offer = in(told.language(), offer_words(best));
  reasons.push_back(
      {in(told.language(), told.context.gaps[best] < kThinGap
                               ? Text{"Hier is kans op " + offer + ". Dat kan nu meer.",
                                      "A chance of " + offer + ". There could be more of it now."}
                               : Text{"Hier is kans op " + offer + ". Dat is er nu te weinig.",
                                      "A chance of " + offer + ". There is too little of it now."}),
       "gap_fit",
       "/description",
       {}});
}

void tell_words(const Told& told, std::vector<Reason>& reasons) {
  const indexer::Analyser analyser;
  const catalog::Activity& activity = told.record.activity;
  std::string text = activity.name + " . " + activity.description;
  for (const std::string& tag : activity.tags) {
    text += " . " + tag;
  }
  const indexer::TextTerms held = analyser.all_terms_of(text);
  std::vector<std::string> shared;
  for (const std::string& interest : told.context.asked.profile.interests) {
    const std::vector<std::string> terms = analyser.terms_of(interest);
    const bool is_shared =
        std::any_of(terms.begin(), terms.end(), [&held](const std::string& term) {
          return std::binary_search(held.stems.begin(), held.stems.end(), term)
                 || std::binary_search(held.parts.begin(), held.parts.end(), term);
        });
    if (is_shared) shared.push_back(interest);
  }
  if (shared.empty()) return;
  const std::string list = fmt::format("{}", fmt::join(shared, ", "));
  reasons.push_back(
      {in(told.language(), {"Sluit aan bij: " + list + ".", "Matches: " + list + "."}),
       "text_fit",
       "/description",
       {}});
}

// Whom one meets there; what is for everyone or for others gives no reason.
void tell_audience(const Told& told, std::vector<Reason>& reasons) {
  const SiteAt& at = told.candidate.at;
  if (score_audience(told.context, at) != catalog::kScoreOne) return;
  const ConceptBits shared = strong_concepts(at).shared_with(told.context.asked.groups.all);
  const auto& concepts = told.context.asked.snapshot.vocabulary().concepts();
  Spoken text{"Hier komen mensen van uw leeftijd.", "People of your age come here.",
              "Hier komen mensen van jouw leeftijd."};
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    if (!shared.has(number) || !told.context.asked.groups.own.has(number)) continue;
    text = {"Hier komen mensen voor: " + concepts[number].plain.nl + ".",
            "People come here for: " + concepts[number].plain.en + "."};
    break;
  }
  reasons.push_back({in(told.context.asked.profile, text), "audience", "/eligibility_description",
                     told.record.activity.verified_on});
}

const Text& size_words(catalog::GroupSize size) {
  static const std::array<Text, 5> kWords = {
      {{"Dit is met een persoon.", "This is one to one."},
       {"Dit is met een kleine groep.", "This is with a small group."},
       {"Dit is met een open groep.", "This is with an open group."},
       {"Hier komen veel mensen.", "Many people come here."},
       {"Dit is hulp of advies.", "This is help or advice."}}};
  return kWords[static_cast<std::size_t>(size)];
}

void tell_size(const Told& told, std::vector<Reason>& reasons) {
  if (score_size_fit(told.context, told.candidate.at) != catalog::kScoreOne) return;
  const Text& words = size_words(*told.context.asked.preferred_size);
  reasons.push_back(
      {in(told.language(), words), "size_fit", "/description", told.record.activity.verified_on});
}

const Text& mode_words(TravelMode mode) {
  static const std::array<Text, kTravelModeCount> kWords = {
      {{"lopen", "on foot"},
       {"met de rolstoel", "by wheelchair"},
       {"fietsen", "by bicycle"},
       {"met bus of trein", "by public transport"},
       {"met de auto", "by car"},
       {"met iemand mee", "with a lift"}}};
  return kWords[static_cast<std::size_t>(mode)];
}

void tell_journey(const Told& told, std::vector<Reason>& reasons) {
  const std::optional<Journey> journey = find_visit(told.context.asked, told.candidate.at);
  if (!journey) return;
  const std::string& mode = in(told.language(), mode_words(journey->mode));
  const int minutes = journey->minutes.value;
  reasons.push_back(
      {in(told.language(),
          minutes == 1 ? Text{fmt::format("De reis is ongeveer een minuut {}.", mode),
                              fmt::format("The journey is about a minute {}.", mode)}
                       : Text{fmt::format("De reis is ongeveer {} minuten {}.", minutes, mode),
                              fmt::format("The journey is about {} minutes {}.", minutes, mode)}),
       "nearness",
       "/service_at_locations",
       {}});
}

void tell_start(const Told& told, std::vector<Reason>& reasons) {
  const std::int32_t waiting = told.candidate.at.features().waiting[told.candidate.at.activity];
  if (waiting > 0) {  // kNoNumber is negative
    const Text weeks =
        waiting == 1 ? Text{"een week", "a week"}
                     : Text{fmt::format("{} weken", waiting), fmt::format("{} weeks", waiting)};
    reasons.push_back({in(told.language(), {"De wachttijd is ongeveer " + weeks.nl + ".",
                                            "The wait is about " + weeks.en + "."}),
                       "starts_soon", "/wait_time", told.record.activity.verified_on});
    return;
  }
  const std::optional<Meeting> next = find_next(told.context.asked, told.candidate.at);
  if (!next) return;
  const std::string day = format_day(next->day, told.language());
  const std::string time = catalog::format_time_of_day(next->starts);
  reasons.push_back(
      {in(told.language(), {fmt::format("De volgende keer is op {} om {} uur.", day, time),
                            fmt::format("The next time is on {} at {}.", day, time)}),
       "starts_soon", "/schedules", told.record.activity.verified_on});
}

void tell_check(const Told& told, std::vector<Reason>& reasons) {
  const std::optional<catalog::Date>& checked = told.record.activity.verified_on;
  if (!checked) return;
  const std::string date = format_day_and_year(*checked, told.language());
  reasons.push_back({in(told.language(), {fmt::format("Dit is nagekeken op {}.", date),
                                          fmt::format("This was checked on {}.", date)}),
                     "freshness", "/assured_date", checked});
}

}  // namespace

const Text& offer_words(std::size_t k) {
  static const std::array<Text, indexer::kOfferCount> kWords = {{
      {"praktische hulp", "practical help"},
      {"emotionele steun", "emotional support"},
      {"raad en informatie", "advice and information"},
      {"aanmoediging", "encouragement"},
      {"nieuwe contacten", "new contacts"},
      {"vertrouwd contact", "close contact"},
      {"vaste contacten", "lasting contacts"},
      {"andere mensen", "other people"},
      {"een groep om bij te horen", "a group to belong to"},
      {"contact dichtbij", "contact within reach"},
  }};
  return kWords[k];
}

std::vector<Reason> find_reasons(const ScoreContext& context,
                                 const Candidate& candidate,
                                 const indexer::Record& record,
                                 const std::vector<ScorePart>& parts) {
  using Tell = void (*)(const Told&, std::vector<Reason>&);
  static constexpr std::pair<std::string_view, Tell> kTellers[] = {
      {"need_fit", tell_needs},    {"gap_fit", tell_gap},      {"text_fit", tell_words},
      {"audience", tell_audience}, {"nearness", tell_journey}, {"size_fit", tell_size},
      {"starts_soon", tell_start}, {"freshness", tell_check}};
  std::vector<ScorePart> ordered = parts;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const ScorePart& a, const ScorePart& b) { return a.points > b.points; });
  const Told told{context, candidate, record};
  std::vector<Reason> reasons;
  for (const ScorePart& part : ordered) {
    if (part.points.points == 0) continue;
    for (const auto& [name, tell] : kTellers) {
      if (name == part.name) tell(told, reasons);
    }
  }
  return reasons;
}

}  // namespace kring::engine
