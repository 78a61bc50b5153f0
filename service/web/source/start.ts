// What can someone do here?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";
import type { Texts } from "./shared/texts";

const kDoors = [["conversation", "/gesprek"], ["nurse", "/ontslag"], ["search", "/zoeken"]] as const;

function makeDoor(texts: Texts, name: string, address: string): HTMLElement {
  return make("li", { class: "card" },
    make("h2", { class: "utrecht-heading-2" }, make("a", { class: "utrecht-link", href: address }, texts.say(`start.${name}.title`))),
    make("p", { class: "utrecht-paragraph" }, texts.say(`start.${name}.text`)));
}

await showPage({
  title: "start.title",
  make: (texts) => [
    make("h1", { class: "utrecht-heading-1" }, texts.say("start.title")),
    make("p", { class: "utrecht-paragraph utrecht-paragraph--lead" }, texts.say("start.lead")),
    make("ul", { class: "cards" }, ...kDoors.map(([name, address]) => makeDoor(texts, name, address))),
  ],
});
