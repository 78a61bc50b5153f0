// How is a page opened for a test? A demo of its own, and Debian's Chromium.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
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

/** A running demo, with more options where it gets them, and a browser: {address, browser, close()}. */
export async function openKring(options = []) {
  const folder = mkdtempSync(join(tmpdir(), "kring-pages-"));
  const address = `http://127.0.0.1:${await freePort()}`;
  const demo = spawn(process.env.KRING, ["demo", "--data", folder, "--listen", address.slice("http://".length), ...options], { stdio: "ignore" });
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
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl-NL", ...options });
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

/** Keeps a picture of the whole page in the build's folder pages/. */
export async function keepPicture(page, name) {
  const folder = process.env.KRING_PAGES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
