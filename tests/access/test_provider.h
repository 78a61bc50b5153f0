// How does a test have an identity provider at which one logs in, without a network?
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "service/access/login.h"
#include "tests/access/token_maker.h"

namespace kring::service::access::tests {

/// The values of a query or form.
std::map<std::string, std::string> read_form(const std::string& text);

/// Gives an id_token for whatever code, as the login that began last asked; the test changes what
/// it says.
class TestProvider {
 public:
  /// What a test wants other than usual of the service as a client.
  struct Wish {
    std::chrono::seconds max_age{0};
    AskAgain ask_again = AskAgain::kYes;
    std::optional<std::chrono::seconds> auth_age = {};  ///< at first
  };
  explicit TestProvider(const Wish& wish);
  TestProvider() : TestProvider(Wish{}) {}

  Login login;
  std::string nonce;  ///< that the id_token will hold
  std::optional<std::chrono::seconds>
      auth_age;  ///< since the person said who they are; absent: untold
  Prompt prompt = Prompt::kAsNeeded;
  std::map<std::string, std::string> sent;     ///< of the last departure
  std::function<std::string()> make_id_token;  ///< at first a good one
  bool is_up = true;
  std::optional<TokenAnswer> answer;    ///< instead of the id_token
  TokenQuestion asked;                  ///< last
  std::function<void()> delay = [] {};  ///< goes before each answer to a code

  /// A login that comes back with `code`; its nonce becomes the provider's.
  struct Begun {
    LoginReturn returned;
    std::string browser;
    Client client = {};
  };
  Begun begin(const Client& client = {ClientPlace::kElsewhere, "192.0.2.7"});
  std::variant<Login::Arrival, LoginRefusal> finish(const Begun& begun) {
    return login.finish(begun.returned, begun.browser, begun.client);
  }
  /// What a whole login comes to: "" or the fault, "token (nonce)".
  std::string log_in();

  [[nodiscard]] catalog::Json make_claims() const;
  [[nodiscard]] std::string sign(const catalog::Json& header, const catalog::Json& claims) const;

 private:
  Login::World make_world();
  std::optional<TokenAnswer> answer_code(const TokenQuestion& question);

  std::mutex answering_;  ///< one code after the other
  SigningKey key_;
};

extern const std::string kProvider;
extern const catalog::Json kIdHeader;

}  // namespace kring::service::access::tests
