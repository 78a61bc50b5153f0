// What can someone do here?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";
import type { Texts } from "./shared/texts";
import { makePicture } from "./start/pictures";

const kDoors = [["conversation", "/gesprek"], ["nurse", "/ontslag"], ["search", "/zoeken"]] as const;
const kPromises = ["why", "ask", "keep"] as const;

function makeDoor(texts: Texts, name: string, address: string): HTMLElement {
  return make("li", { class: "card door" },
    makePicture(name),
    make("p", { class: "door-for" }, texts.say(`start.${name}.for`)),
    make("h2", { class: "utrecht-heading-2" }, make("a", { class: "utrecht-link", href: address }, texts.say(`start.${name}.title`))),
    make("p", { class: "utrecht-paragraph" }, texts.say(`start.${name}.text`)));
}

function makePromise(texts: Texts, name: string): HTMLElement {
  return make("li", {}, make("strong", {}, texts.say(`start.promises.${name}.title`)), " ", texts.say(`start.promises.${name}.text`));
}

await showPage({
  title: "start.title",
  make: (texts) => [
    make("h1", { class: "utrecht-heading-1" }, texts.say("start.title")),
    make("p", { class: "utrecht-paragraph utrecht-paragraph--lead start-lead" }, texts.say("start.lead")),
    make("ul", { class: "cards doors" }, ...kDoors.map(([name, address]) => makeDoor(texts, name, address))),
    make("section", { class: "promises", "aria-labelledby": "promises" },
      make("h2", { class: "utrecht-heading-2", id: "promises" }, texts.say("start.promises.title")),
      make("ul", {}, ...kPromises.map((name) => makePromise(texts, name)))),
  ],
});
