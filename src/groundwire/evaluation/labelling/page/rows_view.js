// Rows across articles: claims that say one thing, what carries it, who it comes from, and what is in dispute.

import { button, choice, h, oneLine, shown } from "./element.js";
import { addDispute, addOrigin, addRow, claimOf, joinRow, leaveRow, removeDispute, removeOrigin, removeRow, rowsWith, without } from "./labels.js";
import { inOrder, wordsFilter } from "./claims_view.js";
import { rowsOfBoth } from "./adjudication_view.js";

export const STANDINGS = { corroborated: "corroborated", single_origin: "one origin", disputed: "disputed" };

const fits = (app, ...words) => words.join(" ").toLocaleLowerCase().includes(app.filter.words.toLocaleLowerCase());

export const rowsView = (app) => [claimsPane(app), rowsPane(app)];

const field = (app, { key, label, value, set, list = null }) =>
  h(list === null ? "textarea" : "input", {
    rows: list === null ? 1 : null,
    list: list || null,
    dir: "auto",
    "data-key": key,
    "aria-label": label,
    placeholder: label,
    value,
    oninput: (event) => app.change(() => set(oneLine(event.target.value)), { key, isQuiet: true }),
    onblur: () => app.draft.settle(),
  });

// Left: every claim of the story; those that are picked become a row, or join one.
const claimsPane = (app) => {
  const document = app.draft.document;
  const loose = (article) => inOrder(document, article).filter((claim) => rowsWith(document, article.name, claim.id).length === 0);
  const left = app.articles.reduce((sum, article) => sum + loose(article).length, 0);
  return h(
    "section",
    { class: "pane picking", "data-scroll": "picking", "aria-label": "Claims of all articles" },
    h(
      "header",
      { class: "head" },
      h("h2", {}, "Claims of all articles"),
      h("p", { class: `left${left ? "" : " done"}` }, left ? `${left} in no row yet` : "every claim has a row"),
      wordsFilter(app, "Filter claims and rows by words"),
      h("label", { class: "switch" }, h("input", { type: "checkbox", "data-key": "loose", checked: app.isLoose, onchange: () => app.toggleLoose() }), " only those in no row"),
      h(
        "div",
        { class: "line" },
        button(`New row of ${app.picked.size || "the"} picked`, () => newRow(app), { disabled: app.picked.size === 0, id: "new-row" }),
        app.row && button(`Add to ${shown(app.row)}`, () => join(app), { disabled: app.picked.size === 0 }),
      ),
    ),
    app.articles.map((article) =>
      h(
        "section",
        { class: "group" },
        h("h3", {}, shown(article.outlet ?? article.name)),
        h("ul", { class: "picks" }, (app.isLoose ? loose(article) : inOrder(document, article)).filter((claim) => fits(app, claim.text, claim.id)).map((claim) => pick(app, article, claim))),
      ),
    ),
  );
};

const pick = (app, article, claim) => {
  const name = `${article.name}\n${claim.id}`;
  const rows = rowsWith(app.draft.document, article.name, claim.id);
  return h(
    "li",
    { class: rows.some((row) => row.id === app.row) ? "lit" : null },
    h(
      "label",
      {},
      h("input", { type: "checkbox", "data-key": `pick:${name}`, checked: app.picked.has(name), onchange: () => app.pick(name) }),
      h("span", { dir: "auto" }, shown(claim.text)),
    ),
    rows.map((row) => button(shown(row.id), () => app.showRow(row.id), { class: "tag" })),
  );
};

const pickedOf = (app) => [...app.picked].map((name) => name.split("\n"));

const newRow = (app) => {
  const picked = pickedOf(app);
  const first = claimOf(app.draft.document, ...picked[0]);
  app.picked.clear();
  app.add(
    () => {
      const id = addRow(app.draft.document, { text: first?.text ?? "" });
      const row = app.draft.document.rows.find((one) => one.id === id);
      for (const [name, claim] of picked) joinRow(row, name, claim);
      app.row = id;
      return id;
    },
    (id) => `row:${id}`,
  );
};

const join = (app) => {
  const row = app.draft.document.rows.find((one) => one.id === app.row);
  const picked = pickedOf(app);
  app.picked.clear();
  app.change(() => picked.forEach(([name, claim]) => joinRow(row, name, claim)));
};

// Right: the rows, then the origins.
const rowsPane = (app) => {
  const { rows = [], origins = [] } = app.draft.document;
  const listed = rows.filter((row) => row.id === app.row || fits(app, row.text, row.id, originNames(app, row).join(" ")));
  return h(
    "section",
    { class: "pane side", id: "side", "data-scroll": "rows", tabindex: -1, "aria-label": "Rows" },
    h("header", { class: "head" }, h("h2", {}, "Rows ", h("span", { class: "count" }, listed.length === rows.length ? rows.length : `${listed.length} of ${rows.length}`))),
    app.findingsNode("", ""),
    rows.length === 0 && h("p", { class: "empty" }, "Pick claims that say the same, in one article or in several, and make a row of them."),
    h("ol", { class: "rows" }, listed.map((row) => (row.id === app.row ? rowEditor(app, row) : rowCard(app, row)))),
    h("h2", {}, "Origins ", h("span", { class: "count" }, origins.length)),
    h("ul", { class: "origins" }, origins.map((origin) => originItem(app, origin))),
    button("New origin", () => app.add(() => addOrigin(app.draft.document, {}), (id) => `origin:${id}`)),
    app.state.sides && rowsOfBoth(app),
  );
};

const rowCard = (app, row) =>
  h(
    "li",
    { class: "claim", "data-row": row.id },
    h(
      "button",
      { type: "button", class: "card", "data-key": `card:${row.id}`, onclick: () => app.chooseRow(row.id) },
      h("span", { class: "id" }, shown(row.id)),
      h("span", { class: "words", dir: "auto" }, shown(row.text) || "(no words yet)"),
      h(
        "span",
        { class: "about" },
        h("span", { class: `standing ${row.standing}` }, STANDINGS[row.standing]),
        h("span", {}, shown(originNames(app, row).join(", "))),
        h("span", {}, `${Object.keys(row.claims).length} of ${app.articles.length} articles`),
      ),
    ),
    app.findingsNode("", row.id),
  );

const originNames = (app, row) => (row.origins ?? []).map((id) => (app.draft.document.origins ?? []).find((origin) => origin.id === id)?.label || id);

const rowEditor = (app, row) =>
  h(
    "li",
    { class: "claim open", "data-row": row.id },
    h("div", { class: "top" }, h("span", { class: "id" }, shown(row.id)), button("Close", () => app.chooseRow(null), { class: "link", title: "Escape" })),
    field(app, { key: `row:${row.id}`, label: "What is said", value: row.text, set: (words) => (row.text = words) }),
    app.findingsNode("", row.id),
    h("div", { class: "evidence" }, h("span", { class: "legend" }, "Said by"), app.articles.map((article) => cell(app, article, row))),
    choice({
      key: `standing:${row.id}`,
      legend: "Standing",
      options: app.vocabulary.standing.map((one) => [one, STANDINGS[one] ?? one]),
      value: row.standing,
      onchange: (standing) => app.change(() => (row.standing = standing)),
    }),
    h("div", { class: "evidence" }, h("span", { class: "legend" }, "Comes from"), originSwitches(app, row)),
    disputesOf(app, row),
    h("div", { class: "foot" }, button("Delete row", () => app.change(() => removeRow(app.draft.document, row.id)), { class: "danger" })),
  );

const cell = (app, article, row) => {
  const ids = row.claims[article.name] ?? [];
  return h(
    "div",
    { class: "cell" },
    h("span", { class: "about" }, shown(article.outlet ?? article.name)),
    ids.length === 0
      ? h("span", { class: "why" }, "–")
      : h(
          "ul",
          {},
          ids.map((id) =>
            h(
              "li",
              {},
              button(shown(claimOf(app.draft.document, article.name, id)?.text ?? `${id}: there is no such claim`), () => app.showClaim(article.name, id), { class: "plain", dir: "auto" }),
              button("×", () => app.change(() => leaveRow(row, article.name, id)), { class: "nudge", "aria-label": `take ${id} out`, title: "take it out of the row" }),
            ),
          ),
        ),
  );
};

const originSwitches = (app, row) =>
  h(
    "span",
    { class: "chips" },
    (app.draft.document.origins ?? []).map((origin) =>
      h(
        "label",
        { class: "chip" },
        h("input", {
          type: "checkbox",
          "data-key": `from:${row.id}:${origin.id}`,
          checked: row.origins?.includes(origin.id),
          onchange: (event) =>
            app.change(() => (row.origins = event.target.checked ? [...(row.origins ?? []), origin.id] : without(row.origins, origin.id))),
        }),
        shown(origin.label || origin.id),
      ),
    ),
    button("new …", () => app.add(() => originFor(app, row), (id) => `origin:${id}`), { class: "link" }),
  );

const originFor = (app, row) => {
  const id = addOrigin(app.draft.document, {});
  row.origins = [...(row.origins ?? []), id];
  return id;
};

const disputesOf = (app, row) => {
  const all = app.draft.document.disputes ?? [];
  const names = app.articles.map((article) => article.name).filter((name) => row.claims[name]);
  return h(
    "div",
    { class: "evidence" },
    h("span", { class: "legend" }, "In dispute"),
    all.filter((dispute) => dispute.row === row.id).map((dispute) => disputeItem(app, dispute, `${row.id}:${all.indexOf(dispute)}`)),
    button("add a dispute", () => app.change(() => addDispute(app.draft.document, row.id, names)), { class: "link", "data-key": `dispute:${row.id}` }),
  );
};

const disputeItem = (app, dispute, key) =>
  h(
    "div",
    { class: "dispute" },
    h(
      "div",
      { class: "line" },
      wordSelect(app, dispute, "kind", `kind:${key}`, app.vocabulary.dispute, "What they disagree on"),
      readingSelect(app, dispute, key),
      button("add a side", () => app.change(() => dispute.sides.push({ value: "", articles: [] })), { class: "link" }),
      button("remove", () => app.change(() => removeDispute(app.draft.document, dispute)), { class: "link danger" }),
    ),
    dispute.sides.map((one, at) => sideItem(app, dispute, one, `${key}:${at}`)),
  );

const wordSelect = (app, dispute, name, key, words, label) =>
  h(
    "select",
    { "aria-label": label, "data-key": key, value: dispute[name] ?? words[0], onchange: (event) => app.change(() => (dispute[name] = event.target.value)) },
    words.map((one) => h("option", { value: one }, one)),
  );

// How a dispute may be read is labelled or it is not: an empty choice takes it out.
const readingSelect = (app, dispute, key) =>
  h(
    "select",
    {
      "aria-label": "How it may be read",
      "data-key": `reading:${key}`,
      value: dispute.reading ?? "",
      onchange: (event) =>
        app.change(() => {
          if (event.target.value) dispute.reading = event.target.value;
          else delete dispute.reading;
        }),
    },
    h("option", { value: "" }, "not read yet"),
    app.vocabulary.reading.map((one) => h("option", { value: one }, one)),
  );

const sideItem = (app, dispute, one, key) =>
  h(
    "div",
    { class: "line side-of" },
    field(app, { key: `value:${key}`, label: "This side's value", value: one.value, list: "", set: (words) => (one.value = words) }),
    button("×", () => app.change(() => dispute.sides.splice(dispute.sides.indexOf(one), 1)), {
      class: "nudge",
      "aria-label": "remove this side",
      title: dispute.sides.length > 2 ? "remove this side" : "a dispute has two sides",
      disabled: dispute.sides.length < 3,
    }),
    app.articles.map((article) =>
      h(
        "label",
        { class: "chip" },
        h("input", {
          type: "checkbox",
          "data-key": `holds:${key}:${article.name}`,
          checked: one.articles.includes(article.name),
          onchange: (event) => app.change(() => (one.articles = event.target.checked ? [...one.articles, article.name] : without(one.articles, article.name))),
        }),
        shown(article.outlet ?? article.name),
      ),
    ),
  );

const originItem = (app, origin) =>
  h(
    "li",
    { class: "line" },
    h("span", { class: "id" }, shown(origin.id)),
    field(app, { key: `origin:${origin.id}`, label: "Where it comes from", value: origin.label, list: "speakers", set: (words) => (origin.label = words) }),
    wordSelect(app, origin, "kind", `origin-kind:${origin.id}`, app.vocabulary.origin, "What it is"),
    button("×", () => app.change(() => removeOrigin(app.draft.document, origin.id)), { class: "nudge", "aria-label": `remove ${origin.id}`, title: "remove the origin" }),
  );
