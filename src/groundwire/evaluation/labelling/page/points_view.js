// Key points and traps of every article of the story.

import { button, choice, h, oneLine, shown } from "./element.js";
import { addPoint, addTrap, claimOf, labelsOf, remove, without } from "./labels.js";
import { inOrder, WEIGHTS } from "./claims_view.js";
import { pointsOfBoth, trapsOfBoth } from "./adjudication_view.js";

const page = (app, title, said, sections) =>
  h("section", { class: "pane wide", id: "side", "data-scroll": title, tabindex: -1 }, h("h1", {}, title), h("p", { class: "said" }, said), sections);

const heading = (app, article, count, wanted) =>
  h(
    "h2",
    {},
    button(shown(article.title ?? article.name), () => app.showArticle(article.name), { class: "plain" }),
    " ",
    h("span", { class: "count" }, `${count}${count < wanted[0] || count > wanted[1] ? `, the guide asks for ${wanted[0]} to ${wanted[1]}` : ""}`),
  );

const area = (app, { key, label, value, set }) =>
  h("textarea", {
    rows: 1,
    dir: "auto",
    "data-key": key,
    "aria-label": label,
    placeholder: label,
    value,
    oninput: (event) => app.change(() => set(oneLine(event.target.value)), { key, isQuiet: true }),
    onblur: () => app.draft.settle(),
  });

export const pointsView = (app) => [
  page(
    app,
    "Key points",
    "What a summary must not leave out: three to six an article. ★★★ without it the summary is wrong or useless, ★★ expected, ★ welcome.",
    app.articles.map((article) => pointsOf(app, article)),
  ),
];

const pointsOf = (app, article) => {
  const points = labelsOf(app.draft.document, article.name).key_points ?? [];
  return h(
    "section",
    { class: "group" },
    heading(app, article, points.length, [3, 6]),
    h("ol", { class: "points" }, points.map((point) => pointItem(app, article, point))),
    button("New key point", () => app.add(() => addPoint(app.draft.document, article.name, {}), (id) => `point:${article.name}:${id}`)),
    app.state.sides && pointsOfBoth(app, article),
  );
};

const pointItem = (app, article, point) =>
  h(
    "li",
    { class: "item" },
    h("span", { class: "id" }, shown(point.id)),
    h(
      "div",
      { class: "body" },
      area(app, { key: `point:${article.name}:${point.id}`, label: "What a summary must say", value: point.text, set: (words) => (point.text = words) }),
      h(
        "div",
        { class: "line" },
        choice({
          key: `weight:${article.name}:${point.id}`,
          legend: "Weight",
          options: app.vocabulary.weight.map((one) => [one, "★".repeat(one), WEIGHTS[one]]),
          value: point.weight,
          onchange: (weight) => app.change(() => (point.weight = weight)),
        }),
        claimChips(app, article, point),
        button("Delete", () => app.change(() => remove(app.draft.document, article.name, "key_points", point.id)), { class: "danger" }),
      ),
      app.findingsNode(article.name, point.id),
    ),
  );

const claimChips = (app, article, point) =>
  h(
    "span",
    { class: "chips" },
    (point.claims ?? []).map((id) =>
      h(
        "span",
        { class: "chip", title: shown(claimOf(app.draft.document, article.name, id)?.text ?? "there is no such claim") },
        button(shown(id), () => app.showClaim(article.name, id), { class: "plain" }),
        button("×", () => app.change(() => (point.claims = without(point.claims, id))), { class: "plain", "aria-label": `take ${id} out` }),
      ),
    ),
    h(
      "select",
      {
        "aria-label": "Add a claim",
        "data-key": `claims:${article.name}:${point.id}`,
        onchange: (event) => event.target.value && app.change(() => (point.claims = [...(point.claims ?? []), event.target.value])),
      },
      h("option", { value: "" }, "add a claim …"),
      inOrder(app.draft.document, article)
        .filter((claim) => !point.claims?.includes(claim.id))
        .map((claim) => h("option", { value: claim.id }, `${shown(claim.id)} ${shown(claim.text)}`)),
    ),
  );

export const trapsView = (app) => [
  page(
    app,
    "Traps",
    "False sentences that a careless summary of this very article would write, and why each is false: three to five an article.",
    app.articles.map((article) => trapsOf(app, article)),
  ),
];

const trapsOf = (app, article) => {
  const traps = labelsOf(app.draft.document, article.name).traps ?? [];
  return h(
    "section",
    { class: "group" },
    heading(app, article, traps.length, [3, 5]),
    h("ol", { class: "points" }, traps.map((trap) => trapItem(app, article, trap))),
    button("New trap", () => app.add(() => addTrap(app.draft.document, article.name, {}), (id) => `trap:${article.name}:${id}`)),
    app.state.sides && trapsOfBoth(app, article),
  );
};

const trapItem = (app, article, trap) =>
  h(
    "li",
    { class: "item" },
    h("span", { class: "id" }, shown(trap.id)),
    h(
      "div",
      { class: "body" },
      area(app, { key: `trap:${article.name}:${trap.id}`, label: "The false sentence", value: trap.text, set: (words) => (trap.text = words) }),
      h(
        "div",
        { class: "line" },
        h(
          "select",
          {
            "aria-label": "What is wrong in it",
            "data-key": `kind:${article.name}:${trap.id}`,
            value: trap.kind,
            onchange: (event) => app.change(() => (trap.kind = event.target.value)),
          },
          app.vocabulary.trap.map((kind) => h("option", { value: kind }, kind)),
        ),
        area(app, { key: `why:${article.name}:${trap.id}`, label: "Why it is false", value: trap.why, set: (words) => (trap.why = words) }),
        button("Delete", () => app.change(() => remove(app.draft.document, article.name, "traps", trap.id)), { class: "danger" }),
      ),
      app.findingsNode(article.name, trap.id),
    ),
  );
