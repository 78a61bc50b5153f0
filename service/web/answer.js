// How is an answer shown?

const kSvg = "http://www.w3.org/2000/svg";
const kBarWidth = 100; // units of the bar's own viewBox
const kPartColours = 6;

/** An element with attributes and children; text is never read as markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function makeList(tag, attributes, entries) {
  return make(tag, attributes, ...entries.map((entry) => make("li", {}, entry)));
}

function svg(tag, attributes) {
  const element = document.createElementNS(kSvg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** A picture of shares of 1, one colour each; the table below it says the same in words. */
function makeBar(shares, label) {
  const bar = svg("svg", { class: "bars", viewBox: `0 0 ${kBarWidth} 8`, preserveAspectRatio: "none", role: "img", "aria-label": label });
  bar.append(svg("rect", { class: "rest", x: 0, y: 0, width: kBarWidth, height: 8 }));
  let left = 0;
  shares.forEach((share, index) => {
    bar.append(svg("rect", { class: `part-${index % kPartColours}`, x: left * kBarWidth, y: 0, width: share * kBarWidth, height: 8 }));
    left += share;
  });
  return bar;
}

function toHundred(value) {
  return Math.round(value * 1000) / 10;
}

function makeScore(match, texts) {
  const rows = match.parts.map((part, index) =>
    make("tr", {},
      make("th", { scope: "row" }, make("span", { class: `swatch part-${index % kPartColours}`, "aria-hidden": "true" }), texts.parts[part.name] ?? part.name),
      make("td", {}, `${toHundred(part.points)} / ${toHundred(part.weight)}`)));
  return [
    make("h5", {}, texts.score(toHundred(match.score))),
    makeBar(match.parts.map((part) => part.points), texts.score(toHundred(match.score))),
    make("details", {},
      make("summary", {}, texts.scoreParts),
      make("table", { class: "parts" },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, texts.part), make("th", { scope: "col" }, texts.points))),
        make("tbody", {}, ...rows),
        make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, texts.total), make("td", {}, String(toHundred(match.score))))))),
  ];
}

/** A reason, with the day it was checked where that is another than the card's own. */
function makeReason(reason, match, texts) {
  const isOwnDay = !reason.checked_on || reason.checked_on === match.verified_on;
  return isOwnDay ? reason.text : `${reason.text} (${texts.checked(texts.date(reason.checked_on))})`;
}

/** A link only where the address is one of the web: a catalogue may hold anything. */
function makeWebLink(url) {
  const isWeb = /^https?:\/\//i.test(url);
  return isWeb ? make("a", { href: url, rel: "noreferrer noopener" }, url) : url;
}

function makeContact(activity) {
  const ways = [];
  if (activity.phone) ways.push(make("a", { href: `tel:${activity.phone.replace(/[^0-9+]/g, "")}` }, activity.phone));
  if (activity.email) ways.push(make("a", { href: `mailto:${encodeURIComponent(activity.email)}` }, activity.email));
  if (activity.url) ways.push(makeWebLink(activity.url));
  return ways.length > 0 ? makeList("ul", {}, ways) : null;
}

function describeCost(cost, texts) {
  if (!cost || cost.per_session === undefined) return texts.notKnown;
  return cost.per_session === 0 ? texts.free : texts.euro(cost.per_session);
}

function makeFacts(match, texts) {
  const { activity } = match;
  const facts = [
    [texts.facts.first, match.first_step],
    [texts.facts.contact, makeContact(activity)],
    [texts.facts.next, match.next_sessions.length > 0 ? makeList("ul", {}, match.next_sessions.map(texts.moment)) : null],
    [texts.facts.travel, match.travel ? `${match.travel.minutes} ${texts.minutes} ${texts.travelBy[match.travel.mode] ?? match.travel.mode}` : null],
    [texts.facts.cost, describeCost(activity.cost, texts)],
    [texts.facts.waiting, activity.waiting_weeks === null ? null : texts.weeks(activity.waiting_weeks)],
    [texts.facts.verified, match.verified_on ? texts.date(match.verified_on) : texts.notKnown],
  ];
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return make("dl", { class: "facts" }, ...known.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function makeCard(match, texts) {
  const { activity } = match;
  const place = [activity.organization, activity.venue?.name, activity.venue?.city].filter((part) => part);
  const tags = [...activity.attendance.map((form) => texts.attendance[form] ?? form)];
  if (activity.group_size) tags.push(texts.sizes[activity.group_size] ?? activity.group_size);
  return make("li", { class: "card" },
    make("h4", {}, activity.name),
    make("p", { class: "meta" }, [...new Set(place)].join(" · ")),
    make("p", {}, ...tags.map((tag) => make("span", { class: "tag" }, tag))),
    make("h5", {}, texts.why),
    makeList("ul", {}, match.reasons.map((reason) => makeReason(reason, match, texts))),
    ...(match.questions.length > 0
      ? [make("h5", {}, texts.ask), makeList("ul", { class: "ask" }, match.questions.map((question) => question.text))]
      : []),
    makeFacts(match, texts),
    match.counterfactual ? make("p", {}, match.counterfactual.text) : null,
    ...makeScore(match, texts));
}

function makeSafety(safety, texts) {
  const contacts = safety.contacts.map((contact) =>
    make("span", {}, `${contact.name}: `, make("a", { href: `tel:${contact.phone.replace(/[^0-9+]/g, "")}` }, contact.phone)));
  return make("section", { class: "safety" }, make("h3", {}, texts.safety), make("p", {}, safety.text), makeList("ul", {}, contacts));
}

/** The id of the button that undoes or restores what was understood. */
export function undoIdOf(entry) {
  return `undo-${entry.need}-${entry.name}`;
}

/** What was understood as a sentence with the words; a refusal's label has them, a wish needs no button, it only adds. */
function makeUnderstood(entry, texts, onUndo) {
  const id = `understood-${entry.need}-${entry.name}`;
  const sentence = make("p", { id },
    make("strong", {}, `${texts.understoodKinds[entry.kind]}: `), make(entry.is_undone ? "s" : "span", {}, entry.label), ". ",
    entry.kind === "refusal" ? null : make("span", { class: "meta" }, `${texts.youWrote}: `, make("q", {}, entry.words)));
  const effect = entry.is_undone ? texts.undone : entry.effect;
  const button = entry.kind === "wish"
    ? null
    : make("button", { type: "button", id: undoIdOf(entry), "aria-describedby": id }, entry.is_undone ? texts.restore : texts.undo);
  button?.addEventListener("click", () => onUndo(entry));
  return make("div", { class: "entry" }, make("div", {}, sentence, effect ? make("p", { class: "hint" }, effect) : null), button);
}

function makeTie(tie, texts) {
  const steps = tie.steps.map((step) => `${texts.date(step.when)}: ${step.text}${step.who ? ` (${texts.who}: ${step.who})` : ""}`);
  return make("li", { class: "card" },
    make("h4", {}, tie.alias || tie.contact),
    makeList("ul", {}, tie.why),
    tie.occasion ? make("p", {}, tie.occasion.text) : null,
    ...(steps.length > 0 ? [make("details", {}, make("summary", {}, texts.tieSteps), makeList("ol", {}, steps))] : []));
}

function makeGap(gap, texts) {
  const name = texts.gapNames[gap.name] ?? gap.name;
  const amount = gap.gap === null ? texts.gapUnknown : `${Math.round(gap.gap * 100)}%`;
  return make("li", {},
    make("strong", {}, `${name}: ${amount}`),
    gap.gap === null ? null : makeBar([gap.gap], `${name}: ${amount}`),
    ...gap.evidence.map((text) => make("p", { class: "hint" }, text)),
    ...gap.unknown.map((text) => make("p", { class: "hint" }, `${texts.gapAsk}: ${text}`)));
}

function makePanel(title, ...children) {
  return make("section", { class: "panel" }, make("h3", {}, title), ...children);
}

function makeExcluded(excluded, texts) {
  const rows = Object.entries(excluded).map(([gate, count]) => `${count}: ${texts.gates[gate] ?? gate}`);
  if (rows.length === 0) return null;
  return make("details", { class: "panel" }, make("summary", {}, texts.excluded), make("p", {}, texts.excludedLead), makeList("ul", {}, rows));
}

function makeCards(matches, texts) {
  return make("ul", { class: "cards" }, ...matches.map((match) => makeCard(match, texts)));
}

/** The sections of an answer, in the order a reader needs them; `onUndo` gets the entry that was understood otherwise. */
export function renderAnswer(answer, texts, onUndo) {
  const byId = new Map(answer.matches.map((match) => [match.activity.id, match]));
  const chosen = answer.portfolio.map((id) => byId.get(id)).filter((match) => match);
  const others = answer.matches.filter((match) => !answer.portfolio.includes(match.activity.id));
  const sections = [];
  if (answer.safety) sections.push(makeSafety(answer.safety, texts));
  if (answer.understood.length > 0) {
    sections.push(makePanel(texts.understood,
      makeList("ul", { class: "understood" }, answer.understood.map((entry) => makeUnderstood(entry, texts, onUndo)))));
  }
  if (chosen.length > 0) sections.push(make("h3", {}, texts.portfolio), makeCards(chosen, texts));
  if (answer.ties.length > 0) {
    sections.push(make("h3", {}, texts.ties), make("ul", { class: "cards" }, ...answer.ties.map((tie) => makeTie(tie, texts))));
  }
  if (answer.relaxations.length > 0) {
    sections.push(makePanel(texts.relaxations, makeList("ul", {}, answer.relaxations.map((relaxation) => relaxation.text))));
  }
  if (others.length > 0) {
    sections.push(make("details", {}, make("summary", {}, texts.others(others.length)), makeCards(others, texts)));
  }
  if (answer.gaps.length > 0) {
    sections.push(make("details", { class: "panel" }, make("summary", {}, texts.gaps),
      make("ul", {}, ...answer.gaps.map((gap) => makeGap(gap, texts)))));
  }
  sections.push(makeExcluded(answer.excluded, texts), make("p", { class: "hint" }, texts.versions(answer.versions, texts.date(answer.date))));
  return sections.filter((section) => section);
}
