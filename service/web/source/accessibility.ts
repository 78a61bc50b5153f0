// Who can use the pages, and what is not right yet?
import { showPage } from "./shared/frame";
import { makeStatement, type StatementPart } from "./shared/statement";

const kParts: readonly StatementPart[] = [
  { name: "status", paragraphs: ["aim", "reached", "audit"] },
  { name: "tested", paragraphs: ["how"], items: ["axe", "narrow", "contrast", "keyboard", "targets", "words"] },
  { name: "limits", paragraphs: ["known"], items: ["people", "records", "translations", "pdf", "statement"] },
  { name: "report", paragraphs: ["who", "answer", "further"] },
  { name: "made", paragraphs: ["date"] },
];

await showPage({ title: "accessibility.title", make: (texts) => makeStatement(texts, "accessibility", kParts) });
