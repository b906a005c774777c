// The claims of an article, and the one that is being worked on.

import { articlePane, progressOf, spansOf } from "./article_view.js";
import { button, choice, h, oneLine, shown } from "./element.js";
import { labelsOf, pointOf, removeClaim, rowsWith, setAttribution, speakersOf, weigh } from "./labels.js";

const FILTERS = [
  ["all", "all claims", () => true],
  ["findings", "with findings", (claim, app, article) => app.findingsOf(article.name, claim.id).length > 0],
  ["credited", "credited to somebody", (claim) => Boolean(claim.speaker)],
  ["plain", "credited to nobody", (claim) => !claim.speaker],
  ["stance", "not plainly asserted", (claim) => (claim.stance ?? "asserted") !== "asserted"],
  ["key", "key points", (claim, app, article) => Boolean(pointOf(app.draft.document, article.name, claim.id))],
];

export const claimsView = (app) => {
  const article = app.article;
  return [articlePane(app, article), side(app, article)];
};

// In the order of the article, whatever the order of the file.
export const inOrder = (document, article) => {
  const starts = new Map();
  for (const { id, start } of spansOf(document, article)) starts.set(id, Math.min(starts.get(id) ?? Infinity, start));
  const claims = [...labelsOf(document, article.name).claims];
  return claims.sort((one, other) => (starts.get(one.id) ?? Infinity) - (starts.get(other.id) ?? Infinity));
};

const side = (app, article) => {
  const document = app.draft.document;
  const { bare, claims } = progressOf(document, article);
  const wanted = app.filter.words.toLocaleLowerCase();
  const holds = FILTERS.find(([name]) => name === app.filter.kind)[2];
  const all = inOrder(document, article);
  const listed = all.filter(
    (claim) =>
      claim.id === app.chosen ||
      (holds(claim, app, article) && `${claim.id} ${claim.text} ${claim.speaker ?? ""}`.toLocaleLowerCase().includes(wanted)),
  );
  return h(
    "section",
    { class: "pane side", id: "side", "data-scroll": "side", tabindex: -1, "aria-label": "Claims" },
    h(
      "header",
      { class: "head" },
      h("h2", {}, "Claims ", h("span", { class: "count" }, listed.length === claims ? claims : `${listed.length} of ${claims}`)),
      bare.length > 0
        ? h("p", { class: "left" }, `${bare.length} ${bare.length === 1 ? "sentence" : "sentences"} without a claim `, button("next", () => app.nextBare(), { class: "link", title: "U" }))
        : h("p", { class: "left done" }, "every sentence has a claim"),
      filterFields(app),
    ),
    app.findingsNode(article.name, ""),
    listed.length === 0 && h("p", { class: "empty" }, claims ? "No claim fits the filter." : "Mark words in the article, or choose a sentence with J and K and press N."),
    h("ol", { class: "claims" }, listed.map((claim) => (claim.id === app.chosen ? editor(app, article, claim) : card(app, article, claim)))),
    h("datalist", { id: "speakers" }, speakersOf(document).map((name) => h("option", { value: name }))),
  );
};

export const wordsFilter = (app, label) =>
  h("input", {
    type: "search",
    "data-key": "filter",
    id: "filter",
    placeholder: "Filter  /",
    "aria-label": label,
    value: app.filter.words,
    oninput: (event) => app.setFilter({ words: event.target.value }),
  });

const filterFields = (app) =>
  h(
    "div",
    { class: "filter" },
    wordsFilter(app, "Filter claims by words"),
    h(
      "select",
      { "data-key": "filter-kind", "aria-label": "Which claims", value: app.filter.kind, onchange: (event) => app.setFilter({ kind: event.target.value }) },
      FILTERS.map(([name, words]) => h("option", { value: name }, words)),
    ),
  );

const stanceOf = (claim) => claim.stance ?? "asserted";

const credit = (claim) => {
  const kind = claim.attribution ?? "none";
  return [claim.speaker && shown(claim.speaker), kind !== "none" && kind].filter(Boolean).join(", ");
};

const card = (app, article, claim) => {
  const point = pointOf(app.draft.document, article.name, claim.id);
  return h(
    "li",
    { class: "claim", "data-claim": claim.id },
    h(
      "button",
      { type: "button", class: "card", "data-key": `claim:${claim.id}`, onclick: () => app.choose(claim.id, { isFromList: true }) },
      h("span", { class: "id" }, shown(claim.id)),
      h("span", { class: "words", dir: "auto" }, shown(claim.text) || "(no words yet)"),
      h(
        "span",
        { class: "about" },
        credit(claim) && h("span", { class: "credit" }, credit(claim)),
        stanceOf(claim) !== "asserted" && h("span", { class: `stance ${stanceOf(claim)}` }, stanceOf(claim)),
        point && h("span", { class: "weight", title: `key point ${point.id}, weight ${point.weight}` }, "★".repeat(point.weight)),
      ),
    ),
    app.findingsNode(article.name, claim.id),
  );
};

const editor = (app, article, claim) => {
  const words = app.vocabulary;
  const point = pointOf(app.draft.document, article.name, claim.id);
  const change = (changed, options) => app.change(() => changed(claim), options);
  return h(
    "li",
    { class: "claim open", "data-claim": claim.id },
    h("div", { class: "top" }, h("span", { class: "id" }, shown(claim.id)), button("Close", () => app.choose(null), { class: "link", title: "Escape" })),
    h("textarea", {
      class: "words",
      id: "claim-text",
      "data-key": `text:${claim.id}`,
      "aria-label": "The claim, in words of your own that stand by themselves",
      rows: 2,
      dir: "auto",
      value: claim.text,
      oninput: (event) => change((it) => (it.text = oneLine(event.target.value)), { key: `text:${claim.id}`, isQuiet: true }),
      onblur: () => app.draft.settle(),
    }),
    app.findingsNode(article.name, claim.id),
    choice({
      key: "attribution",
      legend: "Credited",
      options: words.attribution.map((one) => [one, one === "none" ? "to nobody" : one]),
      value: claim.attribution ?? "none",
      onchange: (kind) => change((it) => setAttribution(it, kind)),
    }),
    h(
      "label",
      { class: "field" },
      h("span", {}, "Speaker"),
      h("input", {
        list: "speakers",
        id: "speaker",
        "data-key": `speaker:${claim.id}`,
        dir: "auto",
        autocomplete: "off",
        disabled: (claim.attribution ?? "none") === "none",
        placeholder: (claim.attribution ?? "none") === "none" ? "nobody" : "as the article introduces them, without title",
        value: claim.speaker ?? "",
        oninput: (event) => change((it) => (it.speaker = event.target.value.trim() || null), { key: `speaker:${claim.id}`, isQuiet: true }),
        onblur: () => app.draft.settle(),
      }),
    ),
    choice({ key: "stance", legend: "Stance", options: words.stance.map((one) => [one, one]), value: stanceOf(claim), onchange: (stance) => change((it) => (it.stance = stance)) }),
    choice({
      key: "weight",
      legend: "Key point",
      options: [[0, "no"], ...words.weight.map((one) => [one, "★".repeat(one), WEIGHTS[one]])],
      value: point?.weight ?? 0,
      onchange: (weight) => change((it) => weigh(app.draft.document, article.name, it, weight)),
    }),
    evidence(app, article, claim),
    h(
      "div",
      { class: "foot" },
      rowsWith(app.draft.document, article.name, claim.id).map((row) => button(`row ${shown(row.id)}`, () => app.showRow(row.id), { class: "link" })),
      button("Delete claim", () => app.removeClaim(claim.id), { class: "danger", title: "X" }),
    ),
  );
};

export const WEIGHTS = { 1: "welcome", 2: "expected", 3: "without it a summary is wrong or useless" };

const evidence = (app, article, claim) =>
  h(
    "div",
    { class: "evidence" },
    h("span", { class: "legend" }, "Rests on"),
    h("ul", {}, claim.evidence.map((words, at) => piece(app, article, claim, words, at))),
    h("p", { class: "hint" }, "Mark more words and press E to add them."),
  );

const piece = (app, article, claim, words, at) => {
  const span = article.words.find(words);
  const move = (edge, by, sign, title) =>
    button(sign, () => app.moveEvidence(claim, at, edge, by), { class: "nudge", title, "aria-label": title, "data-key": `${edge}:${by}:${at}`, disabled: !span });
  return h(
    "li",
    {},
    h("q", { dir: "auto" }, shown(words)),
    h(
      "span",
      { class: "nudges" },
      move("start", -1, "⇤", "begin a word earlier"),
      move("start", 1, "↦", "begin a word later"),
      move("end", -1, "↤", "end a word earlier"),
      move("end", 1, "⇥", "end a word later"),
      button("×", () => app.change(() => claim.evidence.splice(at, 1)), {
        class: "nudge",
        "aria-label": "remove these words",
        title: claim.evidence.length > 1 ? "remove these words" : "A claim rests on some words: add others first, or delete the claim",
        disabled: claim.evidence.length < 2,
      }),
    ),
  );
};

export const dropClaim = (app, article, id) => {
  const order = inOrder(app.draft.document, article).map((claim) => claim.id);
  const at = order.indexOf(id);
  app.change(() => removeClaim(app.draft.document, article.name, id));
  return order[at + 1] ?? order[at - 1] ?? null;
};
