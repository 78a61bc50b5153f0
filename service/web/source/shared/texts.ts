// In which words does a page speak?
import { languages, type Language } from "./languages";

type Sentences = { [name: string]: string | Sentences };
export type Values = Record<string, string | number>;

const kKept = "kring.language"; // tells nothing of a person
const kFirst = "nl";

function wanted(): string {
  const codes = languages().map((language) => language.code);
  const candidates = [new URLSearchParams(location.search).get("taal"), sessionStorage.getItem(kKept), kFirst];
  return candidates.find((code): code is string => code !== null && codes.includes(code)) ?? kFirst;
}

export class Texts {
  readonly language: Language;
  private readonly sentences: Sentences;
  private readonly manners: readonly string[];
  private readonly plurals: Intl.PluralRules;

  constructor(language: Language, sentences: Sentences, manners: readonly string[] = []) {
    this.language = language;
    this.sentences = sentences;
    this.manners = manners;
    this.plurals = new Intl.PluralRules(language.code);
  }

  /** The same texts in a manner of speaking: of the sections under "variants" so called, the first that has a text comes before the text itself. */
  inManner(manners: readonly string[]): Texts {
    return new Texts(this.language, this.sentences, manners);
  }

  /** Whether this language can speak in the manner. */
  hasManner(manner: string): boolean {
    return typeof this.sentences["variants"] === "object" && manner in this.sentences["variants"];
  }

  /** The text at `path` ("map.add") with {name} filled in; the path itself where there is none. */
  say(path: string, values: Values = {}): string {
    const text = this.find(path);
    return text === undefined ? path : text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
  }

  /** As `say`, of the forms "one" and "other" under `path` the one that goes with `count`, which fills {count}. */
  count(path: string, count: number, values: Values = {}): string {
    return this.say(`${path}.${this.plurals.select(count) === "one" ? "one" : "other"}`, { ...values, count });
  }

  /** Whether there is a text at `path`. */
  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** A day as it is written: "do 26 nov. 2026"; a time too where `value` has one. */
  date(value: string): string {
    const hasTime = value.includes("T");
    const form: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
    if (hasTime) Object.assign(form, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    return new Intl.DateTimeFormat(this.language.formats ?? this.language.code, form).format(new Date(hasTime ? value : `${value}T12:00:00`));
  }

  /** A language by its name; by its code where neither the texts nor the browser know one. */
  nameLanguage(code: string): string {
    const path = `languages.${code}`; // of those that browsers do not know
    if (this.has(path)) return this.say(path);
    try {
      return new Intl.DisplayNames([this.language.code], { type: "language" }).of(code) ?? code;
    } catch {
      return code; // a tag that is none
    }
  }

  private find(path: string): string | undefined {
    for (const manner of this.manners) {
      const text = this.findAt(`variants.${manner}.${path}`);
      if (text !== undefined) return text;
    }
    return this.findAt(path);
  }

  private findAt(path: string): string | undefined {
    let at: string | Sentences | undefined = this.sentences;
    for (const name of path.split(".")) {
      if (at === undefined || typeof at === "string") return undefined;
      at = at[name];
    }
    return typeof at === "string" ? at : undefined;
  }
}

/** The texts in the language asked for: of the address, else as chosen before in this tab, else Dutch. */
export async function loadTexts(code = wanted()): Promise<Texts> {
  const answer = await fetch(`/assets/texts/${code}.json`);
  const language = languages().find((entry) => entry.code === code);
  if (!answer.ok || language === undefined) throw new Error(`no texts in ${code}`);
  sessionStorage.setItem(kKept, code);
  return new Texts(language, await answer.json() as Sentences);
}
