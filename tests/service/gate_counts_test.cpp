// Do counts of gates tell of many, and never of one?
#include "service/gate_counts.h"

#include <string>

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

constexpr const char* kMatches = "kring_gate_matches_total{gate=\"age\"} ";

}  // namespace

TEST_CASE("what a gate removes is told in steps of ten matches and not between them") {
  GateCounts counts;
  for (int i = 1; i < kGateCell; ++i)
    counts.note({{engine::Gate::kAge, 3}});
  CHECK(counts.write().find("gate=") == std::string::npos);
  counts.note({{engine::Gate::kAge, 5}, {engine::Gate::kCost, 1}});
  const std::string told = counts.write();
  CHECK(told.find(std::string(kMatches) + "10\n") != std::string::npos);
  CHECK(told.find("kring_gate_removed_total{gate=\"age\"} 32\n") != std::string::npos);
  CHECK(told.find("cost") == std::string::npos);
  for (int i = 1; i < kGateCell; ++i)
    counts.note({{engine::Gate::kAge, 3}});
  CHECK(counts.write() == told);
}

}  // namespace kring::service::tests
