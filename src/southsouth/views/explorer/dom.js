// Making elements. Texts of the data reach the page through textContent alone.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | number | Node | null | undefined | false} Child */

/**
 * @param {Element} element
 * @param {Record<string, any>} attributes
 * @param {Child[]} children
 */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(typeof child === "number" ? String(child) : child);
  }
  return element;
}

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function el(name, attributes = {}, ...children) {
  return /** @type {any} */ (filled(document.createElement(name), attributes, children));
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[N]}
 */
export function svg(name, attributes = {}, ...children) {
  return /** @type {any} */ (filled(document.createElementNS(SVG, name), attributes, children));
}

/** The element of that id, which the page has. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/**
 * Puts other content into a box; the control of the same name and value, or text, keeps the focus.
 * @param {HTMLElement} box
 * @param {...Child} children
 */
export function refill(box, ...children) {
  /** @param {Element | null} control */
  const same = (control) => `${control?.tagName} ${control?.getAttribute("name") ?? control?.textContent} ${control?.getAttribute("value")}`;
  const before = box.contains(document.activeElement) ? same(document.activeElement) : "";
  box.replaceChildren();
  filled(box, {}, children);
  if (!before) return;
  for (const control of box.querySelectorAll("input, select, button, summary")) {
    if (same(control) === before) { /** @type {HTMLElement} */ (control).focus(); break; }
  }
}

/** A table of cells. @param {string[]} heads @param {Child[][]} rows @param {string} [caption] */
export function table(heads, rows, caption) {
  return el("table", {},
    caption && el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((cell) => el("td", {}, cell))))));
}

/** A button. @param {string} text @param {() => void} act @param {Record<string, any>} [more] */
export function button(text, act, more = {}) {
  return el("button", { type: "button", onclick: act, ...more }, text);
}
