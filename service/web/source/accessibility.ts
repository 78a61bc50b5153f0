// What does the page "accessibility" show?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";

await showPage({
  title: "accessibility.title",
  make: (texts) => [make("h1", { class: "utrecht-heading-1" }, texts.say("accessibility.title"))],
});
