// kring plan: which sheet does the person take home?
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog/json.h"
#include "engine/engine.h"
#include "service/commands/commands.h"
#include "service/commands/profile_file.h"
#include "service/rim.h"
#include "service/sheet/plan_form.h"

#include <CLI/CLI.hpp>

namespace kring::service {
namespace {

struct PlanOptions {
  std::string index;
  std::string profile;
  std::string form;
  std::string out;  ///< "" for standard output
};

std::vector<std::string> form_names() {
  std::vector<std::string> names;
  for (const PlanForm& form : plan_forms())
    names.emplace_back(form.name);
  return names;
}

const PlanForm& form_called(const std::string& name) {
  for (const PlanForm& form : plan_forms()) {
    if (form.name == name) return form;
  }
  return plan_forms().front();
}

/// A document that has no `profile` is a profile itself.
catalog::Json make_request(const catalog::Json& document) {
  if (document.find("profile") != nullptr) return document;
  catalog::Json request;
  request.set("profile", document);
  return request;
}

void write_out(const std::string& path, const std::string& bytes) {
  if (path.empty()) {
    std::cout << bytes << std::flush;
    return;
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes << std::flush;
  if (!file) {
    throw catalog::Error("Could not write the plan to " + path
                         + ". Check the path and the room on the disk.");
  }
}

int run(const PlanOptions& options) {
  const auto document = catalog::parse_json(load_profile(options.profile));
  if (!document) return refuse(document.error(), catalog::Language::kDutch);
  const catalog::Json body = make_request(*document);
  auto parsed = engine::parse_plan_request(body);
  if (!parsed) {
    return refuse(parsed.error(), find_language(body["profile"], catalog::Language::kDutch));
  }
  engine::PlanRequest request = *std::move(parsed);
  request.profile = with_date(std::move(request.profile), std::chrono::system_clock::now());
  const PlanForm& form = form_called(options.form);
  const auto engine = engine::Engine::open(options.index);
  const auto plan = engine->plan(request, form.reader);
  if (!plan) return refuse(plan.error(), request.profile.language);
  write_out(options.out, form.write(*plan));
  return 0;
}

}  // namespace

void add_plan(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("plan", "Write the plan of POST /v1/plans for one profile.");
  const auto options = std::make_shared<PlanOptions>();
  options->form = plan_forms().front().name;
  command->add_option("--index", options->index, "The index to match against")
      ->required()
      ->type_name("DIR");
  command->add_option("--accept", options->form, "The form of the plan")
      ->check(CLI::IsMember(form_names()))
      ->capture_default_str()
      ->type_name("FORM");
  command->add_option("--out", options->out, "Write here instead of to standard output")
      ->type_name("FILE");
  command
      ->add_option("profile", options->profile,
                   "A profile as JSON, or the whole body of POST /v1/plans; - reads standard input")
      ->required()
      ->type_name("PROFILE.json|-");
  command->footer(
      "A profile without a date is for today. What is wrong is told on standard error, one line a "
      "fault, with exit\n"
      "code 1.\n\nExample:\n  kring plan --index nijmegen.index --accept pdf --out plan.pdf "
      "profile.json");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace kring::service
