#include "service/commands/access_config.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "service/commands/issuer_address.h"
#include "service/http/listen.h"

namespace kring::service {
namespace {

using config::Section;

constexpr std::string_view kTrusted = "trusted";
constexpr std::string_view kNamed = "named";
constexpr std::chrono::minutes kMostMaxAge{10'080};  ///< a week

/// What callers without a name may do.
access::Unnamed read_trust(Section& section, std::string_view key, access::Unnamed fallback) {
  const bool is_trusting = fallback == access::Unnamed::kTrusted;
  const std::string word = section.read_text(key, std::string(is_trusting ? kTrusted : kNamed));
  if (word == kTrusted) return access::Unnamed::kTrusted;
  if (word != kNamed) {
    section.refuse(key, {"bad_trust",
                         "",
                         {"Schrijf \"trusted\" als zij zonder sleutel mogen vragen, anders "
                          "\"named\".",
                          "Write \"trusted\" where they may ask without a key, else \"named\"."}});
  }
  return access::Unnamed::kPublicOnly;
}

std::string read_issuer_address(Section& block, std::string_view key, const std::string& fallback) {
  std::string address = block.read_text(key, fallback);
  const bool is_left_out = address.empty() && key != "issuer";
  if (!is_left_out && !is_issuer_address(address)) {
    block.refuse(key, {"bad_issuer_address",
                       "",
                       {"Schrijf het adres als https://login.voorbeeld.nl.",
                        "Write the address as https://login.example.org."}});
  }
  return address;
}

/// Kring's roles by what the issuer calls them.
std::vector<std::pair<std::string, access::Role>> read_roles(Section& block) {
  std::vector<std::pair<std::string, access::Role>> roles;
  const auto entries = block.read_text_table("roles");
  roles.reserve(entries.size());
  for (const auto& [name, text] : entries) {
    if (const auto role = access::find_role(text)) roles.emplace_back(name, *role);
  }
  if (roles.empty() || roles.size() != entries.size()) {
    const std::string all = access::list_role_names();
    block.refuse(
        "roles",
        {"bad_roles",
         "",
         {fmt::format("Schrijf {{ \"hun naam\" = \"rol van Kring\" }}. Rollen zijn: {}.", all),
          fmt::format("Write {{ \"their name\" = \"role of Kring\" }}. Roles are: {}.", all)}});
  }
  return roles;
}

std::string read_audience(Section& block) {
  std::string audience = block.read_text("audience", "");
  if (audience.empty()) {
    block.refuse("audience",
                 {"missing_key",
                  "",
                  {"Schrijf voor wie de tokens zijn: de aud die de aanbieder er in zet.",
                   "Write for whom the tokens are: the aud that the provider puts in "
                   "them."}});
  }
  return audience;
}

/// Minutes in a text of digits, 0 to kMostMaxAge.
std::chrono::minutes read_max_age(Section& block, std::chrono::minutes fallback) {
  static constexpr std::string_view kKey = "login_max_age_minutes";
  const std::string text = block.read_text(kKey, std::to_string(fallback.count()));
  int minutes = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  const bool is_whole = fault == std::errc() && end == text.data() + text.size();
  if (is_whole && minutes >= 0 && minutes <= kMostMaxAge.count())
    return std::chrono::minutes(minutes);
  block.refuse(kKey, {"bad_max_age",
                      "",
                      {fmt::format("Schrijf een aantal minuten van \"0\" tot \"{}\". Met \"0\" "
                                   "vraagt Kring er niet naar.",
                                   kMostMaxAge.count()),
                       fmt::format("Write a number of minutes from \"0\" to \"{}\". With \"0\" "
                                   "Kring does not ask for it.",
                                   kMostMaxAge.count())}});
  return fallback;
}

/// "yes" or "no"; anything else is refused with `fault`.
bool read_yes(Section& block, std::string_view key, bool fallback, const catalog::Problem& fault) {
  const std::string word = block.read_text(key, fallback ? "yes" : "no");
  if (word == "yes" || word == "no") return word == "yes";
  block.refuse(key, fault);
  return fallback;
}

access::AskAgain read_ask_again(Section& block) {
  const bool asks =
      read_yes(block, "login_ask_again", true,
               {"bad_ask_again",
                "",
                {"Schrijf \"yes\" als de aanbieder op een gebruikte computer opnieuw moet vragen "
                 "wie iemand is, anders \"no\".",
                 "Write \"yes\" where the provider is to ask anew on a used computer who someone "
                 "is, else \"no\"."}});
  return asks ? access::AskAgain::kYes : access::AskAgain::kNo;
}

bool read_is_used_once(Section& block) {
  return read_yes(block, "tokens_once", false,
                  {"bad_tokens_once",
                   "",
                   {"Schrijf \"yes\" als elk token voor één vraag is, zoals bij CDS Hooks, anders "
                    "\"no\".",
                    "Write \"yes\" where each token is for one request, as with CDS Hooks, else "
                    "\"no\"."}});
}

/// What an issuer's block says of logging in with a browser; absent where it names no client.
std::optional<LoginOptions> read_login(Section& block, const access::Issuer& issuer) {
  LoginOptions login;
  login.issuer = issuer;
  login.client = block.read_text("client_id", "");
  login.secret_file = block.read_file("client_secret_file", config::Secrecy::kSecret);
  login.scope = block.read_text("login_scope", "openid");
  login.max_age = read_max_age(block, login.max_age);
  login.ask_again = read_ask_again(block);
  if (login.client.empty()) return std::nullopt;
  return login;
}

/// Blocks of issuers, at one of which people may log in.
void read_issuers(Section& section, AccessOptions& options) {
  auto blocks = section.read_blocks("issuers");
  options.issuers.reserve(blocks.size());
  for (Section& block : blocks) {
    access::Issuer issuer;
    issuer.name = read_issuer_address(block, "issuer", issuer.name);
    issuer.audience = read_audience(block);
    issuer.key_set = read_issuer_address(block, "key_set", issuer.key_set);
    issuer.roles = read_roles(block);
    issuer.roles_claim = block.read_text("roles_claim", issuer.roles_claim);
    issuer.municipality_claim = block.read_text("municipality_claim", issuer.municipality_claim);
    issuer.organization_claim = block.read_text("organization_claim", issuer.organization_claim);
    issuer.is_used_once = read_is_used_once(block);
    auto login = read_login(block, issuer);
    if (login && options.login) {
      block.refuse("client_id",
                   {"second_login",
                    "",
                    {"Inloggen kan bij één aanbieder. Laat client_id bij de andere weg.",
                     "People log in at one provider. Leave out client_id of the "
                     "others."}});
    }
    if (login && !options.login) options.login = std::move(login);
    block.refuse_unknown_keys();
    options.issuers.push_back(std::move(issuer));
  }
}

/// Whether only this machine can reach the address. A name other than localhost may be anyone's.
bool is_on_this_machine(const ListenAddress& address) {
  const auto* tcp = std::get_if<TcpAddress>(&address);
  if (tcp == nullptr) return true;
  return tcp->host == "localhost" || tcp->host == "::1" || tcp->host.starts_with("127.");
}

catalog::Problem make_unguarded(const std::string& listen) {
  return {"unguarded_address",
          "",
          {"Op " + listen
               + " kan iedereen in het netwerk bij Kring. Geef --keys BESTAND (kring keys create "
                 "maakt sleutels), of --allow-anonymous als iedereen alles mag vragen.",
           "Everyone in the network can reach Kring on " + listen
               + ". Give --keys FILE (kring keys create makes keys), or --allow-anonymous where "
                 "everyone may ask everything."}};
}

}  // namespace

AccessOptions read_access(Section& top) {
  AccessOptions options;
  auto section = top.find_section("access");
  if (!section) return options;
  options.keys = section->read_text("keys", "");
  options.audit = section->read_text("audit", "");
  options.local = read_trust(*section, "local_callers", options.local);
  options.network = read_trust(*section, "network_callers", options.network);
  read_issuers(*section, options);
  section->refuse_unknown_keys();
  return options;
}

void refuse_login_without_address(Section& top,
                                  const AccessOptions& options,
                                  const std::string& public_address) {
  if (!options.login) return;
  if (!public_address.empty() && !is_issuer_address(public_address)) {
    top.refuse("public_address",
               {"login_without_https",
                "",
                {"Inloggen (client_id) kan alleen over https. Schrijf public_address als "
                 "https://kring.voorbeeld.nl.",
                 "Logging in (client_id) needs https. Write public_address as "
                 "https://kring.example.org."}});
  }
  if (!public_address.empty()) return;
  top.refuse(
      "public_address",
      {"login_without_address",
       "",
       {"Inloggen (client_id) kan alleen als public_address zegt waar mensen op terugkomen. "
        "Schrijf het als https://kring.voorbeeld.nl.",
        "Logging in (client_id) needs public_address, to which people come back. Write it as "
        "https://kring.example.org."}});
}

void refuse_unguarded(Section& top,
                      const AccessOptions& options,
                      const std::vector<std::string>& listen) {
  const bool knows_names = !options.keys.empty() || !options.issuers.empty();
  if (knows_names || options.network == access::Unnamed::kTrusted) return;
  for (const std::string& text : listen) {
    const auto address = parse_listen(text);
    if (address && !is_on_this_machine(*address)) top.refuse("listen", make_unguarded(text));
  }
}

}  // namespace kring::service
