// Which facts of a match does a careful worker ask first?
#pragma once

#include <optional>
#include <vector>

#include "engine/candidates.h"

namespace kring::engine {

/// A match shows no more: what matters most, a worker can ask in one call.
inline constexpr std::size_t kMostInquiries = 4;

struct Asking {
  Inquiry inquiry = Inquiry::kExists;
  std::optional<AccessNeed> need;  ///< of kAccess
};

/// At most kMostInquiries, in the order of Inquiry; of one gate the most important, but one for
/// each access need.
std::vector<Asking> find_inquiries(const Asked& asked, const Candidate& candidate);

/// The gate that the answer belongs to.
Gate gate_of(Inquiry inquiry);

}  // namespace kring::engine
