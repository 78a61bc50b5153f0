// Which routes does the service have?
//
// One file each. Each adds itself to the router.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "service/access/login.h"
#include "service/current_matcher.h"
#include "service/gate_counts.h"
#include "service/handovers.h"
#include "service/open_data.h"
#include "service/rim.h"
#include "service/router.h"
#include "service/site/frame.h"
#include "service/site/theme.h"
#include "service/site/tiles.h"

namespace kring::service {

/// The page where one logs in and out.
inline constexpr std::string_view kLoginDoor = "/login/status";

/// What handlers share. Outlives the router.
struct Surroundings {
  const CurrentMatcher& matchers;
  Clock clock;
  const OpenData* open_data = nullptr;  ///< null: the open APIs are not served
  std::string public_address = {};      ///< "https://kring.example.org", "" where not configured
  std::function<std::string()> metrics = {};  ///< in Prometheus' text format; none: nothing to tell
  GateCounts* gate_counts = nullptr;          ///< null: nobody asked for them
  access::Login* login = nullptr;             ///< null: nobody can log in with a browser
  std::function<void(std::string_view line)> note = {};  ///< for the operator's log; none: silent
  Handovers* handovers = nullptr;                        ///< null: no record system hands over
  const Theme* theme = nullptr;                          ///< null: the neutral one
  const Tiles* tiles = nullptr;                          ///< null: maps show the places alone
};

/// Around the pages that the service itself writes.
SiteFrame site_frame(const Surroundings& surroundings);

void add_matches(Router& router, const Surroundings& surroundings);
void add_gaps(Router& router, const Surroundings& surroundings);
void add_handovers(Router& router, const Surroundings& surroundings);
void add_plans(Router& router, const Surroundings& surroundings);
void add_activities(Router& router, const Surroundings& surroundings);
void add_concepts(Router& router, const Surroundings& surroundings);
void add_places(Router& router, const Surroundings& surroundings);
void add_openapi(Router& router, const Surroundings& surroundings);
void add_health(Router& router, const Surroundings& surroundings);
void add_metrics(Router& router, const Surroundings& surroundings);
void add_hsds(Router& router, const Surroundings& surroundings);
void add_rpde(Router& router, const Surroundings& surroundings);
void add_activity_page(Router& router, const Surroundings& surroundings);
void add_login(Router& router, const Surroundings& surroundings);
void add_pages(Router& router, const Surroundings& surroundings);
void add_tiles(Router& router, const Tiles& tiles);

/// All of them. Without a guard everyone may ask everything.
std::shared_ptr<const Router> make_router(const Surroundings& surroundings, Guard guard = {});

}  // namespace kring::service
