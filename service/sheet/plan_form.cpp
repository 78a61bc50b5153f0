#include "service/sheet/plan_form.h"

#include <array>

#include "catalog/json.h"
#include "service/paper/pdf.h"
#include "service/sheet/forms.h"
#include "service/sheet/page.h"

namespace kring::service {
namespace {

std::string write_json_plan(const engine::Plan& plan) {
  return catalog::write_json(engine::to_json(plan));
}

constexpr std::array kForms = {
    PlanForm{"json", "application/json", "application/json", engine::Reader::kProfessional,
             write_json_plan},
    PlanForm{"html", "text/html", "text/html; charset=utf-8", engine::Reader::kPerson,
             write_page_plan, page_policy},
    PlanForm{"pdf", "application/pdf", "application/pdf", engine::Reader::kPerson, write_pdf_plan},
    PlanForm{"text", "text/plain", "text/plain; charset=utf-8", engine::Reader::kProfessional,
             write_text_plan},
    PlanForm{"ics", "text/calendar", "text/calendar; charset=utf-8", engine::Reader::kPerson,
             write_calendar_plan},
};

}  // namespace

std::span<const PlanForm> plan_forms() {
  return kForms;
}

}  // namespace kring::service
