// What is shown, in the address of the page: every state is a link, and Back goes back.
/** @typedef {import("./types.d.ts").State} State */

const SINGLE = /** @type {const} */ (["view", "focus", "to", "depth", "since", "until", "part", "by", "date", "line", "show", "at"]);
const MANY = /** @type {const} */ (["function", "lane", "hide"]);
/** What a key is where the address says nothing. @type {Record<string, string>} */
const DEFAULTS = { view: "map", depth: "1", by: "organ" };

/** What there is of a key; an address that says another is read as if it said nothing. @type {Record<string, string[]>} */
const KNOWN = { view: ["map", "citations", "lineage", "paths"], by: ["organ", "kind"] };

/** Whether that is a day of the calendar, YYYY-MM-DD. @param {string} text */
function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The state that an address says. @param {string} search @returns {State} */
export function read(search) {
  const given = new URLSearchParams(search);
  /** @type {any} */
  const state = {};
  for (const key of SINGLE) state[key] = given.get(key) ?? DEFAULTS[key] ?? "";
  for (const [key, known] of Object.entries(KNOWN)) if (!known.includes(state[key])) state[key] = DEFAULTS[key];
  if (!isDay(state.date)) state.date = "";
  for (const key of MANY) state[key] = given.getAll(key);
  return state;
}

/** The address of a state: only what is not as always. @param {State} state */
export function write(state) {
  const told = new URLSearchParams();
  for (const key of SINGLE) {
    if (state[key] && state[key] !== DEFAULTS[key]) told.set(key, state[key]);
  }
  for (const key of MANY) for (const value of state[key]) told.append(key, value);
  const text = told.toString().replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}

/** The parameters of a picture's address. @param {Record<string, string | string[]>} values */
export function parameters(values) {
  const told = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) told.append(key, one);
  }
  return told.toString();
}

/** The path of a document without the part after "#". @param {string} path */
export const whole = (path) => path.split("#")[0];
