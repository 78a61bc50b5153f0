// How does someone make a list of words, or of kinds of activity?
import { make } from "../../shared/dom";
import { announce } from "../../shared/frame";
import { makeButton, makeField, makeTextbox, renew } from "../fields";
import { groupByTheme, nameConcept } from "../needs/themes";
import { nameActivity } from "./activity_name";
import type { Path } from "./answers";
import type { Answer, Question } from "./form";

interface Limits {
  most: number; // entries
  letters: number; // of one entry
}

function listOf(answer: Answer): string[] {
  return (answer.value ?? []) as string[];
}

/** The entries, each with a way to take it away. */
function makeChips(name: string, answer: Answer, nameOf: (entry: string) => string, show: () => void): HTMLElement | null {
  const { texts } = answer.desk;
  const entries = listOf(answer);
  if (entries.length === 0) return null;
  return make("ul", { class: "ask-chips" }, ...entries.map((entry, index) => make("li", { class: "ask-chip" },
    make("span", {}, nameOf(entry)),
    make("button", {
      type: "button", class: "chip-remove", id: `${name}-remove-${index}`, "aria-label": texts.say("conversation.fit.list.remove", { name: nameOf(entry) }),
      click: () => {
        const left = entries.filter((_, place) => place !== index);
        answer.set(left.length > 0 ? left : undefined);
        show();
        document.getElementById(name)?.focus();
        announce(texts.say("conversation.fit.list.removed", { name: nameOf(entry) }));
      },
    }, "×"))));
}

function put(answer: Answer, { entry, name }: { entry: string; name: string }, most: number): void {
  const entries = listOf(answer);
  const { texts } = answer.desk;
  if (entries.includes(entry)) return;
  if (entries.length >= most) {
    announce(texts.say("conversation.fit.list.full", { most }));
    return;
  }
  answer.set([...entries, entry]);
  announce(texts.say("conversation.fit.list.added", { name }));
}

/** Words; those left in the field count as well. */
export function askWords(name: string, path: Path, limits: Limits): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const chips = make("div");
    const show = (): void => renew(chips, makeChips(name, answer, (entry) => entry, show));
    const take = (): void => {
      const entry = input.value.trim();
      input.value = "";
      if (entry !== "") put(answer, { entry, name: entry }, limits.most);
      show();
    };
    const input = makeTextbox({ maxlength: limits.letters, change: take, keydown: (event) => {
      if ((event as KeyboardEvent).key !== "Enter") return;
      event.preventDefault();
      take();
    } });
    const add = makeButton("secondary-action", { id: `${name}-add`, click: () => { take(); input.focus(); } }, texts.say("conversation.fit.list.add"));
    show();
    return [chips, make("div", { class: "adding" },
      makeField({ id: name, label: texts.say(`conversation.fit.questions.${name}.label`), input }), add)];
  };
  return { name, path, makeInputs, inputOf: () => name, takesBack: "one_by_one" };
}

/** Kinds of activity, by theme. */
export function askConcepts(name: string, path: Path, most: number): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const { texts, concepts } = answer.desk;
    const chips = make("div");
    const nameOf = (id: string): string => {
      const concept = concepts.find((entry) => entry.id === id);
      return concept === undefined ? id : nameConcept(texts, concept);
    };
    const show = (): void => renew(chips, makeChips(name, answer, nameOf, show));
    const themes = groupByTheme(concepts.filter(({ kind }) => kind === "activity"));
    const select = make("select", { class: "utrecht-select utrecht-select--html-select" },
      make("option", { value: "" }, texts.say("conversation.fit.list.choose")),
      ...themes.map((theme) => make("optgroup", { label: texts.say(`conversation.needs.themes.${theme.name}`) },
        ...theme.concepts.map((concept) => make("option", { value: concept.id }, nameOf(concept.id))))));
    const add = makeButton("secondary-action", { id: `${name}-add`, click: () => {
      if (select.value !== "") put(answer, { entry: select.value, name: nameOf(select.value) }, most);
      select.value = "";
      show();
      select.focus();
    } }, texts.say("conversation.fit.list.add"));
    show();
    return [chips, make("div", { class: "adding" },
      makeField({ id: name, label: texts.say(`conversation.fit.questions.${name}.label`), input: select }), add)];
  };
  return { name, path, makeInputs, inputOf: () => name, takesBack: "one_by_one" };
}

/** Activities that were turned down elsewhere; here they can be let in again. */
export function askActivities(name: string, path: Path): Question {
  const names = new Map<string, string>();
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const chips = make("div");
    const show = (): void => renew(chips, makeChips(name, answer, (id) => names.get(id) ?? texts.say("conversation.fit.activity"), show));
    for (const id of listOf(answer).filter((entry) => !names.has(entry))) {
      void nameActivity(texts, id).then((found) => { names.set(id, found); show(); });
    }
    show();
    return [chips];
  };
  return { name, path, makeInputs, takesBack: "one_by_one" };
}
