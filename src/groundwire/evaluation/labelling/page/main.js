// The page: what is shown, what is chosen, and how it changes.

import { progressOf } from "./article_view.js";
import { compareView } from "./adjudication_view.js";
import { drawBar, drawNotice, drawStatus } from "./bar.js";
import { claimsView, dropClaim, inOrder } from "./claims_view.js";
import { Draft } from "./draft.js";
import { h, oneLine, redraw, shown, tell } from "./element.js";
import { listenToKeys } from "./keys.js";
import { addClaim, claimOf, labelsOf } from "./labels.js";
import { Marking } from "./marking.js";
import { pointsView, trapsView } from "./points_view.js";
import { rowsView } from "./rows_view.js";
import { ArticleText } from "./words.js";

const VIEWS = { article: claimsView, points: pointsView, traps: trapsView, rows: rowsView, compare: compareView };
const PAGE = document.getElementById("page");
const SIDE_BY_SIDE = new Set(["article", "rows"]);

class App {
  constructor(state) {
    this.state = state;
    this.vocabulary = state.vocabulary;
    this.articles = state.articles.map((article) => ({ ...article, words: new ArticleText(article) }));
    this.view = state.sides ? "compare" : "article";
    this.at = 0; // the article shown
    this.chosen = null; // the claim worked on
    this.sentence = 0; // the one that the keyboard is at
    this.filter = { words: "", kind: "all" };
    this.row = null; // the row worked on
    this.picked = new Set(); // claims picked for a row, as "article\nid"
    this.isLoose = false; // whether only claims in no row are listed
    this.shownGroups = "differing";
    this.#judged(state);
    this.draft = new Draft(state, (reply) => this.#saved(reply));
    this.marking = new Marking(this);
  }

  get article() {
    return this.articles[this.at];
  }

  // Drawing.

  draw() {
    drawBar(this);
    PAGE.className = SIDE_BY_SIDE.has(this.view) ? "split" : "";
    redraw(PAGE, ...VIEWS[this.view](this));
    this.marking.place();
  }

  show(view) {
    this.view = view;
    this.draft.settle();
    this.draw();
    PAGE.querySelectorAll("[data-scroll]").forEach((node) => (node.scrollTop = 0));
  }

  showArticle(name) {
    this.at = this.articles.findIndex((article) => article.name === name);
    this.chosen = null;
    this.sentence = this.article.body[0] ?? 0;
    this.show("article");
  }

  showClaim(name, id) {
    this.showArticle(name);
    this.choose(id);
  }

  showRow(id) {
    this.row = id;
    this.show("rows");
    PAGE.querySelector(`[data-row="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
  }

  showGroups(which) {
    this.shownGroups = which;
    this.draw();
  }

  setFilter(filter) {
    Object.assign(this.filter, filter);
    this.draw();
  }

  toggleLoose() {
    this.isLoose = !this.isLoose;
    this.draw();
  }

  pick(name) {
    if (!this.picked.delete(name)) this.picked.add(name);
    this.draw();
  }

  chooseRow(id) {
    this.row = id;
    this.draw();
    if (id) this.focus(`row:${id}`);
  }

  focus(key) {
    PAGE.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  // Changing.

  // `isQuiet`: what the change does is on the screen already, because it was typed there.
  change(change, { key = "", isQuiet = false } = {}) {
    this.draft.change(change, { key });
    if (!isQuiet) this.draw();
  }

  // A new item, and the focus in it; `add` gives its id.
  add(add, keyOf) {
    let id = "";
    this.change(() => (id = add()));
    this.focus(keyOf(id));
  }

  undo() {
    this.draft.undo();
    this.#forget();
    this.draw();
  }

  redo() {
    this.draft.redo();
    this.#forget();
    this.draw();
  }

  #forget() {
    if (this.chosen && !claimOf(this.draft.document, this.article.name, this.chosen)) this.chosen = null;
  }

  newClaim() {
    const words = this.#taken();
    if (!words) return;
    this.change(() => (this.chosen = addClaim(this.draft.document, this.article, { text: oneLine(words), evidence: [words] })));
    getSelection().removeAllRanges();
    const field = document.getElementById("claim-text");
    field.focus();
    field.select();
    field.closest(".claim").scrollIntoView({ block: "nearest" });
  }

  addEvidence() {
    const claim = this.chosen && claimOf(this.draft.document, this.article.name, this.chosen);
    const words = claim && this.#taken();
    if (!words) return;
    getSelection().removeAllRanges();
    if (claim.evidence.includes(words)) tell("these words are there already");
    else this.change(() => claim.evidence.push(words));
  }

  // The marked words, made long enough to stand in the article once.
  #taken() {
    const span = this.marking.span;
    if (!span) {
      tell("mark words in the article first");
      return "";
    }
    const unique = this.article.words.unique(span);
    const { start, end } = unique;
    if (start < span.start || end > span.end) tell("taken with the words beside them, because they stand in the article more than once");
    return this.article.words.slice(start, end);
  }

  moveEvidence(claim, at, edge, by) {
    const span = this.article.words.find(claim.evidence[at]);
    const { start, end } = this.article.words.trimmed(this.article.words.moved(span, edge, by));
    const words = this.article.words.slice(start, end);
    if (words && words !== claim.evidence[at]) this.change(() => (claim.evidence[at] = words));
  }

  removeClaim(id) {
    this.chosen = null;
    const next = dropClaim(this, this.article, id);
    if (next) this.focus(`claim:${next}`);
  }

  // Moving about.

  choose(id, { isFromList = false } = {}) {
    this.chosen = id;
    this.draft.settle();
    this.draw();
    const lit = PAGE.querySelector("#text .lit");
    if (id && !isFromList) PAGE.querySelector(`[data-claim="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
    lit?.scrollIntoView({ block: isFromList ? "center" : "nearest" });
    if (isFromList) document.getElementById("claim-text")?.focus({ preventScroll: true });
  }

  close() {
    const was = this.view === "rows" ? this.row : this.chosen;
    if (this.view === "rows") this.chooseRow(null);
    else if (this.view === "article") this.choose(null);
    if (was) this.focus(this.view === "rows" ? `card:${was}` : `claim:${was}`);
  }

  leaveField() {
    document.activeElement.blur();
    if (this.view !== "article") return;
    const lit = PAGE.querySelector("#text .lit");
    this.#focusSentence(Number(lit?.closest(".sentence").dataset.sentence ?? this.sentence));
  }

  stepSentence(by) {
    if (this.view !== "article") return;
    const { body } = this.article;
    const at = body.findIndex((index) => index >= this.sentence);
    const isThere = document.activeElement?.closest(".sentence");
    const next = isThere ? at + by : Math.max(0, at);
    this.#focusSentence(body[Math.max(0, Math.min(body.length - 1, next))] ?? 0);
  }

  nextBare() {
    if (this.view !== "article") return;
    const { bare } = progressOf(this.draft.document, this.article);
    const isThere = document.activeElement?.closest(".sentence");
    const next = bare.find((index) => (isThere ? index > this.sentence : index >= this.sentence)) ?? bare[0];
    if (next === undefined) tell("every sentence has a claim");
    else this.#focusSentence(next);
  }

  #focusSentence(index) {
    this.sentence = index;
    for (const node of PAGE.querySelectorAll(".sentence")) node.tabIndex = Number(node.dataset.sentence) === index ? 0 : -1;
    const node = PAGE.querySelector(`[data-sentence="${index}"]`);
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: "center" });
  }

  stepClaim(by) {
    if (this.view !== "article") return;
    const ids = inOrder(this.draft.document, this.article).map((claim) => claim.id);
    const at = ids.indexOf(this.chosen);
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by];
    if (next) this.choose(next);
  }

  // Words of the article that were clicked: the claims on them, one after the other.
  clicked(node) {
    const sentence = node.closest(".sentence");
    if (sentence) this.sentence = Number(sentence.dataset.sentence);
    const ids = (node.closest(".w")?.dataset.claims ?? "").split(" ").filter(Boolean);
    if (ids.length > 0) this.choose(ids[(ids.indexOf(this.chosen) + 1) % ids.length]);
  }

  // Findings.

  findingsOf(article, id) {
    return this.findings.filter((one) => one.article === article && one.id === id);
  }

  // The findings that are shown in a view, of an article where it is an article's.
  findingsIn(view, article) {
    const placeOf = (one) => {
      if (!one.article) return "rows";
      const { key_points: points = [], traps = [] } = labelsOf(this.draft.document, one.article);
      if (points.some((point) => point.id === one.id)) return "points";
      return traps.some((trap) => trap.id === one.id) ? "traps" : "article";
    };
    return this.findings.filter((one) => placeOf(one) === view && (!article || one.article === article));
  }

  findingsNode(article, id) {
    const node = h("ul", { class: "findings", "data-article": article, "data-about": id });
    this.#fill(node);
    return node;
  }

  #fill(node) {
    const found = this.findingsOf(node.dataset.article, node.dataset.about);
    node.hidden = found.length === 0;
    node.replaceChildren(...found.map((one) => h("li", { class: one.level }, shown(`${one.about ? `${one.about}: ` : ""}${one.message}`))));
  }

  #judged({ findings, aligned }) {
    if (findings) this.findings = findings;
    if (aligned) this.aligned = aligned;
  }

  // Only what has changed is drawn: a click may be under way. What was said of labels that have changed since is not taken.
  #saved(reply) {
    const before = JSON.stringify(this.aligned);
    if (reply && !this.draft.isBehind) this.#judged(reply);
    drawStatus(this);
    drawNotice(this);
    PAGE.querySelectorAll(".findings").forEach((node) => this.#fill(node));
    if (this.view === "compare" && JSON.stringify(this.aligned) !== before) this.draw();
  }

  // Take what is in the file; what is here can be had back by undoing.
  async reload() {
    const state = await this.draft.load();
    if (!state) return;
    this.#judged(state);
    this.#forget();
    this.draw();
  }
}

const begin = async () => {
  const response = await fetch("state");
  const state = await response.json();
  if (!response.ok) {
    redraw(PAGE, h("p", { class: "empty" }, shown(state.complaint)));
    return;
  }
  const app = new App(state);
  document.title = `${state.story}: labelling as ${state.who}`;
  listenToKeys(app);
  PAGE.addEventListener("click", (event) => {
    if (app.view === "article" && getSelection().isCollapsed && event.target.closest("#text")) app.clicked(event.target);
  });
  PAGE.addEventListener("focusin", (event) => {
    const sentence = event.target.closest?.(".sentence");
    if (sentence) app.sentence = Number(sentence.dataset.sentence);
  });
  PAGE.addEventListener("scroll", () => app.marking.place(), true);
  document.addEventListener("visibilitychange", () => app.draft.save());
  addEventListener("beforeunload", (event) => {
    if (!app.draft.isSafe) event.preventDefault();
  });
  app.draw();
};

begin();
