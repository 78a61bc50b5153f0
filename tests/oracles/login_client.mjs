// How does a test log in as a browser would, and start the service at which it does?
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kMostSteps = 12;

/** Follows redirects, keeps the cookies of each origin and sends forms. */
export class Browser {
  #jars = new Map(); // origin -> name -> value

  async open(address, options = {}) {
    let next = new URL(address);
    let request = options;
    for (let step = 0; step < kMostSteps; step += 1) {
      const answer = await this.#ask(next, request);
      const location = answer.headers.get("location");
      if (location === null || answer.status < 300) return { address: next.href, status: answer.status, text: await answer.text() };
      next = new URL(location, next);
      request = {};
    }
    throw new Error("too many redirects");
  }

  /** Sends the form of a page, with what the person fills in. */
  submit(page, filled = {}) {
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text);
    const hidden = [...form[2].matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...filled });
    return this.open(new URL(form[1], page.address), { method: "POST", body, headers: { "Sec-Fetch-Site": "same-origin" } });
  }

  cookies(origin) {
    return Object.fromEntries(this.#jars.get(origin) ?? []);
  }

  async #ask(address, options) {
    const jar = this.#jars.get(address.origin) ?? new Map();
    this.#jars.set(address.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, { ...options, redirect: "manual", headers: { ...options.headers, ...(cookie === "" ? {} : { cookie }) } });
    for (const text of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text);
      if (value === "" || /max-age=0/i.test(text)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
}

/** A port of this machine that nobody uses now. */
export function findPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** `kring serve` on `port` with an empty catalogue, at which people log in as `login` has it: keys of its block. */
export async function startKring(port, login) {
  const folder = mkdtempSync(join(tmpdir(), "kring-login-"));
  const address = `http://127.0.0.1:${port}`;
  const { secret, ...keys } = login;
  writeFileSync(join(folder, "secret"), `${secret ?? ""}\n`, { mode: 0o600 });
  if (secret !== undefined) keys.client_secret_file = join(folder, "secret");
  const block = Object.entries(keys).map(([key, value]) => `${key} = "${value}"\n`).join("");
  writeFileSync(join(folder, "kring.toml"), `catalog = "${folder}/k.db"\nindex = "${folder}/k.index"\nlisten = "127.0.0.1:${port}"\n`
    + `public_address = "${address}"\n[access]\nlocal_callers = "named"\naudit = "${folder}/audit"\n[[access.issuers]]\naudience = "api://kring"\n`
    + `roles = { "sociaal-werker" = "professional" }\n${block}`);
  const process_ = spawn(process.env.KRING, ["serve", "--config", join(folder, "kring.toml")], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  process_.stderr.on("data", (text) => { log += text; });
  await new Promise((resolve, reject) => {
    process_.on("exit", (code) => reject(new Error(`kring serve ended with ${code}: ${log}`)));
    process_.stdout.on("data", resolve);
  });
  return {
    address, folder, log: () => log,
    async stop() {
      process_.removeAllListeners("exit");
      const ended = new Promise((resolve) => { process_.on("exit", resolve); });
      process_.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
