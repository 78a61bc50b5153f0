// Which questions would move the gaps most?
//
// Reckoned, not guessed: each open item of the profile gets each of its possible answers in turn,
// and its worth is the sum over the ten kinds of the largest less the smallest gap that follows; an
// unknown gap counts 0, as it does in the score. The best question is taken, its middle answer is
// assumed, and the next one, of the dozen best, is worth what it adds to that; equal worth goes to
// the earlier place in the profile. Open are: the map itself, the needs, an item of an own contact,
// who know each other, and what network the person wishes for.

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "engine/gaps/gaps.h"
#include "engine/gaps/reckon.h"
#include "engine/gaps/tell.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Language;
using catalog::Text;

// What is known while questions are tried.
struct State {
  Network network;
  AskedKinds asked;
};
// Puts one answer in the place of another.
using Answer = std::function<void(State&)>;

struct OpenQuestion {
  AskFirst question;
  std::vector<Answer> answers;  // the middle one is assumed once the question is chosen
  int worth = 0;                // points
};

constexpr std::size_t kShortList = 12;  // of the first round, for the rounds that follow

using Gains = std::array<int, kKindCount>;

Gains gaps_of(const State& state) {
  const GapPoints gaps = reckon_gaps(measure_map(state.network), state.asked);
  Gains points{};
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    points[kind] = gaps[kind].value_or(0);
  }
  return points;
}

int worth_of(const OpenQuestion& question, const State& state) {
  Gains least;
  least.fill(catalog::kScoreOne);
  Gains most{};
  State tried = state;
  for (const Answer& answer : question.answers) {
    answer(tried);
    const Gains gaps = gaps_of(tried);
    for (std::size_t kind = 0; kind < kKindCount; ++kind) {
      least[kind] = std::min(least[kind], gaps[kind]);
      most[kind] = std::max(most[kind], gaps[kind]);
    }
  }
  int worth = 0;
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    worth += std::max(0, most[kind] - least[kind]);
  }
  return worth;
}

// Best first; of equal worth, as they stood.
void rank_by_worth(const State& state, std::vector<OpenQuestion>& open) {
  for (OpenQuestion& question : open) {
    question.worth = worth_of(question, state);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const OpenQuestion& a, const OpenQuestion& b) { return a.worth > b.worth; });
}

template <class Value>
OpenQuestion ask_contact(std::size_t number,
                         std::optional<Value> Contact::*item,
                         const std::vector<Value>& values,
                         AskFirst question) {
  OpenQuestion open{std::move(question), {}, 0};
  for (const Value value : values) {
    open.answers.emplace_back(
        [number, item, value](State& state) { (*state.network.contacts)[number].*item = value; });
  }
  return open;
}

// The questions of one contact. Frequency and domain come first: most kinds rest on them.
void add_contact_questions(const Network& network,
                           std::size_t number,
                           Language language,
                           std::vector<OpenQuestion>& open) {
  const Contact& contact = (*network.contacts)[number];
  const std::string name = name_of_contact(contact, language);
  const auto question = [&](const char* item, const char* nl, const char* en) {
    return AskFirst{
        fmt::format("/network/contacts/{}/{}", number, item),
        in(language, {fmt::format(fmt::runtime(nl), name), fmt::format(fmt::runtime(en), name)})};
  };
  const auto add = [&](auto item, const auto& values, AskFirst asked) {
    if (!(contact.*item)) open.push_back(ask_contact(number, item, values, std::move(asked)));
  };
  static const std::vector<int> kOrdinals = {1, 2, 3};
  add(&Contact::frequency, std::vector{Frequency::kNever, Frequency::kMonthly, Frequency::kDaily},
      question("frequency", "Hoe vaak is er contact met {}?",
               "How often is there contact with {}?"));
  add(&Contact::domain,
      std::vector{Domain::kFamily, Domain::kFriend, Domain::kNeighbour, Domain::kClub},
      question("domain", "Waarvan is {} bekend?", "From where is {} known?"));
  add(&Contact::practical_support, kOrdinals,
      question("practical_support", "Hoe vaak geeft {} praktische hulp?",
               "How often does {} help in practical ways?"));
  add(&Contact::emotional_support, kOrdinals,
      question("emotional_support", "Hoe vaak geeft {} emotionele steun?",
               "How often does {} give emotional support?"));
  add(&Contact::information_advice, kOrdinals,
      question("information_advice", "Hoe vaak geeft {} raad?", "How often does {} give advice?"));
  add(&Contact::encouragement, kOrdinals,
      question("encouragement", "Hoe vaak moedigt {} aan?", "How often does {} encourage?"));
  add(&Contact::critical, kOrdinals,
      question("critical", "Hoe vaak komt er kritiek van {}?", "How often is {} critical?"));
  add(&Contact::closeness, kOrdinals,
      question("closeness", "Hoe nabij is {}?", "How close is {}?"));
  add(&Contact::known,
      std::vector{KnownFor::kLessThanOneYear, KnownFor::kOneToFiveYears,
                  KnownFor::kMoreThanFiveYears},
      question("known", "Hoe lang is {} al bekend?", "For how long has {} been known?"));
  add(&Contact::travel_minutes,
      std::vector{catalog::Minutes{0}, catalog::Minutes{45}, catalog::Minutes{120}},
      question("travel_minutes", "Hoe lang is de reis naar {}?", "How long is the journey to {}?"));
  add(&Contact::wish,
      std::vector{ContactWish::kMoreContact, ContactWish::kSame, ContactWish::kLessContact},
      question("wish", "Is er meer of minder contact gewenst met {}?",
               "Is more or less contact with {} wished for?"));
}

// So many contacts of one kind, as the answer to who they are.
std::vector<Contact> make_contacts(int count, int support) {
  static constexpr std::array kDomains = {Domain::kFamily, Domain::kFriend, Domain::kNeighbour,
                                          Domain::kClub};
  std::vector<Contact> contacts;
  for (int i = 0; i < count; ++i) {
    Contact contact;
    contact.id = fmt::format("asked-{}", i);
    contact.domain = kDomains[static_cast<std::size_t>(i) % kDomains.size()];
    for (const auto item :
         {&Contact::practical_support, &Contact::emotional_support, &Contact::information_advice,
          &Contact::encouragement, &Contact::closeness}) {
      contact.*item = support;
    }
    contact.critical = 1;
    contact.frequency = Frequency::kWeekly;
    contact.known = KnownFor::kMoreThanFiveYears;
    contact.travel_minutes = catalog::Minutes{0};
    contact.wish = ContactWish::kSame;
    contacts.push_back(std::move(contact));
  }
  return contacts;
}

void add_map_question(const Network& network, Language language, std::vector<OpenQuestion>& open) {
  if (network.contacts) return;
  OpenQuestion question{
      {"/network/contacts", question_of(kind_of(catalog::Dimension::kSize), language)}, {}};
  for (const auto& [count, support] :
       {std::pair{0, 1}, std::pair{3, kSometimes}, std::pair{kReferenceContacts, kAlmostAlways}}) {
    question.answers.emplace_back([contacts = make_contacts(count, support)](State& state) {
      state.network.contacts = contacts;
    });
  }
  open.push_back(std::move(question));
}

void add_needs_question(const Profile& profile, std::vector<OpenQuestion>& open) {
  static constexpr int kUrgent = 8'500;  // a gap named at the highest priority
  if (!profile.needs.empty()) return;
  OpenQuestion question{
      {"/needs", in(profile.language, {"Wat wil iemand het liefst anders?",
                                       "What does the person most want to change?"})},
      {}};
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    question.answers.emplace_back([kind](State& state) {
      state.asked.at_least = {};
      state.asked.at_least[kind] = kUrgent;
    });
  }
  question.answers.insert(question.answers.begin() + kKindCount / 2,
                          [](State& state) { state.asked.at_least = {}; });
  open.push_back(std::move(question));
}

// Every `step`-th pair of contacts; none for 0.
std::vector<std::pair<std::string, std::string>> make_ties(const std::vector<Contact>& contacts,
                                                           int step) {
  std::vector<std::pair<std::string, std::string>> ties;
  if (step == 0) return ties;
  int number = 0;
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    for (std::size_t j = i + 1; j < contacts.size(); ++j) {
      if (number++ % step == 0) ties.emplace_back(contacts[i].id, contacts[j].id);
    }
  }
  return ties;
}

void add_ties_question(const Network& network, Language language, std::vector<OpenQuestion>& open) {
  if (network.ties || !network.contacts) return;
  OpenQuestion question{
      {"/network/ties", question_of(kind_of(catalog::Dimension::kDensity), language)}, {}};
  for (const int step : {0, 2, 1}) {
    question.answers.emplace_back(
        [step](State& state) { state.network.ties = make_ties(*state.network.contacts, step); });
  }
  open.push_back(std::move(question));
}

template <class Value>
OpenQuestion ask_wish(std::optional<Value> WantedNetwork::*item,
                      const std::vector<Value>& values,
                      AskFirst question) {
  OpenQuestion open{std::move(question), {}, 0};
  for (const Value& value : values) {
    open.answers.emplace_back([item, value](State& state) { state.network.wanted.*item = value; });
  }
  return open;
}

void add_wish_questions(const WantedNetwork& wanted,
                        Language language,
                        std::vector<OpenQuestion>& open) {
  const auto add = [&](auto item, const auto& values, AskFirst question) {
    if (!(wanted.*item)) open.push_back(ask_wish(item, values, std::move(question)));
  };
  const auto question = [language](const char* item, const Text& text) {
    return AskFirst{fmt::format("/network/wanted/{}", item), in(language, text)};
  };
  add(&WantedNetwork::contacts, std::vector{4, 8, 12},
      question("contacts", {"Hoeveel contacten wil iemand?", "How many contacts are wished for?"}));
  add(&WantedNetwork::confidants, std::vector{1, 2, 4},
      question("confidants", {"Hoeveel vertrouwde contacten wil iemand?",
                              "How many confidants are wished for?"}));
  add(&WantedNetwork::visits_per_week, std::vector{1.0, 2.0, 4.0},
      question("visits_per_week",
               {"Hoe vaak per week wil iemand bezoek?", "How many visits a week are wished for?"}));
  add(&WantedNetwork::domains,
      std::vector<std::vector<Domain>>{{Domain::kFamily}, {Domain::kFriend}, {Domain::kClub}},
      question("domains", {"In welke kring wil iemand mensen kennen?",
                           "In which circle does the person want people?"}));
}

std::vector<OpenQuestion> find_open(const Profile& profile, const Network& network) {
  std::vector<OpenQuestion> open;
  add_map_question(network, profile.language, open);
  add_needs_question(profile, open);
  for (std::size_t i = 0; network.contacts && i < network.contacts->size(); ++i) {
    const Contact& contact = (*network.contacts)[i];
    const bool is_own =
        contact.kind == ContactKind::kPerson && contact.domain != Domain::kProfessional;
    if (is_own) add_contact_questions(network, i, profile.language, open);
  }
  add_ties_question(network, profile.language, open);
  add_wish_questions(network.wanted, profile.language, open);
  return open;
}

}  // namespace

std::vector<AskFirst> find_first_questions(const Understood& understood,
                                           const catalog::Vocabulary& vocabulary) {
  const Profile& profile = understood.profile;
  State state{profile.network.value_or(Network()), find_asked_kinds(understood, vocabulary)};
  std::vector<OpenQuestion> open = find_open(profile, state.network);
  state.network.ties.reset();  // known ones would be counted anew for each answer, all alike
  std::vector<AskFirst> questions;
  while (questions.size() < kMaxQuestions && !open.empty()) {
    rank_by_worth(state, open);
    if (open.front().worth == 0) break;
    const std::vector<Answer>& answers = open.front().answers;
    answers[answers.size() / 2](state);
    questions.push_back(std::move(open.front().question));
    open.erase(open.begin());
    open.resize(std::min(open.size(), kShortList));
  }
  return questions;
}

}  // namespace kring::engine
