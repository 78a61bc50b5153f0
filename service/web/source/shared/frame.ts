// What do all pages have around them?
import { make } from "./dom";
import { languages } from "./languages";
import { loadTexts, type Texts } from "./texts";

const kPages = [["start", "/"], ["conversation", "/gesprek"], ["nurse", "/ontslag"], ["search", "/zoeken"]] as const;
const kStatements = [["accessibility", "/toegankelijkheid"], ["privacy", "/privacy"]] as const;

export interface Page {
  title: string; // a path of the texts
  /** The content of `main`, in the words of `texts`; asked again when the language changes. */
  make: (texts: Texts) => Node[];
}

function makeLink(texts: Texts, name: string, address: string): HTMLElement {
  const isHere = location.pathname === address;
  return make("li", {}, make("a", { class: "utrecht-link", href: address, "aria-current": isHere ? "page" : null }, texts.say(`frame.${name}`)));
}

function makeLanguages(texts: Texts, onChange: (code: string) => void): HTMLElement {
  const buttons = languages().map(({ code, name }) => make("button", {
    type: "button", class: "language", lang: code, "aria-pressed": String(code === texts.language.code), click: () => onChange(code),
  }, name));
  return make("div", { class: "languages", role: "group", "aria-label": texts.say("frame.language") }, ...buttons);
}

/** The name of the organisation whose theme this is, and its logo, before Kring's own. */
function makeBrand(): HTMLElement {
  const { organization, logo } = document.body.dataset;
  return make("a", { class: "brand", href: "/" },
    ...(logo === undefined ? [] : [make("img", { class: "brand-logo", src: logo, alt: "" }), " "]),
    ...(organization === undefined ? [] : [make("span", { class: "brand-name" }, organization), " "]),
    make("span", {}, "Kring"));
}

function makeHeader(texts: Texts, onChange: (code: string) => void): HTMLElement {
  return make("header", { class: "page-header" },
    make("div", { class: "bar" },
      makeBrand(),
      make("nav", { "aria-label": texts.say("frame.pages") }, make("ul", { class: "links" },
        ...kPages.slice(1).map(([name, address]) => makeLink(texts, name, address)))),
      makeLanguages(texts, onChange)));
}

/** Where one logs in and out; null where the service knows no such thing. */
function findLogin(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="kring-login"]')?.content ?? null;
}

/** In a new tab, so that this one loses nothing. */
function makeLoginLink(texts: Texts, address: string): HTMLElement {
  const there = texts.language.code === "nl" ? address : `${address}?taal=${texts.language.code}`;
  return make("li", {}, make("a", { class: "utrecht-link", href: there, target: "_blank", rel: "noopener" }, texts.say("login.door")));
}

function makeFooter(texts: Texts): HTMLElement {
  const login = findLogin();
  return make("footer", { class: "page-footer" }, make("div", { class: "bar" },
    make("p", {}, texts.say("frame.keeps_nothing")),
    make("ul", { class: "links" }, ...kStatements.map(([name, address]) => makeLink(texts, name, address)),
      login === null ? null : makeLoginLink(texts, login))));
}

function show(page: Page, texts: Texts): void {
  const { code, direction } = texts.language;
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
  document.title = `${texts.say(page.title)} – Kring`;
  const change = async (chosen: string): Promise<void> => {
    show(page, await loadTexts(chosen));
    document.querySelector<HTMLElement>(`.language[lang="${chosen}"]`)?.focus();
  };
  document.body.replaceChildren(
    make("a", { class: "skip utrecht-skip-link utrecht-skip-link--visible-on-focus", href: "#main" }, texts.say("frame.skip")),
    makeHeader(texts, (chosen) => void change(chosen)),
    make("main", { id: "main", tabindex: "-1" }, ...page.make(texts)),
    makeFooter(texts),
    make("div", { id: "announcer", class: "unseen", role: "status" }));
}

/** Shows the page in the language asked for. */
export async function showPage(page: Page): Promise<void> {
  show(page, await loadTexts());
}

/** Tells those who cannot see it what changed. */
export function announce(text: string): void {
  document.getElementById("announcer")?.replaceChildren(text);
}
