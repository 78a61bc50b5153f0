// How does someone choose hours? A table of the parts of seven days.
import { type Child, make } from "../../shared/dom";
import { makeTick } from "../../shared/fields";
import type { Texts } from "../../shared/texts";
import type { Path } from "./answers";
import type { Answer, Question } from "./form";
import { allCells, type Cell, type Day, type Hours, kDays, kParts, type Part, readParts, writeParts } from "./hours";

const kMonday = Date.UTC(2024, 0, 1); // any Monday
const kDay = 86_400_000; // ms

function nameDay(texts: Texts, day: Day, length: "long" | "short"): string {
  return new Intl.DateTimeFormat(texts.language.code, { weekday: length, timeZone: "UTC" }).format(kMonday + kDays.indexOf(day) * kDay);
}

function tellRest(texts: Texts, rest: readonly Hours[]): HTMLElement | null {
  if (rest.length === 0) return null;
  const told = rest.map(({ days, from, to }) => `${days.map((day) => nameDay(texts, day, "short")).join(", ")} ${from}–${to}`).join("; ");
  return make("p", { class: "ask-hint" }, texts.say("conversation.fit.hours.rest", { hours: told }));
}

/** The table itself; `toggle` chooses cells, or takes them all back where all were chosen. */
function makeTable(name: string, texts: Texts, cells: ReadonlySet<Cell>, toggle: (cells: readonly Cell[]) => void): HTMLElement {
  const say = (part: string): string => texts.say(`conversation.fit.hours.${part}`);
  const makeHead = (id: string, scope: "row" | "col", whole: Cell[], ...label: Child[]): HTMLElement => make("th", { scope },
    make("button", { type: "button", id, class: "hours-head", click: () => toggle(whole) },
      ...label, make("span", { class: "unseen" }, ` ${say("whole")}`)));
  const makeCell = (day: Day, cell: Cell, part: string): HTMLElement => {
    const id = `${name}-${cell}`;
    const input = make("input", {
      type: "checkbox", id, class: "utrecht-checkbox utrecht-checkbox--html-input",
      "aria-label": `${nameDay(texts, day, "long")}, ${say(part)}`, change: () => toggle([cell]),
    });
    input.checked = cells.has(cell);
    return make("td", {}, make("label", { class: "hours-cell" }, input));
  };
  const makePartHead = (part: Part): HTMLElement =>
    makeHead(`${name}-all-${part}`, "col", kDays.map((day): Cell => `${day}-${part}`), say(part));
  const makeDayHead = (day: Day): HTMLElement =>
    makeHead(`${name}-all-${day}`, "row", kParts.map((part): Cell => `${day}-${part}`),
      make("span", { class: "day-long" }, nameDay(texts, day, "long")), make("span", { class: "day-short" }, nameDay(texts, day, "short")));
  return make("table", { class: "hour-grid" },
    make("thead", {}, make("tr", {}, make("td"), ...kParts.map(makePartHead))),
    make("tbody", {}, ...kDays.map((day) => make("tr", {}, makeDayHead(day),
      ...kParts.map((part) => makeCell(day, `${day}-${part}`, part))))));
}

export function askHours(name: string, path: Path): Question {
  const makeInputs = (answer: Answer): Node[] => {
    const { texts } = answer.desk;
    const { cells, rest } = readParts((answer.value ?? []) as Hours[]);
    const put = (chosen: Iterable<Cell>): void => {
      answer.set(writeParts({ cells: new Set(chosen), rest }));
      answer.show();
    };
    const toggle = (some: readonly Cell[]): void => {
      const areAll = some.every((cell) => cells.has(cell));
      put(areAll ? [...cells].filter((cell) => !some.includes(cell)) : [...cells, ...some]);
    };
    const any = makeTick({
      type: "checkbox", more: { id: `${name}-any` }, label: texts.say("conversation.fit.hours.any"),
      isChosen: allCells().every((cell) => cells.has(cell)), change: (isChosen) => put(isChosen ? allCells() : []),
    });
    return [any, makeTable(name, texts, cells, toggle), ...[tellRest(texts, rest)].filter((part) => part !== null)];
  };
  return { name, path, makeInputs };
}
