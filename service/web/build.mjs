// Which files make up the pages? Checks their types, bundles them, and packs them into one file that the program holds.
//
// node build.mjs FOLDER: FOLDER/pack.json, a list of {path, content_type, content}, is what the service answers with.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import openapiTS, { astToString } from "openapi-typescript";

const kHere = dirname(fileURLToPath(import.meta.url));
const kTypes = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml" };
// address -> its script and, until that has run, its title
const kPages = {
  "/": ["start", "Kring"], "/gesprek": ["conversation", "Gesprek"], "/ontslag": ["nurse", "Ontslag"], "/zoeken": ["search", "Zoeken"],
  "/toegankelijkheid": ["accessibility", "Toegankelijkheid"], "/privacy": ["privacy", "Privacy"],
};
const kFirst = "nl.json";
const kTexts = "texts"; // a file of each language of the pages
const kSentences = "../../engine/plan/sentences"; // of each language of a sheet
const kExample = "tests/judged/nijmegen/profiles/21-ontslag-psychose-klarendal.json";
const kTheme = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

function readText(...path) {
  return readFileSync(join(kHere, ...path), "utf-8");
}

function readJson(...path) {
  return JSON.parse(readText(...path));
}

/** A reviver without choices that only say which members must be there: types cannot tell that. */
function dropMereRequirement(name, value) {
  const isMere = name === "anyOf" && value.every((choice) => Object.keys(choice).join() === "required");
  return isMere ? undefined : value;
}

/** The types of /v1, of its own description and the profile's schema. */
async function writeTypes(folder) {
  const { openapi, info, components } = readJson("../openapi/v1.json");
  const schemas = { ...components.schemas, Profile: readJson("../../tests/contract/profile.schema.json") };
  const moved = JSON.stringify({ openapi, info, paths: {}, components: { schemas } })
    .replace(/"#\/(properties|\$defs)\//g, '"#/components/schemas/Profile/$1/');
  const nodes = await openapiTS(JSON.parse(moved, dropMereRequirement), { rootTypes: true, rootTypesNoSchemaPrefix: true, defaultNonNullable: false, silent: true });
  writeFileSync(join(folder, "v1.d.ts"), astToString(nodes));
}

function checkTypes(folder) {
  const options = { extends: join(kHere, "tsconfig.json"), include: [join(kHere, "source/**/*.ts")],
    compilerOptions: { noEmit: true, baseUrl: kHere, typeRoots: [], paths: { v1: [join(folder, "v1.d.ts")] } } };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
  execFileSync(process.execPath, [join(kHere, "node_modules/typescript/bin/tsc"), "-p", join(folder, "tsconfig.json")],
    { stdio: "inherit" });
}

/** The languages that have a file in the folder, Dutch first: code, own name, direction of writing, and formats of days where they are those of a country. */
function listLanguages(folder) {
  const others = readdirSync(join(kHere, folder)).sort().filter((name) => name !== kFirst);
  return [kFirst, ...others].map((name) => {
    const { name: own, direction, formats } = readJson(folder, name).language;
    return { code: basename(name, ".json"), name: own, direction, formats };
  });
}

/** One script a page, what they share or load later in scripts of their own, and one style sheet for all. */
async function bundle() {
  const scripts = readdirSync(join(kHere, "source")).filter((name) => name.endsWith(".ts")).map((name) => join(kHere, "source", name));
  const result = await build({
    entryPoints: [...scripts, join(kHere, "styles/style.css")], outdir: "/assets", absWorkingDir: kHere, write: false,
    bundle: true, minify: true, format: "esm", target: ["es2022"], legalComments: "eof", entryNames: "[name]",
    splitting: true, chunkNames: "part-[hash]",
    define: { kLanguages: JSON.stringify(listLanguages(kTexts)), kSheetLanguages: JSON.stringify(listLanguages(kSentences)) },
  });
  return result.outputFiles.map((file) => ({ name: basename(file.path), content: file.text }));
}

function makeAsset(path, content) {
  return { path, content_type: kTypes[/\.[a-z]+$/.exec(path)?.[0] ?? ".html"], content };
}

function makePages() {
  const page = readText("page.html");
  return Object.entries(kPages).map(([path, [script, title]]) =>
    makeAsset(path, page.replaceAll("{script}", script).replaceAll("{title}", title)));
}

function makeTexts() {
  return readdirSync(join(kHere, kTexts)).map((name) => makeAsset(`/assets/texts/${name}`, JSON.stringify(readJson(kTexts, name))));
}

async function main() {
  if (process.argv.length !== 3) throw new Error("usage: node build.mjs FOLDER");
  const folder = resolve(process.argv[2]);
  mkdirSync(folder, { recursive: true });
  await writeTypes(folder);
  checkTypes(folder);
  const assets = [
    ...makePages(),
    ...(await bundle()).map(({ name, content }) => makeAsset(`/assets/${name}`, content)),
    ...makeTexts(),
    makeAsset("/assets/theme.css", readText("node_modules", kTheme)),
    makeAsset("/assets/example.json", readText("../..", kExample)),
    makeAsset("/assets/icon.svg", readText("icon.svg")),
  ];
  const whole = join(folder, "pack.json");
  writeFileSync(`${whole}.new`, JSON.stringify(assets));
  renameSync(`${whole}.new`, whole);
}

await main();
