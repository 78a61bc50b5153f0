// By which number is a client told from others, without keeping who it is?
#pragma once

#include <cstdint>
#include <string_view>

namespace kring::service {

/// A number that a client's name or address leads to and that leads back to neither.
using ClientKey = std::uint64_t;

/// `secret` is another one in every process, so that nobody can choose addresses that meet.
ClientKey make_client_key(std::string_view client, std::uint64_t secret);

}  // namespace kring::service
