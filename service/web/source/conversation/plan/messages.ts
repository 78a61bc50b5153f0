// What does a message with the plan say?
import type { Lead, Priority } from "v1";
import type { Texts } from "../../shared/texts";
import { type Sheet, tellPriority, tellReach } from "./sheet";

function tellLead(texts: Texts, lead: Lead): string[] {
  return [tellReach(texts, lead), lead.first_meeting_text, lead.address].filter((line) => line !== null);
}

function tellFallback(texts: Texts, { fallback }: Priority): string[] {
  if (fallback === null) return [];
  const reach = tellReach(texts, fallback);
  return [`   ${[texts.say("conversation.plan.fallback"), `${fallback.activity.name}.`, reach ?? ""].join(" ").trim()}`];
}

function tellItem(texts: Texts, priority: Priority, place: number): string {
  const lines = priority.lead === null ? [] : tellLead(texts, priority.lead);
  const questions = priority.lead?.questions ?? [];
  return [`${place + 1}. ${tellPriority(texts, priority)}`, ...lines.map((line) => `   ${line}`),
    ...questions.map((question) => `   - ${question}`), ...tellFallback(texts, priority)].join("\n");
}

/** A letter for the person, to send with one's own mail program. */
export function writeEmail(texts: Texts, { plan, steps }: Sheet): string {
  return [
    texts.say("conversation.plan.email_begin"),
    `${texts.say("conversation.plan.goal")}: ${plan.goal.text}`,
    [`${texts.say("conversation.plan.priorities")}:`, ...plan.priorities.map((priority, place) => tellItem(texts, priority, place))].join("\n"),
    [`${texts.say("conversation.plan.steps")}:`, ...steps.map((step) => `- ${step}`)].join("\n"),
    texts.say("conversation.plan.email_end", { day: texts.date(plan.review_on) }),
  ].join("\n\n");
}

/** A few lines for a phone: whom to reach, when it begins. */
export function writeSms(texts: Texts, { plan }: Sheet): string {
  const items = plan.priorities.map((priority) => {
    const { lead } = priority;
    const reach = lead === null ? null : tellReach(texts, { ...lead, phone_note: null, phone_hours: null });
    const first = lead?.first_meeting == null ? null : texts.date(lead.first_meeting);
    return `${[tellPriority(texts, priority), reach, first].filter((part) => part !== null).join(". ")}.`;
  });
  return [texts.say("conversation.plan.sms_begin"), ...items, texts.say("conversation.plan.sms_end", { day: texts.date(plan.review_on) })].join("\n");
}
