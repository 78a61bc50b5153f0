// How is the step "result" shown to someone who reopens a talk, without the page that reads the file?
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const kWeb = fileURLToPath(new URL("../../service/web/", import.meta.url));
const kLanguages = JSON.stringify([{ code: "nl", name: "Nederlands", direction: "ltr" }]);
const kEntry = `
import { kResultStep } from "./source/conversation/result";
import { askMatches, getConcepts } from "./source/shared/api";
import { Session } from "./source/shared/session";
import { loadTexts } from "./source/shared/texts";
globalThis.showReopened = async (talk) => {
  const session = new Session();
  session.reopen(talk);
  session.markSaved();
  const texts = await loadTexts("nl");
  const { concepts } = await getConcepts("nl");
  const desk = { session, texts, concepts, matches: () => askMatches(session.talk.profile, "nl"), go: () => {} };
  document.getElementById("main").replaceChildren(...kResultStep.make(desk));
};`;

/** Shows the answer to `talk` as to one of an earlier file. */
export async function showReopened(page, talk) {
  const { build } = createRequire(join(kWeb, "package.json"))("esbuild");
  const stdin = { contents: kEntry, resolveDir: dirname(join(kWeb, "package.json")), loader: "ts" };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "iife", define: { kLanguages, kSheetLanguages: kLanguages } });
  await page.evaluate(outputFiles[0].text);
  await page.evaluate((earlier) => globalThis.showReopened(earlier), talk);
}
