// How does a conversation go from step to step?
import type { MatchAnswer, Profile } from "v1";
import { makeAid } from "./conversation/aid";
import { mannersOf, voiceOf } from "./conversation/manner";
import { stepsOf } from "./conversation/phase";
import type { Concept, Desk, StepName } from "./conversation/step";
import { loadStep } from "./conversation/steps";
import { Trail } from "./conversation/trail";
import { askMatches, getConcepts } from "./shared/api";
import { make } from "./shared/dom";
import { announce, showPage } from "./shared/frame";
import { makeProblem } from "./shared/problems";
import { makeReader, stopReading } from "./shared/read_aloud";
import { Session } from "./shared/session";
import type { Texts } from "./shared/texts";

class Conversation {
  private readonly session = new Session();
  private here: StepName = "moment";
  private shown = 0; // how often a step was
  private asked: { profile: string; answer: Promise<MatchAnswer> } | null = null;
  private concepts: readonly Concept[] = [];
  private conceptsIn = ""; // a language's code
  private manners = "";
  private readonly place = make("div", { class: "step" });
  private readonly trail = new Trail((step) => this.go(step));
  private readonly unsaved = make("p", { class: "unsaved" });
  private readonly onwards = make("div", { class: "onwards" });
  private texts: Texts | null = null;

  constructor() {
    this.session.watch(() => {
      if (this.speak()) this.show();
      else this.showWay();
    });
  }

  /** The page's content, in other words each time the language changes. */
  makePage(texts: Texts): Node[] {
    this.texts = texts;
    this.asked = null;
    this.speak();
    this.show();
    if (this.conceptsIn !== texts.language.code) void this.loadConcepts(texts);
    return [make("nav", { "aria-label": texts.say("conversation.steps") }, this.trail.place), this.unsaved, this.place, this.onwards];
  }

  /** Lets the texts speak in the manner of the talk; whether that is another than before. */
  private speak(): boolean {
    const manners = mannersOf(this.session.talk).filter((manner) => this.texts?.hasManner(manner));
    const isOther = manners.join() !== this.manners;
    this.manners = manners.join();
    this.texts = this.texts?.inManner(manners) ?? null;
    return isOther;
  }

  private async loadConcepts(texts: Texts): Promise<void> {
    try {
      this.conceptsIn = texts.language.code;
      this.concepts = (await getConcepts(texts.language.code)).concepts;
      if (!this.place.contains(document.activeElement)) this.show(); // else whoever types would lose it
    } catch (error) {
      this.conceptsIn = "";
      this.place.prepend(makeProblem(texts, error));
    }
  }

  private makeDesk(texts: Texts): Desk {
    return {
      session: this.session, texts, concepts: this.concepts,
      matches: () => this.matches(texts),
      go: (step) => this.go(step),
    };
  }

  private matches(texts: Texts): Promise<MatchAnswer> {
    const language = texts.language.code === "nl" ? "nl" : "en";
    const profile: Profile = { ...this.session.talk.profile, ...voiceOf(this.session.talk, language) };
    const key = JSON.stringify(profile);
    if (this.asked?.profile !== key) this.asked = { profile: key, answer: this.ask(profile, language) };
    return this.asked.answer;
  }

  /** A refusal is not kept: who logs in meanwhile asks again. */
  private async ask(profile: Profile, language: string): Promise<MatchAnswer> {
    try {
      return await askMatches(profile, language);
    } catch (error) {
      this.asked = null;
      throw error;
    }
  }

  private go(step: StepName): void {
    this.here = step;
    this.show();
    this.place.querySelector<HTMLElement>("h1")?.focus();
    announce(this.texts?.say(`conversation.${step}.title`) ?? "");
  }

  private show(): void {
    if (this.texts === null) return;
    const { texts } = this;
    const held = this.place.contains(document.activeElement) ? document.activeElement : null;
    stopReading();
    this.place.replaceChildren(
      make("h1", { class: "utrecht-heading-1", tabindex: "-1" }, texts.say(`conversation.${this.here}.title`)),
      makeReader(texts, () => this.place),
      makeAid(texts, this.session, this.here));
    void this.fill(texts, held instanceof HTMLInputElement ? held.value : null);
    this.showWay();
  }

  /** Puts the step under its heading, unless another was shown meanwhile; who stood on the choice of `held` stands there again. */
  private async fill(texts: Texts, held: string | null): Promise<void> {
    const mine = ++this.shown;
    try {
      const step = await loadStep(this.here);
      if (mine !== this.shown) return;
      this.place.append(...step.make(this.makeDesk(texts)));
      if (held !== null) this.place.querySelector<HTMLElement>(`input[type=radio][value="${CSS.escape(held)}"]`)?.focus();
    } catch (error) {
      if (mine === this.shown) this.place.append(makeProblem(texts, error));
    }
  }

  /** The steps that go with the phase, the next of them, and whether anything would be lost. */
  private showWay(): void {
    if (this.texts === null) return;
    const { texts } = this;
    const steps = stepsOf(this.session.talk.phase);
    this.trail.show(texts, steps, this.here);
    const next = steps.includes(this.here) ? steps[steps.indexOf(this.here) + 1] : undefined;
    this.onwards.replaceChildren(next === undefined ? "" : make("button", {
      type: "button", class: "utrecht-button utrecht-button--primary-action", click: () => this.go(next),
    }, texts.say("conversation.next", { step: texts.say(`conversation.${next}.title`) })));
    const isShown = this.session.hasUnsaved && this.here !== "close";
    this.unsaved.replaceChildren(...(isShown ? [texts.say("conversation.save.unsaved"), " ", make("button", {
      type: "button", class: "utrecht-button utrecht-button--subtle", click: () => this.go("close"),
    }, texts.say("conversation.save.now"))] : []));
  }
}

const conversation = new Conversation();
await showPage({ title: "conversation.title", make: (texts) => conversation.makePage(texts) });
