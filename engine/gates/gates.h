// Is an activity feasible for the person?
//
// One file a gate, each a question with three answers. No removes the activity and is counted under
// the first gate that says so; unknown keeps it and becomes a question to ask.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>

#include "catalog/quantity.h"
#include "engine/answer.h"
#include "engine/asked.h"

namespace kring::engine {

catalog::Answer judge_not_live(const Asked& asked, const SiteAt& at);
catalog::Answer judge_age(const Asked& asked, const SiteAt& at);
catalog::Answer judge_gender(const Asked& asked, const SiteAt& at);
catalog::Answer judge_area(const Asked& asked, const SiteAt& at);
catalog::Answer judge_travel(const Asked& asked, const SiteAt& at);
catalog::Answer judge_attendance(const Asked& asked, const SiteAt& at);
catalog::Answer judge_language(const Asked& asked, const SiteAt& at);
catalog::Answer judge_referral(const Asked& asked, const SiteAt& at);
catalog::Answer judge_access(const Asked& asked, const SiteAt& at);
catalog::Answer judge_cost(const Asked& asked, const SiteAt& at);
catalog::Answer judge_time(const Asked& asked, const SiteAt& at);
catalog::Answer judge_avoid(const Asked& asked, const SiteAt& at);

/// Whether the areas that the activity names hold the person's home, binding or not; yes where it
/// names none.
catalog::Answer judge_served_area(const Asked& asked, const SiteAt& at);

/// The languages that the record names, packed; empty where it names none. Valid as long as the
/// snapshot.
std::span<const std::uint32_t> languages_spoken(const SiteAt& at);

/// Whom alone the activity is for; absent: it keeps neither women nor men out.
std::optional<Gender> gender_welcome(const SiteAt& at);

/// Whether the record states that a professional must send, or an indication is needed.
bool needs_referral(const SiteAt& at);

/// A record that nobody checked for a year may be wrong in anything.
bool is_stale(const Asked& asked, const SiteAt& at);

/// What all gates said of one site.
struct Judgement {
  std::optional<Gate> refused;      ///< the first that said no
  std::bitset<kGateCount> unknown;  ///< by Gate; complete only where nothing refused
};
Judgement judge(const Asked& asked, const SiteAt& at);

}  // namespace kring::engine
