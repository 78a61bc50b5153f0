#include "service/access/signature.h"

#include <memory>

extern "C" {
#include <cjose/cjose.h>
}

#include "service/access/base64url.h"

namespace kring::service::access {
namespace {

using catalog::Json;

struct ReleaseKey {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
struct ReleaseSignature {
  void operator()(cjose_jws_t* signature) const { cjose_jws_release(signature); }
};
using Jwk = std::unique_ptr<cjose_jwk_t, ReleaseKey>;
using Jws = std::unique_ptr<cjose_jws_t, ReleaseSignature>;

Jwk import_key(std::string_view document) {
  cjose_err ignored{};
  return Jwk(cjose_jwk_import(document.data(), document.size(), &ignored));
}

std::optional<PublicKey::Kind> find_kind(const Json& key) {
  const auto type = key["kty"].string();
  if (type == "RSA") return PublicKey::Kind::kRsa;
  if (type == "EC" && key["crv"].string() == "P-256") return PublicKey::Kind::kP256;
  return std::nullopt;
}

bool is_for(Algorithm algorithm, PublicKey::Kind kind) {
  return (algorithm == Algorithm::kEs256) == (kind == PublicKey::Kind::kP256);
}

/// Whatever the issuer published by mistake beside the public part stays out.
Json take_public_part(const Json& key, PublicKey::Kind kind) {
  Json part(Json::Object{{"kty", key["kty"]}, {"kid", key["kid"]}});
  const std::vector<const char*> names = kind == PublicKey::Kind::kRsa
                                             ? std::vector<const char*>{"n", "e"}
                                             : std::vector<const char*>{"crv", "x", "y"};
  for (const char* name : names)
    part.set(name, key[name]);
  return part;
}

std::optional<Algorithm> find_algorithm(std::string_view name) {
  for (const Algorithm algorithm : {Algorithm::kRs256, Algorithm::kPs256, Algorithm::kEs256}) {
    if (name_of(algorithm) == name) return algorithm;
  }
  return std::nullopt;
}

std::size_t count_bytes(const Json& number) {
  const auto bytes = decode_base64url(number.string().value_or(""));
  return bytes ? bytes->size() : 0;
}

/// The library stops the program at numbers that are no base64url or have another size.
bool has_sound_numbers(const Json& key, PublicKey::Kind kind) {
  static constexpr std::size_t kByteBits = 8;
  static constexpr std::size_t kCoordinateBytes = 32;  // of P-256
  if (kind == PublicKey::Kind::kP256)
    return count_bytes(key["x"]) == kCoordinateBytes && count_bytes(key["y"]) == kCoordinateBytes;
  return count_bytes(key["n"]) * kByteBits >= kMinRsaBits && count_bytes(key["e"]) > 0;
}

std::optional<PublicKey> read_key(const Json& key) {
  const auto kind = find_kind(key);
  const auto id = key["kid"].string();
  const bool is_for_signing = key["use"].is_null() || key["use"].string() == "sig";
  if (!kind || !id || id->empty() || !is_for_signing || !has_sound_numbers(key, *kind))
    return std::nullopt;
  const auto algorithm = find_algorithm(key["alg"].string().value_or(""));
  if (!key["alg"].is_null() && (!algorithm || !is_for(*algorithm, *kind))) return std::nullopt;
  PublicKey read{std::string(*id), *kind, algorithm,
                 catalog::write_json(take_public_part(key, *kind))};
  if (!import_key(read.document)) return std::nullopt;
  return read;
}

}  // namespace

std::optional<std::vector<PublicKey>> parse_key_set(std::string_view text) {
  const auto document = catalog::parse_json(text);
  if (!document || !(*document)["keys"].is_array()) return std::nullopt;
  std::vector<PublicKey> keys;
  for (const Json& entry : (*document)["keys"].array()) {
    if (keys.size() == kMaxIssuerKeys) break;
    if (auto key = read_key(entry)) keys.push_back(*std::move(key));
  }
  return keys;
}

bool is_signed_by(const Token& token, const PublicKey& key) {
  const bool go_together =
      is_for(token.algorithm, key.kind) && (!key.algorithm || *key.algorithm == token.algorithm);
  if (!go_together) return false;
  cjose_err ignored{};
  const Jws signature(cjose_jws_import(token.text.data(), token.text.size(), &ignored));
  const Jwk imported = import_key(key.document);
  return signature && imported && cjose_jws_verify(signature.get(), imported.get(), &ignored);
}

}  // namespace kring::service::access
