// How is a page opened for a test? A demo of its own, and Debian's Chromium.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const kStartSeconds = 120;
const kPatience = 10_000; // ms, for anything that a page should do at once
const kChromium = process.env.KRING_CHROMIUM ?? "/usr/bin/chromium";

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(address) {
  for (let tries = 0; tries < kStartSeconds * 5; ++tries) {
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`kring demo did not answer within ${kStartSeconds} s`);
}

/**
 * A running demo, with more options where it gets them, and a browser: {address, browser, close()}. With `makeConfig` (of its
 * address) its catalogue is served so.
 */
export async function openKring({ options = [], makeConfig } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "kring-pages-"));
  const address = `http://127.0.0.1:${await freePort()}`;
  const listen = ["--listen", address.slice("http://".length), ...options];
  let words = ["demo", "--data", folder, ...listen];
  if (makeConfig !== undefined) {
    execFileSync(process.env.KRING, ["demo", "--data", folder, "--no-serve"], { stdio: "ignore" });
    const config = join(folder, "kring.toml");
    writeFileSync(config, makeConfig(address));
    words = ["serve", "--catalog", join(folder, "catalog.db"), "--index", join(folder, "index"), "--config", config, ...listen];
  }
  const demo = spawn(process.env.KRING, words, { stdio: "ignore" });
  const ended = new Promise((resolve) => demo.once("exit", resolve));
  await waitUntilReady(address);
  const browser = await chromium.launch({ executablePath: kChromium, args: ["--no-sandbox", "--disable-gpu"] });
  const close = async () => {
    await browser.close();
    demo.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { address, browser, close };
}

/** A page in a context of its own, with what went wrong on it: {page, faults}. Faults are errors of scripts and requests to others. */
export async function openPage({ browser, address }, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) faults.push(`asked ${request.url()}`);
  });
  page.setDefaultTimeout(kPatience);
  await page.goto(address + path);
  await page.locator("footer").waitFor();
  return { page, faults };
}

/** Lets the service's JSON of `path` reach the page as `change` makes of it. */
export async function answerOtherwise(page, path, change) {
  await page.route(`**${path}*`, async (route) => {
    const response = await route.fetch();
    if (!response.headers()["content-type"].includes("json")) return route.fulfill({ response });
    const json = await response.json();
    change(json);
    return route.fulfill({ response, json });
  });
}

/** Where the build keeps the file called `name`, in its folder pages/; null where a test runs by itself. */
function pathToKeep(name) {
  const folder = process.env.KRING_PAGES;
  if (folder === undefined) return null;
  mkdirSync(folder, { recursive: true });
  return join(folder, name.replace(/[^\w.-]+/g, "-"));
}

/** Keeps a picture of the whole page. */
export async function keepPicture(page, name) {
  const path = pathToKeep(`${name}.png`);
  if (path !== null) await page.screenshot({ path, fullPage: true });
}

/** Keeps what was measured or seen, to be read. */
export function keepText(name, text) {
  const path = pathToKeep(name);
  if (path !== null) writeFileSync(path, `${text}\n`);
}
