// How does the name of a place become a postcode, and who chooses where several are called so?
import { getPlaces } from "./api";
import { make } from "./dom";
import { announce } from "./frame";
import { findMeant, fullName, isPostcode, type KnownPlace, type Meant } from "./places";
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

export class PlaceHelp {
  /** Stands below the field. */
  readonly element = make("div", { class: "place-help" });
  private readonly texts: Texts;
  private readonly onChoose: (name: string) => void;

  /** `onChoose` gets the name in full of the place that was chosen, which then means that place alone. */
  constructor(texts: Texts, onChoose: (name: string) => void) {
    this.texts = texts;
    this.onChoose = onChoose;
  }

  /** The postcode in the middle of the place that is named; null where none is, or it must be chosen first. */
  async resolve(typed: string): Promise<string | null> {
    if (typed === "" || isPostcode(typed)) {
      this.element.replaceChildren();
      return null;
    }
    const meant = findMeant(await loadPlaces(this.texts.language.code), typed);
    const [place] = meant.places;
    if (place !== undefined && meant.isExact && meant.places.length === 1) {
      this.tell(this.texts.say("place.middle", { name: place.name, postcode: place.postcode }));
      return place.postcode;
    }
    this.ask(meant);
    return null;
  }

  private tell(text: string): void {
    this.element.replaceChildren(make("p", { class: "hint" }, text));
    announce(text);
  }

  private ask({ places, isExact }: Meant): void {
    if (places.length === 0) return this.tell(this.texts.say("place.unknown"));
    const question = this.texts.say(isExact ? "place.which" : "place.alike");
    this.element.replaceChildren(make("div", { role: "group", "aria-label": question },
      make("p", { class: "hint" }, question),
      make("div", { class: "place-choices" }, ...places.map((place) => make("button", {
        type: "button", class: "utrecht-button utrecht-button--secondary-action", click: () => this.onChoose(fullName(place)),
      }, fullName(place))))));
    announce(question);
  }
}
