// Who and what fits, and why? The answer to all that was told before.
import type { ChangedWish, Match, MatchAnswer, PortfolioEntry } from "v1";
import { make } from "../shared/dom";
import { announce } from "../shared/frame";
import type { Texts } from "../shared/texts";
import { type CardBoard, makeOpenCard, makeShortCard } from "./result/card";
import { Choosers } from "./result/choice";
import { dismiss, makeDismissed, restore } from "./result/dismissals";
import { makeExcluded } from "./result/excluded";
import { makeMap } from "./result/map";
import { makeHints, makeRefusal, makeWelcome } from "./result/missing";
import { Names } from "./result/names";
import { isNew, makeNews } from "./result/news";
import { isEmptyProfile, makeParagraph, makeSection, makeWait } from "./result/pieces";
import { makeSafety } from "./result/safety";
import { Shelf } from "./result/shelf";
import { makeTies } from "./result/ties";
import { changeWishes, makeRelaxations, undoWishes } from "./result/wishes";
import type { Desk, Step } from "./step";

type Entered = [Match, PortfolioEntry];

/** The portfolio with its matches: by the ladder's steps where it has them. */
function listPortfolio({ matches, portfolio_entries: entries }: MatchAnswer): Entered[] {
  const byId = new Map(matches.map((match) => [match.activity.id, match]));
  const entered = entries.map((entry) => [byId.get(entry.activity), entry] as const)
    .filter((pair): pair is Entered => pair[0] !== undefined);
  return entered.sort(([, one], [, other]) => (one.step ?? 0) - (other.step ?? 0));
}

/** Links to the sections, after what comes first. */
function addContents(texts: Texts, parts: HTMLElement[]): HTMLElement[] {
  const links = parts.flatMap((part) => {
    const heading = part.querySelector("h2");
    return heading === null ? [] : [make("li", {}, make("a", { class: "utrecht-link", href: `#${heading.id}` }, heading.textContent))];
  });
  const contents = make("nav", { class: "contents", "aria-label": texts.say("conversation.result.contents") }, make("ul", { class: "links" }, ...links));
  const after = parts.findIndex((part) => part.tagName === "P") + 1;
  return [...parts.slice(0, after), contents, ...parts.slice(after)];
}

class ResultView implements CardBoard {
  readonly desk: Desk;
  readonly place = make("div", { class: "result" });
  readonly choosers: Choosers;
  private readonly names = new Names();
  private readonly shelf: Shelf;

  constructor(desk: Desk) {
    this.desk = desk;
    this.shelf = new Shelf(desk);
    this.choosers = new Choosers(desk, () => this.shelf.show());
  }

  isNew = (activity: string): boolean => isNew(this.desk, activity);

  onDismiss: CardBoard["onDismiss"] = (match, reason) => {
    const { session, texts } = this.desk;
    const { id, name } = match.activity;
    dismiss(session, id, reason);
    const undo = (): void => this.restore(id);
    void this.after({ text: texts.say("conversation.result.taken_off", { name }), undo });
  };

  onChange = (changes: readonly ChangedWish[]): void => {
    const { session, texts } = this.desk;
    const before = changeWishes(session, changes);
    const undo = (): void => {
      undoWishes(session, before);
      void this.after(null);
    };
    void this.after({ text: texts.say("conversation.result.changed_wish"), undo });
  };

  /** Asks, and shows what comes; true where an answer came. */
  async show(): Promise<boolean> {
    const { desk, place } = this;
    if (isEmptyProfile(desk)) {
      place.replaceChildren(makeWelcome(desk));
      return false;
    }
    if (place.childElementCount === 0) place.append(makeWait(desk.texts.say("conversation.result.wait")));
    place.setAttribute("aria-busy", "true");
    try {
      this.fill(await desk.matches());
    } catch (error) {
      place.replaceChildren(makeRefusal(desk, error, () => desk.go("result")));
      place.querySelector<HTMLElement>("[role=alert]")?.focus();
      return false;
    } finally {
      place.removeAttribute("aria-busy");
    }
    return true;
  }

  private restore(id: string): void {
    restore(this.desk.session, id);
    void this.after(null);
  }

  /** After a change of the profile: a new answer, told to those who cannot see it. */
  private async after(deed: Parameters<Shelf["tell"]>[0]): Promise<void> {
    this.shelf.tell(deed);
    if (!await this.show()) return;
    if (deed === null) this.place.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    else this.shelf.focusUndo();
    announce(`${deed?.text ?? ""} ${this.tellCount(await this.desk.matches())}`);
  }

  private tellCount(answer: MatchAnswer): string {
    const { texts } = this.desk;
    const count = answer.matches.length;
    if (count === 0) return texts.say("conversation.result.found_none");
    return texts.count(`conversation.result.${this.isBesideWishes(answer) ? "found_beside" : "found"}`, count);
  }

  /** Whether something to do was wished for, and nothing that was found is about it. */
  private isBesideWishes({ matches, understood }: MatchAnswer): boolean {
    const { concepts, session: { talk: { profile: { needs = [] } } } } = this.desk;
    const activities = new Set(concepts.filter(({ kind }) => kind === "activity").map(({ id }) => id));
    const isWished = needs.some(({ concept = "" }) => activities.has(concept)) || understood.some(({ kind, is_undone: isUndone }) => kind === "wish" && !isUndone);
    return isWished && !matches.some(({ reasons }) => reasons.some(({ part }) => part === "need_fit" || part === "text_fit"));
  }

  private fill(answer: MatchAnswer): void {
    const { desk, names } = this;
    const { texts, session } = desk;
    names.learn(answer);
    const ids = answer.matches.map((match) => match.activity.id);
    if (ids.join() !== session.talk.seen.join() || answer.date !== session.talk.seenOn) {
      session.change((talk) => Object.assign(talk, { seen: ids, seenOn: answer.date }));
    }
    const portfolio = listPortfolio(answer);
    const others = answer.matches.filter((match) => !answer.portfolio.includes(match.activity.id));
    const shown = [...portfolio.map(([match]) => match), ...others];
    const isHere = (match: Match): boolean => match.activity.attendance.includes("in_person");
    const parts = [
      makeSafety(texts, answer.safety), makeParagraph(this.tellCount(answer)),
      answer.portfolio_lacks === null ? null : make("p", { class: "notice" }, answer.portfolio_lacks), makeNews(desk, names, answer),
      makeTies(desk, answer, this.choosers), this.makePortfolio(answer, portfolio),
      makeMap(texts, answer, shown), makeRelaxations(desk, names, answer, this.onChange),
      this.makeOthers("home", others.filter((match) => !isHere(match))), this.makeOthers("others", others.filter(isHere)),
      makeDismissed(desk, names, (id) => this.restore(id)), makeHints(desk, answer), makeExcluded(texts, answer), this.shelf.place,
    ];
    this.shelf.show();
    this.place.replaceChildren(...addContents(texts, parts.filter((part) => part !== null)));
  }

  private makePortfolio(answer: MatchAnswer, portfolio: readonly Entered[]): HTMLElement | null {
    if (portfolio.length === 0) return null;
    const { texts } = this.desk;
    const steps = portfolio.filter(([, entry]) => entry.step !== null).length;
    const lead = this.isBesideWishes(answer) ? "portfolio_beside" : steps > 1 ? "portfolio_ladder" : "portfolio_lead";
    return makeSection("portfolio", texts.say("conversation.result.portfolio"),
      makeParagraph(texts.say(`conversation.result.${lead}`)),
      make("ol", { class: "cards wide" }, ...portfolio.map(([match, entry]) => makeOpenCard(this, match, entry, steps))));
  }

  private makeOthers(name: string, matches: readonly Match[]): HTMLElement | null {
    if (matches.length === 0) return null;
    const { texts } = this.desk;
    return makeSection(name, texts.say(`conversation.result.${name}`), makeParagraph(texts.say(`conversation.result.${name}_lead`)),
      make("ul", { class: "cards" }, ...matches.map((match) => makeShortCard(this, match))));
  }
}

export const kResultStep: Step = {
  name: "result",
  make: (desk) => {
    const view = new ResultView(desk);
    void view.show();
    return [view.place];
  },
};
