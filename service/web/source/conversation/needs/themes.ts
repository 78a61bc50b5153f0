// Which themes do the concepts of the vocabulary fall into?
import type { Texts } from "../../shared/texts";
import type { Concept } from "../step";

export const kThemes = ["buddy", "meet", "do", "learn", "peer", "help", "home", "health", "gap"] as const;
export type ThemeName = (typeof kThemes)[number];

/** By the first word of a concept's id, which is how the vocabulary groups them. */
const kThemeOf: Readonly<Record<string, ThemeName>> = {
  buddy: "buddy", mentor: "buddy",
  meet: "meet", neighbour: "meet", friendship: "meet", loneliness: "meet", reachability: "meet",
  do: "do",
  learn: "learn", day: "learn", volunteering: "learn", work: "learn",
  peer: "peer",
  help: "help", discharge: "help",
  relationship: "home", carer: "home", respite: "home",
  health: "health", cognitive: "health", autism: "health", lvb: "health",
};
const kRest: ThemeName = "help"; // of a vocabulary with words that are new here

export interface Theme {
  name: ThemeName;
  concepts: Concept[];
}

/** The theme of a concept; null where it is nothing to wish for (a limit, danger). */
export function themeOf({ id, kind }: Pick<Concept, "id" | "kind">): ThemeName | null {
  if (kind === "gap") return "gap";
  if (kind !== "activity") return null;
  return kThemeOf[id.split("_")[0] ?? ""] ?? kRest;
}

export function groupByTheme(concepts: readonly Concept[]): Theme[] {
  return kThemes
    .map((name) => ({ name, concepts: concepts.filter((concept) => themeOf(concept) === name) }))
    .filter((theme) => theme.concepts.length > 0);
}

/** A concept as a person says it of themself, else as the vocabulary does. */
export function nameConcept(texts: Texts, concept: Concept): string {
  const own = `conversation.needs.concepts.${concept.id}`;
  if (texts.has(own)) return texts.say(own);
  return texts.language.code === "nl" ? concept.plain.nl : concept.plain.en;
}
