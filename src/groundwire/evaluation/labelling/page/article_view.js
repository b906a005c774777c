// The article, sentence by sentence as the program reads it, with the words marked that claims rest on.

import { h, isActing, shown, spelled } from "./element.js";
import { labelsOf } from "./labels.js";

// Where the claims of an article stand: spans with the id of their claim, in code points.
export const spansOf = (document, article) =>
  labelsOf(document, article.name).claims.flatMap((claim) =>
    claim.evidence.flatMap((words) => {
      const span = article.words.find(words);
      return span ? [{ ...span, id: claim.id }] : [];
    }),
  );

export const sentencesWith = (spans, article) => {
  const found = new Set();
  for (const { start, end } of spans) {
    article.sentences.forEach(([from, to], index) => {
      if (from < end && start < to) found.add(index);
    });
  }
  return found;
};

export const progressOf = (document, article) => {
  const covered = sentencesWith(spansOf(document, article), article);
  const bare = article.body.filter((index) => !covered.has(index));
  return { bare, covered: article.body.length - bare.length, of: article.body.length, claims: labelsOf(document, article.name).claims.length };
};

export const articlePane = (app, article) => {
  const spans = spansOf(app.draft.document, article);
  const { bare } = progressOf(app.draft.document, article);
  const about = [article.outlet, article.byline, article.published, article.name].filter(Boolean);
  return h(
    "section",
    { class: "pane article", id: "article", "data-scroll": "article", "aria-label": "Article" },
    h("p", { class: "about" }, shown(about.join(" · "))),
    article.title && h("h1", { class: "title", title: "A headline is no evidence of its own" }, shown(article.title)),
    h("div", { class: "text", id: "text", lang: language(article), dir: "auto" }, paragraphs(app, article, spans, new Set(bare))),
    article.set_aside.length > 0 && setAside(article),
  );
};

const language = (article) => (/^[a-z]{2,3}$/.test(article.language ?? "") ? article.language : null);

const setAside = (article) =>
  h(
    "div",
    { class: "aside" },
    h("h2", {}, "Not part of the article"),
    h("ul", {}, article.set_aside.map((one) => h("li", {}, shown(one.text), " ", h("span", { class: "why" }, shown(one.reason))))),
  );

const paragraphs = (app, article, spans, bare) => {
  const made = [];
  let inner = [];
  const close = (isHeading) => {
    if (inner.length > 0) made.push(h(isHeading ? "h2" : "p", { dir: "auto" }, inner));
    inner = [];
  };
  article.sentences.forEach(([start, end], index) => {
    const isHeading = article.headings.includes(index);
    if (isHeading) close(false);
    const isLast = isHeading || index === article.sentences.length - 1 || /\n[^\S\n]*\n\s*$/.test(article.words.slice(start, end));
    inner.push(sentence(app, article, index, spans, { isBare: bare.has(index), isLast }));
    if (isLast) close(isHeading);
  });
  close(false);
  return made;
};

const sentence = (app, article, index, spans, { isBare, isLast }) => {
  const [start, end] = article.sentences[index];
  const isHeading = article.headings.includes(index);
  const kind = isHeading ? "heading" : isBare ? "bare" : "";
  return h(
    "span",
    {
      class: `sentence ${kind} ${isLast ? "last" : ""}`.trim(),
      "data-key": `sentence:${index}`,
      "data-sentence": index,
      tabindex: index === app.sentence ? 0 : -1,
      title: isHeading ? "A heading: no claim is made from it" : isBare ? "No claim rests on this sentence yet" : null,
    },
    segments(app, article, { start, end }, spans),
  );
};

// A sentence cut wherever evidence begins or ends, and round every character that would act on the page.
const segments = (app, article, { start, end }, spans) => {
  const touching = spans.filter((span) => span.start < end && start < span.end);
  const cuts = new Set([start, article.words.trimmed({ start, end }).end, end]);
  for (const span of touching) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  for (let point = start; point < end; point += 1) {
    if (isActing(article.words.slice(point, point + 1))) cuts.add(point).add(point + 1);
  }
  const edges = [...cuts].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, at) => segment(app, article, { start: from, end: edges[at + 1] }, touching));
};

const segment = (app, article, { start, end }, touching) => {
  const ids = [...new Set(touching.filter((span) => span.start < end && start < span.end).map((span) => span.id))];
  const words = article.words.slice(start, end);
  const isOne = end - start === 1 && isActing(words);
  const isGap = !words.trim();
  const classes = ["w", isGap && "gap", ids.length > 0 && "on", ids.includes(app.chosen) && "lit", isOne && "acting"].filter(Boolean).join(" ");
  return h("span", { class: classes, "data-start": start, "data-end": end, "data-claims": ids.join(" ") }, isOne ? spelled(words) : words);
};

// What the reader has marked in the article, in code points; null where nothing is.
export const markedSpan = (article) => {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  let found = null;
  for (const node of text.querySelectorAll(".w")) {
    if (!range.intersectsNode(node)) continue;
    const here = within(article, node, range);
    if (here.start >= here.end) continue;
    found = { start: Math.min(found?.start ?? here.start, here.start), end: Math.max(found?.end ?? 0, here.end) };
  }
  return found && { start: found.start, end: found.end };
};

const within = (article, node, range) => {
  const [start, end] = [Number(node.dataset.start), Number(node.dataset.end)];
  const isWhole = node.classList.contains("acting");
  const text = node.firstChild;
  if (range.comparePoint(text, text.length) < 0 || range.comparePoint(text, 0) > 0) return { start, end: start };
  const at = (container, offset, otherwise) =>
    container === text && !isWhole ? article.words.points[article.words.units[start] + offset] : otherwise;
  return { start: at(range.startContainer, range.startOffset, start), end: at(range.endContainer, range.endOffset, end) };
};

// Show in the browser's own way what will be taken.
export const select = (article, span) => {
  const [from, to] = [placeOf(article, span.start, false), placeOf(article, span.end, true)];
  if (from && to) getSelection().setBaseAndExtent(...from, ...to);
};

const placeOf = (article, point, isEnd) => {
  for (const node of document.querySelectorAll("#text .w")) {
    const [start, end] = [Number(node.dataset.start), Number(node.dataset.end)];
    const isHere = isEnd ? start < point && point <= end : start <= point && point < end;
    if (isHere) {
      const offset = article.words.units[point] - article.words.units[start];
      return [node.firstChild, node.classList.contains("acting") ? (isEnd ? node.firstChild.length : 0) : offset];
    }
  }
  return null;
};
