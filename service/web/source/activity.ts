// How does someone pass on the page of an activity, and go back to the search that led to it?
//
// The page itself comes from the service and works without this.
import { Search } from "./search/address";
import { make } from "./shared/dom";

function canShare(): boolean {
  return typeof navigator.share === "function";
}

/** Shares, else copies; where neither may be done, shows the address to be copied by hand. */
async function share(place: HTMLElement, said: HTMLElement): Promise<void> {
  const address = location.origin + location.pathname;
  if (canShare()) {
    await navigator.share({ title: document.title, url: address }).catch(() => undefined); // whoever shares may think again
    return;
  }
  const isCopied = await navigator.clipboard?.writeText(address).then(() => true, () => false) ?? false;
  if (isCopied) return said.replaceChildren(place.dataset["copied"] ?? "");
  const field = make("input", { class: "utrecht-textbox", id: "share-address", readonly: true, value: address });
  said.replaceChildren(make("label", { class: "utrecht-form-label", for: "share-address" }, place.dataset["copy"] ?? ""), field);
  field.select();
}

const place = document.getElementById("share");
if (place !== null) {
  const said = make("p", { class: "share-said", role: "status" });
  place.append(
    make("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action", click: () => void share(place, said) }, place.dataset["share"] ?? ""),
    said);
}

const search = Search.readReturn(location.hash);
if (search !== null) document.getElementById("search-on")?.setAttribute("href", search.toAddress(document.documentElement.lang));
