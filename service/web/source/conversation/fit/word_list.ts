// How does someone make a list of words, or of kinds of activity?
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeField, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { groupByTheme, nameConcept } from "../needs/themes";
import { nameActivity } from "./activity_name";
import type { Path } from "./answers";
import type { Answer, Question } from "./form";

interface Limits {
  most: number; // entries
  letters: number; // of one entry
}

/** What stands in a list; each entry can be taken away. */
class Chips {
  readonly element = make("div");
  entries: readonly string[];
  private readonly name: string; // of the question, and the id of the field that entries come from
  private readonly answer: Answer;
  private readonly nameOf: (entry: string) => string;

  constructor(name: string, answer: Answer, nameOf: (entry: string) => string = (entry) => entry) {
    this.name = name;
    this.answer = answer;
    this.nameOf = nameOf;
    this.entries = (answer.value ?? []) as string[];
    this.show();
  }

  /** Answers with the entries; `pending` is one more, that still stands in the field. */
  store(pending = ""): void {
    const all = pending === "" || this.entries.includes(pending) ? this.entries : [...this.entries, pending];
    this.answer.set(all.length > 0 ? all : undefined);
  }

  /** Whether it could be added: the list may be full. */
  add(entry: string, most: number): boolean {
    const { texts } = this.answer.desk;
    if (this.entries.length >= most) {
      announce(texts.say("conversation.fit.list.full", { most }));
      return false;
    }
    if (!this.entries.includes(entry)) this.entries = [...this.entries, entry];
    this.store();
    this.show();
    announce(texts.say("conversation.fit.list.added", { name: this.nameOf(entry) }));
    return true;
  }

  show(): void {
    renew(this.element, this.entries.length === 0 ? null
      : make("ul", { class: "ask-chips" }, ...this.entries.map((entry, index) => this.makeChip(entry, index))));
  }

  private makeChip(entry: string, index: number): HTMLElement {
    const { texts } = this.answer.desk;
    const name = this.nameOf(entry);
    return make("li", { class: "ask-chip" }, make("span", {}, name), make("button", {
      type: "button", class: "chip-remove", id: `${this.name}-remove-${index}`, "aria-label": texts.say("conversation.fit.list.remove", { name }),
      click: () => {
        this.entries = this.entries.filter((_, place) => place !== index);
        this.store();
        this.show();
        document.getElementById(this.name)?.focus();
        announce(texts.say("conversation.fit.list.removed", { name }));
      },
    }, "×"));
  }
}

function makeAdding(name: string, answer: Answer, input: HTMLElement, add: () => void): HTMLElement {
  const { texts } = answer.desk;
  return make("div", { class: "adding" },
    makeField({ id: name, label: texts.say(`conversation.fit.questions.${name}.label`), input }),
    makeButton("secondary-action", texts.say("conversation.fit.list.add"), () => { add(); input.focus(); }, { id: `${name}-add` }));
}

/** Words. One that is typed and not yet added counts as well. */
export function askWords(name: string, path: Path, { most, letters }: Limits): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const chips = new Chips(name, answer);
    const add = (): void => {
      const entry = input.value.trim();
      if (entry !== "" && chips.add(entry, most)) input.value = "";
    };
    const input = makeTextbox({
      maxlength: letters,
      input: () => chips.store(chips.entries.length < most ? input.value.trim() : ""),
      keydown: (event) => {
        if ((event as KeyboardEvent).key === "Enter") add();
      },
    });
    return [chips.element, makeAdding(name, answer, input, add)];
  };
  return { name, path, makeInputs, inputOf: () => name, takesBack: "one_by_one" };
}

/** Kinds of activity, by theme. */
export function askConcepts(name: string, path: Path, most: number): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const { texts, concepts } = answer.desk;
    const nameOf = (id: string): string => {
      const concept = concepts.find((entry) => entry.id === id);
      return concept === undefined ? id : nameConcept(texts, concept);
    };
    const chips = new Chips(name, answer, nameOf);
    const themes = groupByTheme(concepts.filter(({ kind }) => kind === "activity"));
    const select = make("select", { class: "utrecht-select utrecht-select--html-select" },
      make("option", { value: "" }, texts.say("conversation.fit.list.choose")),
      ...themes.map((theme) => make("optgroup", { label: texts.say(`conversation.needs.themes.${theme.name}`) },
        ...theme.concepts.map((concept) => make("option", { value: concept.id }, nameOf(concept.id))))));
    const add = (): void => {
      if (select.value !== "" && chips.add(select.value, most)) select.value = "";
    };
    return [chips.element, makeAdding(name, answer, select, add)];
  };
  return { name, path, makeInputs, inputOf: () => name, takesBack: "one_by_one" };
}

/** Activities that were turned down elsewhere; here they can be let in again. */
export function askActivities(name: string, path: Path): Question {
  const names = new Map<string, string>();
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const chips = new Chips(name, answer, (id) => names.get(id) ?? texts.say("conversation.fit.activity"));
    for (const id of chips.entries.filter((entry) => !names.has(entry))) {
      void nameActivity(texts, id).then((found) => {
        names.set(id, found);
        chips.show();
      });
    }
    return [chips.element];
  };
  return { name, path, makeInputs, takesBack: "one_by_one" };
}
