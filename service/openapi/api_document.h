// How does /v1 describe itself?
#pragma once

#include <string>
#include <string_view>

namespace kring::service {

/// The OpenAPI document of /v1, of health and of metrics: openapi/v1.json with the schema of the
/// profile and with the examples in it. `public_address` is "https://kring.example.org", or ""
/// where it is not known: then the addresses in it are relative.
std::string make_api_document(const std::string& public_address);

}  // namespace kring::service
