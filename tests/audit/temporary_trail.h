// On which files does a test of the trail work?
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "service/audit/entry.h"

namespace kring::service::audit::tests {

/// A folder of its own, gone at the end.
class TemporaryTrail {
 public:
  TemporaryTrail();
  ~TemporaryTrail();
  TemporaryTrail(const TemporaryTrail&) = delete;
  TemporaryTrail& operator=(const TemporaryTrail&) = delete;
  TemporaryTrail(TemporaryTrail&&) = delete;
  TemporaryTrail& operator=(TemporaryTrail&&) = delete;

  [[nodiscard]] std::string file() const { return folder_ / "audit.jsonl"; }
  /// All but the head records.
  [[nodiscard]] std::vector<std::string> files() const;

 private:
  std::filesystem::path folder_;
};

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& text);

/// By a record system, at a fixed time.
Entry make_entry(const std::string& action = "POST /v1/matches");

}  // namespace kring::service::audit::tests
