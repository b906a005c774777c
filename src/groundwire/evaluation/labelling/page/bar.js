// The bar on top: where one is, how far each article is, whether everything is saved.

import { progressOf } from "./article_view.js";
import { button, h, redraw, shown } from "./element.js";
import { showHelp } from "./keys.js";

const STATUS = { saved: "saved", changed: "saving …", saving: "saving …", failed: "not saved", stale: "not saved", loading: "loading …" };

export const drawBar = (app) => {
  const { draft, state } = app;
  redraw(
    document.getElementById("bar"),
    h(
      "div",
      { class: "first-line" },
      h("strong", {}, shown(state.story)),
      h("span", { class: "who" }, state.sides ? "adjudicating" : `as ${state.who}`, " · ", shown(state.file)),
      h("span", { id: "status", role: "status" }),
      h(
        "span",
        { class: "tools" },
        button("Undo", () => app.undo(), { id: "undo", title: "Ctrl Z" }),
        button("Redo", () => app.redo(), { id: "redo", title: "Ctrl Shift Z" }),
        button("Keys", showHelp, { title: "?" }),
      ),
    ),
    h(
      "nav",
      { "aria-label": "Articles and story" },
      state.sides && tab(app, "compare", "First and second", counted(Object.values(app.aligned).flat().filter((group) => !group.label).length, "not in force")),
      app.articles.map((article, at) => articleTab(app, article, at)),
      tab(app, "points", "Key points", sumOf(app, "key_points")),
      tab(app, "traps", "Traps", sumOf(app, "traps")),
      tab(app, "rows", "Rows", draft.document.rows?.length ?? 0),
    ),
  );
  drawStatus(app);
};

// Where there are findings, and how many: each stands beside what it is about.
const drawBadges = (app) => {
  for (const badge of document.querySelectorAll(".badge")) {
    const found = app.findingsIn(badge.dataset.view, badge.dataset.article);
    const errors = found.filter((one) => one.level === "error").length;
    badge.hidden = found.length === 0;
    badge.className = errors ? "badge" : "badge warning";
    badge.textContent = found.length;
    badge.title = `${errors} errors, ${found.length - errors} warnings`;
  }
};

export const drawStatus = (app) => {
  const { draft } = app;
  drawBadges(app);
  const status = document.getElementById("status");
  status.className = `status ${draft.status}`;
  if (status.textContent !== STATUS[draft.status]) status.textContent = STATUS[draft.status];
  document.getElementById("undo").disabled = draft.done.length === 0;
  document.getElementById("redo").disabled = draft.undone.length === 0;
};

const counted = (number, words) => (number > 0 ? `${number} ${words}` : "all in force");

const sumOf = (app, list) => Object.values(app.draft.document.articles).reduce((sum, labels) => sum + (labels[list]?.length ?? 0), 0);

const tab = (app, view, words, count) =>
  h(
    "button",
    { type: "button", class: "tab", "data-key": `tab:${view}`, "aria-current": app.view === view ? "page" : null, onclick: () => app.show(view) },
    h("span", {}, words),
    h("span", { class: "count" }, count),
    h("span", { class: "badge", "data-view": view }),
  );

const articleTab = (app, article, at) => {
  const { covered, of, claims } = progressOf(app.draft.document, article);
  return h(
    "button",
    {
      type: "button",
      class: "tab",
      "data-key": `tab:${at}`,
      "aria-current": app.view === "article" && app.at === at ? "page" : null,
      title: `${claims} claims; ${covered} of ${of} sentences have one`,
      onclick: () => app.showArticle(article.name),
    },
    h("span", { dir: "auto" }, shown(article.name)),
    h("span", { class: "count" }, `${covered}/${of}`),
    h("span", { class: "badge", "data-view": "article", "data-article": article.name }),
    h("progress", { max: Math.max(1, of), value: covered, "aria-label": "sentences with a claim" }),
  );
};

export const drawNotice = (app) => {
  const { draft } = app;
  const notice = document.getElementById("notice");
  notice.hidden = draft.status !== "failed" && draft.status !== "stale";
  if (notice.hidden) {
    notice.replaceChildren();
    return;
  }
  const isStale = draft.status === "stale";
  redraw(
    notice,
    h("p", {}, h("strong", {}, "Not saved. "), shown(draft.complaint), ". Your labels are still here."),
    isStale
      ? button("Load what is there", () => app.reload(), { id: "reload", title: "What is here can be had back with Undo" })
      : button("Try again", () => draft.save(), { id: "again" }),
    button("Download what is here", () => download(app), { id: "download" }),
  );
};

const download = (app) => {
  const words = JSON.stringify(app.draft.document, null, 2);
  const address = URL.createObjectURL(new Blob([`${words}\n`], { type: "application/json" }));
  h("a", { href: address, download: `${app.state.story}.${app.state.file}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
