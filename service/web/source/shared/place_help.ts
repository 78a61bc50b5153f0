// How does the name of a place become a postcode, and who chooses where several are called so?
//
// It is told while the name is typed: what comes when the field is left would move the page under a finger that already presses.
import { getPlaces } from "./api";
import { make } from "./dom";
import { announce } from "./frame";
import { findMeant, fullName, kLeastLetters, type KnownPlace, type Meant } from "./places";
import type { Texts } from "./texts";

let loaded: Promise<KnownPlace[]> | null = null; // once a page, when the first name is typed

/** All of them come, so that what is typed stays in this tab. */
async function loadPlaces(language: string): Promise<KnownPlace[]> {
  loaded ??= getPlaces(language).then(({ places }) => places);
  try {
    return await loaded;
  } catch (error) {
    loaded = null;
    throw error;
  }
}

/** What begins with a digit is meant as a postcode. */
export function isDigit(letter: string): boolean {
  return /^\d$/.test(letter);
}

export class PlaceHelp {
  /** Stands below the field. */
  readonly element = make("div", { class: "place-help" });
  private readonly texts: Texts;
  private readonly onChoose: (name: string) => void;
  private told = ""; // what stands there in words, to be announced once

  /** `onChoose` gets the name in full of the place that was chosen, which then means that place alone. */
  constructor(texts: Texts, onChoose: (name: string) => void) {
    this.texts = texts;
    this.onChoose = onChoose;
  }

  /** Gets the table of places, so that the first name does not wait for it. */
  prepare(): void {
    void loadPlaces(this.texts.language.code).catch(() => null); // asked again with the name
  }

  /** The postcode in the middle of the place that is named; null where none is, or it must be chosen first. */
  async resolve(typed: string): Promise<string | null> {
    if (typed === "" || isDigit(typed.charAt(0))) {
      this.show("");
      return null;
    }
    const meant = findMeant(await loadPlaces(this.texts.language.code), typed);
    const [place] = meant.places;
    if (place !== undefined && meant.isExact && meant.places.length === 1) {
      this.tell(this.texts.say("place.middle", { name: place.name, postcode: place.postcode }));
      return place.postcode;
    }
    if (meant.isExact || typed.length >= kLeastLetters) this.ask(meant);
    else this.show(""); // too little to say anything of
    return null;
  }

  private show(text: string, ...nodes: Node[]): void {
    this.element.replaceChildren(...nodes);
    if (text !== "" && text !== this.told) announce(text);
    this.told = text;
  }

  private tell(text: string): void {
    this.show(text, make("p", { class: "hint" }, text));
  }

  private ask({ places, isExact }: Meant): void {
    if (places.length === 0) return this.tell(this.texts.say("place.unknown"));
    const question = this.texts.say(isExact ? "place.which" : "place.alike");
    this.show(question, make("div", { role: "group", "aria-label": question },
      make("p", { class: "hint" }, question),
      make("div", { class: "place-choices" }, ...places.map((place) => make("button", {
        type: "button", class: "utrecht-button utrecht-button--secondary-action", click: () => this.onChoose(fullName(place)),
      }, fullName(place))))));
  }
}
