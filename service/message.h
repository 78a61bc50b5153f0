// What is a request and an answer, whatever carries them?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::service {

enum class Method : std::uint8_t {
  kGet,
  kHead,
  kPost,
  kPut,
  kPatch,
  kDelete,
  kOptions,
};

std::string_view name_of(Method method);
/// Methods are case-sensitive; absent for one that the service does not know.
std::optional<Method> find_method(std::string_view name);

struct Header {
  std::string name;
  std::string value;
  bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

struct QueryParameter {
  std::string name;
  std::string value;
  bool operator==(const QueryParameter&) const = default;
};

/// How a request travelled.
enum class Security : std::uint8_t {
  kPlain,
  kTls,
};

enum class ClientPlace : std::uint8_t {
  kElsewhere,
  kThisMachine,  ///< a loopback address or a Unix socket, and no proxy between
};

/// Who asks, as far as limits and trust need to know. Never logged.
struct Client {
  ClientPlace place = ClientPlace::kElsewhere;
  /// "192.0.2.7", "2001:db8::" of IPv6, by which requests are counted; "" where nobody says it
  std::string network = {};

  bool operator==(const Client&) const = default;
};

/// One whole request. All text is valid UTF-8, percent-decoded once, except header values and the
/// body.
struct Request {
  Method method = Method::kGet;
  std::vector<std::string> segments;  ///< of the path, between slashes; "/" has none, "*" is one
  std::vector<QueryParameter> query;  ///< in the order sent
  Headers headers;
  std::string body;
  Security security = Security::kPlain;
  Client client = {};
};

struct Response {
  int status = 200;
  Headers headers;  ///< without Content-Length, Date and Connection, which the connection adds
  std::string body;
};

/// The value of the first header called `name` (in any letter case).
std::optional<std::string_view> find_header(const Headers& headers, std::string_view name);

/// Whether the two are equal but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace kring::service
