// How does a code of the provider become an id_token?
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "service/access/discovery.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxTokenAnswerBytes = 65'536;

using FormFields = std::vector<std::pair<std::string_view, std::string_view>>;

/// application/x-www-form-urlencoded, as a body or a query.
std::string write_form(const FormFields& fields);

/// One question to the token endpoint.
struct TokenQuestion {
  std::string address;
  std::string form;
  std::string user;  ///< for HTTP's Basic, encoded as RFC 6749 (2.3.1) has it; "": without
  std::string password;
};
struct TokenAnswer {
  int status = 0;
  std::string body;
};
/// Absent where nobody answers in time.
using AskToken = std::function<std::optional<TokenAnswer>(const TokenQuestion&)>;

/// Whether who logs in with a browser that was used before is asked anew who they are.
enum class AskAgain : std::uint8_t {
  kYes,
  kNo,  ///< for a provider that does not heed the wish: every such login would be refused
};

/// This service as the provider knows it.
struct LoginClient {
  std::string id;
  std::string secret;    ///< "": it has none, PKCE is its only proof
  std::string redirect;  ///< whole address to which people come back
  std::string scope;     ///< "openid", and what more the roles need
  /// How long ago people may have said to the provider who they are; zero: however long.
  std::chrono::seconds max_age{0};
  AskAgain ask_again = AskAgain::kYes;
};

struct Code {
  std::string_view text;
  std::string_view verifier;
};

TokenQuestion make_token_question(const LoginClient& client,
                                  const LoginEndpoints& endpoints,
                                  const Code& code);

enum class ExchangeFault {
  kRefused,   ///< the provider does not take the code: used before, expired, of another
  kNoAnswer,  ///< none, or one that is not of the protocol
};

/// The id_token.
std::variant<std::string, ExchangeFault> read_token_answer(
    const std::optional<TokenAnswer>& answer);

}  // namespace kring::service::access
