// How does a search stand in the address of the page?
//
// Under the names of GET /v1/activities, so that an address can be shared. Nothing in it tells of a person: a postcode is cut
// to its four digits, house numbers and what reaches a person are left out, and an age is never asked.

const kSingle = ["q", "place", "radiusKm", "maxCost", "sort", "page"] as const;
export type Single = (typeof kSingle)[number];

export const kFacets = [
  "concept", "municipality", "attendance", "groupSize", "day", "dayPart", "referral", "language", "access", "organization"] as const;
export type FacetName = (typeof kFacets)[number];

/** As GET /v1/activities has it: no place, whatever the text names. */
export const kEverywhere = "*";

const kReturn = "#zoek=";
const kPostcode = /\b([1-9][0-9]{3}) ?[A-Za-z]{2}\b( ?[0-9]+[a-z]?\b)?/;
const kPostcodes = new RegExp(kPostcode, "g");
const kHouse = /(\p{L}(?:straat|laan|weg|plein|hof|kade|dijk|singel|gracht|pad|steeg|dreef|park|plantsoen))\s+[0-9]+\s?[a-z]?\b/giu;
const kReach = /\S+@\S+|\+?[0-9](?:[ ()/.-]*[0-9]){7,}/g; // a phone, an e-mail address, a citizen's number

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What may stand in an address: of a place the digits of its postcode, else its words alone; no way to reach a person. */
function withoutPersonal(name: string, value: string): string {
  if (name === "q") return tidy(value.replace(kReach, " ").replace(kPostcodes, "$1").replace(kHouse, "$1"));
  if (name !== "place") return value.trim();
  const [, digits] = kPostcode.exec(value) ?? [];
  return digits ?? tidy(value.replace(/\S*[0-9]\S*/g, (word) => /^[1-9][0-9]{3}$/.test(word) ? word : ""));
}

/** What is searched. Every change gives another one. */
export class Search {
  private readonly query: URLSearchParams;

  private constructor(query: URLSearchParams) {
    this.query = query;
  }

  /** What stands in an address; of it only what the pages know. */
  static read(address: string): Search {
    const query = new URLSearchParams();
    for (const [name, value] of new URLSearchParams(address)) {
      const isKnown = ([...kSingle, ...kFacets] as string[]).includes(name);
      const kept = withoutPersonal(name, value);
      if (isKnown && kept !== "") query.append(name, kept);
    }
    return new Search(query);
  }

  /** What `toReturn` put behind an address; null where it did not. */
  static readReturn(hash: string): Search | null {
    return hash.startsWith(kReturn) ? Search.read(hash.slice(kReturn.length)) : null;
  }

  /** Whether an address tells what `read` leaves out of it, so that it must not stay. */
  static isPersonal(address: string): boolean {
    return [...new URLSearchParams(address)].some(([name, value]) => tidy(withoutPersonal(name, value)) !== tidy(value));
  }

  get(name: Single): string {
    return this.query.get(name) ?? "";
  }

  chosen(facet: FacetName): string[] {
    return this.query.getAll(facet);
  }

  get hasFilters(): boolean {
    return kFacets.some((facet) => this.query.has(facet)) || this.query.has("maxCost");
  }

  get isEmpty(): boolean {
    return [...this.query.keys()].every((name) => name === "sort");
  }

  /** With another value ("" takes it off), from its first page. */
  with(name: Single, value: string): Search {
    const query = this.fromFirstPage();
    const kept = withoutPersonal(name, value);
    if (kept === "") query.delete(name);
    else query.set(name, kept);
    if (!query.has("place") || query.get("place") === kEverywhere) query.delete("radiusKm");
    return new Search(query);
  }

  toggle(facet: FacetName, value: string): Search {
    const query = this.fromFirstPage();
    const others = query.getAll(facet).filter((entry) => entry !== value);
    const hadIt = others.length < query.getAll(facet).length;
    query.delete(facet);
    for (const entry of hadIt ? others : [...others, value]) query.append(facet, entry);
    return new Search(query);
  }

  onPage(page: number): Search {
    const query = this.fromFirstPage();
    if (page > 1) query.set("page", String(page));
    return new Search(query);
  }

  /** The words and the place, without any filter. */
  withoutFilters(): Search {
    const query = this.fromFirstPage();
    for (const name of [...kFacets, "maxCost"]) query.delete(name);
    return new Search(query);
  }

  /** For GET /v1/activities. */
  toQuery(): URLSearchParams {
    return new URLSearchParams(this.query);
  }

  /** Of the page, in this language. */
  toAddress(language: string): string {
    const query = new URLSearchParams(this.query);
    if (language !== "nl") query.set("taal", language);
    return query.size === 0 ? "/zoeken" : `/zoeken?${query.toString()}`;
  }

  /** Behind the address of an activity's page, to come back from there; it is not sent along. */
  toReturn(): string {
    return this.query.size === 0 ? "" : kReturn + this.query.toString();
  }

  private fromFirstPage(): URLSearchParams {
    const query = new URLSearchParams(this.query);
    query.delete("page");
    return query;
  }
}
