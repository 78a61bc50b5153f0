// Which facts about the person does a plan hold, and what is left of it when some are taken off?
import type { Lead, MatchAnswer, Plan, PlanRequest, Profile } from "v1";
import type { OwnStep, Talk } from "../../shared/session";
import type { Texts } from "../../shared/texts";
import { voiceOf } from "../manner";
import { removeNeed, setMeant } from "../needs/inventory";
import { kMostChosen } from "../result/choice";
import type { Concept, Desk } from "../step";
import { tellStep, writtenSteps } from "./steps";

type FactKind = "goal" | "wish" | "contact" | "access" | "travel" | "look_back" | "step";

export interface Fact {
  kind: FactKind;
  id: string; // one of its kind
  text: string; // as the plan says it
}

/** The plan with all its facts, and the answer that it came from. */
export interface Made {
  readonly plan: Plan;
  readonly answer: MatchAnswer;
}

type Contact = NonNullable<NonNullable<Profile["network"]>["contacts"]>[number];

export function keyOf({ kind, id }: Pick<Fact, "kind" | "id">): string {
  return `${kind}/${id}`;
}

function listContacts(plan: Plan): Fact[] {
  const ties = plan.priorities.map((priority) => priority.tie);
  const named = [...ties, ...plan.team].flatMap((entry) => entry === null || entry.contact === null ? [] : [[entry.contact, entry.alias] as const]);
  return [...new Map(named)].map(([id, text]) => ({ kind: "contact", id, text }));
}

/** A wish by the id of its concept, the same in every language. */
function listWishes(plan: Plan, concepts: readonly Concept[]): Fact[] {
  return plan.wishes.map((text) => {
    const concept = concepts.find(({ plain }) => plain.nl === text || plain.en === text);
    return { kind: "wish", id: concept?.id ?? text, text };
  });
}

function leadsOf(plan: Plan): Lead[] {
  return plan.priorities.map(({ lead }) => lead).filter((lead) => lead !== null);
}

/** What someone needs in order to take part, where the plan says to ask for it. */
function listAccess(texts: Texts, plan: Plan, { matches }: MatchAnswer): Fact[] {
  const told = new Set(leadsOf(plan).flatMap(({ questions }) => questions));
  const asked = matches.flatMap(({ questions }) => questions).filter(({ text }) => told.has(text));
  const needs = asked.map(({ access_need: need }) => need).filter((need) => need !== undefined);
  return [...new Set(needs)].map((need) => ({ kind: "access", id: need, text: texts.say(`conversation.result.access_needs.${need}`) }));
}

/** The ways of travel of which the plan says how long they take. */
function listTravel(texts: Texts, plan: Plan, { matches }: MatchAnswer): Fact[] {
  const ids = new Set(leadsOf(plan).map(({ activity }) => activity.id));
  const modes = matches.flatMap(({ activity, travel }) => travel !== null && ids.has(activity.id) ? [travel.mode] : []);
  const told = [...new Set(modes)].map((mode) => texts.say(`conversation.result.modes.${mode}`));
  return told.length === 0 ? [] : [{ kind: "travel", id: "", text: told.join(", ") }];
}

/** Facts in the order of the plan. What a service offers is no fact about the person, though its name may tell. */
export function listFacts({ texts, concepts, session: { talk } }: Desk, { plan, answer }: Made): Fact[] {
  const steps = new Map(writtenSteps(talk).map((step) => [step.text, tellStep(texts, step)]));
  const tried = [...plan.look_back.going_well, ...plan.look_back.stopped];
  return [
    { kind: "goal", id: "", text: plan.goal.text },
    ...listWishes(plan, concepts),
    ...listContacts(plan),
    ...listAccess(texts, plan, answer),
    ...listTravel(texts, plan, answer),
    ...(tried.length === 0 ? [] : [{ kind: "look_back", id: "", text: tried.join(", ") } as const]),
    ...[...steps].map(([id, text]) => ({ kind: "step", id, text } as const)),
  ];
}

/** Places of the needs that name the concept, or whose words were read so. */
function findNeeds(profile: Profile, concept: string, answer: MatchAnswer): number[] {
  const named = (profile.needs ?? []).flatMap((need, place) => need.concept === concept ? [place] : []);
  const read = answer.understood.filter((entry) => entry.kind === "wish" && entry.name === concept).map((entry) => entry.need);
  return [...named, ...read];
}

function withoutName({ alias: _alias, interests: _interests, ...rest }: Contact): Contact {
  return rest;
}

/** The names under which withheld contacts may turn up in someone's own words, longest first. */
export function listHiddenNames(off: readonly Fact[], talk: Readonly<Talk>): string[] {
  const hidden = off.filter((fact) => fact.kind === "contact");
  const full = hidden.map(({ id }) => talk.profile.network?.contacts?.find((contact) => contact.id === id)?.alias ?? "");
  return [...full, ...hidden.map((fact) => fact.text)].filter((name) => name !== "").sort((one, other) => other.length - one.length);
}

/** The person's own steps that may leave. */
export function listLeavingSteps(off: readonly Fact[], talk: Readonly<Talk>): OwnStep[] {
  const idsOff = new Set(off.filter(({ kind }) => kind === "step").map(({ id }) => id));
  return writtenSteps(talk).filter(({ text }) => !idsOff.has(text));
}

/** Own words without the hidden names. */
export function hideNames(texts: Texts, text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) {
    const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
    left = left.replace(pattern, texts.say("conversation.plan.someone"));
  }
  return left;
}

/** The request for the plan as the person made it. */
export function makeRequest(talk: Readonly<Talk>, language: "nl" | "en"): PlanRequest {
  const { activities, ties } = talk.chosen;
  return {
    profile: { ...talk.profile, ...voiceOf(talk, language) },
    ...(activities.length + ties.length === 0 ? {} : { chosen: { activities, ties } }),
    ...(talk.goal === "" ? {} : { goal: talk.goal }),
  };
}

/** Takes off what the person said of access and travel, and what was read of it in their words. */
function withholdPractical(profile: Profile, off: readonly Fact[], { understood }: MatchAnswer): void {
  const needs = new Set(off.filter(({ kind }) => kind === "access").map(({ id }) => id));
  const isTravelOff = off.some(({ kind }) => kind === "travel");
  if (needs.size > 0 && profile.practical?.access_needs) {
    profile.practical.access_needs = profile.practical.access_needs.filter((need) => !needs.has(need));
  }
  if (isTravelOff) delete profile.practical?.travel;
  for (const reading of understood) {
    const { pointer, value } = reading.acts_on ?? {};
    const isAccess = pointer === "/practical/access_needs" && (value as string[]).some((need) => needs.has(need));
    if (isAccess || (isTravelOff && pointer === "/practical/travel")) setMeant(profile, reading, "not_meant");
  }
}

/** What the plan came to hold, to be chosen again when less is told. Where activities took all places, a tie comes beside them again. */
function chosenOf(plan: Plan, { chosen }: PlanRequest): NonNullable<PlanRequest["chosen"]> {
  const tookAll = chosen?.activities?.length === kMostChosen;
  const activities = tookAll ? chosen.activities ?? [] : leadsOf(plan).map(({ activity }) => activity.id);
  const ties = tookAll ? [] : plan.priorities.map(({ tie }) => tie?.contact).filter((contact) => contact !== undefined);
  const standsBy = new Map(plan.priorities.map(({ lead, fallback }) => [lead?.activity.id, fallback?.activity.id]));
  return { activities, ties, fallbacks: activities.map((id) => standsBy.get(id) ?? "") };
}

/** The request without the facts that are taken `off`: what the service never gets, it cannot write down. */
export function reduceRequest(texts: Texts, request: PlanRequest, off: readonly Fact[], { plan, answer }: Made): PlanRequest {
  const profile = structuredClone(request.profile);
  const idsOff = new Set(off.filter((fact) => fact.kind === "contact").map((fact) => fact.id));
  const needsOff = new Set(off.filter((fact) => fact.kind === "wish").flatMap((fact) => findNeeds(profile, fact.id, answer)));
  if (profile.network?.contacts) {
    profile.network.contacts = profile.network.contacts.map((contact) => idsOff.has(contact.id) ? withoutName(contact) : contact);
  }
  withholdPractical(profile, off, answer);
  for (const place of [...needsOff].sort((one, other) => other - one)) removeNeed(profile, place);
  if (off.some((fact) => fact.kind === "look_back")) delete profile.tried;
  const isGoalOff = off.some((fact) => fact.kind === "goal");
  const chosen = plan.priorities.length === 0 ? {} : { chosen: chosenOf(plan, request) };
  return { ...request, profile, ...chosen, ...(isGoalOff ? { goal: texts.say("conversation.plan.goal_withheld") } : {}) };
}
