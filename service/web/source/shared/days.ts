// Which day is it where the person is, and what is a day?

/** The day on the person's own calendar as ISO 8601 writes it: "2026-11-26". */
export function writeDay(moment = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The text where it is a day of the calendar, written as ISO 8601 has it; else empty: "2026-02-30" is none. */
export function readDay(text: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  const isDay = text.length === "2026-11-26".length && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
  return isDay ? text : "";
}
