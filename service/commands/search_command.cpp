// kring search: what does the service answer to this search?
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "catalog/json.h"
#include "engine/engine.h"
#include "service/commands/commands.h"
#include "service/rim.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

struct SearchOptions {
  std::string index;
  std::vector<std::string> words;
  std::vector<std::string> filters;  // "field=value"
  std::string order = "relevance";
  std::string date;
  std::string language = "nl";
  bool is_known_only = false;
  bool prints_json = false;
  int page = 1;
  int per_page = engine::kDefaultPerPage;
};

engine::SearchRequest make_request(const SearchOptions& options) {
  engine::SearchRequest request;
  request.text = fmt::format("{}", fmt::join(options.words, " "));
  for (const std::string& filter : options.filters) {
    const std::size_t sign = filter.find('=');
    engine::add_filter(filter.substr(0, sign), filter.substr(sign + 1), request);
  }
  request.unknowns = options.is_known_only ? engine::Unknowns::kDrop : engine::Unknowns::kKeep;
  request.order = engine::find_search_order(options.order).value();
  request.page = options.page;
  request.per_page = options.per_page;
  request.language =
      options.language == "en" ? catalog::Language::kEnglish : catalog::Language::kDutch;
  const auto now = std::chrono::system_clock::now();
  request.date =
      options.date.empty() ? today_in_amsterdam(now) : catalog::parse_date(options.date).value();
  return request;
}

std::string place_and_owner(const engine::ActivityCard& card) {
  std::string text;
  for (const std::string& part : {card.venue_city, card.organization}) {
    if (!part.empty()) text += " · " + part;
  }
  return text;
}

// When, how far, what number: what one does next.
std::string next_step(const engine::Hit& hit) {
  std::vector<std::string> facts;
  if (!hit.next_sessions.empty()) {
    const std::string& start = hit.next_sessions.front();  // "2026-11-25T10:00:00+01:00"
    facts.push_back(start.substr(0, 10) + " " + start.substr(11, 5));
  }
  if (hit.distance) facts.push_back(fmt::format("{:.1f} km", hit.distance->value / 1'000));
  if (!hit.activity.phone.empty()) facts.push_back(hit.activity.phone);
  return fmt::format("{}", fmt::join(facts, " · "));
}

void print_hit(int number, const engine::Hit& hit, catalog::Language language) {
  std::cout << fmt::format("{:3}. {}{}\n", number, hit.activity.name,
                           place_and_owner(hit.activity));
  if (const std::string facts = next_step(hit); !facts.empty()) {
    std::cout << "     " << facts << "\n";
  }
  for (const engine::FoundWord& found : hit.why) {
    std::cout << "       " << found.text << "\n";
  }
  for (const engine::KnownFact& fact : hit.known) {
    std::cout << "       " << fact.text << "\n";
  }
  for (const std::string& word : hit.missing_words) {
    std::cout << in(language,
                    {"       Zonder “" + word + "”.\n", "       Without “" + word + "”.\n"});
  }
  for (const engine::UnknownFact& fact : hit.unknown) {
    std::cout << "       ? " << fact.text << "\n";
  }
}

void print_safety(const engine::SafetyNotice& notice) {
  std::cout << notice.text << "\n";
  for (const engine::CrisisContact& contact : notice.contacts) {
    std::cout << "  " << contact.name << ": " << contact.phone << "\n";
  }
}

void print_query(const engine::ReadQuery& query, catalog::Language language) {
  for (const engine::ReadPlace& place : query.places) {
    std::cout << in(language, {"Plaats: ", "Place: "}) << place.name << "\n";
  }
  for (const engine::Spelling& spelling : query.spelling) {
    std::cout << in(language, {"Geen activiteit heeft “" + spelling.word + "”.",
                               "No activity has “" + spelling.word + "”."});
    if (!spelling.instead.empty()) {
      std::cout << in(language, {" Gezocht is “" + spelling.instead + "”.",
                                 " Searched for “" + spelling.instead + "”."});
    }
    std::cout << "\n";
  }
}

// Words that did nothing, and the page that comes next.
void print_rest(const engine::SearchAnswer& answer, catalog::Language language) {
  if (!answer.query.ignored.empty()) {
    std::cout << in(language, {"Niet gebruikt: ", "Not used: "})
              << fmt::format("{}\n", fmt::join(answer.query.ignored, ", "));
  }
  if (answer.page * answer.per_page < answer.total) {
    std::cout << in(language, {"Meer: ", "More: "}) << "--page " << answer.page + 1 << "\n";
  }
}

void print_for_people(const engine::SearchAnswer& answer, catalog::Language language) {
  if (answer.safety) print_safety(*answer.safety);
  print_query(answer.query, language);
  std::cout << answer.total << in(language, {" gevonden\n", " found\n"});
  int number = (answer.page - 1) * answer.per_page;
  for (const engine::Hit& hit : answer.hits) {
    print_hit(++number, hit, language);
  }
  print_rest(answer, language);
}

int run(const SearchOptions& options) {
  const engine::SearchRequest request = make_request(options);
  const auto engine = engine::Engine::open(options.index);
  const auto answer = engine->search(request);
  if (!answer) {
    for (const catalog::Problem& problem : answer.error()) {
      std::cerr << format_problem(problem, request.language) << "\n";
    }
    return 1;
  }
  const bool is_for_people = ::isatty(STDOUT_FILENO) == 1 && !options.prints_json;
  if (is_for_people) {
    print_for_people(*answer, request.language);
  } else {
    std::cout << catalog::write_json(engine::to_json(*answer)) << "\n";
  }
  return 0;
}

}  // namespace

void add_search(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("search", "Print the answer of GET /v1/activities.");
  const auto options = std::make_shared<SearchOptions>();
  command->add_option("--index", options->index, "The index to search")
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--filter", options->filters,
                   "A field and a value of it. Values of one field: one is enough; fields: all")
      ->allow_extra_args(false)
      ->check([](const std::string& text) {
        return text.find('=') == std::string::npos ? "write it as FIELD=VALUE: attendance=online"
                                                   : std::string();
      })
      ->type_name("FIELD=VALUE");
  command->add_option("--sort", options->order, "The order of the hits")
      ->check([](const std::string& name) {
        return engine::find_search_order(name) ? std::string()
                                               : "one of " + engine::list_search_orders();
      })
      ->capture_default_str();
  command->add_flag("--known-only", options->is_known_only,
                    "Leave out what does not tell of a filter");
  command->add_option("--page", options->page, "Which page")
      ->check(CLI::Range(1, engine::kMaxPage))
      ->capture_default_str();
  command->add_option("--per-page", options->per_page, "Hits on a page")
      ->check(CLI::Range(1, engine::kMaxPerPage))
      ->capture_default_str();
  command->add_option("--date", options->date, "The day of which it is asked; default today")
      ->check([](const std::string& text) {
        return catalog::parse_date(text) ? std::string() : std::string("no day as 2026-11-23");
      });
  command->add_option("--language", options->language, "Of the sentences: nl or en")
      ->check(CLI::IsMember({"nl", "en"}))
      ->capture_default_str();
  command->add_flag("--json", options->prints_json, "JSON also on a terminal");
  command->add_option("words", options->words, "What to look for; none lists everything")
      ->type_name("WORD");
  command->footer(fmt::format(
      "Orders: {}.\nFields: {}.\nTheir values stand in the facets of the JSON answer.\n\n"
      "Example:\n  kring search --index nijmegen.index --filter attendance=in_person samen eten in "
      "Nijmegen",
      engine::list_search_orders(), fmt::join(engine::filter_names(), ", ")));
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace kring::service
