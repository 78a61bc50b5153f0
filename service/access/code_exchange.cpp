#include "service/access/code_exchange.h"

#include "catalog/json.h"
#include "service/access/credential.h"

namespace kring::service::access {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
         || std::string_view("-._~").find(c) != std::string_view::npos;
}

std::string encode(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  static constexpr unsigned kHalfByte = 4;
  static constexpr unsigned kLowHalf = 0xF;
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> kHalfByte];
    encoded += kDigits[byte & kLowHalf];
  }
  return encoded;
}

}  // namespace

std::string write_form(const FormFields& fields) {
  std::string form;
  for (const auto& [name, value] : fields)
    form.append(form.empty() ? "" : "&").append(name).append("=").append(encode(value));
  return form;
}

TokenQuestion make_token_question(const LoginClient& client,
                                  const LoginEndpoints& endpoints,
                                  const Code& code) {
  FormFields fields = {{"grant_type", "authorization_code"},
                       {"code", code.text},
                       {"redirect_uri", client.redirect},
                       {"code_verifier", code.verifier}};
  const bool is_in_header =
      !client.secret.empty() && endpoints.secret_place == SecretPlace::kHeader;
  if (is_in_header)
    return {endpoints.token, write_form(fields), encode(client.id), encode(client.secret)};
  fields.emplace_back("client_id", client.id);
  if (!client.secret.empty()) fields.emplace_back("client_secret", client.secret);
  return {endpoints.token, write_form(fields), "", ""};
}

std::variant<std::string, ExchangeFault> read_token_answer(
    const std::optional<TokenAnswer>& answer) {
  static constexpr int kOk = 200;
  if (!answer) return ExchangeFault::kNoAnswer;
  const auto document = catalog::parse_json(answer->body);
  if (!document) return ExchangeFault::kNoAnswer;
  if ((*document)["error"].string() == "invalid_grant") return ExchangeFault::kRefused;
  const auto token = (*document)["id_token"].string();
  if (answer->status != kOk || !token || token->size() > kMaxCredentialBytes)
    return ExchangeFault::kNoAnswer;
  return std::string(*token);
}

}  // namespace kring::service::access
