// Does a person log in at other people's identity providers with a browser, and never when something is wrong?
//
// oidc-provider and oauth2-mock-server run on this machine. There is no index: a match that is answered by 503 was let in.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";

import * as jose from "jose";
import { OAuth2Server } from "oauth2-mock-server";
import Provider from "oidc-provider";
import { Browser, findPort, startKring } from "./login_client.mjs";

const SECRET = "a secret: of the test/alone + 0123456789";
const LET_IN = 503;
const kMostForms = 5; // who comes after another person sees one form more
const started = []; // what stop() ends
after(async () => { for (const one of started.reverse()) await one.stop(); });

async function listen(answer) {
  const server = createServer((request, response) => answer.handle(request, response));
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  started.push({ stop: () => { server.closeAllConnections(); server.close(); } });
  return `http://127.0.0.1:${server.address().port}`;
}

/** oidc-provider that signs with `algorithm`, and a service that is its client by `method`. */
async function openHouse(algorithm, method, keys = {}) {
  const { privateKey } = await jose.generateKeyPair(algorithm, { extractable: true });
  const key = { ...(await jose.exportJWK(privateKey)), kid: algorithm, alg: algorithm, use: "sig" };
  const answer = {};
  const issuer = await listen(answer);
  const port = await findPort();
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [{
      client_id: "kring:pages", ...(method === "none" ? {} : { client_secret: SECRET }), token_endpoint_auth_method: method,
      redirect_uris: [`http://127.0.0.1:${port}/login/callback`], id_token_signed_response_alg: algorithm,
    }],
    clientAuthMethods: [method],
    pkce: { required: () => true },
    claims: { openid: ["sub", "roles"] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, roles: [id === "anna" ? "sociaal-werker" : "portier"] }) }),
    cookies: { keys: ["of the test"] },
  });
  answer.handle = provider.callback();
  const kring = await startKring(port, { issuer, client_id: "kring:pages", ...keys, ...(method === "none" ? {} : { secret: SECRET }) });
  started.push(kring);
  return { issuer, kring };
}

async function matchIn(browser, kring, headers = { "Sec-Fetch-Site": "same-origin" }) {
  const options = { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: "{}" };
  return (await browser.open(`${kring.address}/v1/matches`, options)).status;
}

/** From "Inloggen" to the page that the service shows after it. */
async function logIn(browser, kring, name) {
  const form = await browser.open(`${kring.address}/login`);
  assert.match(form.text, /name="login"/);
  let page = form;
  for (let step = 0; step < kMostForms && !page.address.startsWith(kring.address); step += 1) page = await browser.submit(page, { login: name, password: "x" });
  return page;
}

for (const [algorithm, method] of [["RS256", "client_secret_basic"], ["ES256", "none"], ["PS256", "client_secret_post"]]) {
  test(`a person logs in at oidc-provider: ${algorithm}, ${method}`, async () => {
    const { issuer, kring } = await openHouse(algorithm, method);
    const browser = new Browser();
    assert.equal(await matchIn(browser, kring), 401);
    const page = await logIn(browser, kring, "anna");
    assert.equal(page.address, `${kring.address}/login/status`);
    assert.match(page.text, /U bent ingelogd\./);
    assert.deepEqual(Object.keys(browser.cookies(kring.address)).sort(), ["kring-session", "kring-used"]);
    assert.equal(await matchIn(browser, kring), LET_IN);
    assert.equal(await matchIn(browser, kring, { "Sec-Fetch-Site": "cross-site" }), 403);
    assert.equal(await matchIn(browser, kring, {}), 403);
    assert.match((await browser.submit(page)).text, /U bent niet ingelogd\./);
    assert.deepEqual(Object.keys(browser.cookies(kring.address)), ["kring-used"]);
    assert.equal(await matchIn(browser, kring), 401);
    const trail = readFileSync(join(kring.folder, "audit"), "utf-8");
    assert.ok(trail.includes("GET /login/callback") && trail.includes("POST /logout") && trail.includes(`token:${issuer}#anna`));
    for (const secret of [SECRET, "code=", "state=", "eyJ"]) assert.ok(!trail.includes(secret) && !kring.log().includes(secret), secret);
  });
}

test("at a shared computer the next person is not silently the one before, though the provider still knows that one", async () => {
  const { kring } = await openHouse("RS256", "client_secret_basic");
  const browser = new Browser();
  const page = await logIn(browser, kring, "anna");
  assert.match((await browser.submit(page)).text, /U bent niet ingelogd\./);
  const next = await logIn(browser, kring, "piet"); // asserts that the provider's form asks for a name
  assert.match(next.text, /mag hier nog niets/);
  assert.equal(await matchIn(browser, kring), 403);
});

test("the provider is asked for a word no older than the operator wants, and tells how old it is", async () => {
  const { kring } = await openHouse("RS256", "client_secret_basic", { login_max_age_minutes: "1" });
  const begun = await fetch(`${kring.address}/login`, { redirect: "manual" });
  assert.equal(new URL(begun.headers.get("location")).searchParams.get("max_age"), "60");
  const browser = new Browser();
  assert.match((await logIn(browser, kring, "anna")).text, /U bent ingelogd\./);
});

test("who has no role here logs in and reads so; who gives up reads that", async () => {
  const { issuer, kring } = await openHouse("RS256", "client_secret_basic");
  const browser = new Browser();
  assert.match((await logIn(browser, kring, "piet")).text, /mag hier nog niets/);
  assert.equal(await matchIn(browser, kring), 403);
  const other = new Browser();
  const form = await other.open(`${kring.address}/login`);
  const abort = new URL(/href="([^"]*\/abort)"/.exec(form.text)[1], issuer);
  const page = await other.open(abort);
  assert.equal(page.status, 403);
  assert.match(page.text, /gaf geen toestemming/);
});

/** A service whose provider is oauth2-mock-server. */
async function openMock() {
  const mock = new OAuth2Server();
  await mock.issuer.keys.generate("RS256");
  await mock.start(0, "127.0.0.1");
  mock.issuer.url = `http://127.0.0.1:${mock.address().port}`;
  started.push({ stop: () => mock.stop() });
  const kring = await startKring(await findPort(), { issuer: mock.issuer.url, client_id: "kring-pages", secret: SECRET });
  started.push(kring);
  const change = { claims: () => {}, answer: () => {} };
  mock.service.on("beforeTokenSigning", ({ payload }) => {
    Object.assign(payload, { aud: "kring-pages", sub: "u-1", roles: ["sociaal-werker"], auth_time: payload.iat });
    change.claims(payload);
  });
  mock.service.on("beforeResponse", (answer) => change.answer(answer));
  return { mock, kring, change };
}

test("oauth2-mock-server opens a session, and nothing where an id_token is not in order", async () => {
  const { mock, kring, change } = await openMock();
  const logIn_ = async () => {
    const browser = new Browser();
    const page = await browser.open(`${kring.address}/login`);
    return { status: page.status, text: page.text, match: await matchIn(browser, kring) };
  };
  assert.equal((await logIn_()).match, LET_IN);
  const now = Math.floor(Date.now() / 1000);
  const changes = {
    nonce: (claims) => { claims.nonce = "another"; },
    audience: (claims) => { claims.aud = "other"; },
    party: (claims) => { claims.azp = "other"; },
    issuer: (claims) => { claims.iss = "http://127.0.0.1:1"; },
    expired: (claims) => { claims.exp = now - 3600; },
    too_early: (claims) => { claims.nbf = now + 3600; },
    incomplete: (claims) => { delete claims.exp; },
    stale: (claims) => { claims.auth_time = now - 40_000; },
  };
  for (const [name, changeClaims] of Object.entries(changes)) {
    change.claims = changeClaims;
    const refused = await logIn_();
    assert.deepEqual([refused.status, refused.match], [403, 401], name);
    assert.match(kring.log(), new RegExp(`login refused: (token|stale) \\(${name}\\)`), name);
  }
  change.claims = () => {};
  const forge = async (make) => {
    change.answer = (answer) => { answer.body.id_token = make(answer.body.id_token); };
    return (await logIn_()).match;
  };
  const [{ kid }] = mock.issuer.keys.toJSON();
  const secret = new TextEncoder().encode(JSON.stringify(mock.issuer.keys.toJSON()[0]));
  const tokens = {};
  const prepare = async () => {
    const claims = { iss: mock.issuer.url, aud: "kring-pages", sub: "u-1", roles: ["sociaal-werker"], iat: now, exp: now + 600 };
    tokens.secret = await new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT", kid }).sign(secret);
    tokens.none = new jose.UnsecuredJWT(claims).encode();
  };
  await prepare();
  assert.equal(await forge(() => tokens.secret), 401, "HS256");
  assert.equal(await forge(() => tokens.none), 401, "none");
  assert.equal(await forge((token) => `${token.slice(0, -8)}AAAAAAAA`), 401, "signature");
  change.answer = (answer) => { answer.statusCode = 400; answer.body = { error: "invalid_grant" }; };
  assert.match((await logIn_()).text, /neemt deze code niet meer aan/);
  change.answer = (answer) => { answer.statusCode = 500; answer.body = { error: "server_error" }; };
  assert.match((await logIn_()).text, /antwoordt niet/);
  change.answer = () => {};
  assert.equal((await logIn_()).match, LET_IN);
});

test("an answer without a login, of another browser or for a second time opens nothing", async () => {
  const { kring } = await openMock();
  const forged = await new Browser().open(`${kring.address}/login/callback?code=a&state=b`);
  assert.equal(forged.status, 400);
  assert.match(forged.text, /verlopen of al gebruikt/);
  const browser = new Browser();
  const page = await fetch(`${kring.address}/login`, { redirect: "manual" });
  const back = await fetch(page.headers.get("location"), { redirect: "manual" });
  assert.equal((await browser.open(back.headers.get("location"))).status, 400, "without the browser's cookie");
  const [cookie] = page.headers.get("set-cookie").split(";");
  const arrive = () => fetch(back.headers.get("location"), { redirect: "manual", headers: { cookie } });
  assert.equal((await arrive()).status, 303);
  assert.equal((await arrive()).status, 400, "again");
});

test("a provider that is slow or down holds up nobody but who logs in, and one client cannot fill every place", async () => {
  const answer = {};
  const issuer = await listen(answer);
  answer.handle = (request, response) => {
    if (request.url === "/token") return; // never answers
    response.end(JSON.stringify({
      issuer, jwks_uri: `${issuer}/keys`, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`,
    }));
  };
  const kring = await startKring(await findPort(), { issuer, client_id: "kring-pages" });
  started.push(kring);
  /** A login begun at `address`, as a proxy tells it; asking the result comes back with a code. */
  const depart = async (address) => {
    const headers = { "X-Forwarded-For": address };
    const begun = await fetch(`${kring.address}/login`, { redirect: "manual", headers });
    const state = new URL(begun.headers.get("location")).searchParams.get("state");
    const [cookie] = begun.headers.get("set-cookie").split(";");
    return () => fetch(`${kring.address}/login/callback?code=a&state=${state}`, { redirect: "manual", headers: { ...headers, cookie } });
  };
  const nurse = await depart("192.0.2.2");
  const flood = await Promise.all(Array.from({ length: 40 }, () => depart("192.0.2.1")));
  const start = Date.now();
  const answers = flood.map(async (arrive) => {
    const { status, headers } = await arrive();
    return { status, wait: headers.get("retry-after"), passed: Date.now() - start };
  });
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const late = nurse();
  assert.equal((await fetch(`${kring.address}/gesprek`)).status, 200);
  assert.ok(Date.now() - start < 3000);
  const refused = (await Promise.all(answers)).filter(({ passed }) => passed < 3000);
  assert.equal(refused.length, 36);
  for (const { status, wait } of refused) assert.deepEqual([status, wait], [503, "1"]);
  const page = await late;
  assert.equal(page.status, 503);
  assert.match(await page.text(), /antwoordt niet/, "she was not kept waiting in line, but for the provider");
  assert.ok(Date.now() - start < 8000);
});
