// Elements from words: nothing that comes from outside is ever read as markup, and what is redrawn keeps its focus and its place.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden"]);
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

export const h = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  const waiting = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else if (PROPERTIES.has(key)) waiting.push([key, value]);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  for (const [key, value] of waiting) node[key] = value; // a select takes its value once it has its options
  return node;
};

export const spelled = (character) => `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;

// Text from outside, with what would act on the reader spelled out.
export const shown = (text) => String(text).replace(ACTING, spelled);

export const isActing = (character) => {
  ACTING.lastIndex = 0;
  return ACTING.test(character);
};

const placed = (root) => [...root.querySelectorAll("[data-scroll]")];

export const redraw = (root, ...nodes) => {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.dataset.key;
  const caret = key && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  const tops = new Map(placed(root).map((node) => [node.dataset.scroll, node.scrollTop]));
  root.replaceChildren(...nodes);
  for (const node of placed(root)) node.scrollTop = tops.get(node.dataset.scroll) ?? 0;
  if (!key) return;
  const again = root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (again && caret && caret[0] !== null) again.setSelectionRange(...caret);
};

// A statement is one line, however it was pasted.
export const oneLine = (words) => words.replace(/\s*[\r\n]+\s*/g, " ");

export const button = (words, onclick, attributes = {}) => h("button", { type: "button", onclick, ...attributes }, words);

// A row of radio buttons that looks like one switch.
export const choice = ({ key, legend, options, value, onchange, disabled = false }) =>
  h(
    "fieldset",
    { class: "choice", disabled },
    h("legend", {}, legend),
    h(
      "span",
      { class: "options" },
      options.map(([option, words, title]) =>
        h(
          "label",
          { title },
          h("input", { type: "radio", name: key, "data-key": `${key}:${option}`, value: option, checked: option === value, onchange: () => onchange(option) }),
          h("span", {}, words),
        ),
      ),
    ),
  );

export const isTyping = () => document.activeElement?.matches("textarea, select, input:not([type=radio]):not([type=checkbox])") ?? false;

const TOLD_MS = 5000;
let telling = 0;

// Something that the reader should know and need not answer.
export const tell = (words) => {
  const told = document.getElementById("told");
  told.textContent = words;
  clearTimeout(telling);
  telling = setTimeout(() => (told.textContent = ""), TOLD_MS);
};
