// What the two labellers said, side by side, and what of it is in force.

import { button, h, shown, tell } from "./element.js";
import { addClaim, addOrigin, addPoint, addRow, addTrap, claimOf, labelsOf, removeClaim, rowsWith } from "./labels.js";
import { STANDINGS } from "./rows_view.js";

const SIDES = ["first", "second"];
const SHOWN = [
  ["open", "not in force", (group) => !group.label],
  ["differing", "with differences", (group) => group.differs.length > 0],
  ["all", "all", () => true],
];

export const groupsOf = (app, article) => app.aligned[article.name];

// A group in which both labellers say the same but for the wording, and which is not in force yet.
const isAgreed = (group) => group.first && group.second && group.differs.length === 0 && !group.label;

export const compareView = (app) => {
  const holds = SHOWN.find(([name]) => name === app.shownGroups)[2];
  const all = app.articles.flatMap((article) => groupsOf(app, article));
  return [
    h(
      "section",
      { class: "pane wide compare", id: "side", "data-scroll": "compare", tabindex: -1, "aria-label": "First and second labeller" },
      h("h1", {}, "First and second"),
      h(
        "div",
        { class: "line" },
        h("p", { class: "said" }, `${all.length} claims, ${all.filter((group) => group.label).length} in force, ${all.filter((group) => group.differs.length > 0).length} with differences`),
        h(
          "select",
          { "aria-label": "Which claims", "data-key": "shown", value: app.shownGroups, onchange: (event) => app.showGroups(event.target.value) },
          SHOWN.map(([name, words]) => h("option", { value: name }, words)),
        ),
        button("Take all on which both agree", () => takeAgreed(app), { disabled: !all.some(isAgreed), id: "take-agreed" }),
      ),
      app.articles.map((article) => articleGroups(app, article, groupsOf(app, article).filter(holds))),
    ),
  ];
};

const articleGroups = (app, article, groups) => {
  if (groups.length === 0) return null;
  const bySentence = new Map();
  for (const group of groups) bySentence.set(group.sentence, [...(bySentence.get(group.sentence) ?? []), group]);
  return h(
    "section",
    { class: "group" },
    h("h2", {}, button(shown(article.title ?? article.name), () => app.showArticle(article.name), { class: "plain" }), " ", h("span", { class: "count" }, shown(article.name))),
    [...bySentence].map(([index, held]) =>
      h(
        "div",
        { class: "at" },
        h("blockquote", { dir: "auto" }, index === null ? "no such words in the article" : shown(article.words.slice(...article.sentences[index]).trim())),
        h("div", { class: "three names" }, h("span", {}, "first"), h("span", {}, "second"), h("span", {}, "in force")),
        held.map((group) => groupRow(app, article, group)),
      ),
    ),
  );
};

const groupRow = (app, article, group) => {
  const [one, other] = SIDES.map((side) => group[side] && claimOf(app.state.sides[side], article.name, group[side]));
  const label = group.label && claimOf(app.draft.document, article.name, group.label);
  return h(
    "div",
    { class: "three", "data-group": `${group.first ?? ""}|${group.second ?? ""}|${group.label ?? ""}` },
    sideCell(app, article, group, "first", one, other),
    sideCell(app, article, group, "second", other, one),
    h(
      "div",
      { class: label ? "said-by force" : "said-by none" },
      label
        ? [
            claimWords(label, null, []),
            h(
              "div",
              { class: "line" },
              button("edit", () => app.showClaim(article.name, label.id), { class: "link" }),
              button("leave out", () => app.change(() => removeClaim(app.draft.document, article.name, label.id)), { class: "link danger" }),
            ),
          ]
        : "not in force",
    ),
  );
};

const sideCell = (app, article, group, side, claim, other) =>
  h(
    "div",
    { class: claim ? "said-by" : "said-by none" },
    claim
      ? [claimWords(claim, other, group.differs), button("take", () => app.change(() => take(app, article, group, side)), { class: "take", "aria-label": `take ${side} ${claim.id}` })]
      : "no such claim",
  );

const claimWords = (claim, other, differs) => [
  h("p", { class: "words", dir: "auto" }, other ? differing(claim.text, other.text) : shown(claim.text)),
  h(
    "p",
    { class: "about" },
    h("span", { class: differs.includes("attribution") ? "differs" : null }, claim.attribution ?? "none"),
    (claim.speaker || differs.includes("speaker")) && h("span", { class: differs.includes("speaker") ? "differs" : null }, claim.speaker ? shown(claim.speaker) : "nobody"),
    h("span", { class: differs.includes("stance") ? "differs" : null }, claim.stance ?? "asserted"),
  ),
  h("p", { class: "rests" }, claim.evidence.map((words) => h("q", { class: differs.includes("evidence") ? "differs" : null, dir: "auto" }, shown(words)))),
];

// `text` with the words marked that `other` does not have, by their longest common order.
export const differing = (text, other) => {
  const [mine, theirs] = [text, other].map((words) => words.split(/(\s+)/).filter(Boolean));
  const same = common(mine, theirs);
  return mine.map((word, at) => (same.has(at) || !word.trim() ? shown(word) : h("mark", {}, shown(word))));
};

const common = (mine, theirs) => {
  const width = theirs.length + 1;
  const best = new Uint32Array((mine.length + 1) * width);
  for (let one = mine.length - 1; one >= 0; one -= 1)
    for (let other = theirs.length - 1; other >= 0; other -= 1)
      best[one * width + other] =
        mine[one] === theirs[other] ? best[(one + 1) * width + other + 1] + 1 : Math.max(best[(one + 1) * width + other], best[one * width + other + 1]);
  const found = new Set();
  for (let one = 0, other = 0; one < mine.length && other < theirs.length; ) {
    if (mine[one] === theirs[other]) {
      found.add(one);
      one += 1;
      other += 1;
    } else if (best[(one + 1) * width + other] >= best[one * width + other + 1]) one += 1;
    else other += 1;
  }
  return found;
};

// Put a labeller's claim in force; where one of the group is in force already, under its id, so that points and rows keep it.
const take = (app, article, group, side) => {
  const taken = structuredClone(claimOf(app.state.sides[side], article.name, group[side]));
  const label = group.label && claimOf(app.draft.document, article.name, group.label);
  delete taken.id;
  if (label) Object.assign(label, taken);
  else group.label = addClaim(app.draft.document, article, taken);
};

const takeAgreed = (app) =>
  app.change(() => {
    for (const article of app.articles) for (const group of groupsOf(app, article).filter(isAgreed)) take(app, article, group, "first");
  });

// A labeller's id of a claim to the id that is in force for it, if one is.
const inForce = (app, name, side, id) => app.aligned[name]?.find((group) => group[side] === id)?.label;

const besides = (title, sides) =>
  h("details", { class: "besides" }, h("summary", {}, title), h("div", { class: "two" }, sides));

const isHeld = (is) => is && h("span", { class: "why" }, "in force");

// Each of a labeller's items: what of it is in force, or a button that takes it.
const offered = (app, side, items, held, words, taking) =>
  h(
    "div",
    {},
    h("h3", {}, side),
    h(
      "ul",
      {},
      items.map((item) =>
        h("li", {}, words(item), " ", held(item) || button("take", () => app.change(() => taking(item)), { class: "take" })),
      ),
    ),
  );

export const pointsOfBoth = (app, article) => {
  const held = labelsOf(app.draft.document, article.name).key_points ?? [];
  return besides(
    "What the two labellers have",
    SIDES.map((side) =>
      offered(
        app,
        side,
        labelsOf(app.state.sides[side], article.name).key_points ?? [],
        (point) => isHeld(held.some((one) => one.text === point.text)),
        (point) => `${"★".repeat(point.weight)} ${shown(point.text)}`,
        ({ id, ...point }) =>
          addPoint(app.draft.document, article.name, { ...point, claims: point.claims.map((one) => inForce(app, article.name, side, one)).filter(Boolean) }),
      ),
    ),
  );
};

export const trapsOfBoth = (app, article) => {
  const held = labelsOf(app.draft.document, article.name).traps ?? [];
  return besides(
    "What the two labellers have",
    SIDES.map((side) =>
      offered(
        app,
        side,
        labelsOf(app.state.sides[side], article.name).traps ?? [],
        (trap) => isHeld(held.some((one) => one.text === trap.text)),
        (trap) => [h("span", { class: "why" }, trap.kind), " ", shown(trap.text)],
        ({ id, ...trap }) => addTrap(app.draft.document, article.name, { ...trap }),
      ),
    ),
  );
};

export const rowsOfBoth = (app) =>
  besides(
    "Rows of the two labellers",
    SIDES.map((side) =>
      offered(
        app,
        side,
        app.state.sides[side].rows ?? [],
        (row) => heldRow(app, side, row),
        (row) => [shown(row.text), " ", h("span", { class: "why" }, STANDINGS[row.standing])],
        (row) => takeRow(app, side, row),
      ),
    ),
  );

// A row is in force where its claims, or what stands for them, are in a row.
const heldRow = (app, side, row) => {
  const ids = Object.entries(row.claims).flatMap(([name, held]) =>
    held.flatMap((id) => {
      const label = inForce(app, name, side, id);
      return label ? rowsWith(app.draft.document, name, label).map((one) => one.id) : [];
    }),
  );
  return ids.length > 0 && [...new Set(ids)].map((id) => [button(shown(id), () => app.showRow(id), { class: "tag" }), " "]);
};

const takeRow = (app, side, { id, ...row }) => {
  const document = app.draft.document;
  const theirs = app.state.sides[side];
  const claims = Object.fromEntries(
    Object.entries(row.claims)
      .map(([name, ids]) => [name, ids.map((one) => inForce(app, name, side, one)).filter(Boolean)])
      .filter(([, ids]) => ids.length > 0),
  );
  const count = (held) => Object.values(held).reduce((sum, ids) => sum + ids.length, 0);
  if (count(claims) < count(row.claims)) tell("some claims of this row are not in force yet, and were left out of it");
  const origins = (row.origins ?? []).map((one) => originLike(document, (theirs.origins ?? []).find((origin) => origin.id === one))).filter(Boolean);
  const made = addRow(document, { ...row, claims, origins });
  const disputes = (theirs.disputes ?? []).filter((dispute) => dispute.row === id);
  document.disputes = [...(document.disputes ?? []), ...disputes.map((dispute) => ({ ...structuredClone(dispute), row: made }))];
};

const originLike = (document, origin) => {
  if (!origin) return null;
  const known = (document.origins ?? []).find((one) => one.label === origin.label);
  return known ? known.id : addOrigin(document, { label: origin.label, kind: origin.kind });
};
