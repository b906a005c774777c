// An article's text, addressed in code points. The browser counts UTF-16 units; the two differ after the first character outside the
// basic plane, so every number that leaves this module counts code points.

const segmenters = new Map();

const segmenter = (language, granularity) => {
  const name = `${language} ${granularity}`;
  if (!segmenters.has(name)) {
    let made;
    try {
      made = new Intl.Segmenter(language || undefined, { granularity });
    } catch {
      made = new Intl.Segmenter(undefined, { granularity });
    }
    segmenters.set(name, made);
  }
  return segmenters.get(name);
};

export class ArticleText {
  constructor({ text, sentences, language }) {
    this.text = text;
    this.sentences = sentences;
    this.language = language;
    this.points = []; // of each UTF-16 unit, its code point's number
    this.units = []; // of each code point, where it begins
    for (const character of text) {
      this.units.push(this.points.length);
      for (let unit = 0; unit < character.length; unit += 1) this.points.push(this.units.length - 1);
    }
    this.length = this.units.length;
    this.units.push(text.length);
    this.points.push(this.length);
  }

  slice(start, end) {
    return this.text.slice(this.units[start], this.units[end]);
  }

  // The first place of these exact words, or null.
  find(words) {
    const unit = words ? this.text.indexOf(words) : -1;
    return unit < 0 ? null : { start: this.points[unit], end: this.points[unit + words.length] };
  }

  isUnique({ start, end }) {
    const words = this.slice(start, end);
    const first = this.text.indexOf(words);
    return this.text.indexOf(words, first + 1) < 0;
  }

  sentenceAt(point) {
    return this.sentences.findIndex(([start, end]) => start <= point && point < end);
  }

  sentenceSpan(index) {
    const [start, end] = this.sentences[index];
    return this.trimmed({ start, end });
  }

  trimmed({ start, end }) {
    const words = this.slice(start, end);
    const left = this.points[this.units[start] + (words.length - words.trimStart().length)];
    const right = this.points[this.units[start] + words.trimEnd().length];
    return { start: Math.min(left, end), end: Math.max(left, right) };
  }

  // What is meant by marked words: the words touched, the sentences touched, or just these characters. Never half a character.
  snapped(span, how) {
    const marked = this.trimmed(span);
    if (marked.start >= marked.end) return null;
    if (how === "sentence") {
      const first = this.sentenceSpan(this.sentenceAt(marked.start));
      const last = this.sentenceSpan(this.sentenceAt(marked.end - 1));
      return { start: first.start, end: last.end };
    }
    const granularity = how === "exact" ? "grapheme" : "word";
    const start = this.#piece(marked.start, granularity).start;
    return { start, end: this.#piece(marked.end - 1, granularity).end };
  }

  // The word, mark or space at a code point.
  #piece(point, granularity) {
    const [from, to] = this.sentences[this.sentenceAt(point)];
    const found = segmenter(this.language, granularity).segment(this.slice(from, to)).containing(this.units[point] - this.units[from]);
    const unit = this.units[from] + found.index;
    return { start: this.points[unit], end: this.points[unit + found.segment.length] };
  }

  // Evidence has to stand in the article once: longer by a word at each end until it does, within its sentence first.
  unique(span) {
    let wider = span;
    const sentence = { start: this.sentenceSpan(this.sentenceAt(span.start)).start, end: this.sentenceSpan(this.sentenceAt(span.end - 1)).end };
    while (!this.isUnique(wider)) {
      const inside = wider.start > sentence.start || wider.end < sentence.end;
      const limit = inside ? sentence : { start: 0, end: this.length };
      const next = { start: this.#earlier(wider.start, limit.start), end: this.#later(wider.end, limit.end) };
      if (next.start === wider.start && next.end === wider.end) break;
      wider = next;
    }
    return this.trimmed(wider);
  }

  // The span with one end moved by a word.
  moved({ start, end }, edge, by) {
    if (edge === "start" && by < 0) return { start: this.#earlier(start, 0), end };
    if (edge === "end" && by > 0) return { start, end: this.#later(end, this.length) };
    if (edge === "start") {
      const inner = this.#pastSpace(this.#piece(start, "word").end, 1);
      return inner < end ? { start: inner, end } : { start, end };
    }
    const inner = this.#pastSpace(this.#piece(end - 1, "word").start, -1);
    return inner > start ? { start, end: inner } : { start, end };
  }

  #earlier(start, limit) {
    const before = this.#pastSpace(start, -1);
    return before > limit ? Math.max(limit, this.#piece(before - 1, "word").start) : start;
  }

  #later(end, limit) {
    const after = this.#pastSpace(end, 1);
    return after < limit ? Math.min(limit, this.#piece(after, "word").end) : end;
  }

  #pastSpace(point, step) {
    let at = point;
    while (step < 0 ? at > 0 && /\s/u.test(this.slice(at - 1, at)) : at < this.length && /\s/u.test(this.slice(at, at + 1))) at += step;
    return at;
  }
}
