// How does a talk become a file, and a file a talk?
import { writeDay } from "./days";
import type { Talk } from "./session";
import { isFields, readFields } from "./talk_fields";

const kMaxBytes = 1_000_000;
const kRounds = 600_000; // PBKDF2 with SHA-256, as OWASP advised in 2023
const kSaltBytes = 16;
const kNonceBytes = 12;

interface Sealed {
  kring: "sealed";
  salt: string; // base64, as the next two
  nonce: string;
  content: string;
}

export type Fault = "too_large" | "not_a_talk" | "password_needed" | "wrong_password";

export class FileFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

/** Whether this browser can seal a file: only over https and on the own machine. */
export function canSeal(): boolean {
  return globalThis.isSecureContext && crypto.subtle !== undefined;
}

/** A name that tells of no one. */
export function suggestName(): string {
  return `kring-gesprek-${writeDay()}.json`;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function deriveKey(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: kRounds };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** The talk as a file's text; sealed where there is a password. */
export async function writeTalk(talk: Talk, password = ""): Promise<string> {
  const text = JSON.stringify(talk, null, 1);
  if (password === "") return text;
  const salt = crypto.getRandomValues(new Uint8Array(kSaltBytes));
  const nonce = crypto.getRandomValues(new Uint8Array(kNonceBytes));
  const key = await deriveKey(password, salt);
  const content = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(text)));
  const sealed: Sealed = { kring: "sealed", salt: toBase64(salt), nonce: toBase64(nonce), content: toBase64(content) };
  return JSON.stringify(sealed);
}

function isSealed(value: unknown): value is Sealed {
  return isFields(value) && value["kring"] === "sealed" && ["salt", "nonce", "content"].every((name) => typeof value[name] === "string");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileFault("not_a_talk");
  }
}

async function unseal(sealed: Sealed, password: string): Promise<string> {
  if (password === "") throw new FileFault("password_needed");
  try {
    const key = await deriveKey(password, fromBase64(sealed.salt));
    const content = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64(sealed.nonce) }, key, fromBase64(sealed.content));
    return new TextDecoder().decode(content);
  } catch {
    throw new FileFault("wrong_password");
  }
}

/** A talk of a file, and which of its fields were not right and are left out, by name. */
export interface ReadTalk {
  talk: Talk;
  leftOut: readonly string[];
}

/** The talk in a file's text. Throws FileFault. What the file lacks is empty; the service judges the profile. */
export async function readTalk(text: string, password = ""): Promise<ReadTalk> {
  if (text.length > kMaxBytes) throw new FileFault("too_large");
  let value = parse(text);
  if (isSealed(value)) value = parse(await unseal(value, password));
  if (!isFields(value) || value["version"] !== 1 || !isFields(value["profile"])) throw new FileFault("not_a_talk");
  return readFields(value, value["profile"]);
}
