// Is anything that comes back from a login read or refused without harm?
//
// Four fields: the query of the way back, a Cookie header, the provider's document, and its answer
// to the code.
#include "service/access/login.h"

#include "service/access/cookie.h"
#include "service/access/id_token.h"
#include "service/http/target.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

namespace access = service::access;

void read_query(const std::string& text) {
  const auto target = service::parse_target("/login/callback?" + text);
  if (!target) return;
  service::Request request;
  request.query = target->query;
  access::read_login_return(request);
}

void read_document(std::string_view text) {
  const auto document = catalog::parse_json(text);
  if (!document) return;
  const auto endpoints = access::read_login_endpoints(*document);
  if (!endpoints) return;
  expect(endpoints->authorization.find_first_of("\r\n") == std::string::npos,
         "no address ends a header");
  const auto question =
      access::make_token_question({"kring", "s", "https://k", "openid"}, *endpoints, {text, "v"});
  expect(question.form.find('\n') == std::string::npos, "a form is encoded");
}

void read_answer(std::string_view body) {
  const auto answer = access::read_token_answer(access::TokenAnswer{200, std::string(body)});
  const auto* const text = std::get_if<std::string>(&answer);
  if (text == nullptr) return;
  const auto parsed = access::parse_token(*text, access::TokenUse::kLogin);
  const auto* const token = std::get_if<access::Token>(&parsed);
  if (token == nullptr) return;
  const access::Issuer issuer{
      .name = "https://a.example", .audience = "", .key_set = "", .roles = {}};
  const auto now = std::chrono::sys_days(std::chrono::days(20'000));
  access::judge_login(token->claims, issuer, {"kring", "n", std::chrono::hours(10), now}, now);
}

}  // namespace

void read(std::string_view bytes) {
  const auto fields = split_fields(bytes, 4);
  read_query(std::string(fields[0]));
  access::find_cookie({{"Cookie", std::string(fields[1])}}, access::kSessionCookie);
  read_document(fields[2]);
  read_answer(fields[3]);
}

}  // namespace kring::fuzz
