// The texts of the interface, all from one file, so that they can be translated.
import { byId } from "./dom.js";

/** @type {Record<string, string>} */
const TEXTS = JSON.parse(byId("texts").textContent || "{}");

/**
 * The text of that key, its {holes} filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return (TEXTS[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether there is a text of that key. @param {string} key */
export const has = (key) => key in TEXTS;

/** A whole number as people write it. @param {number} value */
export const number = (value) => value.toLocaleString("en");
