// How does someone say what and where to search?
import { makeSender } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeField, makeSelect, makeTextbox } from "../shared/fields";
import type { Texts } from "../shared/texts";
import { kEverywhere, type Search } from "./address";

const kRadii = [2, 5, 10, 25]; // km
const kMaxLetters = 200; // four bytes each at most make less than the service's limit in all but odd cases, which it names

function makeLine(texts: Texts, part: "words" | "place", name: string, value: string): HTMLElement {
  const input = makeTextbox({ name, value, maxlength: kMaxLetters });
  return makeField({ id: `search-${part}`, label: texts.say(`search.${part}.label`), hint: texts.say(`search.${part}.hint`), input });
}

function makeRadius(texts: Texts, search: Search): HTMLElement {
  const choices = kRadii.map((km) => [String(km), texts.say("search.radius.km", { km })] as const);
  const input = makeSelect([["", texts.say("search.radius.within")], ...choices], search.get("radiusKm"));
  input.name = "radiusKm";
  return makeField({ id: "search-radius", label: texts.say("search.radius.label"), hint: texts.say("search.radius.hint"), input });
}

/** The form; `onSearch` gets what is asked when it is sent. */
export function makeSearchForm(texts: Texts, search: Search, onSearch: (search: Search) => void): HTMLFormElement {
  const place = search.get("place");
  const form = make("form", {
    class: "search-form", role: "search", novalidate: true,
    submit: (event) => {
      event.preventDefault();
      const said = new FormData(form);
      const value = (name: string): string => String(said.get(name) ?? "");
      const typed = value("place").trim();
      const keepsEverywhere = typed === "" && place === kEverywhere && value("q") === search.get("q");
      onSearch(search.with("q", value("q")).with("place", keepsEverywhere ? place : typed)
        .with("radiusKm", typed === "" ? "" : value("radiusKm")));
    },
  },
  makeLine(texts, "words", "q", search.get("q")), makeLine(texts, "place", "place", place === kEverywhere ? "" : place),
  makeRadius(texts, search),
  makeSender("primary-action", texts.say("search.go")));
  return form;
}
