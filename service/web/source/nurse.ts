// What does the page "nurse" show?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";

await showPage({
  title: "nurse.title",
  make: (texts) => [make("h1", { class: "utrecht-heading-1" }, texts.say("nurse.title"))],
});
