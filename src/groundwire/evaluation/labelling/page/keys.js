// The keyboard: everything that the mouse can do.

import { h, isTyping, redraw, button } from "./element.js";

const NAMED = [
  ["N", "new claim from the marked words, or from the sentence in focus"],
  ["E", "add them to the chosen claim"],
  ["J  K", "next, previous sentence"],
  ["U", "next sentence without a claim"],
  ["]  [", "next, previous claim"],
  ["X", "delete the chosen claim"],
  ["1 … 9", "article by number"],
  ["P  T  R", "key points, traps, rows"],
  ["C", "first and second side by side (when adjudicating)"],
  ["/", "filter the claims"],
  ["Esc  ↵", "leave a field; Esc closes the claim"],
  ["Ctrl+Z", "undo (in a field: what was typed)"],
  ["Ctrl+⇧+Z", "redo"],
  ["Ctrl+↵", "in a field: on to the next sentence without a claim"],
  ["?", "this list"],
];

export const listenToKeys = (app) => {
  const plain = {
    n: () => app.newClaim(),
    e: () => app.addEvidence(),
    j: () => app.stepSentence(1),
    k: () => app.stepSentence(-1),
    u: () => app.nextBare(),
    "]": () => app.stepClaim(1),
    "[": () => app.stepClaim(-1),
    x: () => app.chosen && app.removeClaim(app.chosen),
    p: () => app.show("points"),
    t: () => app.show("traps"),
    r: () => app.show("rows"),
    c: () => app.state.sides && app.show("compare"),
    "/": () => document.getElementById("filter")?.focus(),
    "?": () => showHelp(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isUndo && !isTyping()) act(event, () => (event.shiftKey ? app.redo() : app.undo()));
    else if (event.key === "Escape") escape(app);
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target.matches("textarea")) act(event, () => app.leaveField());
    else if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && isTyping()) act(event, () => app.nextBare());
    else if (event.ctrlKey || event.metaKey || event.altKey || isTyping()) return;
    else if (/^[1-9]$/.test(event.key) && app.articles[event.key - 1]) act(event, () => app.showArticle(app.articles[event.key - 1].name));
    else if (plain[event.key.toLowerCase()]) act(event, plain[event.key.toLowerCase()]);
  });
};

const act = (event, action) => {
  event.preventDefault();
  action();
};

const escape = (app) => {
  if (document.getElementById("help").open) return;
  if (isTyping()) app.leaveField();
  else app.close();
};

export const showHelp = () => {
  const help = document.getElementById("help");
  redraw(
    help,
    h("h2", {}, "Keys"),
    h("dl", {}, NAMED.map(([keys, words]) => [h("dt", {}, keys.split(" ").filter(Boolean).map((key) => (key === "…" ? key : h("kbd", {}, key)))), h("dd", {}, words)])),
    h("p", { class: "said" }, "A ring before a sentence: no claim rests on it yet. Grey: headings, and what the program does not read as the article."),
    button("Close", () => help.close()),
  );
  if (!help.open) help.showModal();
};
