// Which talk do the fields of a file make up, and which of them are not right?
import { readDay } from "./days";
import { emptyTalk, kAddresses, kCompanies, kHelped, kPhases, kReasons, type Dismissal, type OwnStep, type Talk } from "./session";

type Fields = Readonly<Record<string, unknown>>;
/** What a value of a file stands for; undefined where it is not right. */
type Read<Value> = (value: unknown) => Value | undefined;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const readText: Read<string> = (value) => typeof value === "string" ? value : undefined;

/** A day of the calendar, or "" for none. */
const readDayOrNone: Read<string> = (value) => value === "" ? "" : readDay(readText(value) ?? "") || undefined;

function oneOf<Value>(choices: readonly Value[]): Read<Value> {
  return (value) => choices.find((choice) => choice === value);
}

/** Takes fields one by one, and remembers the names of those of which something had to be left out. */
class Reader {
  readonly leftOut = new Set<string>();

  /** `otherwise` where the field is absent or not right. */
  take<Value>(fields: Fields, name: string, otherwise: Value, read: Read<Value>, told = name): Value {
    if (!(name in fields)) return otherwise;
    const value = read(fields[name]);
    if (value === undefined) this.leftOut.add(told);
    return value ?? otherwise;
  }

  /** Those of the list that are right. */
  list<Value>(fields: Fields, name: string, read: Read<Value>, told = name): Value[] {
    return this.take<unknown[]>(fields, name, [], (value) => Array.isArray(value) ? value : undefined, told).flatMap((entry) => {
      const value = read(entry);
      if (value === undefined) this.leftOut.add(told);
      return value === undefined ? [] : [value];
    });
  }

  /** Fields within a field; none where that is not right. */
  within(fields: Fields, name: string): Fields {
    return this.take<Fields>(fields, name, {}, (value) => isFields(value) ? value : undefined);
  }

  /** Files of before steps had more than words have their words alone. */
  step(value: unknown): OwnStep | undefined {
    const fields = isFields(value) ? value : { text: value };
    const text = readText(fields["text"]);
    if (text === undefined) return undefined;
    const who = this.take(fields, "who", "", readText, "steps");
    return { text, who, by_date: this.take(fields, "by_date", "", readDayOrNone, "steps") };
  }

  /** The profile without the day of a map that is none; all else of it the service judges. */
  profile(profile: Fields): Talk["profile"] {
    const read: Record<string, unknown> = { ...profile };
    for (const name of ["network", "network_before"]) {
      const map = profile[name];
      if (!isFields(map) || !("mapped_on" in map) || readDay(readText(map["mapped_on"]) ?? "") !== "") continue;
      const { mapped_on: _, ...rest } = map;
      read[name] = rest;
      this.leftOut.add(name);
    }
    return read;
  }
}

function readDismissal(value: unknown): Dismissal | undefined {
  if (!isFields(value)) return undefined;
  const activity = readText(value["activity"]);
  const reason = oneOf(kReasons)(value["reason"]);
  return activity === undefined || reason === undefined ? undefined : { activity, reason };
}

/** What a file tells: what is not right in it is left out, and `leftOut` names the fields of the talk, or maps of the profile, that it was in;
 * "unknown" where the file has fields of no talk. */
export function readFields(file: Fields, profile: Fields): { talk: Talk; leftOut: readonly string[] } {
  const reader = new Reader();
  const empty = emptyTalk();
  const lookBack = reader.within(file, "lookBack");
  const chosen = reader.within(file, "chosen");
  const take = <Name extends keyof Talk>(name: Name, read: Read<Talk[Name]>): Talk[Name] => reader.take(file, name, empty[name], read);
  const company = take("company", oneOf([...kCompanies, null]));
  const phases = company === "worker" ? kPhases : []; // it is a worker's way of working that has phases
  const talk: Talk = {
    version: 1,
    phase: take("phase", oneOf([...phases, null])), company, address: take("address", oneOf(kAddresses)),
    lookBack: {
      changed: reader.take(lookBack, "changed", "", readText, "lookBack"), tried: reader.take(lookBack, "tried", "", readText, "lookBack"),
      helped: reader.take(lookBack, "helped", "", readText, "lookBack"),
    },
    dismissed: reader.list(file, "dismissed", readDismissal),
    chosen: { activities: reader.list(chosen, "activities", readText, "chosen"), ties: reader.list(chosen, "ties", readText, "chosen") },
    goal: take("goal", readText), steps: reader.list(file, "steps", (step) => reader.step(step)), withheld: reader.list(file, "withheld", readText),
    evaluation: take("evaluation", oneOf([...kHelped, null])), nextTalk: take("nextTalk", readDayOrNone),
    seen: reader.list(file, "seen", readText), seenOn: take("seenOn", readDayOrNone),
    profile: reader.profile(profile),
  };
  if (Object.keys(file).some((name) => !Object.hasOwn(empty, name))) reader.leftOut.add("unknown");
  return { talk, leftOut: [...reader.leftOut] };
}
