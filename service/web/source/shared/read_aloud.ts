// How is what stands on the page read aloud? By a voice of the own machine: no text leaves it.
import { make } from "./dom";
import type { Texts } from "./texts";

const kRate = 0.9; // of the usual speed, for whom listening is work
const kBlocks = "h1, h2, h3, h4, p, li, dt, dd, legend, label, summary, caption, th, td, button, text"; // each is said in one breath
const kSilent = ".reader, .unseen, [aria-hidden=true], select, textarea, title, desc";

/** One reading; it takes the words as they stand when their turn comes, so that what is hidden meanwhile stays unsaid. */
interface Reading {
  readonly blocks: Element[]; // that are still to come
  readonly end: () => void;
  utterance: SpeechSynthesisUtterance | null; // held, for a browser may forget it while it speaks
}

let reading: Reading | null = null; // a browser has one voice at a time

/** A voice of this machine: others send the text away. */
function findVoice(language: string): SpeechSynthesisVoice | undefined {
  const main = (code: string): string | undefined => code.toLowerCase().split(/[-_]/)[0];
  return globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && main(voice.lang) === main(language));
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true }) && element.closest(kSilent) === null;
}

/** The shown pieces of text under `root`, in the order of reading. */
function listPieces(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Text[] = [];
  while (walker.nextNode()) {
    const piece = walker.currentNode as Text;
    if (piece.data.trim() !== "" && piece.parentElement !== null && isShown(piece.parentElement)) pieces.push(piece);
  }
  return pieces;
}

function blockOf(piece: Text): Element {
  return piece.parentElement?.closest(kBlocks) ?? piece.parentElement as Element;
}

function wordsOf(block: Element): string {
  return listPieces(block).filter((piece) => blockOf(piece) === block).map((piece) => piece.data).join(" ").replace(/\s+/g, " ").trim();
}

/** Says the next block that has words in a language there is a voice for; ends after the last. */
function sayNext(mine: Reading): void {
  if (reading !== mine) return;
  const block = mine.blocks.shift();
  if (block === undefined) {
    stopReading();
    return;
  }
  const language = block.closest<HTMLElement>("[lang]")?.lang ?? "";
  const voice = findVoice(language);
  const words = wordsOf(block);
  if (voice === undefined || words === "") {
    sayNext(mine);
    return;
  }
  mine.utterance = Object.assign(new SpeechSynthesisUtterance(words), { lang: voice.lang, voice, rate: kRate });
  mine.utterance.addEventListener("end", () => sayNext(mine));
  mine.utterance.addEventListener("error", () => { if (reading === mine) stopReading(); });
  speechSynthesis.speak(mine.utterance);
}

export function stopReading(): void {
  const ended = reading;
  reading = null;
  globalThis.speechSynthesis?.cancel();
  ended?.end();
}

function startReading(root: Element, end: () => void): void {
  stopReading();
  reading = { blocks: [...new Set(listPieces(root).map(blockOf))], end, utterance: null };
  sayNext(reading);
}

/** A button that reads `root` aloud and stops; `name` tells which part, where there are several. Hidden while there is no voice. */
export function makeReader(texts: Texts, root: () => Element, name = ""): HTMLElement {
  const label = (what: "start" | "stop"): string => texts.say(`read_aloud.${what}`);
  const button = make("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action" });
  const show = (what: "start" | "stop"): void => {
    button.replaceChildren(label(what));
    if (name !== "") button.setAttribute("aria-label", `${label(what)}: ${name}`);
  };
  let isReading = false;
  const end = (): void => {
    isReading = false;
    show("start");
  };
  button.addEventListener("click", () => {
    if (isReading) {
      stopReading();
      return;
    }
    startReading(root(), end);
    isReading = reading !== null;
    show(isReading ? "stop" : "start");
  });
  const place = make("div", { class: "reader" }, button);
  const look = (): void => { place.hidden = findVoice(texts.language.code) === undefined; };
  const watch = (): void => {
    look();
    if (!place.isConnected) speechSynthesis.removeEventListener("voiceschanged", watch);
  };
  globalThis.speechSynthesis?.addEventListener("voiceschanged", watch);
  look();
  show("start");
  return place;
}

addEventListener("pagehide", stopReading);
