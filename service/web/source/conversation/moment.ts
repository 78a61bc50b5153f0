// What is asked and shown in the step "moment"?
import type { Profile } from "v1";
import { makeButton, makeFold, makeSureButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeChoices } from "../shared/fields";
import { announce } from "../shared/frame";
import { makeProblem } from "../shared/problems";
import { emptyTalk, kAddresses, kCompanies, kPhases } from "../shared/session";
import { makeOpener } from "./open_file";
import type { Desk, Step } from "./step";

type Moment = NonNullable<Profile["moment"]>;

const kMoments: readonly Moment[] = ["start_of_care", "care_planning", "discharge", "moving_on", "review"];

function makeCompanyField({ session, texts }: Desk): HTMLElement {
  return makeChoices("radio", texts.say("conversation.moment.company.question"),
    kCompanies.map((company) => ({ value: company, text: texts.say(`conversation.moment.company.${company}`), isChosen: session.talk.company === company })),
    (value) => session.change((talk) => {
      talk.company = kCompanies.find((company) => company === value) ?? null;
      if (talk.company !== "worker") talk.phase = null;
    }));
}

/** Not where the language knows one way alone. */
function makeAddressField({ session, texts }: Desk): HTMLElement | null {
  if (!kAddresses.some((address) => texts.hasManner(address))) return null;
  return makeChoices("radio", texts.say("conversation.moment.address.question"),
    kAddresses.map((address) => ({ value: address, text: texts.say(`conversation.moment.address.${address}`), isChosen: session.talk.address === address })),
    (value) => session.change((talk) => { talk.address = kAddresses.find((address) => address === value) ?? talk.address; }));
}

function makeMomentField({ session, texts }: Desk): HTMLElement {
  return makeChoices("radio", texts.say("conversation.moment.when.question"),
    kMoments.map((moment) => ({ value: moment, text: texts.say(`conversation.moment.when.${moment}`), isChosen: session.talk.profile.moment === moment })),
    (value) => session.change((talk) => { talk.profile.moment = kMoments.find((moment) => moment === value); }));
}

/** For a worker alone: it is their way of working that has phases. */
function makePhaseField({ session, texts }: Desk): HTMLElement {
  const choices = [...kPhases, null].map((phase) => ({
    value: phase ?? "none", text: texts.say(`conversation.moment.phase.${phase ?? "none"}`), isChosen: session.talk.phase === phase,
  }));
  const field = makeChoices("radio", texts.say("conversation.moment.phase.question"), choices,
    (value) => session.change((talk) => { talk.phase = kPhases.find((phase) => phase === value) ?? null; }));
  const show = (): void => { field.hidden = session.talk.company !== "worker"; };
  const forget = session.watch(() => field.isConnected ? show() : forget());
  show();
  return field;
}

async function loadPractice({ session }: Desk): Promise<void> {
  const answer = await fetch("/assets/example.json");
  const { date: _, ...profile } = await answer.json() as Profile;
  const { address } = session.talk;
  session.clear();
  session.change((talk) => Object.assign(talk, emptyTalk(), { company: "worker", address, profile }));
  session.markSaved();
}

function makePractice(desk: Desk): HTMLElement {
  const { session, texts } = desk;
  const problem = make("div");
  const load = async (): Promise<void> => {
    try {
      await loadPractice(desk);
      desk.go("map");
      announce(texts.say("conversation.moment.practice.done"));
    } catch (error) {
      problem.replaceChildren(makeProblem(texts, error));
    }
  };
  const text = texts.say("conversation.moment.practice.do");
  return makeFold(texts.say("conversation.moment.practice.title"),
    make("p", {}, texts.say("conversation.moment.practice.lead")),
    session.hasUnsaved ? makeSureButton(text, texts.say("conversation.save.sure"), () => void load()) : makeButton("secondary-action", text, () => void load()),
    problem);
}

export const kMomentStep: Step = {
  name: "moment",
  make: (desk) => [
    make("p", { class: "talk-lead" }, desk.texts.say("conversation.moment.lead")),
    makeCompanyField(desk), makeAddressField(desk), makeMomentField(desk), makePhaseField(desk),
    makeFold(desk.texts.say("conversation.save.open.title"), makeOpener(desk)),
    makePractice(desk),
  ].filter((part) => part !== null),
};
