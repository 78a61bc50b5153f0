// How does the page tell a nurse whom to call, when, and what for?
import type { ConceptList, Lead, MatchAnswer, Plan } from "v1";
import { isWebAddress, siteOf } from "../shared/address";
import { makeButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeContacts, makeMailLink, makePhoneLink, tellHours } from "../shared/reach";
import type { Texts } from "../shared/texts";
import { leadsOf, meetsNeed, type ChosenLead } from "./first_week";

const kReasons = 3; // that one reads in passing
const kToldBesides: readonly string[] = ["nearness", "starts_soon"]; // parts of a reason: the lead's own facts tell the journey and the day

/** What the leads are shown with. */
export interface LeadsDesk {
  texts: Texts;
  concepts: ConceptList["concepts"];
  days: number; // within which the first must begin
  /** Called when an activity is not wanted. */
  onAvoid: (id: string) => void;
}

function makeReach(texts: Texts, lead: Lead): HTMLElement {
  const { phone, email, url } = lead.activity;
  const hours = tellHours(lead);
  if (phone !== null)
    return make("div", { class: "reach" }, make("p", {}, makePhoneLink(phone)),
      hours === "" ? null : make("p", {}, texts.say("nurse.lead.phone_note", { note: hours })));
  if (email !== null) return make("p", { class: "reach" }, makeMailLink(email));
  return make("p", { class: "reach" }, isWebAddress(url) ? make("a", { class: "utrecht-link", href: url, rel: "noreferrer" }, siteOf(url)) : texts.say("nurse.lead.no_reach"));
}

function makeList(heading: string, items: string[]): HTMLElement | null {
  if (items.length === 0) return null;
  return make("div", {}, make("h4", { class: "lead-heading" }, heading), make("ul", {}, ...items.map((item) => make("li", {}, item))));
}

function makeFallback(texts: Texts, fallback: Lead | null): HTMLElement | null {
  if (fallback === null) return null;
  return make("details", { class: "fallback" }, make("summary", {}, texts.say("nurse.lead.fallback", { name: fallback.activity.name })),
    make("p", {}, fallback.activity.organization), makeReach(texts, fallback), make("p", {}, fallback.first_meeting_text));
}

/** Why it fits; of what meets no need, what it is. */
function makeReasons({ texts, concepts }: LeadsDesk, { lead, match }: ChosenLead): HTMLElement | null {
  if (match === undefined) return null;
  const told = match.reasons.filter(({ part }) => !kToldBesides.includes(part)).map(({ text }) => text);
  if (meetsNeed(match)) return makeList(texts.say("nurse.lead.why"), told.slice(0, kReasons));
  const language = texts.language.code === "nl" ? "nl" : "en";
  const subjects = concepts.filter(({ id, kind }) => kind === "activity" && lead.activity.concepts.includes(id));
  return makeList(texts.say("nurse.lead.about"), [...subjects.map(({ label }) => label[language]), ...told].slice(0, kReasons));
}

function makeLead(desk: LeadsDesk, chosen: ChosenLead): HTMLElement {
  const { texts } = desk;
  const { lead, fallback } = chosen;
  const { activity } = lead;
  const place = [activity.venue?.name, lead.address].filter((part) => part !== null && part !== undefined && part !== "").join(", ");
  const isTold = [activity.venue?.name, activity.name].includes(activity.organization); // a venue often bears its name
  return make("li", { class: "card lead" },
    make("h3", { class: "utrecht-heading-3" }, activity.name),
    make("p", { class: "hint" }, [isTold ? "" : activity.organization, place].filter((part) => part !== "").join(" · ")),
    makeReach(texts, lead),
    make("p", { class: "lead-when" }, lead.first_meeting_text ?? texts.say("nurse.lead.no_date")),
    make("p", {}, make("strong", {}, texts.say("nurse.lead.on_sheet")), ` ${[lead.call.text, ...lead.facts].join(" ")}`),
    makeReasons(desk, chosen),
    makeList(texts.say("nurse.lead.questions"), lead.questions),
    makeFallback(texts, fallback),
    makeButton("secondary-action", texts.say("nurse.lead.avoid"), () => desk.onAvoid(activity.id),
      { "aria-label": texts.say("nurse.lead.avoid_named", { name: activity.name }) }));
}

/** Whether the first can begin in time; told above all leads. */
function makeVerdict({ texts, days }: LeadsDesk, answer: MatchAnswer, plan: Plan): HTMLElement {
  const isEarly = plan.late_start === null; // the sheet says the same
  return make("div", { class: isEarly ? "verdict" : "verdict notice" },
    make("p", {}, texts.count(isEarly ? "nurse.early" : "nurse.no_early", days)),
    answer.portfolio_lacks === null ? null : make("p", {}, answer.portfolio_lacks),
    make("a", { class: "utrecht-link to-sheet", href: "#sheet-title" }, texts.say("nurse.to_sheet")));
}

function makeSafety(plan: Plan): HTMLElement | null {
  if (plan.safety === null) return null;
  return make("div", { class: "notice safety" }, make("p", {}, make("strong", {}, plan.safety.text)), makeContacts(plan.safety.contacts));
}

/** Nothing is left: what would open more. */
function makeNothing(texts: Texts, answer: MatchAnswer): HTMLElement {
  return make("div", { class: "card" }, make("p", {}, texts.say("nurse.nothing")),
    make("ul", {}, ...answer.relaxations.map((relaxation) => make("li", {}, relaxation.text))));
}

/** The leads, the first of which is the first to call. */
export function makeLeads(desk: LeadsDesk, answer: MatchAnswer, plan: Plan): Node[] {
  const { texts } = desk;
  const leads = leadsOf(plan, answer);
  const parts = [
    makeSafety(plan),
    make("h2", { class: "utrecht-heading-2", id: "nurse-leads", tabindex: "-1" }, texts.count("nurse.leads", leads.length)),
    leads.length === 0 ? makeNothing(texts, answer) : makeVerdict(desk, answer, plan),
    leads.length === 0 ? null : make("ol", { class: "leads" }, ...leads.map((lead) => makeLead(desk, lead)))];
  return parts.filter((part): part is HTMLElement => part !== null);
}
