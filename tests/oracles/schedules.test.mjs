// Do other people's calendars find the same sessions in Kring's rules, and in the calendars that Kring writes?
//
// Rules are made up by a seed that is printed; ORACLE_SEED repeats a run. rrule-temporal reads the rule itself, with its
// zone; ical.js reads both the rule and the calendar, on the clock of the place; python3-icalendar parses each calendar.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";
import { RRuleTemporal } from "rrule-temporal";

const RULES = 700;
const DAY_MS = 86_400_000;
const SPAN_DAYS = 730; // looked at from the first day on
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
// Where the last minute of a local day lies in UTC, in winter: [days later, time]. No session begins before 01:00, so that
// the hour that this is too late in summer does not matter.
const END_OF_DAY = { "Europe/Amsterdam": [0, "225959"], "Europe/London": [0, "235959"], "America/New_York": [1, "045959"] };
const seed = Number(process.env.ORACLE_SEED ?? 20261126);

/** mulberry32: the same numbers on every machine. */
function makeRandom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = makeRandom(seed);
const below = (limit) => Math.floor(random() * limit);
const pick = (list) => list[below(list.length)];
const some = (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))];
const plusDays = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
const compact = (text) => text.replaceAll("-", "").replaceAll(":", "");

const PARTS = {
  DAILY: () => pick(["", "", ";BYMONTH=3,10", ";BYDAY=SA,SU"]),
  WEEKLY: () => `;BYDAY=${some(DAYS, 3).join(",")}${pick(["", "", ";WKST=SU", ";BYMONTH=1,3,10,12"])}`,
  MONTHLY: () => pick([
    () => `;BYDAY=${some(["1MO", "2TU", "3WE", "-1TH", "4SU", "5FR", "-2SA", "-1SU"], 2).join(",")}`,
    () => `;BYMONTHDAY=${some([1, 2, 15, 28, 29, 30, 31, -1], 2).join(",")}`,
    () => `;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${pick([1, 2, -1])}`,
  ])(),
  YEARLY: () => pick([";BYMONTH=3;BYDAY=-1SU", ";BYMONTH=10;BYDAY=-1SU", ";BYMONTH=2;BYMONTHDAY=29",
    ";BYMONTH=5,9;BYMONTHDAY=4"]),
};

function makeSchedule() {
  const frequency = pick(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"]);
  const opens = pick(["02:30", "10:00", "13:15", "19:30", "23:00"]);
  const schedule = {
    rrule: `FREQ=${frequency};INTERVAL=${pick([1, 1, 1, 2, 3])}${PARTS[frequency]()}`,
    first_day: plusDays("2026-01-01", below(700)),
    opens,
    closes: pick(["03:30", "11:30", "16:00", "21:00", "23:30"]),
    zone: pick(["Europe/Amsterdam", "Europe/Amsterdam", "Europe/London", "America/New_York"]),
  };
  // rrule-temporal keeps the later hour for all sessions where the first is moved by the change of the clock.
  const isMarchSunday = schedule.first_day.slice(5, 7) === "03" && new Date(`${schedule.first_day}T00:00:00Z`).getUTCDay() === 0;
  if (opens === "02:30" && isMarchSunday) schedule.first_day = plusDays(schedule.first_day, 1);
  const end = below(3);
  // At 02:30 others do not count the session that the change of the clock moves.
  if (end === 1 && opens !== "02:30") schedule.count = 1 + below(30);
  if (end === 2) schedule.last_day = plusDays(schedule.first_day, below(SPAN_DAYS));
  return schedule;
}

/** The rule as the other readers know it, without exceptions. */
function ruleOf(schedule) {
  if (schedule.count) return `${schedule.rrule};COUNT=${schedule.count}`;
  if (!schedule.last_day) return schedule.rrule;
  const [later, time] = END_OF_DAY[schedule.zone];
  return `${schedule.rrule};UNTIL=${compact(plusDays(schedule.last_day, later))}T${time}Z`;
}

/** Days of the rule by ical.js; the rule ends with the local day, not with an hour in UTC. */
function daysByIcal(schedule, to) {
  const rule = schedule.count ? `${schedule.rrule};COUNT=${schedule.count}` : schedule.rrule;
  const until = schedule.last_day && schedule.last_day < to ? schedule.last_day : to;
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${schedule.first_day}T${schedule.opens}:00`));
  const days = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const day = next.toString().slice(0, 10);
    if (day > until || day > to) break;
    days.push(day);
  }
  return days;
}

function sessionsByTemporal(schedule, to) {
  const start = `${compact(schedule.first_day)}T${compact(schedule.opens)}00`;
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=${schedule.zone}:${start}\nRRULE:${ruleOf(schedule)}` });
  const dates = rule.between(new Date(`${schedule.first_day}T00:00:00Z`), new Date(`${plusDays(to, 2)}T00:00:00Z`), true);
  return dates.map((date) => date.toString())
    .filter((text) => text.slice(0, 10) >= schedule.first_day && text.slice(0, 10) <= to)
    .map((text) => text.slice(0, 16) + text.slice(19, 25));
}

/** Exceptions on days of the rule, and sessions beside it. */
function addExceptions(schedule, days) {
  schedule.except = days.filter(() => below(6) === 0).slice(0, 5);
  const free = plusDays(schedule.first_day, 5 + below(200));
  const length = below(2) === 0 ? { opens: "12:00", closes: "12:45" } : {};
  if (below(3) === 0 && !days.includes(free)) schedule.added = [{ day: free, ...length }];
}

/** Every occurrence in a calendar as ical.js reads it, by local start. */
function startsInCalendar(text, to) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const starts = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const iterator = new ICAL.Event(component).iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const start = next.toString().slice(0, 16);
      if (start.slice(0, 10) > to) break;
      starts.push(start);
    }
  }
  return starts.sort();
}

function askKring(schedules) {
  const lines = schedules.map((schedule, number) => JSON.stringify({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    name: `Zingen, samen; ${"é".repeat(number % 60)}`,
    description: "Voor iedereen;\nook wie nog nooit zong, \\ en meer dan vijfenzeventig tekens op één regel tekst.",
    schedules: [schedule],
    from: schedule.first_day,
    to: plusDays(schedule.first_day, SPAN_DAYS),
  }));
  const out = execFileSync(process.env.KRING_EXPAND_LINES, { input: lines.join("\n") + "\n", maxBuffer: 1 << 28 });
  return out.toString().trim().split("\n").map((line) => JSON.parse(line));
}

/** In the hour that summer time skips RFC 5545 moves a session on; rrule-temporal leaves it out. */
const isMoved = (session, schedule) => schedule.opens === "02:30" && session.slice(11, 16) === "03:30";
/**
 * What ical.js 2.2.1 makes of a rule against RFC 5545: 1 March of a 29 February that is not there, and a first session that
 * BYMONTH, BYSETPOS at the beginning of a month, or BYDAY of a daily rule leaves out. rrule-temporal judges these rules alone.
 */
function isWrongInIcal({ rrule, first_day: day }, [first]) {
  const months = rrule.match(/BYMONTH=([\d,]+)/)?.[1].split(",").map(Number) ?? [];
  const isLeapDay = rrule.includes("BYMONTH=2;BYMONTHDAY=29");
  const isOtherMonth = first && months.length > 0 && !months.includes(Number(first.slice(5, 7)));
  const isWeekday = first && rrule.startsWith("FREQ=DAILY") && rrule.includes("BYDAY")
    && ![0, 6].includes(new Date(`${first}T00:00:00Z`).getUTCDay());
  const isOtherPlace = first && rrule.includes("BYSETPOS") && Number(day.slice(8)) <= 3;
  return isLeapDay || isOtherMonth || isWeekday || isOtherPlace;
}

function assertSame(ours, theirs, context) {
  const at = ours.findIndex((value, index) => value !== theirs[index]);
  const from = at < 0 ? Math.min(ours.length, theirs.length) : at;
  assert.equal(ours.slice(from, from + 3).join(" "), theirs.slice(from, from + 3).join(" "), JSON.stringify(context));
}

console.log(`seed ${seed}, ${RULES} rules`);
const schedules = Array.from({ length: RULES }, makeSchedule);
const lastOf = (schedule) => plusDays(schedule.first_day, SPAN_DAYS);
const byIcal = schedules.map((schedule) => daysByIcal(schedule, lastOf(schedule)));
const bare = askKring(schedules);
const excepted = schedules.map((schedule, number) => {
  const copy = structuredClone(schedule);
  addExceptions(copy, byIcal[number]);
  return copy;
});
const answers = askKring(excepted);

test("ical.js finds the same days in every rule", () => {
  let compared = 0;
  schedules.forEach((schedule, number) => {
    if (isWrongInIcal(schedule, byIcal[number])) return;
    compared += 1;
    assertSame(bare[number].sessions.map((session) => session.slice(0, 10)), byIcal[number], schedule);
  });
  assert.ok(compared >= 500, `only ${compared} rules were compared`);
});

test("rrule-temporal finds the same instants, on both days that the clock changes too", () => {
  let changes = 0;
  schedules.forEach((schedule, number) => {
    const ours = bare[number].sessions.map((session) => session.slice(0, session.indexOf("/")));
    changes += ours.filter((session) => /^\d{4}-(03|10)-/.test(session)).length;
    const theirs = sessionsByTemporal(schedule, lastOf(schedule));
    assertSame(ours.filter((session) => !isMoved(session, schedule)), theirs, schedule);
  });
  assert.ok(changes > RULES, "too few sessions around the changes of the clock");
});

test("a session in the hour that summer time skips is an hour later, one in the hour that comes twice the first", () => {
  const at = (first) => ({ rrule: "", first_day: first, opens: "02:30", closes: "03:30", zone: "Europe/Amsterdam" });
  const [spring, autumn] = askKring([at("2026-03-29"), at("2026-10-25")]);
  assert.deepEqual(spring.sessions, ["2026-03-29T03:30+02:00/04:30"]);
  assert.deepEqual(autumn.sessions, ["2026-10-25T02:30+02:00/03:30"]);
});

test("ical.js finds the sessions of expand() in every calendar that Kring writes", () => {
  excepted.forEach((schedule, number) => {
    if (isWrongInIcal(schedule, [])) return;
    const { sessions, calendar } = answers[number];
    const nominal = sessions.map((session) => (isMoved(session, schedule) ? `${session.slice(0, 11)}02:30` : session.slice(0, 16)));
    const read = calendar === "" ? [] : startsInCalendar(calendar, lastOf(schedule));
    assertSame(nominal.sort(), read, { schedule, calendar });
  });
});

test("python3-icalendar parses every calendar, with its zone and its rule", () => {
  const calendars = answers.map((answer) => answer.calendar).filter((text) => text !== "");
  assert.ok(calendars.length > RULES / 2);
  const script = fileURLToPath(new URL("calendars.py", import.meta.url));
  const out = execFileSync(process.env.KRING_PYTHON ?? "python3", [script], { input: JSON.stringify(calendars), maxBuffer: 1 << 28 });
  assert.equal(out.toString().trim(), `${calendars.length} calendars`);
});

test("lines are at most 75 octets and cut no letter", () => {
  for (const { calendar } of answers) {
    for (const line of Buffer.from(calendar).toString("latin1").split("\r\n")) {
      assert.ok(line.length <= 75, line);
      assert.ok(!/^ ?[\x80-\xbf]/.test(line), line);
    }
  }
});
