#include "tests/catalog/walking_group.h"

namespace kring::tests {

catalog::Activity walking_group() {
  catalog::Activity activity;
  activity.name = "Wandelgroep Goffertpark";
  activity.description =
      "Elke woensdagochtend een uur wandelen in het park, in twee tempo's. Verzamelen bij het "
      "paviljoen, na afloop koffie. Honden aan de lijn, stevige schoenen en een regenjas mee.";
  activity.organization.name = "Sportstichting Beweegmee";
  activity.phones = {{"024-000 01 14", ""}};
  activity.email = "contact@beweegmee.example.org";
  activity.url = "https://beweegmee.example.org/wandelgroep";
  catalog::Site site;
  site.name = "Paviljoen Het Bosrandje";
  site.street = "Parklaan 1";
  site.postcode = "6532 BL";
  site.city = "Nijmegen";
  activity.sites = {site};
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=WE";
  schedule.opens = catalog::Minutes{600};
  activity.schedules = {schedule};
  return activity;
}

catalog::duplicates::SubjectReader tell_walking() {
  return {"1", [](const catalog::Activity&) { return catalog::duplicates::Subjects(1); }};
}

}  // namespace kring::tests
