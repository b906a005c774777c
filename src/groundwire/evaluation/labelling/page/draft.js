// The labels as they are in the page: every change can be undone, and is saved at once or said not to be.

const MOST_STEPS = 300;
const JSON_SENT = { "Content-Type": "application/json" };
const PAUSE_MS = 350; // of typing, before it is saved

export class Draft {
  constructor(state, onchange) {
    this.document = state.document;
    this.revision = state.revision;
    this.status = "saved"; // saved, changed, saving, failed, stale, loading
    this.complaint = "";
    this.undone = [];
    this.done = [];
    this.isBehind = false; // whether something has changed since labels were sent
    this.onchange = onchange;
    this.key = "";
    this.timer = 0;
  }

  get isSafe() {
    return this.status === "saved";
  }

  // Apply `change` to the document. Changes of one key in a row are one step to undo.
  change(change, { key = "" } = {}) {
    if (!key || key !== this.key) this.#remember();
    this.key = key;
    change(this.document);
    this.#changed(key ? PAUSE_MS : 0);
  }

  // What is typed next is a step of its own.
  settle() {
    this.key = "";
  }

  undo() {
    this.#swap(this.done, this.undone);
  }

  redo() {
    this.#swap(this.undone, this.done);
  }

  // Take what is in the file instead; what was here can be had back by undoing.
  async load() {
    const { complaint } = this;
    this.#say("loading");
    const state = await asked("state");
    if (!state.document) {
      this.#say("stale", state.complaint ?? complaint);
      return null;
    }
    this.#remember();
    this.document = state.document;
    this.revision = state.revision;
    this.key = "";
    this.#say("saved");
    return state;
  }

  // Try to save now.
  async save() {
    clearTimeout(this.timer);
    if (this.status !== "changed" && this.status !== "failed") return;
    this.#say("saving");
    const sent = JSON.stringify({ revision: this.revision, document: this.document });
    this.isBehind = false;
    const reply = { outcome: "failed", ...(await asked("labels", { method: "POST", headers: JSON_SENT, body: sent })) };
    if (reply.revision) this.revision = reply.revision;
    if (reply.outcome === "saved") this.#say("saved", "", reply);
    else this.#say(reply.outcome === "stale" ? "stale" : "failed", reply.complaint, reply);
    if (this.isBehind && reply.outcome === "saved") {
      this.#say("changed");
      await this.save();
    }
  }

  #remember() {
    this.done.push(structuredClone(this.document));
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone = [];
  }

  #swap(from, to) {
    if (from.length === 0) return;
    to.push(this.document);
    this.document = from.pop();
    this.key = "";
    this.#changed(0);
  }

  #changed(pause) {
    this.isBehind = true;
    if (this.status === "saved" || this.status === "failed") this.#say("changed");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  #say(status, complaint = "", reply = null) {
    this.status = status;
    this.complaint = complaint;
    this.onchange(reply);
  }
}

const asked = async (name, options = {}) => {
  try {
    return await (await fetch(name, options)).json();
  } catch {
    return { complaint: "the program does not answer; if it was ended, download the labels here and start it again" };
  }
};
