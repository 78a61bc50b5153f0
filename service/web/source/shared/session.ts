// What is known of a person while a page is open? It stands in this tab alone; only the user's own file outlives it.
import type { Profile } from "v1";

/** The order of a talk in Methodisch Samen Werken. */
export const kPhases = ["contact", "ambition", "work"] as const;
export type Phase = (typeof kPhases)[number];

/** Who talks: the person with a worker, with someone near, or alone. */
export const kCompanies = ["worker", "relative", "alone"] as const;
export type Company = (typeof kCompanies)[number];

/** How Dutch addresses the person: politely or as one does a friend. */
export const kAddresses = ["u", "je"] as const;
export type Address = (typeof kAddresses)[number];

/** Why something is not wanted, or no longer: of the profile's tried[].reason, in the order in which they are offered. */
export const kReasons = [
  "not_my_kind", "too_far", "too_expensive", "too_busy", "no_one_to_go_with", "time", "health", "no_place", "other"] as const;
export type Reason = (typeof kReasons)[number];

/** Whether a talk helped, from not at all to very much. */
export const kHelped = [1, 2, 3, 4, 5] as const;

export interface Dismissal {
  activity: string; // id
  reason: Reason;
}

/** A step of the plan in the person's own words. */
export interface OwnStep {
  text: string;
  who: string; // does it; empty where not told
  by_date: string; // the last day, "2026-11-26"; empty where not told
}

export interface Chosen {
  activities: string[]; // ids
  ties: string[]; // ids of contacts
}

/** What a talk gathers; also what the user's file holds. */
export interface Talk {
  version: 1;
  phase: Phase | null;
  company: Company | null;
  address: Address;
  profile: Profile;
  lookBack: { changed: string; tried: string; helped: string };
  dismissed: Dismissal[];
  chosen: Chosen;
  goal: string;
  steps: OwnStep[];
  withheld: string[]; // facts that do not leave with the plan, by key
  evaluation: (typeof kHelped)[number] | null; // null where not told
  nextTalk: string; // a day, "2026-11-26"; empty where none was agreed
  seen: string[]; // ids of the activities in the last answer, to tell what is new
  seenOn: string; // the day of that answer; empty without
}

export function emptyTalk(): Talk {
  return {
    company: null, address: "u", nextTalk: "",
    version: 1, phase: null, profile: {}, lookBack: { changed: "", tried: "", helped: "" }, dismissed: [],
    chosen: { activities: [], ties: [] }, goal: "", steps: [], withheld: [], evaluation: null, seen: [], seenOn: "",
  };
}

type Watcher = (talk: Talk) => void;

/** The one talk of this tab. Who changes it says so through `change`; who shows it watches. */
export class Session {
  private current = emptyTalk();
  private earlierTalk: Talk | null = null;
  private leftOutOfFile: readonly string[] = [];
  private isSaved = true;
  private readonly watchers = new Set<Watcher>();

  constructor() {
    addEventListener("beforeunload", (event) => {
      if (!this.isSaved) event.preventDefault();
    });
  }

  get talk(): Readonly<Talk> {
    return this.current;
  }

  /** The talk of an earlier file, as it was, to look back on; null without. */
  get earlier(): Readonly<Talk> | null {
    return this.earlierTalk;
  }

  /** The fields of that file that were not right and are left out, by name. */
  get leftOut(): readonly string[] {
    return this.leftOutOfFile;
  }

  get hasUnsaved(): boolean {
    return !this.isSaved;
  }

  change(edit: (talk: Talk) => void): void {
    edit(this.current);
    this.isSaved = false;
    this.tell();
  }

  /** Goes on with a talk of a file; its map is then what this talk's is compared with. */
  reopen(talk: Talk, leftOut: readonly string[] = []): void {
    this.earlierTalk = structuredClone(talk);
    this.leftOutOfFile = leftOut;
    this.current = structuredClone(talk);
    if (talk.profile.network) this.current.profile.network_before = structuredClone(talk.profile.network);
    this.isSaved = true;
    this.tell();
  }

  markSaved(): void {
    this.isSaved = true;
    this.tell();
  }

  /** Forgets everything. */
  clear(): void {
    this.current = emptyTalk();
    this.earlierTalk = null;
    this.leftOutOfFile = [];
    this.isSaved = true;
    this.tell();
  }

  /** Calls `watcher` after each change until the function given back is called. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher(this.current);
  }
}
