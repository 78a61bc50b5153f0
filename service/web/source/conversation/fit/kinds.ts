// Which kinds of question are there? One of several, some of several, a number, yes or no.
import { make } from "../../shared/dom";
import { makeField, makeTextbox, makeTick } from "../../shared/fields";
import { parseNumber, type Path, writeNumber } from "./answers";
import type { Answer, Question } from "./form";

function sayChoice(answer: Answer, name: string, choice: string): string {
  return answer.desk.texts.say(`conversation.fit.questions.${name}.choices.${choice}`);
}

/** One of several. */
export function askOne(name: string, path: Path, choices: readonly string[]): Question {
  return { name, path, makeInputs: (answer) => [make("div", { class: "ask-ticks" }, ...choices.map((choice) => makeTick({
    type: "radio", more: { id: `${name}-${choice}`, name }, label: sayChoice(answer, name, choice),
    isChosen: answer.value === choice, change: () => answer.set(choice),
  })))] };
}

export function askYesOrNo(name: string, path: Path): Question {
  return { name, path, makeInputs: (answer) => [make("div", { class: "ask-ticks" }, ...[true, false].map((value) => makeTick({
    type: "radio", more: { id: `${name}-${value ? "yes" : "no"}`, name }, label: answer.desk.texts.say(`conversation.fit.${value ? "yes" : "no"}`),
    isChosen: answer.value === value, change: () => answer.set(value),
  })))] };
}

/** Some of several, in their order; with `none` an answer of its own is that there is nothing. */
export function askSome(name: string, path: Path, choices: readonly string[], none: "may_be_none" | "some"): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const chosen = new Set(answer.value as string[] | undefined);
    const ticks = choices.map((choice) => makeTick({
      type: "checkbox", more: { id: `${name}-${choice}` }, label: sayChoice(answer, name, choice), isChosen: chosen.has(choice),
      change: (isChosen) => {
        if (isChosen) chosen.add(choice);
        else chosen.delete(choice);
        answer.set(chosen.size > 0 ? choices.filter((entry) => chosen.has(entry)) : undefined);
        answer.show();
      },
    }));
    const nothing = none === "some" ? [] : [makeTick({
      type: "checkbox", more: { id: `${name}-none` }, label: sayChoice(answer, name, "none"), isChosen: answer.value !== undefined && chosen.size === 0,
      change: (isChosen) => {
        answer.set(isChosen ? [] : undefined);
        answer.show();
      },
    })];
    return [make("div", { class: "ask-ticks" }, ...ticks, ...nothing)];
  };
  return { name, path, makeInputs };
}

/** A text or number of one short field, checked once it is left. */
export function askShort(name: string, path: Path, kind: "number" | "text"): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const input = makeTextbox({
      class: "short", maxlength: 10, inputmode: kind === "number" ? "numeric" : null,
      value: kind === "number" ? writeNumber(answer.value, texts.language.code) : answer.value as string | undefined,
      input: () => answer.set(kind === "number" ? parseNumber(input.value) : input.value.trim() || undefined),
    });
    return [makeField({ id: name, label: texts.say(`conversation.fit.questions.${name}.label`), input })];
  };
  return { name, path, makeInputs, inputOf: () => name };
}

/** A number: one of those that are usual, or another. */
export function askUsual(name: string, path: Path, usual: readonly number[]): Question {
  const own = `${name}-own`;
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const ticks = usual.map((value) => makeTick({
      type: "radio", more: { id: `${name}-${String(value).replace(".", "-")}`, name }, isChosen: answer.value === value,
      label: sayChoice(answer, name, String(value).replace(".", "_")),
      change: () => { answer.set(value); answer.show(); },
    }));
    const isOwn = answer.value !== undefined && !usual.includes(answer.value as number);
    const input = makeTextbox({
      class: "short", inputmode: "decimal", maxlength: 8,
      value: isOwn ? writeNumber(answer.value, texts.language.code) : "",
      input: () => {
        answer.set(parseNumber(input.value));
        for (const radio of document.getElementsByName(name)) (radio as HTMLInputElement).checked = false;
      },
    });
    return [make("div", { class: "ask-ticks" }, ...ticks), makeField({ id: own, label: sayChoice(answer, name, "own"), input })];
  };
  return { name, path, makeInputs, inputOf: () => own };
}
