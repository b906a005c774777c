"use strict";
(() => {
  const pane = document.getElementById("articles");
  const told = document.getElementById("told");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let from = null;

  const named = (name) => (/^e[0-9a-z-]+$/.test(name) ? [...document.getElementsByClassName(name)] : []);
  const hash = () => location.hash.slice(1);

  const clear = () => {
    for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
    for (const link of document.querySelectorAll(".ref[aria-current]")) link.removeAttribute("aria-current");
    told.textContent = "";
  };

  // The pane scrolls by itself where it stands beside the text, so that the text keeps its place.
  const bringIntoView = (node) => {
    const behavior = calm.matches ? "auto" : "smooth";
    if (getComputedStyle(pane).position === "sticky") {
      const top = node.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 3, behavior });
    } else {
      node.scrollIntoView({ block: "center", behavior });
    }
  };

  const show = (name) => {
    clear();
    const nodes = named(name);
    const words = nodes.filter((node) => node.classList.contains("w"));
    if (words.length === 0) return false;
    for (const node of nodes) node.classList.add("lit");
    for (const link of document.querySelectorAll(`.ref[href="#${name}"]`)) link.setAttribute("aria-current", "true");
    words[0].focus({ preventScroll: true });
    bringIntoView(words[0]);
    told.textContent = words.map((node) => node.textContent).join("");
    return true;
  };

  const back = () => {
    const name = hash();
    const link = from ?? document.querySelector(`.ref[href="#${CSS.escape(name)}"]`);
    clear();
    from = null;
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref, a.back");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.classList.contains("back")) {
      back();
      return;
    }
    from = link;
    const name = link.getAttribute("href").slice(1);
    show(name);
    if (hash() !== name) history.pushState(null, "", `#${name}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.querySelector(".lit")) back();
  });
  addEventListener("popstate", () => {
    if (!show(hash()) && from) back();
  });

  document.documentElement.classList.add("js");
  if (hash()) show(hash());
})();
