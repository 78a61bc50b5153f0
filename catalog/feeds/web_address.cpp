#include "catalog/feeds/web_address.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <curl/curl.h>

namespace kring::catalog::feeds {

namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Url make_url() {
  return {curl_url(), curl_url_cleanup};
}

std::optional<std::string> part_of(const Url& url, CURLUPart part, unsigned int flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return std::nullopt;
  std::string value(text);
  curl_free(text);
  return value;
}

/// As one segment of a path.
std::string escape(std::string_view text) {
  char* escaped = curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size()));
  std::string segment(escaped);
  curl_free(escaped);
  return segment;
}

std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return text;
}

Problem make_bad_address() {
  return {"bad_address",
          "",
          {"Dit is geen webadres. Schrijf het als https://voorbeeld.nl/feed.json.",
           "This is no web address. Write it as https://example.org/feed.json."}};
}

Problem make_bad_scheme() {
  return {"bad_scheme",
          "",
          {"Kring leest alleen adressen die met http:// of https:// beginnen.",
           "Kring reads only addresses that begin with http:// or https://."}};
}

Problem make_has_password() {
  return {"address_with_password",
          "",
          {"In dit adres staat een naam of wachtwoord. Gebruik een adres zonder.",
           "This address holds a name or a password. Use one without."}};
}

Result<WebAddress> read_url(const Url& url) {
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string scheme = part_of(url, CURLUPART_SCHEME).value_or("");
  if (scheme != "http" && scheme != "https") return make_bad_scheme();
  if (part_of(url, CURLUPART_USER) || part_of(url, CURLUPART_PASSWORD)) return make_has_password();
  WebAddress address{part_of(url, CURLUPART_URL).value_or(""), scheme,
                     in_small_letters(part_of(url, CURLUPART_HOST).value_or("")),
                     part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or(""),
                     part_of(url, CURLUPART_PATH).value_or("/")};
  const bool is_whole = !address.text.empty() && !address.host.empty();
  if (!is_whole || address.text.size() > kMaxAddressBytes) return make_bad_address();
  return address;
}

bool is_too_long(std::string_view text) {
  return text.size() > kMaxAddressBytes || text.find('\0') != std::string_view::npos;
}

}  // namespace

Result<WebAddress> parse_web_address(std::string_view text) {
  if (is_too_long(text)) return make_bad_address();
  const Url url = make_url();
  const CURLUcode fault =
      curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME);
  if (fault != CURLUE_OK) return make_bad_address();
  return read_url(url);
}

Result<WebAddress> resolve(const WebAddress& base, std::string_view reference) {
  if (is_too_long(reference)) return make_bad_address();
  const Url url = make_url();
  const bool is_read = curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), 0) == CURLUE_OK
                       && curl_url_set(url.get(), CURLUPART_URL, std::string(reference).c_str(),
                                       CURLU_NON_SUPPORT_SCHEME)
                              == CURLUE_OK;
  if (!is_read) return make_bad_address();
  return read_url(url);
}

bool is_same_site(const WebAddress& one, const WebAddress& other) {
  return one.scheme == other.scheme && one.host == other.host && one.port == other.port;
}

WebAddress with_parameter(const WebAddress& address,
                          std::string_view name,
                          std::string_view value) {
  const Url url = make_url();
  curl_url_set(url.get(), CURLUPART_URL, address.text.c_str(), 0);
  const std::string query = part_of(url, CURLUPART_QUERY).value_or("");
  const std::string beginning = std::string(name) + "=";
  std::string changed;
  for (std::size_t start = 0; start < query.size();) {
    const std::size_t end = std::min(query.find('&', start), query.size());
    const std::string parameter = query.substr(start, end - start);
    if (!parameter.empty() && !parameter.starts_with(beginning)) changed += parameter + "&";
    start = end + 1;
  }
  changed += beginning + std::string(value);
  curl_url_set(url.get(), CURLUPART_QUERY, changed.c_str(), 0);
  WebAddress turned = address;
  turned.text = part_of(url, CURLUPART_URL).value_or(address.text);
  return turned;
}

WebAddress at_record(const WebAddress& address, std::string_view id) {
  const Url url = make_url();
  curl_url_set(url.get(), CURLUPART_URL, address.text.c_str(), 0);
  curl_url_set(url.get(), CURLUPART_QUERY, nullptr, 0);
  WebAddress record = address;
  record.path += record.path.ends_with('/') ? "" : "/";
  record.path += escape(id);
  curl_url_set(url.get(), CURLUPART_PATH, record.path.c_str(), 0);
  record.text = part_of(url, CURLUPART_URL).value_or(address.text);
  return record;
}

std::string shown(const WebAddress& address) {
  return address.text.substr(0, address.text.find('?'));
}

}  // namespace kring::catalog::feeds
