// How does a test ask the open APIs about a small catalogue?
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/store/store.h"
#include "service/commands/store_open_data.h"
#include "tests/catalog/scratch.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {

/// The stub of make_stub_matcher() knows it, and says that it is about "buddy_general".
inline constexpr const char* kEatingClub = "11111111-1111-4111-8111-111111111111";
inline constexpr const char* kWalking = "22222222-2222-4222-8222-222222222222";
inline constexpr const char* kSinging = "33333333-3333-4333-8333-333333333333";

/// Two services of "De Brink" in Nijmegen and one of Arnhem without an organisation.
std::string make_services();

class OpenRooms {
 public:
  OpenRooms();

  /// Imports a feed as the whole of `terms.source`, and lets the service take it over.
  void import(const std::string& services, const catalog::SourceTerms& terms);

  [[nodiscard]] const Rooms& rooms() const { return rooms_; }
  /// The body of a GET, as JSON. requires: it is JSON.
  [[nodiscard]] catalog::Json read(const std::string& target) const;
  /// The ids in a list, in its order.
  [[nodiscard]] std::vector<std::string> ids(const std::string& target) const;

 private:
  kring::tests::ScratchFolder folder_;
  catalog::ActivityStore store_;
  StoreOpenData data_;
  Rooms rooms_;
};

}  // namespace kring::service::tests
