// How alike are two records, and what makes them two?
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/duplicates/conflicts.h"
#include "catalog/duplicates/score.h"
#include "catalog/duplicates/wording.h"
#include "catalog/embedded.h"
#include "catalog/weights.h"
#include "tests/catalog/walking_group.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Date;
using catalog::duplicates::compare;
using catalog::duplicates::Conflict;
using catalog::duplicates::conflicts_of;
using catalog::duplicates::describe;
using catalog::duplicates::duplicate_weights;
using catalog::duplicates::is_linked;
using catalog::duplicates::kPartCount;
using catalog::duplicates::load_tuning;
using catalog::duplicates::Member;
using catalog::duplicates::name_of;
using catalog::duplicates::PairScore;
using catalog::duplicates::Part;
using catalog::duplicates::PartScore;
using catalog::duplicates::score_pair;
using catalog::duplicates::SubjectReader;
using catalog::duplicates::Subjects;
using catalog::duplicates::Traits;
using catalog::duplicates::traits_of;
using catalog::duplicates::Tuning;
using catalog::duplicates::Values;

Activity with(Activity activity, void (*change)(Activity&)) {
  change(activity);
  return activity;
}

std::optional<std::int32_t> value_of(Part part, const Activity& a, const Activity& b) {
  return compare(traits_of(a), traits_of(b)).at(static_cast<std::size_t>(part));
}

bool are_linked(const Activity& a, const Activity& b) {
  const Tuning tuning = load_tuning();
  return is_linked(score_pair(traits_of(a), traits_of(b), tuning), tuning);
}

}  // namespace

TEST_CASE("a record equals its copy in every field that it has") {
  const Activity activity = walking_group();
  const Values values = compare(traits_of(activity), traits_of(activity));
  for (const Part part : {Part::kName, Part::kOrganization, Part::kPlace, Part::kTime, Part::kEmail,
                          Part::kUrl, Part::kText}) {
    CHECK(values.at(static_cast<std::size_t>(part)) == 10'000);
  }
  CHECK(values.at(static_cast<std::size_t>(Part::kPhone)) == 3'000);
  CHECK_FALSE(values.at(static_cast<std::size_t>(Part::kVariant)));
  CHECK_FALSE(values.at(static_cast<std::size_t>(Part::kBranch)));
}

TEST_CASE("what one record does not say is neutral") {
  const Activity bare = with(walking_group(), [](Activity& activity) {
    activity.phones.clear();
    activity.email.clear();
    activity.url.clear();
    activity.sites.clear();
    activity.schedules.clear();
    activity.description.clear();
  });
  for (const Part part : {Part::kPlace, Part::kTime, Part::kPhone, Part::kEmail, Part::kUrl}) {
    CHECK_FALSE(value_of(part, walking_group(), bare));
  }
  const Tuning tuning = load_tuning();
  const SubjectReader reader = tell_walking();
  CHECK(is_linked(score_pair(traits_of(walking_group(), reader), traits_of(bare, reader), tuning),
                  tuning));
}

TEST_CASE(
    "what records are about counts for them and against them, and not where nobody can tell") {
  const auto about = [](unsigned long long subjects) {
    Traits traits;
    traits.subjects = Subjects(subjects);
    return traits;
  };
  const auto value_of_subjects = [](const Traits& a, const Traits& b) {
    return compare(a, b).at(static_cast<std::size_t>(Part::kSubject));
  };
  CHECK(value_of_subjects(about(0b101), about(0b101)) == 10'000);
  CHECK(value_of_subjects(about(0b11), about(0b110)) == 0);
  CHECK(value_of_subjects(about(0b1), about(0b10)) == -10'000);
  CHECK_FALSE(value_of_subjects(about(0), about(0b1)));
  CHECK(traits_of(walking_group()).subjects.none());
  CHECK(traits_of(walking_group(), tell_walking()).subjects == Subjects(1));
}

TEST_CASE("names are equal whatever the accents, capitals, blanks and order") {
  const auto named = [](const char* name) {
    Activity activity;
    activity.name = name;
    return activity;
  };
  CHECK(value_of(Part::kName, named("Taalcafé De Lindenberg"), named("TAAL CAFE de Lindenberg"))
        == 10'000);
  CHECK(*value_of(Part::kName, named("Wandelgroep Goffert"), named("Goffert wandelgroep")) > 6'000);
  CHECK(*value_of(Part::kName, named("Schilderclub"), named("Formulierenhulp")) < 0);
}

TEST_CASE("one number is one number with and without country code") {
  const Activity other = with(walking_group(), [](Activity& activity) {
    activity.phones = {{"+31 24 0000114", ""}};
  });
  CHECK(value_of(Part::kPhone, walking_group(), other) == 3'000);
  const Activity different = with(walking_group(), [](Activity& activity) {
    activity.phones = {{"024-000 01 15", ""}};
  });
  CHECK(value_of(Part::kPhone, walking_group(), different) == 0);
}

TEST_CASE("one number of two organisations tells more than one organisation's own") {
  const Activity taken_over = with(
      walking_group(), [](Activity& activity) { activity.organization.name = "Sociale kaart"; });
  CHECK(value_of(Part::kPhone, walking_group(), taken_over) == 10'000);
}

TEST_CASE("a vacancy is not the activity that it is at") {
  const Activity vacancy = with(walking_group(), [](Activity& activity) {
    activity.name = "Vacature: begeleider " + activity.name;
  });
  CHECK(value_of(Part::kVariant, walking_group(), vacancy) == -10'000);
}

TEST_CASE("what one organisation gives again after it was over is another activity") {
  const Activity former = with(
      walking_group(), [](Activity& activity) { activity.status = catalog::Status::kInactive; });
  CHECK(value_of(Part::kBranch, walking_group(), former) == -10'000);
}

TEST_CASE("a page is compared, the front page of a site is not") {
  const Activity same_page = with(walking_group(), [](Activity& activity) {
    activity.url = "http://www.beweegmee.example.org/wandelgroep/";
  });
  CHECK(value_of(Part::kUrl, walking_group(), same_page) == 10'000);
  const auto at_front = [](Activity& activity) { activity.url = "https://beweegmee.example.org/"; };
  CHECK(value_of(Part::kUrl, with(walking_group(), at_front), with(walking_group(), at_front))
        == 0);
}

TEST_CASE("days that only the text names are compared with days of a schedule") {
  const auto told = [](const char* text) {
    Activity activity = walking_group();
    activity.schedules.clear();
    activity.description = text;
    return activity;
  };
  CHECK(*value_of(Part::kTime, walking_group(), told("Iedere woensdag lopen wij.")) > 0);
  CHECK(*value_of(Part::kTime, walking_group(), told("Iedere maandag lopen wij.")) < 0);
}

TEST_CASE("the same organisation on another day or at another venue is a branch, no duplicate") {
  const Activity other_day = with(walking_group(), [](Activity& activity) {
    activity.schedules.front().rrule = "FREQ=WEEKLY;BYDAY=FR";
  });
  CHECK(value_of(Part::kBranch, walking_group(), other_day) == -10'000);
  CHECK_FALSE(are_linked(walking_group(), other_day));
  const Activity other_venue = with(walking_group(), [](Activity& activity) {
    activity.sites.front().street = "Kerkstraat 12";
    activity.sites.front().postcode = "6511 AA";
  });
  CHECK_FALSE(are_linked(walking_group(), other_venue));
}

TEST_CASE("levels, numbers and people that exclude each other make two activities") {
  const auto named = [](const char* name) {
    Activity activity = walking_group();
    activity.name = name;
    return activity;
  };
  CHECK_FALSE(are_linked(named("Nederlands A1"), named("Nederlands A2")));
  CHECK_FALSE(are_linked(named("Computerles beginners"), named("Computerles gevorderden")));
  CHECK_FALSE(are_linked(named("Praatgroep vrouwen"), named("Praatgroep mannen")));
  CHECK(are_linked(named("Gym 60+"), named("Gym 60 plus")));
}

TEST_CASE("a record that a list took over is linked though it has another owner") {
  const Activity copy = with(walking_group(), [](Activity& activity) {
    activity.name = "Wandelen in het Goffert - iedere woensdag";
    activity.description = "Gratis wandelgroepje, woensdag 10u vanaf het paviljoen.";
    activity.organization.name = "Buurtgids Online";
    activity.phones.clear();
    activity.email = "redactie@buurtgids.example.org";
    activity.url = "https://buurtgids.example.org/123";
  });
  CHECK(are_linked(walking_group(), copy));
}

TEST_CASE("the points of the parts add up to the score, in either order") {
  const Tuning tuning = load_tuning();
  const Traits a = traits_of(walking_group());
  const Traits b = traits_of(with(walking_group(), [](Activity& activity) {
    activity.name = "Wandelclub Goffert";
    activity.phones.clear();
  }));
  const PairScore score = score_pair(a, b, tuning);
  std::int32_t sum = 0;
  for (const PartScore& part : score.parts) {
    sum += part.points;
  }
  CHECK(sum == score.score.points);
  CHECK(score == score_pair(b, a, tuning));
}

TEST_CASE("every part has a weight, and there is a score from which a pair is linked") {
  const auto weights = catalog::parse_weights(duplicate_weights());
  REQUIRE(weights);
  for (std::size_t i = 0; i < kPartCount; ++i) {
    CHECK(weights->has(name_of(static_cast<Part>(i))));
  }
  CHECK(weights->has("linked_from"));
  CHECK(weights->entries().size() == kPartCount + 1);
}

TEST_CASE("a record that another hand retold is linked by its figures and the name of its owner") {
  const Activity own = with(walking_group(), [](Activity& activity) {
    activity.description += " Van half elf tot twaalf, 17,50 per kwartaal.";
    activity.schedules.clear();
  });
  const Activity retold = with(own, [](Activity& activity) {
    activity.name = "Samen in beweging";
    activity.description =
        "Bij Sportstichting Beweegmee, 10:30-12 uur, voor 17,50. Start: paviljoen, in het park.";
    activity.organization.name = "Gids voor de wijk";
    activity.phones.clear();
  });
  CHECK(are_linked(own, retold));
  CHECK_FALSE(are_linked(own, with(retold, [](Activity& activity) {
                           activity.description = "Start: paviljoen, in het park.";
                         })));
}

TEST_CASE("two things of one organisation at one place are two, unless it calls them alike") {
  const auto at_front = [](Activity& activity) {
    activity.name = "Lezing over paddenstoelen";
    activity.description = "Een boswachter vertelt in het paviljoen, met koffie.";
    activity.url = "https://beweegmee.example.org/lezing";
    activity.schedules.clear();
  };
  CHECK_FALSE(are_linked(walking_group(), with(walking_group(), at_front)));
  CHECK(value_of(Part::kOrganization, walking_group(), with(walking_group(), at_front)) == 0);
}

TEST_CASE("who looks for helpers does not offer what they help with") {
  const Activity wanted =
      with(walking_group(), [](Activity& activity) { activity.name += ": begeleiders gezocht"; });
  const Activity pairs =
      with(walking_group(), [](Activity& activity) { activity.name += ": gezocht en gevonden"; });
  CHECK_FALSE(value_of(Part::kVariant, walking_group(), pairs));
  CHECK(value_of(Part::kVariant, walking_group(), wanted) == -10'000);
}

TEST_CASE("an organisation at whose venue others meet is not named by them") {
  const Activity guest = with(walking_group(), [](Activity& activity) {
    activity.organization.name = "Koor Zonder Noten";
    activity.description = "Wij zingen.";
    activity.sites.front().name = "Sportstichting Beweegmee";
  });
  CHECK(*value_of(Part::kOrganization, walking_group(), guest) < 1'000);
}

TEST_CASE("a list that names no more than the city agrees with an address in it") {
  const Activity without_address = with(walking_group(), [](Activity& activity) {
    activity.sites.clear();
    activity.areas.emplace_back().name = "Nijmegen";
  });
  CHECK(value_of(Part::kPlace, walking_group(), without_address) == 4'000);
}

TEST_CASE("two organisations that have no place, number or page in common do two things") {
  const Activity elsewhere = with(walking_group(), [](Activity& activity) {
    activity.organization.name = "Gids voor de wijk";
    activity.sites.clear();
    activity.phones.clear();
    activity.email.clear();
    activity.url.clear();
    activity.areas.emplace_back().name = "Goffertwijk";
  });
  CHECK(value_of(Part::kBranch, walking_group(), elsewhere) == -3'000);
  const Activity online = with(elsewhere, [](Activity& activity) { activity.areas.clear(); });
  CHECK(value_of(Part::kBranch, walking_group(), online) == -3'000);
  const Activity in_town =
      with(elsewhere, [](Activity& activity) { activity.areas.emplace_back().name = "Nijmegen"; });
  CHECK_FALSE(value_of(Part::kBranch, walking_group(), in_town));
  Activity with_number = elsewhere;
  with_number.phones = walking_group().phones;
  CHECK_FALSE(value_of(Part::kBranch, walking_group(), with_number));
}

TEST_CASE("reasons are said in both languages, the heaviest first, what is against it last") {
  const catalog::Text text = describe({{3'000},
                                       {{Part::kName, 7'000, 1'470},
                                        {Part::kPlace, -10'000, -1'100},
                                        {Part::kPhone, 10'000, 500},
                                        {Part::kText, 9'500, 2'280}}});
  CHECK(text.nl
        == "bijna dezelfde tekst, bijna dezelfde naam, zelfde telefoon; maar een ander adres");
  CHECK(text.en == "almost the same text, almost the same name, same phone; but another address");
}

TEST_CASE("conflicts name who says what, and pass over other spellings and silence") {
  const Member one{walking_group(), "gids"};
  const Member other{with(walking_group(),
                          [](Activity& activity) {
                            activity.email = "CONTACT@beweegmee.example.org";
                            activity.phones = {{"024-000 99 99", ""}};
                            activity.url.clear();
                            activity.verified_on = Date{};
                          }),
                     "wijk"};
  const std::vector<Conflict> conflicts = conflicts_of({one, other});
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts.front().field == "phones");
  REQUIRE(conflicts.front().sayings.size() == 2);
  CHECK(conflicts.front().sayings.back().source == "wijk");
  CHECK(conflicts.front().sayings.back().value == "024-000 99 99");
  CHECK(conflicts.front().sayings.back().checked_on == Date{});
}

}  // namespace kring::tests
