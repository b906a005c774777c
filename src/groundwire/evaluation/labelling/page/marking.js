// Marking words: the small bar beside them, and what becomes of them.

import { markedSpan, select } from "./article_view.js";
import { button, choice, h, redraw } from "./element.js";

const HOW = [
  ["word", "words", "whole words"],
  ["sentence", "sentence", "the whole sentence"],
  ["exact", "exact", "just these characters"],
];

export class Marking {
  constructor(app) {
    this.app = app;
    this.how = "word";
    this.bar = document.getElementById("marked");
    this.drawn = "";
    this.raw = null; // as it was marked, before it was snapped to `taken`
    this.taken = null;
    this.isDown = false; // while the mouse is still marking
    this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // the marked words stay marked
    document.addEventListener("pointerdown", (event) => {
      this.isDown = event.target.closest?.("#text") !== null;
      if (this.isDown) this.bar.hidden = true;
    });
    for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => this.isDown && requestAnimationFrame(() => this.#snap()));
    document.addEventListener("selectionchange", () => this.place());
  }

  // The words that would be taken now: those that are marked, snapped, else the sentence in focus.
  get span() {
    const { app } = this;
    if (app.view !== "article") return null;
    const marked = markedSpan(app.article);
    if (marked) return app.article.words.snapped(marked, this.how);
    const focused = document.activeElement?.closest(".sentence");
    return focused ? app.article.words.sentenceSpan(Number(focused.dataset.sentence)) : null;
  }

  // Snap the marked words, from what was marked at first, so that every way of taking them can be tried.
  #snap() {
    const { app } = this;
    this.isDown = false;
    const marked = app.view === "article" ? markedSpan(app.article) : null;
    const isOurs = marked && this.taken && marked.start === this.taken.start && marked.end === this.taken.end;
    if (!isOurs) this.raw = marked;
    this.taken = this.raw && app.article.words.snapped(this.raw, this.how);
    if (this.taken) select(app.article, this.taken);
    this.place();
  }

  place() {
    const selection = getSelection();
    const isMarked = !this.isDown && this.app.view === "article" && selection.rangeCount > 0 && markedSpan(this.app.article) !== null;
    this.bar.hidden = !isMarked;
    if (!isMarked) return;
    this.#draw();
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const below = box.bottom + 8 + this.bar.offsetHeight < innerHeight;
    this.bar.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - 8 - this.bar.offsetHeight)}px`;
    this.bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - this.bar.offsetWidth - 8))}px`;
  }

  // Its buttons stay the same ones for as long as they say the same: a click may be under way.
  #draw() {
    const { app } = this;
    const drawn = `${app.chosen} ${this.how}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    redraw(
      this.bar,
      button(["New claim ", h("kbd", {}, "N")], () => app.newClaim(), { id: "new-claim", class: "strong" }),
      app.chosen && button([`Add to ${app.chosen} `, h("kbd", {}, "E")], () => app.addEvidence(), { id: "add-evidence" }),
      choice({
        key: "how",
        legend: "Take",
        options: HOW,
        value: this.how,
        onchange: (how) => {
          this.how = how;
          this.#snap();
        },
      }),
    );
  }
}
