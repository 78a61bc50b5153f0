// How are buttons and folds made?
import { make, type Attributes, type Child } from "./dom";

/** How much a button asks for; "plain" looks like a link. */
export type Rank = "primary-action" | "secondary-action" | "subtle" | "plain";

export function makeButton(rank: Rank, text: string, click: (event: Event) => void, { class: kind, ...more }: Attributes = {}): HTMLButtonElement {
  const look = rank === "plain" ? "plain-button" : `utrecht-button utrecht-button--${rank}`;
  return make("button", { type: "button", class: typeof kind === "string" ? `${look} ${kind}` : look, click, ...more }, text);
}

/** The button that sends its form. */
export function makeSender(rank: Rank, text: string): HTMLButtonElement {
  return make("button", { type: "submit", class: `utrecht-button utrecht-button--${rank}` }, text);
}

/** A button for what cannot be undone: it asks once more before it does so. */
export function makeSureButton(text: string, sure: string, onClick: () => void): HTMLButtonElement {
  let isAsked = false;
  const button = makeButton("secondary-action", text, () => {
    if (isAsked) onClick();
    isAsked = !isAsked;
    button.replaceChildren(isAsked ? sure : text);
  });
  button.addEventListener("blur", () => {
    isAsked = false;
    button.replaceChildren(text);
  });
  return button;
}

export function makeFold(title: string, ...children: Child[]): HTMLDetailsElement {
  return make("details", { class: "talk-fold" }, make("summary", {}, title), ...children);
}
