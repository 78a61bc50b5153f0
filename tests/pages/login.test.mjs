// Does one who must log in get there from a page, and back without losing what was filled in?
import { strict as assert } from "node:assert";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { expectOpenToAll } from "./access.mjs";
import { keepPicture, openKring, openPage } from "./browser.mjs";

const kLanguages = ["nl", "en"];
const kTheme = fileURLToPath(new URL("../../service/web/themes/hoogwater", import.meta.url));
const kSay = {
  nl: { send: "Zoek adressen", needed: /U bent niet ingelogd, of uw tijd is om/, tab: "Inloggen in een nieuw tabblad", in: "U bent ingelogd.",
    leave: "Uitloggen", out: "U bent niet ingelogd.", door: "In- en uitloggen" },
  en: { send: "Find addresses", needed: /You are not logged in, or your time is up/, tab: "Log in in a new tab", in: "You are logged in.",
    leave: "Log out", out: "You are not logged in.", door: "Log in or out" },
};

/** A provider at which everyone is logged in already. */
async function openProvider() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "a", use: "sig" };
  const asked = new Map(); // code -> query of the login
  let issuer;
  const makeToken = (query) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: query.get("client_id"), sub: "u", iat: now, exp: now + 60, auth_time: now, nonce: query.get("nonce"), roles: ["wijkteam"] };
    const text = [{ alg: "RS256", kid: "a" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
  };
  const exchange = (form) => {
    const query = asked.get(form.get("code"));
    const challenge = createHash("sha256").update(form.get("code_verifier")).digest("base64url");
    return challenge === query?.get("code_challenge") ? { id_token: makeToken(query) } : { error: "invalid_grant" };
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    if (pathname === "/auth") {
      const code = String(asked.size);
      asked.set(code, searchParams);
      const back = new URLSearchParams({ code, state: searchParams.get("state") });
      response.writeHead(302, { Location: `${searchParams.get("redirect_uri")}?${back}` }).end();
      return;
    }
    const body = Buffer.concat(await request.toArray()).toString();
    const documents = {
      "/.well-known/openid-configuration": () =>
        ({ issuer, jwks_uri: `${issuer}/keys`, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` }),
      "/keys": () => ({ keys: [key] }),
      "/token": () => exchange(new URLSearchParams(body)),
    };
    response.end(JSON.stringify(documents[pathname]()));
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  issuer = `http://127.0.0.1:${server.address().port}`;
  return { issuer, close: () => { server.closeAllConnections(); server.close(); } };
}

let provider;
let kring;
before(async () => {
  provider = await openProvider();
  kring = await openKring({ options: ["--theme", kTheme], makeConfig: (address) => `public_address = "${address}"\n[access]\nlocal_callers = "named"\n[[access.issuers]]\n`
    + `issuer = "${provider.issuer}"\naudience = "api://kring"\nclient_id = "kring"\nroles = { "wijkteam" = "professional" }\n` });
});
after(async () => {
  await kring.close();
  provider.close();
});

for (const language of kLanguages) {
  test(`a nurse who is refused logs in in another tab, and sends again what she filled in: ${language}`, async () => {
    const say = kSay[language];
    const { page } = await openPage(kring, `/ontslag?taal=${language}`);
    await page.getByLabel("Postcode").fill("6822");
    await page.getByRole("button", { name: say.send }).click();
    await page.getByText(say.needed).waitFor();
    await expectOpenToAll(page, `login-needed-${language}`);
    await keepPicture(page, `login-needed-${language}`);
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: say.tab }).click();
    const tab = await opened;
    await tab.waitForURL(/\/login\/status/);
    await tab.goto(`${kring.address}/login/status?taal=${language}`);
    await tab.getByText(say.in).waitFor();
    assert.equal((await tab.locator(".brand").textContent()).trim(), "Gemeente Hoogwater Kring");
    await expectOpenToAll(tab, `login-status-${language}`);
    assert.equal(await page.getByLabel("Postcode").inputValue(), "6822");
    await page.getByRole("button", { name: say.send }).click();
    await page.locator(".lead").first().waitFor();
    await tab.getByRole("button", { name: say.leave }).click();
    await tab.waitForURL(/\/login\/status/);
    await tab.goto(`${kring.address}/login/status?taal=${language}`);
    await tab.getByText(say.out).waitFor();
    await page.getByRole("button", { name: say.send }).click();
    await page.getByText(say.needed).waitFor();
    await page.context().close();
  });
}

test("every page leads to where one logs in and out, also those that the service writes", async () => {
  for (const path of ["/gesprek", "/login/status", "/activiteiten/nergens", "/nergens"]) {
    const { page } = await openPage(kring, path);
    assert.equal(await page.locator("footer").getByRole("link", { name: kSay.nl.door }).getAttribute("href"), "/login/status", path);
    await page.context().close();
  }
});

test("a page that tells why a login failed is open to everyone", async () => {
  const { page } = await openPage(kring, "/");
  await page.goto(`${kring.address}/login/callback?state=a&code=b`);
  await page.getByText("Dit inloggen is verlopen of al gebruikt.").waitFor();
  await expectOpenToAll(page, "login-fault");
  await page.context().close();
});
