#include "service/audit/chain.h"

#include <utility>

#include "service/access/digest.h"

namespace kring::service::audit {
namespace {

using access::kDigestDigits;
using catalog::Json;

constexpr std::string_view kBeforeHash = ",\"hash\":\"";
constexpr std::string_view kAfterHash = "\"}";
constexpr std::size_t kSealBytes = kBeforeHash.size() + kDigestDigits + kAfterHash.size();

catalog::Problem make_problem(std::string code, std::string nl, std::string en) {
  return {std::move(code), "", {std::move(nl), std::move(en)}};
}

catalog::Problem make_malformed() {
  return make_problem("malformed", "dit is geen regel van een auditspoor",
                      "this is no line of an audit trail");
}

}  // namespace

Link make_origin() {
  return {0, std::string(kDigestDigits, '0')};
}

Line make_line(const Entry& entry, const Link& previous) {
  const auto sequence = previous.sequence + 1;
  Json::Object members = {{"sequence", static_cast<std::int64_t>(sequence)}};
  for (Json::Member& member : to_json(entry))
    members.push_back(std::move(member));
  members.emplace_back("previous", previous.hash);
  std::string text = catalog::write_json(std::move(members));
  text.pop_back();  // the closing brace comes after the hash
  const std::string hash = access::sha256(text);
  text.append(kBeforeHash).append(hash).append(kAfterHash);
  return {std::move(text), {sequence, hash}};
}

catalog::Result<ReadLine> read_line(std::string_view text) {
  if (text.size() < kSealBytes || text.size() > kMaxLineBytes) return make_malformed();
  const std::string_view sealed = text.substr(0, text.size() - kSealBytes);
  std::string_view seal = text.substr(sealed.size());
  if (!seal.starts_with(kBeforeHash) || !seal.ends_with(kAfterHash)) return make_malformed();
  seal.remove_prefix(kBeforeHash.size());
  const std::string_view hash = seal.substr(0, kDigestDigits);
  if (hash != access::sha256(sealed))
    return make_problem("changed", "deze regel is veranderd", "this line was changed");
  const auto document = catalog::parse_json(text);
  if (!document) return make_malformed();
  const auto sequence = (*document)["sequence"].integer();
  const auto previous = (*document)["previous"].string();
  if (!sequence || *sequence < 1 || !previous) return make_malformed();
  const auto number = static_cast<std::uint64_t>(*sequence);
  return ReadLine{{number, std::string(hash)}, {number - 1, std::string(*previous)}};
}

}  // namespace kring::service::audit
