// What becomes of what someone fills in?
import { showPage } from "./shared/frame";
import { makeStatement, type StatementPart } from "./shared/statement";

const kParts: readonly StatementPart[] = [
  { name: "tab", paragraphs: ["stays", "closed", "shared"] },
  { name: "sent", paragraphs: ["match", "record", "search"], items: ["names", "avoid"] },
  { name: "log", paragraphs: ["lines", "trail", "limit"] },
  { name: "cookies", paragraphs: ["none", "language"] },
  { name: "files", paragraphs: ["yours", "password", "paper"] },
  { name: "links", paragraphs: ["out"] },
  { name: "rights", paragraphs: ["owner", "law"] },
  { name: "made", paragraphs: ["date"] },
];

await showPage({ title: "privacy.title", make: (texts) => makeStatement(texts, "privacy", kParts) });
