// How is said what a dimension of the network holds, and what is asked where it is unknown?

#include <algorithm>

#include <fmt/format.h>

#include "engine/gaps/tell.h"

namespace kring::engine {
namespace {

using catalog::Dimension;
using catalog::in;
using catalog::Language;
using catalog::Text;
using Told = std::vector<Text>;

/// Of measure_density: above it the gap is too small to speak of (kSomeGap of gaps.h, by kBegins).
constexpr int kBalanced = 7'200;

template <class Condition>
int count_of(const Contacts& contacts, Condition condition) {
  return static_cast<int>(
      std::count_if(contacts.begin(), contacts.end(),
                    [&condition](const Contact* contact) { return condition(*contact); }));
}

// "1 contact", "3 contacts".
std::string contacts_nl(int count) {
  return fmt::format("{} {}", count, count == 1 ? "contact" : "contacten");
}
std::string contacts_en(int count) {
  return fmt::format("{} {}", count, count == 1 ? "contact" : "contacts");
}

Told tell_size(const Network& network, const Contacts& contacts) {
  const auto count = static_cast<int>(contacts.size());
  Told told = {
      {fmt::format("Er {} {} buiten de hulpverlening.", count == 1 ? "is" : "zijn",
                   contacts_nl(count)),
       fmt::format("There {} {} outside care.", count == 1 ? "is" : "are", contacts_en(count))}};
  if (const auto wished = wish_for(network.wanted.contacts)) {
    told.push_back(
        {fmt::format("De wens is {}.", *wished), fmt::format("The wish is {}.", *wished)});
  } else {
    told.push_back({"Een zachte maat uit onderzoek is acht. Dat is geen norm.",
                    "A soft measure from studies is eight. That is no norm."});
  }
  return told;
}

Told tell_quality(const Network& /*network*/, const Contacts& contacts) {
  const int straining = count_of(contacts, strains);
  const int warm = count_of(contacts, [](const Contact& c) {
    return !strains(c) && c.emotional_support.value_or(1) >= kSometimes;
  });
  Told told = {{fmt::format("{} {} zonder veel kritiek.", contacts_nl(warm),
                            warm == 1 ? "geeft steun" : "geven steun"),
                fmt::format("{} {} without much criticism.", contacts_en(warm),
                            warm == 1 ? "gives support" : "give support")}};
  if (straining > 0) {
    told.push_back(
        {straining == 1
             ? "1 contact geeft veel kritiek of is minder gewenst."
             : fmt::format("{} contacten geven veel kritiek of zijn minder gewenst.", straining),
         fmt::format("{} {} very critical or less wanted.", contacts_en(straining),
                     straining == 1 ? "is" : "are")});
  }
  return told;
}

Told tell_stability(const Network& /*network*/, const Contacts& contacts) {
  const int known = count_of(contacts, [](const Contact& c) { return c.known.has_value(); });
  const int lasting = count_of(contacts, [](const Contact& c) {
    return c.known == KnownFor::kMoreThanFiveYears && is_seen_monthly(c) && !strains(c);
  });
  const int faded = count_of(contacts, [](const Contact& c) {
    return c.known && *c.known != KnownFor::kLessThanOneYear && presence_of(c) <= 1;
  });
  Told told = {
      {fmt::format("{} van {} {} er al meer dan vijf jaar, elke maand.",
                   lasting == 0 ? "Geen" : fmt::format("{}", lasting), contacts_nl(known),
                   lasting > 1 ? "zijn" : "is"),
       fmt::format("{} of {} lasted over five years, every month.", lasting, contacts_en(known))}};
  if (faded > 0) {
    told.push_back({fmt::format("{} {} verwaterd.", contacts_nl(faded), faded == 1 ? "is" : "zijn"),
                    fmt::format("{} {} faded.", contacts_en(faded), faded == 1 ? "has" : "have")});
  }
  return told;
}

Text name_of_domain(Domain domain) {
  static const std::array<Text, 8> kNames = {{{"huishouden", "household"},
                                              {"familie", "family"},
                                              {"vrienden", "friends"},
                                              {"buren", "neighbours"},
                                              {"werk of school", "work or school"},
                                              {"clubs", "clubs"},
                                              {"hulpverlening", "care"},
                                              {"anders", "other"}}};
  return kNames[static_cast<std::size_t>(domain)];
}

Told tell_variety(const Network& network, const Contacts& contacts) {
  const std::vector<Domain> present = find_domains(contacts);
  std::vector<std::string> missing_nl;
  std::vector<std::string> missing_en;
  for (const Domain domain : network.wanted.domains.value_or(std::vector<Domain>())) {
    const Text name = name_of_domain(domain);
    const bool is_met = std::find(present.begin(), present.end(), domain) != present.end();
    const bool is_said =
        std::find(missing_nl.begin(), missing_nl.end(), name.nl) != missing_nl.end();
    if (is_met || is_said) continue;
    missing_nl.push_back(name.nl);
    missing_en.push_back(name.en);
  }
  const auto count = present.size();
  Told told = {
      {fmt::format("De contacten komen uit {} {}.", count, count == 1 ? "kring" : "kringen"),
       fmt::format("The contacts come from {} {}.", count, count == 1 ? "circle" : "circles")}};
  if (!missing_nl.empty()) {
    told.push_back({fmt::format("Gewenst, maar niet elke maand: {}.", fmt::join(missing_nl, ", ")),
                    fmt::format("Wished, but not monthly: {}.", fmt::join(missing_en, ", "))});
  } else if (!network.wanted.domains || network.wanted.domains->empty()) {
    told.push_back({"Vier kringen is een zachte maat.", "Four circles is a soft measure."});
  }
  return told;
}

Told tell_density(const Network& network, const Contacts& contacts) {
  const auto count = static_cast<int>(contacts.size());
  const int pairs = count * (count - 1) / 2;
  const int ties = count_ties(network, contacts);
  Told told = {
      {fmt::format("{} van de {} paren {} elkaar.", ties, pairs, ties == 1 ? "kent" : "kennen"),
       fmt::format("{} of {} pairs know each other.", ties, pairs)}};
  if (measure_density(network, contacts).value.value_or(catalog::kScoreOne) > kBalanced) {
    return told;
  }
  if (2 * ties < pairs) {
    told.push_back({"Het netwerk is los: weinig mensen kennen elkaar.",
                    "The network is loose: few know each other."});
  } else {
    told.push_back({"Het netwerk is heel hecht: bijna iedereen kent elkaar.",
                    "The network is very close: nearly all know each other."});
  }
  return told;
}

Told tell_reachability(const Network& network, const Contacts& contacts) {
  const int weekly = count_of(
      contacts, [](const Contact& c) { return c.frequency && *c.frequency >= Frequency::kWeekly; });
  const int far = count_of(contacts, [](const Contact& c) {
    return c.travel_minutes && c.travel_minutes->value > kFarMinutes;
  });
  Told told = {{fmt::format("Met {} is er elke week contact.", contacts_nl(weekly)),
                fmt::format("With {} there is weekly contact.", contacts_en(weekly))}};
  if (far > 0) {
    told.push_back(
        {fmt::format("Naar {} is het meer dan een uur reizen.", contacts_nl(far)),
         fmt::format("{} {} over an hour away.", contacts_en(far), far == 1 ? "lives" : "live")});
  }
  if (const double wished = network.wanted.visits_per_week.value_or(0.0); wished > 0.0) {
    told.push_back({fmt::format("De wens is {:g} keer bezoek per week.", wished),
                    fmt::format("The wish is {:g} visits a week.", wished)});
  } else {
    told.push_back(
        {"Twee keer bezoek per week is een zachte maat.", "Two visits a week is a soft measure."});
  }
  return told;
}

}  // namespace

std::vector<std::string> tell_dimension(const Network& network,
                                        Dimension dimension,
                                        Language language) {
  static constexpr std::array<Told (*)(const Network&, const Contacts&), catalog::kDimensionCount>
      kTellers = {tell_size,    tell_quality, tell_stability,
                  tell_variety, tell_density, tell_reachability};
  std::vector<std::string> told;
  for (const Text& text :
       kTellers[static_cast<std::size_t>(dimension)](network, own_contacts(network))) {
    told.push_back(in(language, text));
  }
  return told;
}

std::string question_of(std::size_t kind, Language language) {
  static const std::array<Text, kKindCount> kQuestions = {{
      {"Wie helpt met praktische dingen?", "Who helps in practical ways?"},
      {"Bij wie kan iemand zijn verhaal kwijt?", "Whom can the person confide in?"},
      {"Wie geeft raad of informatie?", "Who gives advice or information?"},
      {"Wie moedigt aan?", "Who encourages?"},
      {"Wie zijn de belangrijkste contacten?", "Who are the most important contacts?"},
      {"Wie geeft steun, en wie is vaak kritisch?", "Who supports, and who is often critical?"},
      {"Hoe lang kent iemand de contacten al?", "For how long have they known each other?"},
      {"Waarvan kent iemand de contacten?", "From where does the person know them?"},
      {"Wie kennen elkaar?", "Who know each other?"},
      {"Hoe vaak is er contact?", "How often are they in contact?"},
  }};
  return in(language, kQuestions[kind]);
}

bool is_incomplete(const Network& network, std::size_t kind) {
  const Contacts contacts = own_contacts(network);
  const auto lacks = [&contacts](auto item) {
    return std::any_of(contacts.begin(), contacts.end(),
                       [item](const Contact* contact) { return !(contact->*item).has_value(); });
  };
  if (kind < catalog::kSupportCount) return lacks(item_of(static_cast<catalog::Support>(kind)));
  switch (static_cast<Dimension>(kind - catalog::kSupportCount)) {
    case Dimension::kSize:
      return !network.contacts;
    case Dimension::kQuality:
      return lacks(&Contact::emotional_support) || lacks(&Contact::critical);
    case Dimension::kStability:
      return lacks(&Contact::known);
    case Dimension::kVariety:
      return lacks(&Contact::domain);
    case Dimension::kDensity:
      return !network.ties;
    case Dimension::kReachability:
      return lacks(&Contact::frequency);
  }
  return false;
}

}  // namespace kring::engine
