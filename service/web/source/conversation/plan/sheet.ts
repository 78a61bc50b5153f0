// What does the plan say that leaves the page? On screen, on paper and in every text it is this.
import type { Lead, Plan, Priority } from "v1";
import { isWebAddress } from "../../shared/address";
import { type Child, make } from "../../shared/dom";
import { makeContacts, makeMailLink, makePhoneLink, makeWebLink, telephone, tellHours } from "../../shared/reach";
import type { Texts } from "../../shared/texts";
import { makeHeading, makeList, makeParagraph, makeSection, tellPlace } from "../result/pieces";
import { makeQr } from "./qr";

export interface Sheet {
  plan: Plan;
  steps: readonly string[];
}

/** How one gets in touch, in words: the phone comes first. */
function tellWay(texts: Texts, { phone, email, url }: Lead["activity"]): string | null {
  return phone !== null ? texts.say("conversation.plan.reach_phone", { way: phone })
    : email !== null ? texts.say("conversation.plan.reach_email", { way: email })
      : url !== null ? texts.say("conversation.plan.reach_web", { way: url }) : null;
}

/** The same, with when the phone is answered. */
export function tellReach(texts: Texts, lead: Lead): string | null {
  const way = tellWay(texts, lead.activity);
  return way === null ? null : `${way}${bracketHours(lead)}`;
}

function bracketHours(lead: Lead): string {
  const hours = tellHours(lead);
  return hours === "" ? "" : ` (${hours})`;
}

/** The address that a phone reads off the paper: that of the page, else the number. */
function makeCode(texts: Texts, { activity }: Lead): SVGElement | null {
  const code = isWebAddress(activity.url) ? activity.url : activity.phone === null ? null : telephone(activity.phone);
  return code === null ? null : makeQr(code, texts.say("conversation.plan.qr", { name: activity.name }));
}

/** The way is in full in the words of its link: paper has no links. */
function makeWay(texts: Texts, { activity }: Lead): Child {
  const { phone, email, url } = activity;
  const told = tellWay(texts, activity);
  if (phone !== null) return makePhoneLink(phone, told);
  if (email !== null) return makeMailLink(email, told);
  return isWebAddress(url) ? makeWebLink(url, told, texts.say("conversation.result.new_tab")) : told;
}

function makeReach(texts: Texts, lead: Lead): Child[] {
  const way = makeWay(texts, lead);
  if (way === null) return [];
  return [way, bracketHours(lead)];
}

function makeFallback(texts: Texts, fallback: Lead | null): HTMLElement | null {
  if (fallback === null) return null;
  return make("p", { class: "planned-fallback" },
    make("strong", {}, texts.say("conversation.plan.fallback")), ` ${fallback.activity.name}. `, ...makeReach(texts, fallback));
}

function makeLead(texts: Texts, lead: Lead, fallback: Lead | null): Child[] {
  const place = lead.address ?? tellPlace(lead.activity);
  const reach = makeReach(texts, lead);
  return [
    make("div", { class: "planned" },
      make("div", {},
        makeHeading(4, lead.activity.name), reach.length === 0 ? null : make("p", { class: "planned-reach" }, ...reach),
        lead.first_meeting_text === null ? null : makeParagraph(lead.first_meeting_text),
        place === "" ? null : makeParagraph(place), makeParagraph([lead.call.text, ...lead.facts].join(" ")),
        ...(lead.questions.length === 0 ? [] : [makeParagraph(make("strong", {}, texts.say("conversation.plan.ask"))), makeList(lead.questions)])),
      makeCode(texts, lead)),
    makeFallback(texts, fallback),
  ];
}

/** A contact or an activity, as one names it in a list of things to do. */
export function tellPriority(texts: Texts, { tie, lead }: Priority): string {
  return tie === null ? lead?.activity.name ?? "" : texts.say("conversation.plan.see_more", { name: tie.alias });
}

function makePriority(texts: Texts, priority: Priority): HTMLElement {
  const { tie, lead, fallback } = priority;
  if (lead !== null) return make("li", {}, ...makeLead(texts, lead, fallback));
  return make("li", {}, makeHeading(4, tellPriority(texts, priority)),
    tie?.occasion ? makeParagraph(tie.occasion.text) : null);
}

function makeTeam(texts: Texts, { team }: Plan): Child[] {
  const rows = team.map(({ alias, tasks }) => make("li", {}, make("strong", {}, alias),
    makeList(tasks.map(({ text, when }) => when === null ? text : `${texts.date(when)}: ${text}`))));
  return rows.length === 0 ? [] : [makeHeading(3, texts.say("conversation.plan.team")), make("ul", { class: "team" }, ...rows)];
}

/** The sheet as it is on screen and, without what is around it, on paper. */
export function makeSheet(texts: Texts, { plan, steps }: Sheet): HTMLElement {
  const safety = plan.safety;
  return makeSection("plan-sheet", texts.say("conversation.plan.sheet"),
    make("p", { class: "hint on-screen" }, texts.say("conversation.plan.sheet_lead")),
    make("article", { class: "paper", "aria-label": texts.say("conversation.plan.paper") },
      safety === null ? null : make("div", { class: "notice" }, makeParagraph(safety.text), makeContacts(safety.contacts)),
      makeHeading(3, texts.say("conversation.plan.goal")), make("p", { class: "goal" }, plan.goal.text),
      plan.wishes.length === 0 ? null : makeParagraph(make("strong", {}, texts.say("conversation.plan.wishes")), ` ${plan.wishes.join(", ")}.`),
      makeHeading(3, texts.say("conversation.plan.priorities")),
      make("ol", { class: "priorities" }, ...plan.priorities.map((priority) => makePriority(texts, priority))),
      makeHeading(3, texts.say("conversation.plan.steps")), makeList([...steps], "ol"),
      ...makeTeam(texts, plan),
      makeHeading(3, texts.say("conversation.plan.check_ups")),
      makeList(plan.check_ups.map(({ date, question }) => `${texts.date(date)}: ${question}`)),
      makeParagraph(texts.say("conversation.plan.valid_until", { day: texts.date(plan.valid_until) }))));
}
