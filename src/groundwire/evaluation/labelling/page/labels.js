// What can be done to labels: plain functions on the document, so that whatever it holds besides stays as it is.

export const NO_LABELS = { claims: [], key_points: [], traps: [] };

export const labelsOf = (document, name) => document.articles[name] ?? NO_LABELS;

const own = (document, name) => {
  document.articles[name] ??= { claims: [] };
  return document.articles[name];
};

// The first free id: c7 where c1 to c6 are taken.
export const nextId = (letter, items) => {
  const taken = items.map((item) => (item.id.startsWith(letter) ? Number(item.id.slice(letter.length)) || 0 : 0));
  return `${letter}${Math.max(0, ...taken) + 1}`;
};

export const claimOf = (document, name, id) => labelsOf(document, name).claims.find((claim) => claim.id === id);

// A new claim, put where its evidence stands in the article.
export const addClaim = (document, article, claim) => {
  const { claims } = own(document, article.name);
  const made = { id: nextId("c", claims), text: "", evidence: [], attribution: "none", speaker: null, stance: "asserted", ...claim };
  const start = (one) => article.words.find(one.evidence[0] ?? "")?.start ?? Infinity;
  const at = claims.findIndex((other) => start(other) > start(made));
  claims.splice(at < 0 ? claims.length : at, 0, made);
  return made.id;
};

export const removeClaim = (document, name, id) => {
  const labels = own(document, name);
  labels.claims = labels.claims.filter((claim) => claim.id !== id);
  for (const point of labels.key_points ?? []) point.claims = without(point.claims, id);
  for (const row of document.rows ?? []) leaveRow(row, name, id);
};

export const without = (items, item) => (items ?? []).filter((one) => one !== item);

export const setAttribution = (claim, kind) => {
  claim.attribution = kind;
  if (kind === "none") claim.speaker = null;
};

export const speakersOf = (document) => {
  const names = Object.values(document.articles).flatMap((labels) => labels.claims.map((claim) => claim.speaker));
  return [...new Set(names.filter(Boolean))].sort((one, other) => one.localeCompare(other));
};

// Key points and traps.

export const addPoint = (document, name, point) => {
  const labels = own(document, name);
  labels.key_points ??= [];
  const made = { id: nextId("k", labels.key_points), text: "", weight: 2, claims: [], ...point };
  labels.key_points.push(made);
  return made.id;
};

export const addTrap = (document, name, trap) => {
  const labels = own(document, name);
  labels.traps ??= [];
  const made = { id: nextId("t", labels.traps), kind: "number", text: "", why: "", ...trap };
  labels.traps.push(made);
  return made.id;
};

export const remove = (document, name, list, id) => {
  const labels = own(document, name);
  labels[list] = labels[list].filter((item) => item.id !== id);
};

export const pointOf = (document, name, id) => (labelsOf(document, name).key_points ?? []).find((point) => point.claims?.includes(id));

// A claim's weight: its key point's; 0 takes it out, and the point away where it was the point's only claim.
export const weigh = (document, name, claim, weight) => {
  const point = pointOf(document, name, claim.id);
  if (!point && weight) addPoint(document, name, { text: claim.text, weight, claims: [claim.id] });
  else if (point && weight) point.weight = weight;
  else if (point && point.claims.length > 1) point.claims = without(point.claims, claim.id);
  else if (point) remove(document, name, "key_points", point.id);
};

// Rows, origins, disputes.

export const rowsWith = (document, name, id) => (document.rows ?? []).filter((row) => row.claims[name]?.includes(id));

export const joinRow = (row, name, id) => {
  if (!row.claims[name]?.includes(id)) row.claims[name] = [...(row.claims[name] ?? []), id];
};

export const leaveRow = (row, name, id) => {
  const left = without(row.claims[name], id);
  if (left.length > 0) row.claims[name] = left;
  else delete row.claims[name];
};

export const addRow = (document, row) => {
  document.rows ??= [];
  const made = { id: nextId("r", document.rows), text: "", claims: {}, standing: "single_origin", origins: [], ...row };
  document.rows.push(made);
  return made.id;
};

export const removeRow = (document, id) => {
  document.rows = document.rows.filter((row) => row.id !== id);
  document.disputes = (document.disputes ?? []).filter((dispute) => dispute.row !== id);
};

export const addOrigin = (document, origin) => {
  document.origins ??= [];
  const made = { id: nextId("o", document.origins), label: "", kind: "speaker", ...origin };
  document.origins.push(made);
  return made.id;
};

export const removeOrigin = (document, id) => {
  document.origins = document.origins.filter((origin) => origin.id !== id);
  for (const row of document.rows ?? []) if (row.origins) row.origins = without(row.origins, id);
};

export const addDispute = (document, row, names) => {
  document.disputes ??= [];
  const side = (name) => ({ value: "", articles: name ? [name] : [] });
  document.disputes.push({ row, kind: "number", sides: [side(names[0]), side(names[1])] });
};

export const removeDispute = (document, dispute) => {
  document.disputes = without(document.disputes, dispute);
};
