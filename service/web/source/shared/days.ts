// Which day is it where the person is?

/** The day on the person's own calendar as ISO 8601 writes it: "2026-11-26". */
export function writeDay(moment = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
