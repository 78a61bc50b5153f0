// From where may the keys come that tokens are checked with?
#pragma once

#include <string_view>

namespace kring::service {

/// Whether it is https, or this machine.
bool is_issuer_address(std::string_view address);

}  // namespace kring::service
