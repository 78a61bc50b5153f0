// Does Kring believe the tokens of other people's identity providers, and only those that are for it?
//
// oidc-provider and oauth2-mock-server run on this machine; KRING serves with both as issuers. There is no index: who is let
// in gets 503 for that.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";

import * as jose from "jose";
import { OAuth2Server } from "oauth2-mock-server";
import Provider from "oidc-provider";

const AUDIENCE = "https://kring.example";
const SECRET = "a-secret-of-the-test-alone-0123456789";
const LET_IN = 503;
const folder = mkdtempSync(join(tmpdir(), "kring-identity-"));
const mock = new OAuth2Server();
const providers = [];
let kring;
let address;

/** oidc-provider on a free port, that signs with `algorithm`. */
async function startProvider(algorithm) {
  const { privateKey } = await jose.generateKeyPair(algorithm, { extractable: true });
  const key = { ...(await jose.exportJWK(privateKey)), kid: algorithm, alg: algorithm, use: "sig" };
  let answer;
  const server = createServer((request, response) => answer(request, response));
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    scopes: ["match", "watch"],
    clients: [{
      client_id: "ward", client_secret: SECRET, grant_types: ["client_credentials"], redirect_uris: [], response_types: [],
      id_token_signed_response_alg: algorithm, token_endpoint_auth_method: "client_secret_basic",
    }],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) =>
          ({ scope: "match watch", audience: resource, accessTokenFormat: "jwt", jwt: { sign: { alg: algorithm } } }),
      },
    },
  });
  answer = provider.callback();
  providers.push(server);
  return issuer;
}

/** An access token that the provider gives for `resource`. */
async function askToken(issuer, { scope = "match", resource = AUDIENCE } = {}) {
  const { token_endpoint } = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  const answer = await fetch(token_endpoint, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`ward:${SECRET}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope, resource }),
  });
  const document = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(document));
  return document.access_token;
}

/** A token of the mock, with what `change` does to its header and claims. */
function buildToken(change = () => {}) {
  return mock.issuer.buildToken({
    scopesOrTransform: (header, claims) => {
      claims.aud = AUDIENCE;
      claims.sub = "u-1";
      claims.roles = ["sociaal-werker"];
      change(header, claims);
    },
  });
}

async function matchWith(token) {
  const answer = await fetch(`${address}/v1/matches`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: "{}",
  });
  const { code } = await answer.json();
  if (code !== "issuer_awaited") return answer.status;
  await setTimeout(Number(answer.headers.get("Retry-After")) * 1000);
  return matchWith(token);
}

function startKring(issuers) {
  const blocks = issuers.map(({ issuer, claim, roles }) =>
    `[[access.issuers]]\nissuer = "${issuer}"\naudience = "${AUDIENCE}"\nroles_claim = "${claim}"\nroles = { ${roles} }\n`);
  const config = join(folder, "kring.toml");
  writeFileSync(config, `catalog = "${folder}/k.db"\nindex = "${folder}/k.index"\nlisten = "127.0.0.1:0"\n[access]\n`
    + `local_callers = "named"\n${blocks.join("")}`);
  kring = spawn(process.env.KRING, ["serve", "--config", config], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    kring.on("exit", (code) => reject(new Error(`kring serve ended with ${code}`)));
    kring.stdout.on("data", (text) => {
      const found = /http:\/\/\S+/.exec(text);
      if (found) resolve(found[0]);
    });
  });
}

const issuers = {};

before(async () => {
  await mock.issuer.keys.generate("RS256");
  await mock.start(0, "127.0.0.1");
  mock.issuer.url = `http://127.0.0.1:${mock.address().port}`;
  for (const algorithm of ["RS256", "PS256", "ES256"]) issuers[algorithm] = await startProvider(algorithm);
  address = await startKring([
    { issuer: mock.issuer.url, claim: "roles", roles: '"sociaal-werker" = "professional"' },
    ...Object.values(issuers).map((issuer) => ({ issuer, claim: "scope", roles: 'match = "record_system", watch = "monitor"' })),
  ]);
});

after(async () => {
  kring?.removeAllListeners("exit");
  kring?.kill();
  for (const provider of providers) provider.close();
  await mock.stop();
  rmSync(folder, { recursive: true });
});

for (const algorithm of ["RS256", "PS256", "ES256"]) {
  test(`a token that oidc-provider signs with ${algorithm} opens what its scope opens`, async () => {
    assert.equal(await matchWith(await askToken(issuers[algorithm])), LET_IN);
    assert.equal(await matchWith(await askToken(issuers[algorithm], { scope: "watch" })), 403);
  });
}

test("a token of oidc-provider for another service is refused", async () => {
  assert.equal(await matchWith(await askToken(issuers.RS256, { resource: "https://other.example" })), 401);
});

test("a token of oauth2-mock-server opens what its role opens", async () => {
  assert.equal(await matchWith(await buildToken()), LET_IN);
  assert.equal(await matchWith(await buildToken((_, claims) => { claims.roles = ["portier"]; })), 403);
});

test("a token of oauth2-mock-server that is not in order is refused", async () => {
  const now = Math.floor(Date.now() / 1000);
  const changes = {
    "for another service": (_, claims) => { claims.aud = "https://other.example"; },
    "of another issuer": (_, claims) => { claims.iss = "http://127.0.0.1:1"; },
    expired: (_, claims) => { claims.exp = now - 3600; },
    "not yet valid": (_, claims) => { claims.nbf = now + 3600; },
    "without an end": (_, claims) => { delete claims.exp; },
    "of another type": (header) => { header.typ = "logout+jwt"; },
    "with the address of its key": (header) => { header.jku = "http://127.0.0.1:1/keys"; },
  };
  for (const [name, change] of Object.entries(changes)) assert.equal(await matchWith(await buildToken(change)), 401, name);
  const claims = jose.decodeJwt(await buildToken());
  const { kid } = jose.decodeProtectedHeader(await buildToken());
  const [key] = mock.issuer.keys.toJSON();
  const secret = new TextEncoder().encode(JSON.stringify(key));
  const forged = await new jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT", kid }).sign(secret);
  assert.equal(await matchWith(forged), 401, "signed with the public key as a secret");
  const unsigned = new jose.UnsecuredJWT(claims).encode();
  assert.equal(await matchWith(unsigned), 401, "unsigned");
  const { privateKey } = await jose.generateKeyPair("RS256");
  const stranger = await new jose.SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "JWT", kid }).sign(privateKey);
  assert.equal(await matchWith(stranger), 401, "signed by a stranger");
});
