// Is every request that two servers could read differently refused?
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "tests/catalog/scratch.h"
#include "tests/service/running_server.h"
#include "tests/service/socket_client.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) break;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
  }
  return bytes;
}

struct Outcome {
  std::size_t responses = 0;
  int first_status = 0;
  bool is_closed = false;
};

Outcome send_raw(const ListenAddress& address, const std::string& bytes) {
  SocketClient client(address);
  client.send(bytes);
  std::string all = client.read_response();
  if (const auto rest = client.read_to_end(150ms)) {
    all += *rest;
    return {count_responses(all), status_of(all), true};
  }
  client.finish_sending();
  all += client.read_to_end().value_or("");
  return {count_responses(all), status_of(all), false};
}

bool is_refused(const Outcome& outcome) {
  return outcome.responses == 1 && outcome.first_status >= 400 && outcome.first_status < 500
         && outcome.is_closed;
}

bool is_answered(const Outcome& outcome, std::size_t times) {
  return outcome.responses == times && outcome.first_status >= 200 && outcome.first_status < 500;
}

bool is_as_expected(std::string_view expected, const Outcome& outcome) {
  if (expected == "reject") return is_refused(outcome);
  if (expected == "ok" || expected == "ok-1") return is_answered(outcome, 1);
  if (expected == "ok-2") return is_answered(outcome, 2);
  if (expected == "reject-or-ok") return is_refused(outcome) || is_answered(outcome, 1);
  if (expected == "reject-or-close") return is_refused(outcome) || outcome.is_closed;
  return false;
}

/// What the server made of one vector.
struct Row {
  std::string id;
  std::string expected;
  Outcome outcome;
  bool is_right = false;
};

std::vector<Row> send_vectors(const ListenAddress& address, const catalog::Json::Array& vectors) {
  std::vector<Row> rows;
  rows.reserve(vectors.size());
  for (const catalog::Json& vector : vectors) {
    const Outcome outcome = send_raw(address, decode_base64(vector["raw_base64"].string().value()));
    const std::string expected(vector["expect"].string().value());
    rows.push_back({std::string(vector["id"].string().value()), expected, outcome,
                    is_as_expected(expected, outcome)});
  }
  return rows;
}

std::vector<std::string> find_wrong(const std::vector<Row>& rows) {
  std::vector<std::string> wrong;
  for (const Row& row : rows) {
    if (!row.is_right) wrong.push_back(row.id);
  }
  return wrong;
}

/// Leaves a table beside the verdicts of the outside validators.
void write_report(const std::vector<Row>& rows) {
  std::filesystem::create_directories(KRING_CONFORMANCE);
  std::ofstream report(std::string(KRING_CONFORMANCE) + "/http-framing.txt");
  report << "HTTP framing vectors against a running server: "
         << rows.size() - find_wrong(rows).size() << " of " << rows.size()
         << " as RFC 9112 asks\n\n";
  for (const Row& row : rows) {
    report << std::left << std::setw(24) << row.id << std::setw(18) << row.expected
           << row.outcome.responses << " response(s), status " << row.outcome.first_status
           << (row.outcome.is_closed ? ", closed" : ", kept open")
           << (row.is_right ? "" : "  WRONG") << "\n";
  }
}

}  // namespace

TEST_CASE("the framing vectors are refused or answered as RFC 9112 asks") {
  const auto shared = kring::tests::shared_folder("HTTP framing vectors");
  if (!shared) return;
  const auto vectors = catalog::parse_json(
      kring::tests::read_file(*shared + "/standards/http-smuggling/vectors.json"));
  REQUIRE(vectors);
  REQUIRE(vectors->array().size() == 66);
  ServerOptions options = make_test_options();
  options.times.linger = 100ms;
  RunningServer running(make_stub_source(make_stub_matcher()), options);
  const std::vector<Row> rows = send_vectors(running.address(), vectors->array());
  write_report(rows);
  const std::vector<std::string> wrong = find_wrong(rows);
  CAPTURE(wrong);
  CHECK(wrong.empty());
}

}  // namespace kring::service::tests
