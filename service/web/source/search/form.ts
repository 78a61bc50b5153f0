// How does someone say what and where to search?
import { make } from "../shared/dom";
import type { Texts } from "../shared/texts";
import { kEverywhere, type Search } from "./address";

const kRadii = [2, 5, 10, 25]; // km
const kMaxLetters = 200; // four bytes each at most make less than the service's limit in all but odd cases, which it names

function makeField(label: string, hint: string, input: HTMLElement): HTMLElement {
  const id = input.id;
  input.setAttribute("aria-describedby", `${id}-hint`);
  return make("div", { class: "search-field" },
    make("label", { class: "utrecht-form-label", for: id }, label),
    make("p", { class: "hint", id: `${id}-hint` }, hint), input);
}

function makeTextbox(id: string, name: string, value: string): HTMLInputElement {
  return make("input", { class: "utrecht-textbox", type: "text", id, name, value, maxlength: kMaxLetters, autocomplete: "off" });
}

function makeRadius(texts: Texts, search: Search): HTMLElement {
  const chosen = search.get("radiusKm");
  return make("div", { class: "search-field search-radius" },
    make("label", { class: "utrecht-form-label", for: "search-radius" }, texts.say("search.radius.label")),
    make("p", { class: "hint" }, texts.say("search.radius.hint")),
    make("select", { class: "utrecht-select utrecht-select--html-select", id: "search-radius", name: "radiusKm" },
      make("option", { value: "" }, texts.say("search.radius.within")),
      ...kRadii.map((km) => make("option", { value: km, selected: String(km) === chosen }, texts.say("search.radius.km", { km })))));
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
  makeField(texts.say("search.words.label"), texts.say("search.words.hint"), makeTextbox("search-words", "q", search.get("q"))),
  makeField(texts.say("search.place.label"), texts.say("search.place.hint"),
    makeTextbox("search-place", "place", place === kEverywhere ? "" : place)),
  makeRadius(texts, search),
  make("button", { type: "submit", class: "utrecht-button utrecht-button--primary-action" }, texts.say("search.go")));
  return form;
}
