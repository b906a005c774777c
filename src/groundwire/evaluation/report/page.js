"use strict";
// Side by side: articles, labels, and what each subject made of them. Data stands in the page as JSON; a case is built when it is
// first opened. Words become text nodes, never markup.
(() => {
  const data = document.getElementById("cases");
  if (!data) return;
  const views = JSON.parse(data.textContent);
  document.documentElement.classList.add("js");

  const make = (tag, name, ...children) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.append(...children.filter((child) => child !== null && child !== ""));
    return node;
  };

  const words = (text) => text.match(/[\p{L}\p{N}]+(?:[.,:'’-][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]+/gu) || [];
  const isWord = (token) => /[\p{L}\p{N}]/u.test(token);

  // The tokens of `mine` that are not in the longest common subsequence with `theirs`.
  const differing = (mine, theirs) => {
    const a = mine.map((token) => token.toLowerCase());
    const b = theirs.filter(isWord).map((token) => token.toLowerCase());
    const at = a.map((token, place) => (isWord(token) ? place : -1)).filter((place) => place >= 0);
    const best = Array.from({ length: at.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = at.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        best[i][j] = a[at[i]] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    const same = new Set();
    for (let i = 0, j = 0; i < at.length && j < b.length; ) {
      if (a[at[i]] === b[j]) { same.add(at[i]); i++; j++; }
      else if (best[i + 1][j] >= best[i][j + 1]) i++;
      else j++;
    }
    return at.filter((place) => !same.has(place));
  };

  const write = (node, text, other) => {
    if (other === undefined) { node.textContent = text; return; }
    const tokens = words(text);
    const marked = new Set(differing(tokens, words(other)));
    node.replaceChildren(...tokens.map((token, place) => (marked.has(place) ? make("mark", "", token) : token)));
  };

  const RIGHT = new Set(["right", "found", "covered", "avoided"]);

  const build = (holder) => {
    const view = views[Number(holder.dataset.case)];
    const columns = view.columns || [];
    const pieces = view.articles.map((article) => article.pieces.map((piece) => make("span", "", piece)));
    const items = []; // every label and claim: {node, text, words, places, kind, column, at, other}

    const entry = (item, kind, column, at) => {
      const text = make("span", "words", item.text);
      const node = make("button", "item", text);
      node.type = "button";
      node.setAttribute("aria-pressed", "false");
      const one = { node, text, words: item.text, places: item.places || [], kind, column, at, other: item.other };
      items.push(one);
      if (item.note) node.append(make("span", "note", item.note));
      return one;
    };
    const state = (one, word, errors, subject) => {
      const chip = make("span", RIGHT.has(word) ? "chip good" : "chip bad", subject ? `${subject}: ${word}` : word);
      one.node.append(chip);
      if (!RIGHT.has(word)) one.node.classList.add("off");
      for (const error of errors || []) { one.node.append(make("span", "chip bad", error)); one.node.classList.add("off"); }
    };

    const labels = (view.labels || []).map((label, at) => entry(label, "label", -1, at));
    const points = (view.points || []).map((point, at) => entry(point, "point", -1, at));
    const many = columns.length > 1;
    const shown = columns.map((column, number) => {
      const claims = (column.claims || []).map((claim, at) => {
        const one = entry(claim, "claim", number, at);
        state(one, claim.state || "", claim.errors);
        return one;
      });
      (column.found || []).forEach((found, at) => {
        const one = at < labels.length ? labels[at] : points[at - labels.length];
        if (found.state) state(one, found.state, [], many ? String.fromCharCode(65 + number) : "");
        one.partners = one.partners || [];
        if (found.other !== undefined && found.other !== null) one.partners.push([number, found.other]);
      });
      return claims;
    });

    // Evidence of a label is underlined; a click on it chooses what rests on it.
    for (const one of items)
      for (const [article, start, end] of one.places)
        for (const piece of pieces[article].slice(start, end)) {
          piece.classList.add(one.kind === "label" ? "labelled" : "claimed");
          (piece.items = piece.items || []).push(one);
        }

    const clear = () => {
      for (const one of items) {
        one.node.classList.remove("chosen", "partner");
        one.node.setAttribute("aria-pressed", "false");
        write(one.text, one.words);
      }
      for (const list of pieces) for (const piece of list) piece.classList.remove("lit", "lit-other");
    };
    const light = (one, name) => {
      for (const [article, start, end] of one.places) for (const piece of pieces[article].slice(start, end)) piece.classList.add(name);
    };
    const into = (node) => {
      const pane = node.closest(".pane");
      const [box, frame] = [node.getBoundingClientRect(), pane.getBoundingClientRect()];
      if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - frame.height / 3;
    };
    const choose = (one) => {
      const again = one.node.classList.contains("chosen");
      clear();
      if (again) return;
      // A claim's labels: its own, and those that it says besides; and what the other subjects have for its own.
      const ofLabel = (label) => (label.partners || []).map(([column, at]) => shown[column][at]);
      let partners = [];
      if (one.kind === "claim") {
        const own = one.other === undefined || one.other === null ? null : labels[one.other];
        const rest = labels.filter((label) => label !== own && ofLabel(label).includes(one));
        partners = own ? [own, ...rest, ...ofLabel(own).filter((claim) => claim !== one)] : rest;
      } else partners = ofLabel(one);
      one.node.classList.add("chosen");
      one.node.setAttribute("aria-pressed", "true");
      if (partners.length) write(one.text, one.words, partners[0].words);
      for (const partner of [...partners].reverse()) {
        partner.node.classList.add("partner");
        write(partner.text, partner.words, one.words);
        light(partner, "lit-other");
        into(partner.node);
      }
      light(one, "lit");
      const first = one.places[0] || (partners[0] && partners[0].places[0]);
      if (first) into(pieces[first[0]][first[1]]);
    };
    for (const one of items) one.node.addEventListener("click", () => choose(one));
    for (const list of pieces)
      for (const piece of list)
        if (piece.items) piece.addEventListener("click", () => { choose(piece.items[0]); into(piece.items[0].node); });

    const pane = (title, ...content) => make("section", "pane", make("h4", "", title), ...content);
    const list = (entries) => make("div", "items", ...entries.map((one) => one.node));
    const articles = view.articles.flatMap((article, at) => [
      ...(view.articles.length > 1 ? [make("h5", "", article.name)] : []),
      make("div", "article", ...pieces[at]),
    ]);
    const panes = [
      pane("Article", ...articles),
      pane("Labels", list(labels), ...(points.length ? [make("h5", "", "Key points, traps, disputes"), list(points)] : [])),
      ...columns.map((column, number) =>
        pane(
          many ? `${String.fromCharCode(65 + number)}: ${column.subject}` : column.subject,
          ...(column.failure ? [make("p", "error", column.failure)] : []),
          ...(column.summary ? [make("h5", "", "Summary"), ...column.summary.map((sentence) => make("p", "told", sentence))] : []),
          ...(shown[number].length ? [make("h5", "", "Claims")] : []),
          list(shown[number]),
        ),
      ),
    ];
    const only = make("input");
    only.type = "checkbox";
    only.addEventListener("change", () => grid.classList.toggle("only-off", only.checked));
    const grid = make("div", `panes n${panes.length}`, ...panes);
    const help = "Choose a claim or a label: its evidence lights up in the article, its partner beside it, and the words that differ are marked.";
    holder.replaceChildren(make("p", "quiet", help, " ", make("label", "", only, " only what is not right")), grid);
  };

  for (const holder of document.querySelectorAll(".drill[data-case]")) {
    const details = holder.closest("details");
    const open = () => { if (details.open && !holder.firstChild) build(holder); };
    details.addEventListener("toggle", open);
    open();
  }
  const follow = () => {
    const target = /^#case-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (target) { target.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", follow);
  follow();
})();
