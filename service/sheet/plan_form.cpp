#include "service/sheet/plan_form.h"

#include <array>

#include "catalog/json.h"

namespace kring::service {
namespace {

std::string write_json_plan(const engine::Plan& plan) {
  return catalog::write_json(engine::to_json(plan));
}

constexpr std::array kForms = {
    PlanForm{"json", "application/json", "application/json", engine::Reader::kProfessional,
             write_json_plan},
};

}  // namespace

std::span<const PlanForm> plan_forms() {
  return kForms;
}

}  // namespace kring::service
