// How does one take part, and with how many?

#include "indexer/language/facts.h"
#include "indexer/language/phrases.h"

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;
using catalog::GroupSize;

constexpr int kSmallGroup = 14;  ///< people at most for "the same faces"

AttendanceSet stated_by_schedules(const catalog::Activity& activity) {
  AttendanceSet stated;
  for (const catalog::Schedule& schedule : activity.schedules) {
    stated.bits |= schedule.attendance.bits;
  }
  for (const catalog::Site& site : activity.sites) {
    for (const catalog::Schedule& schedule : site.schedules) {
      stated.bits |= schedule.attendance.bits;
    }
  }
  return stated;
}

bool has_physical_site(const catalog::Activity& activity) {
  for (const catalog::Site& site : activity.sites) {
    if (site.attendance.empty() || site.attendance.has(Attendance::kInPerson)) return true;
  }
  return false;
}

AttendanceSet stated_by_sites(const catalog::Activity& activity) {
  AttendanceSet stated;
  for (const catalog::Site& site : activity.sites) {
    stated.bits |= site.attendance.bits;
  }
  return stated;
}

std::optional<int> stated_maximum(const std::string& folded) {
  for (const FoundNumber& number : numbers_in(folded)) {
    const bool is_limit =
        ends_with_any(number.before, {"max ", "max. ", "maximaal ", "hooguit ", "groep van ",
                                      "tafels van ", "groepje van ", "hoogstens ", "groepen van "});
    const bool counts_people =
        starts_with_any(number.after, {" deelnemer", " personen", " mensen", " vrouwen", " mannen",
                                       " jongeren", " plekken", " plaatsen"});
    if ((is_limit || counts_people) && number.whole >= 2 && number.whole <= 40
        && !starts_with_any(number.after, {" uur", " jaar", " euro", " km", " week", " maand"})) {
      return number.whole;
    }
  }
  return std::nullopt;
}

}  // namespace

AttendanceSet find_attendance_forms(const catalog::Activity& activity, const std::string& folded) {
  AttendanceSet forms = stated_by_schedules(activity);
  if (!forms.empty()) return forms;
  const bool visits_home = holds_any(
      folded, {"aan huis", "bij u thuis", "bij je thuis", "bij jou thuis", "bij mensen thuis",
               "thuis op bezoek", "huisbezoek", "komt langs", "komen langs", "komt bij u",
               "komen bij u", "bij u langs", "bij je langs", "aan de keukentafel", "bezoekt u"});
  if (visits_home) forms.add(Attendance::kHomeVisit);
  if (holds_any(folded,
                {"belmaatje", "belcirkel", "telefooncirkel", "telefonisch contact", "belt u",
                 "bellen u", "per telefoon met", "opgebeld", "luisterlijn", "belcontact"})) {
    forms.add(Attendance::kPhone);
  }
  if (!has_physical_site(activity)) {
    forms.bits |= stated_by_sites(activity).bits;
    if (holds_any(folded,
                  {"online", "beeldbellen", "webinar", "zoom", "videobellen", "via de chat"})) {
      forms.add(Attendance::kOnline);
    }
  }
  if (forms.empty()) forms.add(Attendance::kInPerson);
  return forms;
}

std::optional<GroupSize> find_group_size_of(const catalog::Activity& activity,
                                            const std::string& folded,
                                            AttendanceSet attendance) {
  if (holds_any(folded, {"maatje", "buddy", "een-op-een", "een op een", "1-op-1", "1 op 1",
                         "gekoppeld", "koppeling", "bezoekvrijwilliger", "vaste vrijwilliger",
                         "mentor", "steungezin"})) {
    return GroupSize::kOneToOne;
  }
  if (holds_any(folded, {"burendag", "festival", "busreis", "dagtocht", "concert", "kerstmarkt",
                         "kerstdiner", "straattafel"})) {
    return GroupSize::kLargeEvent;
  }
  if (const auto maximum = stated_maximum(folded)) {
    return *maximum <= kSmallGroup ? GroupSize::kSmallGroup : GroupSize::kOpenGroup;
  }
  if (holds_any(folded,
                {"kleine groep", "klein groepje", "vaste groep", "groepje", "besloten groep",
                 "kleinschalig", "gespreksgroep", "lotgenotengroep", "cursus", "training"})) {
    return GroupSize::kSmallGroup;
  }
  if (holds_any(folded,
                {"spreekuur", "hulpdienst", "klussendienst", "vervoer", "boodschappendienst",
                 "helpt u met", "hulp bij", "advies", "dagbesteding op indicatie", "loket"})) {
    return GroupSize::kService;
  }
  if (!attendance.has(Attendance::kInPerson) && !attendance.has(Attendance::kOnline)) {
    return GroupSize::kOneToOne;
  }
  if (activity.sites.empty() && activity.schedules.empty()) return std::nullopt;
  return GroupSize::kOpenGroup;
}

}  // namespace kring::indexer
