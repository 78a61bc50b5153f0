// Is any file of API keys, and any credential, read or refused without harm?
//
// Two fields: the file, and the value of both headers that carry a credential.
#include <string>

#include "service/access/credential.h"
#include "service/access/key_file.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  namespace access = service::access;
  const auto fields = split_fields(bytes, 2);
  if (const auto keys = access::parse_keys(fields[0])) {
    for (const access::KeyRecord& key : *keys)
      expect(!key.roles.empty(), "a key is for something");
    const auto again = access::parse_keys(access::write_keys(*keys));
    expect(again && *again == *keys, "what is written is read again");
  }
  for (const char* name : {"Authorization", "X-API-Key"}) {
    const auto credential = access::read_credential({{name, std::string(fields[1])}});
    if (const auto* key = std::get_if<access::ApiKey>(&credential))
      expect(key->text.starts_with(access::kKeyPrefix), "a key begins as keys do");
  }
}

}  // namespace kring::fuzz
