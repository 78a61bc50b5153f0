// What does the page "privacy" show?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";

await showPage({
  title: "privacy.title",
  make: (texts) => [make("h1", { class: "utrecht-heading-1" }, texts.say("privacy.title"))],
});
