#include "service/commands/config/section.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "catalog/distance.h"
#include "catalog/json.h"
#include "catalog/plain_text.h"

namespace kring::service::config {
namespace {

using catalog::Problem;
using catalog::Text;

constexpr std::size_t kMaxShownKey = 64;  ///< bytes of a key that a text repeats
constexpr std::size_t kMostMistakes = 3;  ///< in a key, for which another is proposed
constexpr std::size_t kMostMistakesOfVariables = 2;
constexpr std::string_view kVariablePrefix = "KRING_";

char to_upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// "harvest.allow_hosts" is KRING_HARVEST_ALLOW_HOSTS.
std::string variable_of(std::string_view full_key) {
  std::string name(kVariablePrefix);
  for (const char letter : full_key) {
    name += letter == '.' ? '_' : to_upper(letter);
  }
  return name;
}

/// "public_address" is --public-address.
std::string flag_of(std::string_view full_key) {
  std::string name = "--" + std::string(full_key);
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == '_' || letter == '.'; }, '-');
  return name;
}

/// What a text may repeat of a key that anyone may have written.
std::string shown(std::string_view key) {
  const std::string text(key.substr(0, kMaxShownKey));
  return catalog::is_plain_text(text) ? text : "?";
}

/// TOML takes a text as JSON writes it.
std::string quote(const std::string& text) {
  return catalog::write_json(catalog::Json(text));
}

std::string quote(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  quoted.reserve(texts.size());
  for (const std::string& text : texts) {
    quoted.push_back(quote(text));
  }
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, comma);
    const std::size_t begin = part.find_first_not_of(' ');
    if (begin != std::string_view::npos)
      parts.emplace_back(part.substr(begin, part.find_last_not_of(' ') - begin + 1));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return parts;
}

/// The name with the fewest mistakes, at most `most`; absent where none is so near.
std::optional<std::string> find_nearest(const std::string& name,
                                        const std::vector<std::string>& known,
                                        std::size_t most) {
  std::optional<std::string> nearest;
  for (const std::string& candidate : known) {
    const std::size_t distance = catalog::distance_of(name, candidate, most);
    if (distance > most || distance >= std::max(name.size(), candidate.size())) continue;
    if (nearest && distance == most) continue;
    nearest = candidate;
    most = distance;
  }
  return nearest;
}

Text propose(const std::string& key, const std::vector<std::string>& known) {
  const auto nearest = find_nearest(key, known, kMostMistakes);
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  if (!nearest) return {fmt::format("Er zijn: {}.", all), fmt::format("There are: {}.", all)};
  return {fmt::format("Bedoelt u {}? Er zijn: {}.", *nearest, all),
          fmt::format("Do you mean {}? There are: {}.", *nearest, all)};
}

}  // namespace

Section::Section(const Sources& sources, Report& report)
    : sources_(&sources), report_(&report), table_(&sources.file) {}

Section::Section(const Section& parent, const Value* table, std::string prefix)
    : sources_(parent.sources_),
      report_(parent.report_),
      table_(table),
      prefix_(std::move(prefix)) {}

std::string Section::full_key(std::string_view key) const {
  return prefix_ + std::string(key);
}

std::string Section::pointer_to(std::string_view key) const {
  std::string pointer = "/" + full_key(shown(key));
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  return pointer;
}

const Value* Section::find_entry(std::string_view key) const {
  if (table_ == nullptr) return nullptr;
  const auto found = std::find_if(table_->items.begin(), table_->items.end(),
                                  [key](const Value& item) { return item.key == key; });
  return found == table_->items.end() ? nullptr : &*found;
}

const Flag* Section::find_flag(std::string_view key) const {
  if (is_block_) return nullptr;
  const auto& flags = sources_->flags;
  const auto found = std::find_if(
      flags.begin(), flags.end(),
      [name = full_key(key)](const auto& f) { return f.first == name && !f.second.empty(); });
  return found == flags.end() ? nullptr : &*found;
}

const Variable* Section::find_variable(std::string_view key) const {
  if (is_block_) return nullptr;
  const auto& all = sources_->environment;
  const auto found =
      std::find_if(all.begin(), all.end(), [name = variable_of(full_key(key))](const auto& v) {
        return v.first == name && !v.second.empty();
      });
  return found == all.end() ? nullptr : &*found;
}

Text Section::place_of(std::string_view key) const {
  if (find_flag(key) != nullptr) return {flag_of(full_key(key)), flag_of(full_key(key))};
  if (const auto* variable = find_variable(key)) return {variable->first, variable->first};
  const Value* entry = find_entry(key);
  if (entry == nullptr) entry = table_;
  if (entry == nullptr || entry->line == 0) return {};
  return {fmt::format("{} regel {}", sources_->file_name, entry->line),
          fmt::format("{} line {}", sources_->file_name, entry->line)};
}

std::optional<Section::Found> Section::find(std::string_view key) {
  asked_.emplace_back(key);
  if (!is_block_) report_->variables.push_back(variable_of(full_key(key)));
  if (const auto* flag = find_flag(key)) {
    const Kind kind = flag->second.size() == 1 ? Kind::kText : Kind::kList;
    return Found{kind, flag->second, flag_of(full_key(key))};
  }
  if (const auto* variable = find_variable(key))
    return Found{Kind::kText, {variable->second}, variable->first, true};
  const Value* entry = find_entry(key);
  if (entry == nullptr) return std::nullopt;
  Found found{entry->kind, {}, fmt::format("{}:{}", sources_->file_name, entry->line)};
  if (entry->kind == Kind::kText) found.texts = {entry->text};
  for (const Value& item : entry->items) {
    if (item.kind != Kind::kText) found.kind = Kind::kOther;
    found.texts.push_back(item.text);
  }
  return found;
}

bool Section::refuse_unreadable(std::string_view key, const std::vector<std::string>& texts) {
  if (std::all_of(texts.begin(), texts.end(),
                  [](const std::string& text) { return catalog::is_plain_text(text); }))
    return false;
  refuse(key, {"not_plain_text",
               "",
               {"Schrijf leesbare tekst in UTF-8 op één regel.",
                "Write readable text in UTF-8 on one line."}});
  return true;
}

void Section::show(std::string_view key, std::string_view value, std::string_view origin) {
  report_->effective += std::exchange(heading_, "");
  report_->effective += fmt::format("{} = {}  # {}\n", key, value, origin);
}

void Section::refuse(std::string_view key, Problem problem) {
  const Text place = place_of(key);
  problem.pointer = pointer_to(key);
  if (!place.nl.empty()) {
    problem.text = {place.nl + ": " + problem.text.nl, place.en + ": " + problem.text.en};
  }
  report_->problems.push_back(std::move(problem));
}

void Section::refuse_kind(std::string_view key, const Text& wanted) {
  refuse(key, {"wrong_type",
               "",
               {fmt::format("Schrijf bij {} {}.", key, wanted.nl),
                fmt::format("Write {} for {}.", wanted.en, key)}});
}

std::string Section::read_text(std::string_view key, const std::string& fallback) {
  const auto found = find(key);
  if (!found) {
    show(key, quote(fallback), "default");
    return fallback;
  }
  if (found->kind != Kind::kText) {
    refuse_kind(key, {"een tekst tussen aanhalingstekens", "a text between quotes"});
    return fallback;
  }
  if (refuse_unreadable(key, found->texts)) return fallback;
  show(key, quote(found->texts.front()), found->origin);
  return found->texts.front();
}

std::vector<std::string> Section::read_texts(std::string_view key,
                                             const std::vector<std::string>& fallback) {
  auto found = find(key);
  if (!found) {
    show(key, quote(fallback), "default");
    return fallback;
  }
  if (found->kind != Kind::kText && found->kind != Kind::kList) {
    refuse_kind(key, {"een tekst of een lijst van teksten", "a text or a list of texts"});
    return fallback;
  }
  if (refuse_unreadable(key, found->texts)) return fallback;
  if (found->is_variable) found->texts = split_at_commas(found->texts.front());
  show(key, quote(found->texts), found->origin);
  return found->texts;
}

std::string Section::read_file(std::string_view key, Secrecy secrecy) {
  std::string path = read_text(key, "");
  if (path.empty()) return path;
  std::error_code missing;
  const auto permissions = std::filesystem::status(path, missing).permissions();
  if (missing || !std::filesystem::is_regular_file(path, missing)) {
    refuse(key, {"no_such_file",
                 "",
                 {"Dit bestand is er niet. Schrijf het pad van een bestand dat er is.",
                  "There is no such file. Write the path of a file that is there."}});
    return path;
  }
  const bool is_open =
      (permissions & std::filesystem::perms::others_read) != std::filesystem::perms::none;
  if (secrecy == Secrecy::kSecret && is_open) {
    report_->warnings.push_back(
        {fmt::format("Iedereen op deze machine kan het geheim van {} lezen. Geef alleen de dienst "
                     "toegang: chmod o= op dat bestand.",
                     full_key(key)),
         fmt::format("Everyone on this machine can read the secret of {}. Give access to the "
                     "service alone: chmod o= on that file.",
                     full_key(key))});
  }
  return path;
}

std::optional<Section> Section::find_section(std::string_view key) {
  asked_.emplace_back(key);
  const Value* entry = find_entry(key);
  if (entry != nullptr && entry->kind != Kind::kTable) {
    refuse_kind(key, {fmt::format("een blok [{}]", key), fmt::format("a block [{}]", key)});
    return std::nullopt;
  }
  const std::string prefix = full_key(key) + ".";
  const auto is_variable = [name = variable_of(prefix)](const Variable& variable) {
    return variable.first.starts_with(name) && !variable.second.empty();
  };
  const auto is_flag = [&prefix](const Flag& flag) { return flag.first.starts_with(prefix); };
  const bool is_said =
      entry != nullptr
      || std::any_of(sources_->environment.begin(), sources_->environment.end(), is_variable)
      || std::any_of(sources_->flags.begin(), sources_->flags.end(), is_flag);
  if (!is_said) return std::nullopt;
  Section section(*this, entry, prefix);
  section.heading_ = fmt::format("\n[{}]\n", full_key(key));
  return section;
}

std::vector<Section> Section::read_blocks(std::string_view key) {
  asked_.emplace_back(key);
  std::vector<Section> blocks;
  const Value* entry = find_entry(key);
  if (entry == nullptr) return blocks;
  const auto is_table = [](const Value& item) { return item.kind == Kind::kTable; };
  if (entry->kind != Kind::kList
      || !std::all_of(entry->items.begin(), entry->items.end(), is_table)) {
    refuse_kind(key, {fmt::format("blokken [[{}]]", key), fmt::format("blocks [[{}]]", key)});
    return blocks;
  }
  blocks.reserve(entry->items.size());
  for (const Value& item : entry->items) {
    blocks.push_back(Section(*this, &item, fmt::format("{}.{}.", full_key(key), blocks.size())));
    blocks.back().is_block_ = true;
    blocks.back().heading_ = fmt::format("\n[[{}]]\n", full_key(key));
  }
  return blocks;
}

void Section::refuse_unknown_keys() {
  if (table_ == nullptr) return;
  for (const Value& item : table_->items) {
    if (std::find(asked_.begin(), asked_.end(), item.key) != asked_.end()) continue;
    const std::string key = shown(item.key);
    const Text proposal = propose(key, asked_);
    refuse(item.key, {"unknown_key",
                      "",
                      {fmt::format("De sleutel {} bestaat niet. {}", key, proposal.nl),
                       fmt::format("There is no key {}. {}", key, proposal.en)}});
  }
}

void warn_of_misspelt_variables(const Sources& sources, Report& report) {
  for (const auto& [name, text] : sources.environment) {
    const auto& known = report.variables;
    const bool is_other = !name.starts_with(kVariablePrefix)
                          || std::find(known.begin(), known.end(), name) != known.end();
    if (is_other) continue;
    const auto nearest = find_nearest(name, known, kMostMistakesOfVariables);
    if (!nearest) continue;
    report.warnings.push_back(
        {fmt::format("{} in de omgeving doet niets. Bedoelt u {}?", shown(name), *nearest),
         fmt::format("{} in the environment does nothing. Do you mean {}?", shown(name),
                     *nearest)});
  }
}

}  // namespace kring::service::config
