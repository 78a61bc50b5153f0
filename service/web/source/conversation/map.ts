// What is asked and shown in the step "map"?
import { makeButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { doesPersonLookOn, setPersonLooksOn, showable } from "./audience";
import { makeAddForm } from "./map/add";
import { makeBlankMap, printBlankMap } from "./map/blank";
import { makeCanvas } from "./map/canvas";
import { makeComparison } from "./map/compare";
import { makeContactForm } from "./map/contact_form";
import { makeInsight } from "./map/insight";
import { makeLegend } from "./map/legend";
import { makeContactList } from "./map/list";
import { readAskFirst, type OpenQuestion } from "./map/open_questions";
import { makeQuestionCard } from "./map/question";
import { word, type View } from "./map/view";
import { makeWantedForm } from "./map/wanted";
import type { Desk, Step } from "./step";

/** The step's parts, which all show the one talk. */
class MapStep {
  private chosen: string | null = null;
  private askFirst: readonly OpenQuestion[] = [];
  private readonly view: View;
  private readonly add;
  private readonly canvas;
  private readonly list;
  private readonly card;
  private readonly insight;
  private readonly comparison;
  private readonly contact = make("div", { class: "of-contact" });
  private readonly how;
  private readonly legend;
  private readonly toolbar = make("div", { class: "talk-row map-tools" });
  private readonly whole = make("div", { class: "network" });

  constructor(private readonly desk: Desk) {
    this.view = { desk, profile: () => showable(desk.session.talk.profile), selected: () => this.chosen, select: (id) => this.select(id) };
    this.how = make("p", { class: "talk-soft" }, word(this.view, "how"));
    this.legend = makeLegend(this.view);
    this.add = makeAddForm(this.view);
    this.canvas = makeCanvas(this.view);
    this.list = makeContactList(this.view);
    this.card = makeQuestionCard(this.view, () => this.mark());
    this.comparison = makeComparison(this.view);
    this.insight = makeInsight(this.view, (answer, profile) => {
      this.askFirst = readAskFirst(answer.ask_first, profile);
      this.card.update(this.askFirst);
      this.comparison.update(answer);
    });
  }

  make(): Node[] {
    const forget = this.desk.session.watch(() => {
      if (this.whole.isConnected) this.update();
      else forget();
    });
    this.showAs("map");
    this.card.update([]);
    this.whole.append(
      make("p", { class: "talk-lead" }, word(this.view, "lead")),
      this.toolbar,
      make("div", { class: "map-and-forms" },
        make("div", {}, this.canvas.element, this.list.element, this.how, this.legend, this.add.element),
        make("div", {}, this.card.element, this.contact, makeWantedForm(this.view), this.insight.element)),
      this.comparison.element);
    return [this.whole, makeBlankMap(this.view)];
  }

  private showAs(form: "map" | "list"): void {
    this.canvas.element.hidden = form === "list";
    this.list.element.hidden = form === "map";
    this.how.hidden = this.legend.hidden = form === "list";
    const toggle = (name: "map" | "list"): HTMLElement => {
      const button = makeButton("secondary-action", word(this.view, `as.${name}`), () => {
        this.showAs(name);
        this.toolbar.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
      });
      button.setAttribute("aria-pressed", String(name === form));
      return button;
    };
    this.toolbar.replaceChildren(
      make("div", { class: "talk-row", role: "group", "aria-label": word(this.view, "as.label") }, toggle("map"), toggle("list")),
      this.makeLooksOn(), makeButton("subtle", word(this.view, "blank.print"), printBlankMap));
  }

  /** For a worker: what the person need not see goes away. */
  private makeLooksOn(): HTMLElement {
    const looksOn = makeButton("secondary-action", word(this.view, "person_looks_on"), () => {
      setPersonLooksOn(doesPersonLookOn() ? "no" : "yes");
      looksOn.setAttribute("aria-pressed", String(doesPersonLookOn()));
      this.update();
      this.showContact();
    });
    looksOn.setAttribute("aria-pressed", String(doesPersonLookOn()));
    looksOn.hidden = this.desk.session.talk.company === "alone";
    return looksOn;
  }

  private update(): void {
    this.add.update();
    this.canvas.draw();
    this.list.draw();
    this.card.update(this.askFirst);
    this.insight.update();
  }

  private mark(): void {
    this.canvas.mark(this.chosen ?? this.card.about());
  }

  private select(id: string | null): void {
    const before = this.chosen;
    this.chosen = id;
    this.canvas.draw();
    this.list.draw();
    this.card.update(this.askFirst);
    this.showContact();
    this.mark();
    if (id !== null) this.card.element.querySelector<HTMLElement>("h2")?.focus();
    else if (this.canvas.element.hidden) this.list.focus(before);
    else this.canvas.focus(before);
  }

  private showContact(): void {
    const form = makeContactForm(this.view, this.chosen);
    this.contact.replaceChildren(...(form === null ? [] : [form]));
  }
}

export const kMapStep: Step = {
  name: "map",
  make: (desk) => new MapStep(desk).make(),
};
