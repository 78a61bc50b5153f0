#include "tests/access/token_maker.h"

#include <cstdlib>
#include <stdexcept>

extern "C" {
#include <cjose/cjose.h>
}
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace kring::service::access::tests {
namespace {

using catalog::Json;

cjose_jwk_t* make_key(SigningKey::Kind kind) {
  cjose_err ignored{};
  const auto* const exponent = reinterpret_cast<const uint8_t*>("\x01\x00\x01");
  switch (kind) {
    case SigningKey::Kind::kRsa:
      return cjose_jwk_create_RSA_random(2'048, exponent, 3, &ignored);
    case SigningKey::Kind::kShortRsa:
      return cjose_jwk_create_RSA_random(1'024, exponent, 3, &ignored);
    case SigningKey::Kind::kP256:
      return cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &ignored);
    case SigningKey::Kind::kP384:
      return cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_384, &ignored);
  }
  return nullptr;
}

cjose_jwk_t* key_of(const std::shared_ptr<void>& key) {
  return static_cast<cjose_jwk_t*>(key.get());
}

}  // namespace

SigningKey::SigningKey(Kind kind, const std::string& id)
    : key_(make_key(kind), [](void* key) { cjose_jwk_release(static_cast<cjose_jwk_t*>(key)); }) {
  cjose_err ignored{};
  cjose_jwk_set_kid(key_of(key_), id.data(), id.size(), &ignored);
}

Json SigningKey::publish() const {
  cjose_err ignored{};
  const std::unique_ptr<char, decltype(&std::free)> text(
      cjose_jwk_to_json(key_of(key_), false, &ignored), std::free);
  return catalog::parse_json(text.get()).value();
}

std::string SigningKey::sign(const Json& header, const Json& claims) const {
  cjose_err error{};
  const std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> head(
      cjose_header_new(&error), cjose_header_release);
  for (const auto& [name, value] : header.object()) {
    if (const auto text = value.string()) {
      cjose_header_set(head.get(), name.c_str(), std::string(*text).c_str(), &error);
    } else {
      cjose_header_set_raw(head.get(), name.c_str(), catalog::write_json(value).c_str(), &error);
    }
  }
  const std::string body = catalog::write_json(claims);
  const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> signature(
      cjose_jws_sign(key_of(key_), head.get(), reinterpret_cast<const uint8_t*>(body.data()),
                     body.size(), &error),
      cjose_jws_release);
  const char* text = nullptr;
  if (!signature || !cjose_jws_export(signature.get(), &text, &error))
    throw std::runtime_error("the token was not signed");
  return text;
}

std::string sign_with_secret(const Json& header, const Json& claims, std::string_view secret) {
  const std::string text = encode_base64url(catalog::write_json(header)) + "."
                           + encode_base64url(catalog::write_json(claims));
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &size);
  return text + "." + encode_base64url({reinterpret_cast<const char*>(digest), size});
}

std::string encode_base64url(std::string_view bytes) {
  cjose_err ignored{};
  char* text = nullptr;
  std::size_t size = 0;
  cjose_base64url_encode(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), &text, &size,
                         &ignored);
  std::string encoded(text, size);
  std::free(text);
  return encoded;
}

}  // namespace kring::service::access::tests
