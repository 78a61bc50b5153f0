// What does the page "search" show?
import { make } from "./shared/dom";
import { showPage } from "./shared/frame";

await showPage({
  title: "search.title",
  make: (texts) => [make("h1", { class: "utrecht-heading-1" }, texts.say("search.title"))],
});
