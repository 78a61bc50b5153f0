#include "service/access/discovery.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kring::service::access {
namespace {

using catalog::Json;

constexpr std::string_view kSecure = "https://";
constexpr std::size_t kMaxEndpointBytes = 2'048;

/// What comes into a header must not end it.
bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::optional<std::string> read_endpoint(const Json& discovery, std::string_view name) {
  const auto text = discovery[name].string();
  if (!text || text->size() > kMaxEndpointBytes || !is_printable(*text)) return std::nullopt;
  const bool issuer_is_secure = discovery["issuer"].string().value_or("").starts_with(kSecure);
  const bool is_web =
      text->starts_with(kSecure) || (!issuer_is_secure && text->starts_with("http://"));
  if (!is_web || text->find('#') != std::string_view::npos) return std::nullopt;
  return std::string(*text);
}

/// A provider that says nothing takes the header.
SecretPlace find_secret_place(const Json& methods) {
  const auto names = [&methods](std::string_view wanted) {
    const auto& list = methods.array();
    return std::any_of(list.begin(), list.end(),
                       [wanted](const Json& entry) { return entry.string() == wanted; });
  };
  const bool wants_form = names("client_secret_post") && !names("client_secret_basic");
  return wants_form ? SecretPlace::kForm : SecretPlace::kHeader;
}

}  // namespace

std::optional<Json> fetch_discovery(const std::string& issuer, const Fetch& fetch) {
  const std::string slash = issuer.ends_with('/') ? "" : "/";
  const auto text = fetch(issuer + slash + ".well-known/openid-configuration");
  if (!text) return std::nullopt;
  auto document = catalog::parse_json(*text);
  if (!document || (*document)["issuer"].string() != issuer) return std::nullopt;
  return *std::move(document);
}

std::optional<LoginEndpoints> read_login_endpoints(const Json& discovery) {
  auto authorization = read_endpoint(discovery, "authorization_endpoint");
  auto token = read_endpoint(discovery, "token_endpoint");
  if (!authorization || !token) return std::nullopt;
  return LoginEndpoints{*std::move(authorization), *std::move(token),
                        find_secret_place(discovery["token_endpoint_auth_methods_supported"])};
}

}  // namespace kring::service::access
