// Is a language more one file of texts, or one of a sheet's sentences, and nothing else?
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));
const kCode = "tr";
const kName = "Türkçe (deneme)";
const kSheetCode = "fr";
const kSheetName = "Français (essai)";

/** Every text between brackets, so that what is not of the file stands out. */
function mark(node) {
  if (typeof node === "string") return `[${node}]`;
  return Object.fromEntries(Object.entries(node).map(([name, entry]) => [name, mark(entry)]));
}

/** The names of all languages of sheets and of the one more, as one chooses from them: Dutch first, then by code. */
function listSheetNames() {
  const folder = join(kRoot, "engine/plan/sentences");
  const names = new Map(readdirSync(folder).map((file) => [basename(file, ".json"), JSON.parse(readFileSync(join(folder, file), "utf-8")).language.name]));
  names.set(kSheetCode, kSheetName);
  return ["nl", ...[...names.keys()].filter((code) => code !== "nl").sort()].map((code) => names.get(code));
}

/** The files of the pages as the build makes them where there is one language more of the pages, and one of sheets. */
function buildPages() {
  const folder = mkdtempSync(join(tmpdir(), "kring-language-"));
  const web = join(folder, "service/web");
  mkdirSync(join(folder, "service"));
  cpSync(join(kRoot, "service/web"), web, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  for (const path of ["service/web/node_modules", "service/openapi", "tests"]) symlinkSync(join(kRoot, path), join(folder, path));
  const { language: _, variants: __, ...texts } = JSON.parse(readFileSync(join(web, "texts/en.json"), "utf-8"));
  writeFileSync(join(web, `texts/${kCode}.json`), JSON.stringify({ language: { name: kName, direction: "rtl" }, ...mark(texts) }));
  const sentences = join(folder, "engine/plan/sentences");
  cpSync(join(kRoot, "engine/plan/sentences"), sentences, { recursive: true });
  const english = JSON.parse(readFileSync(join(sentences, "en.json"), "utf-8"));
  writeFileSync(join(sentences, `${kSheetCode}.json`), JSON.stringify({ ...english, language: { name: kSheetName, direction: "ltr", is_checked: false } }));
  execFileSync(process.execPath, [join(web, "build.mjs"), join(folder, "pack")], { stdio: "inherit" });
  const assets = JSON.parse(readFileSync(join(folder, "pack/pack.json"), "utf-8"));
  rmSync(folder, { recursive: true });
  return new Map(assets.map((asset) => [asset.path, asset]));
}

/** A server of these files, which asks `kring` for all else. */
async function serve(assets, kring) {
  const server = createServer(async (request, response) => {
    const asset = assets.get(new URL(request.url, kring.address).pathname);
    if (asset !== undefined) {
      response.writeHead(200, { "Content-Type": asset.content_type }).end(asset.content);
      return;
    }
    const body = Buffer.concat(await request.toArray());
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answer = await fetch(kring.address + request.url, { method: request.method, headers, ...(body.length === 0 ? {} : { body }) });
    response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "text/plain" }).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  return server;
}

let kring;
let server;
let site; // as openPage takes it
before(async () => {
  kring = await openKring();
  server = await serve(buildPages(), kring);
  site = { browser: kring.browser, address: `http://127.0.0.1:${server.address().port}` };
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await kring.close();
});

test("a file of texts brings its language to every page, with its name and direction", async () => {
  for (const path of ["/", "/gesprek", "/ontslag", "/zoeken", "/toegankelijkheid", "/privacy"]) {
    const { page, faults } = await openPage(site, `${path}?taal=${kCode}`);
    await page.locator(`html[lang="${kCode}"][dir="rtl"]`).waitFor({ state: "attached" });
    for (const text of await page.locator("h1, h2, .page-header .links a, .page-footer a, .page-footer p").allTextContents()) {
      if (text !== "Kring") assert.match(text.trim(), /^\[.*\]$/s, path);
    }
    assert.equal(await page.locator(".language[aria-pressed=true]").textContent(), kName);
    await expectOpenToAll(page, `language-${path.slice(1) || "start"}`);
    assert.deepEqual(faults, [], path);
    await page.context().close();
  }
});

test("one chooses it on a page, and it stays; what the service says is English", async () => {
  const { page, faults } = await openPage(site, "/gesprek");
  await page.getByRole("button", { name: kName }).click();
  await page.getByRole("heading", { level: 1, name: /^\[/ }).waitFor();
  await page.goto(`${site.address}/ontslag`);
  await page.locator(`html[lang="${kCode}"]`).waitFor({ state: "attached" });
  await page.goto(`${site.address}/gesprek`);
  await page.getByRole("button", { name: "[What Kring found]" }).click();
  await page.getByRole("button", { name: "[Try with an invented person]" }).click();
  await page.locator(".portfolio .match").first().waitFor();
  assert.match(await page.locator(".portfolio").innerText(), /Ask whether|Ask what|The next time|The journey/);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a file of sentences brings its language to the choice of the plan's sheet and of the nurse's", async () => {
  const { page, faults } = await openPage(site, "/gesprek");
  await page.getByRole("button", { name: "Wat Kring vond" }).click();
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".portfolio .match").first().waitFor();
  await page.getByRole("button", { name: "Uw plan", exact: true }).click();
  const choice = page.locator(`#sheet-language option[lang="${kSheetCode}"]`);
  await choice.waitFor({ state: "attached" });
  assert.equal(await choice.textContent(), kSheetName);
  await page.context().close();
  const { page: nurse, faults: nurseFaults } = await openPage(site, "/ontslag");
  await nurse.getByLabel("Postcode").fill("6822");
  await nurse.getByRole("button", { name: "Lotgenotencontact" }).click();
  await nurse.getByRole("button", { name: "Zoek adressen" }).click();
  await nurse.locator("#sheet-language").waitFor();
  assert.deepEqual(await nurse.locator("#sheet-language option").allTextContents(), listSheetNames());
  assert.deepEqual([...faults, ...nurseFaults], []);
  await nurse.context().close();
});
