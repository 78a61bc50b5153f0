// How is a form of questions asked, answered, taken back and checked?
import type { GapAnswer, Problem, Profile } from "v1";
import { askGaps, Refused } from "../../shared/api";
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeGroup, tellFault } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { makeProblem } from "../../shared/problems";
import type { Texts } from "../../shared/texts";
import { voiceOf } from "../manner";
import { makeSafety } from "../needs/safety";
import type { Desk } from "../step";
import { type Path, readAt, writeAt } from "./answers";

const kPause = 600; // ms after an answer, before it is checked

/** One question: its words stand in conversation.fit.questions under its name. */
export interface Question {
  name: string;
  path: Path;
  makeInputs(answer: Answer): Node[];
  /** The inputs themselves take each part of the answer back; absent: a button takes back the whole. */
  takesBack?: "one_by_one";
  /** The id of the input that a fault at `rest` below the question's path is about; absent: the first. */
  inputOf?(rest: Path, profile: Profile): string | undefined;
}

/** The answer to one question. */
export interface Answer {
  readonly desk: Desk;
  readonly value: unknown; // undefined: not known
  set(value: unknown): void;
  /** Shows the inputs anew. */
  show(): void;
}

type Fault = Problem["errors"][number];

/** What belongs to every question, around its inputs. */
function frameQuestion(texts: Texts, name: string, ...inputs: Node[]): HTMLElement {
  const [title, hint] = [`conversation.fit.questions.${name}.title`, `conversation.fit.questions.${name}.hint`];
  const id = `question-${name}`;
  return makeGroup({ id, question: texts.say(title), class: id, hint: texts.has(hint) ? texts.say(hint) : undefined, noteId: `${id}-said` },
    make("p", { class: "said", id: `${id}-said` }), ...inputs);
}

/** Whether what a pointer of the service names is the answer to the question, or part of it. */
function isAbout({ path }: Question, pointer: string): boolean {
  return `${pointer}/`.startsWith(`/${path.join("/")}/`);
}

export class Form {
  /** Stands above the form. */
  readonly notice = make("div", { class: "above-all" });
  readonly status = make("div", { class: "form-status", role: "status" });
  private readonly desk: Desk;
  private readonly questions: Question[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0; // of several checks only the last one counts
  private told: string[] = []; // ids of the fields at which a fault stands

  constructor(desk: Desk) {
    this.desk = desk;
  }

  makeQuestion(question: Question): HTMLElement {
    const { texts, session } = this.desk;
    const { name, path } = question;
    this.questions.push(question);
    const say = (part: string): string => texts.say(`conversation.fit.questions.${name}.${part}`);
    const body = make("div", { class: "inputs" });
    const forget = makeButton("plain", texts.say("conversation.fit.forget"), () => {
      set(undefined);
      show();
      body.querySelector<HTMLElement>("input, select, button, summary")?.focus();
      announce(texts.say("conversation.fit.forgotten", { question: say("title") }));
    }, { class: "forget", id: `${name}-forget`, "aria-label": `${texts.say("conversation.fit.forget")}: ${say("title")}` });
    const refresh = (): void => { forget.hidden = question.takesBack !== undefined || readAt(session.talk.profile, path) === undefined; };
    const show = (): void => { renew(body, ...question.makeInputs(answer)); refresh(); };
    const set = (value: unknown): void => {
      session.change(({ profile }) => writeAt(profile, path, value));
      refresh();
      this.checkSoon();
    };
    const answer: Answer = { desk: this.desk, set, show, get value() { return readAt(session.talk.profile, path); } };
    show();
    return frameQuestion(texts, name, body, forget);
  }

  private checkSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check("quietly"), kPause);
  }

  /** Asks the service what is wrong, and shows it at the fields; on demand the first of them gets the focus. */
  async check(how: "quietly" | "on_demand"): Promise<void> {
    clearTimeout(this.timer);
    const { texts, session } = this.desk;
    const language = texts.language.code === "nl" ? "nl" : "en";
    const asked = ++this.asked;
    const isLate = (): boolean => asked !== this.asked || !this.status.isConnected;
    try {
      const heard = await askGaps({ ...session.talk.profile, ...voiceOf(session.talk, language) }, language);
      if (isLate()) return;
      this.showHeard(heard);
      this.showFaults([]);
      if (how === "on_demand") this.status.replaceChildren(texts.say("conversation.fit.sound"));
    } catch (error) {
      if (isLate()) return;
      const faults = error instanceof Refused ? error.problem?.errors ?? [] : [];
      const isElsewhere = this.showFaults(faults);
      if (isElsewhere || faults.length === 0) this.status.replaceChildren(makeProblem(texts, error));
      if (how === "on_demand" && this.told[0] !== undefined) this.focus(this.told[0]);
    }
  }

  /** Whether one of the faults is about no question here. */
  private showFaults(faults: readonly Fault[]): boolean {
    const before = this.told;
    for (const id of before) tellFault(id, "");
    this.told = [];
    this.status.replaceChildren();
    let isElsewhere = false;
    const order = (fault: Fault): number => this.questions.findIndex((question) => isAbout(question, fault.pointer));
    for (const fault of [...faults].sort((one, other) => order(one) - order(other))) {
      const question = this.questions[order(fault)];
      if (question === undefined) isElsewhere = true;
      else this.tellAt(question, fault);
    }
    if (this.told.length > 0 && this.told.join() !== before.join()) announce(this.desk.texts.count("conversation.fit.faults", this.told.length));
    return isElsewhere;
  }

  /** What the person's own words say already stands at the question; danger stands above all. */
  private showHeard({ understood, safety }: GapAnswer): void {
    const { texts } = this.desk;
    this.notice.replaceChildren(...(safety === null ? [] : [makeSafety(texts, safety)]));
    const readings = understood.filter((reading) => !reading.is_undone && reading.acts_on !== null);
    for (const question of this.questions) {
      const said = readings.filter(({ acts_on }) => isAbout(question, acts_on?.pointer ?? ""))
        .map(({ words, effect }) => texts.say("conversation.fit.said", { words, effect: effect ?? "" }));
      document.getElementById(`question-${question.name}-said`)?.replaceChildren(said.join(" "));
    }
  }

  private tellAt(question: Question, { pointer, detail }: Fault): void {
    const rest = pointer.split("/").slice(1 + question.path.length);
    const input = question.inputOf?.(rest, this.desk.session.talk.profile);
    const hasOwnPlace = input !== undefined && document.getElementById(`${input}-fault`) !== null;
    const id = hasOwnPlace ? input : `question-${question.name}`;
    tellFault(id, detail);
    this.told.push(id);
  }

  private focus(id: string): void {
    const place = document.getElementById(id);
    const details = place?.closest("details");
    if (details) details.open = true;
    const field = place?.matches("input, select, textarea") ? place : place?.querySelector<HTMLElement>("input, select, button");
    field?.focus();
  }
}
