// How is a code exchanged, and which answers of a provider are understood?
#include "service/access/code_exchange.h"

#include <catch2/catch.hpp>

#include "service/access/base64url.h"
#include "service/access/digest.h"

namespace kring::service::access {
namespace {

std::optional<LoginEndpoints> read(const std::string& text) {
  return read_login_endpoints(catalog::parse_json(text).value());
}

const LoginClient kClient{"kring&co", "s: €", "https://kring.example/login/callback", "openid"};

}  // namespace

TEST_CASE("PKCE's challenge is that of RFC 7636's example") {
  CHECK(encode_base64url(sha256_bytes("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  for (const char* text : {"", "a", "ab", "abc", "abcd"}) {
    CHECK(decode_base64url(encode_base64url(text)) == text);
  }
}

TEST_CASE("a client shows its secret where the provider wants it, or none") {
  const Code code{"c/1", "verifier"};
  const auto header = make_token_question(kClient, {"", "https://p/t", SecretPlace::kHeader}, code);
  CHECK(header.user == "kring%26co");
  CHECK(header.password == "s%3A%20%E2%82%AC");
  CHECK(header.form
        == "grant_type=authorization_code&code=c%2F1&redirect_uri=https%3A%2F%2Fkring.example"
           "%2Flogin%2Fcallback&code_verifier=verifier");
  const auto form = make_token_question(kClient, {"", "https://p/t", SecretPlace::kForm}, code);
  CHECK(form.user.empty());
  CHECK(form.form.ends_with("&client_id=kring%26co&client_secret=s%3A%20%E2%82%AC"));
  LoginClient open = kClient;
  open.secret.clear();
  const auto without = make_token_question(open, {"", "https://p/t", SecretPlace::kHeader}, code);
  CHECK(without.user.empty());
  CHECK(without.form.ends_with("&client_id=kring%26co"));
}

TEST_CASE("a provider's document says where to log in, without leaving https") {
  const std::string issuer = R"({"issuer":"https://p","authorization_endpoint":")";
  const std::string token = R"(","token_endpoint":"https://p/t")";
  CHECK(read(issuer + "https://p/a" + token + "}")
        == LoginEndpoints{"https://p/a", "https://p/t", SecretPlace::kHeader});
  CHECK(read(issuer + "https://p/a" + token
             + R"(,"token_endpoint_auth_methods_supported":["client_secret_post","none"]})")
            ->secret_place
        == SecretPlace::kForm);
  for (const char* address : {"", "http://p/a", "javascript:1", "https://p/a\\r\\nX: 1",
                              "https://p/a#b", "https://p/ a", "/a"}) {
    CAPTURE(address);
    CHECK_FALSE(read(std::string(issuer).append(address).append(token).append("}")));
  }
  CHECK_FALSE(read(R"({"issuer":"https://p","authorization_endpoint":"https://p/a"})"));
  CHECK_FALSE(read("[]"));
}

TEST_CASE("an answer with an id_token is one, and any other tells what is wrong") {
  const auto read_fault = [](int status, const std::string& body) {
    return std::get<ExchangeFault>(read_token_answer(TokenAnswer{status, body}));
  };
  CHECK(std::get<std::string>(read_token_answer(TokenAnswer{200, R"({"id_token":"a.b.c"})"}))
        == "a.b.c");
  CHECK(read_fault(400, R"({"error":"invalid_grant"})") == ExchangeFault::kRefused);
  CHECK(read_fault(401, R"({"error":"invalid_client"})") == ExchangeFault::kNoAnswer);
  CHECK(read_fault(500, R"({"id_token":"a.b.c"})") == ExchangeFault::kNoAnswer);
  CHECK(read_fault(200, R"({"access_token":"a"})") == ExchangeFault::kNoAnswer);
  CHECK(read_fault(200, "<html>") == ExchangeFault::kNoAnswer);
  CHECK(std::get<ExchangeFault>(read_token_answer(std::nullopt)) == ExchangeFault::kNoAnswer);
}

}  // namespace kring::service::access
