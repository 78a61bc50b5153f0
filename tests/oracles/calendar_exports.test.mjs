// Does ical.js read every calendar that `kring export --format ics` gives of real records: of the demo catalogues and, with
// KRING_SHARED, of the feeds of others?
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";

const FIRST_STARTS = 20; // of each event, that are iterated
const FEEDS = [
  "hsds-3-examples/examples",
  "toronto-festivals-events/all.jsonld",
  "toronto-festivals-events/extra-22-from-2025-06-snapshot.jsonld",
  "openactive-rpde/everyone-active_20200106.json",
  "openactive-rpde/newham_20200102.json",
  "openactive-rpde/example.json",
  "openactive-examples",
];
const demo = fileURLToPath(new URL("../../catalog/demo/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kring-calendars-"));
after(() => rmSync(folder, { recursive: true }));

const kring = (...parts) => execFileSync(process.env.KRING, parts, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });

function exportCalendar(name, path) {
  const catalog = join(folder, `${name}.db`);
  kring("import", "--catalog", catalog, "--source", name, path);
  return kring("export", "--catalog", catalog, "--format", "ics").toString();
}

/** Events with a name, a UID that no other has, and starts that ascend. */
function readCalendar(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const uids = new Set(events.map((event) => event.getFirstPropertyValue("uid")));
  assert.equal(uids.size, events.length, "a UID stands there twice");
  for (const component of events) {
    const event = new ICAL.Event(component);
    assert.ok(event.summary, `${event.uid} has no name`);
    const iterator = event.iterator();
    let before = null;
    for (let number = 0; number < FIRST_STARTS; number += 1) {
      const start = iterator.next();
      if (!start) break;
      assert.ok(before === null || start.compare(before) >= 0, `${event.uid} goes back in time`);
      before = start.clone();
    }
  }
  return events.length;
}

for (const region of readdirSync(demo).filter((name) => existsSync(join(demo, name, "services.ndjson")))) {
  test(`ical.js reads the calendar of ${region}`, () => {
    const text = exportCalendar(region, join(demo, region, "services.ndjson"));
    assert.ok(readCalendar(text) > 50);
  });
}

const shared = process.env.KRING_SHARED;
for (const feed of FEEDS) {
  test(`ical.js reads the calendar of ${feed}`, { skip: shared ? false : "KRING_SHARED is not set" }, () => {
    readCalendar(exportCalendar(feed.replaceAll("/", "-"), join(shared, "feeds", feed)));
  });
}
