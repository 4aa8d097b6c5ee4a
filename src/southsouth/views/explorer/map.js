// The map of the whole graph: its tools, mouse, touch and keys, and the same as a table.
import { byId, el, refill, svg, table } from "./dom.js";
import { MapCanvas } from "./canvas.js";
import { SHAPES, theme } from "./looks.js";
import { number, t } from "./texts.js";
import { zoomTools } from "./tools.js";
/** @typedef {import("./types.d.ts").Atlas} Atlas */
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").Actions} Actions */

const ROWS = 200;

export class MapView {
  /** @param {HTMLElement} stage @param {HTMLElement} tools @param {Actions} actions */
  constructor(stage, tools, actions) {
    this.stage = stage;
    this.tools = tools;
    this.actions = actions;
    /** What is asked for; null while another view is shown. @type {State | null} */
    this.state = null;
    this.kindsOpen = false;
    this.tip = el("div", { class: "tip", hidden: true });
    this.frame = el("div", { class: "map", tabindex: "0", role: "application", "aria-describedby": "map-help" });
    this.map = new MapCanvas(this.frame);
    this.frame.append(this.tip);
    this.listen();
  }

  title() { return t("map.title"); }
  canvas() { return this.map.canvas; }
  query() { return this.map.atlas ? this.map.atlas.query : ""; }
  leave() { this.tip.hidden = true; this.state = null; }

  /** @param {State} state */
  async show(state) {
    this.state = state;
    const atlas = await this.actions.atlas();
    if (this.state !== state) return;
    const isNew = atlas !== this.map.atlas;
    if (isNew) this.map.take(atlas);
    if (!atlas.nodes.path.length) {
      this.tools.replaceChildren();
      this.stage.replaceChildren(el("p", { class: "pick" }, t("map.empty")));
      this.actions.status("");
      return;
    }
    if (this.frame.parentElement !== this.stage) {
      this.stage.replaceChildren(this.frame, el("details", { class: "note" }, el("summary", {}, t("map.keys")), el("p", { id: "map-help" }, t("map.help"))));
    }
    this.map.hidden = new Set(state.hide);
    this.showTools(state);
    const path = state.show || state.focus;
    const node = path ? this.map.places.get(path.split("#")[0]) ?? -1 : -1;
    const moved = node !== this.map.chosen && node >= 0;
    this.map.chosen = node;
    this.map.resize();
    if (isNew || this.map.unfitted) this.map.fit();
    if (moved) this.map.reveal(node, isNew);
    this.frame.setAttribute("aria-label", t("map.label", { n: number(atlas.nodes.path.length), m: number(this.map.lineCount) }));
    this.actions.status(t("map.summary", { n: number(atlas.nodes.path.length), m: number(this.map.lineCount) }));
    this.map.draw();
  }

  // --- tools ------------------------------------------------------------------------------------

  /** @param {State} state */
  showTools(state) {
    if (!this.map.atlas) return;
    const lanes = ["organ", "kind"].map((by) => el("label", {},
      el("input", { type: "radio", name: "by", value: by, checked: state.by === by, onchange: () => this.actions.go({ by }) }),
      t(`map.${by}`)));
    const scheme = theme();
    const kinds = this.map.atlas.kinds.map((kind) => {
      const sample = el("span", { class: "swatch" });
      sample.append(swatch(kind.shape, kind[scheme].fill, kind[scheme].border));
      return el("label", {}, el("input", {
        type: "checkbox", name: "kind", value: kind.kind, checked: !this.map.hidden.has(kind.kind), "aria-label": t("map.hide", { kind: kind.name }),
        onchange: (/** @type {Event} */ event) => this.toggle(kind.kind, /** @type {HTMLInputElement} */ (event.target).checked),
      }), sample, `${kind.name} `, el("span", { class: "n" }, number(kind.count)));
    });
    refill(this.tools,
      el("fieldset", { class: "inline" }, el("legend", {}, t("map.by")), ...lanes),
      zoomTools(1.4, (factor) => this.map.zoom(factor), () => { this.map.fit(); this.map.draw(); }),
      el("details", { class: "filter", open: this.kindsOpen, ontoggle: (/** @type {Event} */ event) => {
        this.kindsOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
      } }, el("summary", {}, t("map.kinds")), el("div", { class: "checks" }, ...kinds)));
  }

  /** @param {string} kind @param {boolean} shown */
  toggle(kind, shown) {
    const hide = new Set(this.map.hidden);
    if (shown) hide.delete(kind); else hide.add(kind);
    this.actions.go({ hide: [...hide].sort() }, true);
  }

  // --- mouse, touch, keys -----------------------------------------------------------------------

  listen() {
    /** @type {Map<number, { x: number, y: number }>} */
    const down = new Map();
    let moved = 0;
    const place = (/** @type {PointerEvent | WheelEvent} */ event) => {
      const corner = this.frame.getBoundingClientRect();
      return { x: event.clientX - corner.left, y: event.clientY - corner.top };
    };
    this.frame.addEventListener("pointerdown", (event) => {
      this.frame.setPointerCapture(event.pointerId);
      down.set(event.pointerId, place(event));
      moved = 0;
    });
    this.frame.addEventListener("pointermove", (event) => {
      const now = place(event);
      const before = down.get(event.pointerId);
      if (!before) { this.hover(this.map.at(now.x, now.y), now); return; }
      const others = [...down].filter(([id]) => id !== event.pointerId);
      moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      if (others.length) {
        const fixed = others[0][1];
        const spread = Math.hypot(now.x - fixed.x, now.y - fixed.y) / (Math.hypot(before.x - fixed.x, before.y - fixed.y) || 1);
        this.map.zoom(spread, fixed.x, fixed.y);
      } else {
        this.map.left += now.x - before.x;
        this.map.top += now.y - before.y;
      }
      down.set(event.pointerId, now);
      this.tip.hidden = true;
      this.map.draw();
    });
    const up = (/** @type {PointerEvent} */ event) => {
      const was = down.get(event.pointerId);
      down.delete(event.pointerId);
      if (was && moved < 6 && event.type === "pointerup") this.choose(this.map.at(was.x, was.y));
    };
    this.frame.addEventListener("pointerup", up);
    this.frame.addEventListener("pointercancel", up);
    this.frame.addEventListener("pointerleave", () => this.hover(-1, { x: 0, y: 0 }));
    this.frame.addEventListener("wheel", (event) => {
      event.preventDefault();
      const { x, y } = place(event);
      this.map.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), x, y);
    }, { passive: false });
    this.frame.addEventListener("dblclick", (event) => {
      const corner = this.frame.getBoundingClientRect();
      const node = this.map.at(event.clientX - corner.left, event.clientY - corner.top);
      if (node >= 0) this.centre(node);
    });
    this.frame.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const arrows = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] });
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow) { this.map.left += arrow[0]; this.map.top += arrow[1]; this.map.draw(); }
    else if (event.key === "+" || event.key === "=") this.map.zoom(1.3);
    else if (event.key === "-") this.map.zoom(1 / 1.3);
    else if (event.key === "0") { this.map.fit(); this.map.draw(); }
    else if (event.key === "PageDown" || event.key === "PageUp") this.step(event.key === "PageDown" ? 1 : -1);
    else if (event.key === "Enter" && this.map.chosen >= 0) byId("panel").focus();
    else if (event.key.toLowerCase() === "c" && this.map.chosen >= 0) this.centre(this.map.chosen);
    else if (event.key === "Escape") this.choose(-1);
    else return;
    event.preventDefault();
  }

  /** @param {number} by */
  step(by) {
    if (!this.map.atlas) return;
    const { nodes, kinds } = this.map.atlas;
    const shown = this.map.byCited.filter((node) => !this.map.hidden.has(kinds[nodes.kind[node]].kind));
    const at = shown.indexOf(this.map.chosen);
    this.choose(shown[Math.max(0, Math.min(shown.length - 1, at < 0 ? 0 : at + by))], true);
  }

  /** @param {number} node @param {{ x: number, y: number }} place */
  hover(node, place) {
    if (node !== this.map.hovered) {
      this.map.hovered = node;
      this.frame.classList.toggle("pointing", node >= 0);
      this.map.draw();
    }
    this.tip.hidden = node < 0;
    if (node < 0 || !this.map.atlas) return;
    const { nodes, kinds, how, out } = this.map.atlas;
    const day = nodes.day[node] ? `${nodes.day[node]} (${how[nodes.known[node]]})` : t("undated");
    this.tip.replaceChildren(el("b", { dir: "auto" }, nodes.label[node]), nodes.title[node] && el("span", { dir: "auto" }, nodes.title[node]),
      el("span", { class: "day" }, `${kinds[nodes.kind[node]].name}, ${day}`),
      el("span", { class: "day" }, `${t("cites.n", { n: number(out[node].length) })}, ${t("cited.by", { n: number(this.map.incoming[node].length) })}`));
    const room = this.map.width - 270;
    this.tip.style.left = `${Math.max(4, Math.min(place.x + 14, room))}px`;
    const below = place.y + 18;
    this.tip.style.top = `${below + 90 > this.map.height ? Math.max(4, place.y - 100) : below}px`;
  }

  /** @param {number} node @param {boolean} [stepping] */
  choose(node, stepping = false) {
    if (node === this.map.chosen) return;
    this.map.chosen = node;
    this.map.draw();
    const path = node >= 0 && this.map.atlas ? this.map.atlas.nodes.path[node] : "";
    if (node >= 0) this.map.reveal(node, false);
    this.actions.go({ focus: path, show: "", at: "", line: "" }, stepping);
  }

  /** @param {number} node */
  centre(node) {
    if (this.map.atlas) this.actions.go({ view: "citations", focus: this.map.atlas.nodes.path[node], show: "", line: "" });
  }

  table() {
    if (!this.map.atlas) return null;
    const { nodes, kinds, out } = this.map.atlas;
    const shown = this.map.byCited.filter((node) => !this.map.hidden.has(kinds[nodes.kind[node]].kind));
    const rows = shown.slice(0, ROWS).map((node) => [
      el("button", { type: "button", class: "link", onclick: () => this.actions.go({ focus: nodes.path[node], show: "" }) }, nodes.label[node]),
      kinds[nodes.kind[node]].name, nodes.day[node] || t("undated"), number(nodes.cited[node]), number(out[node].length), nodes.title[node],
    ]);
    return table(["document", "kind", "day", "citedBy", "cites", "title"].map((key) => t(`table.${key}`)), rows,
      t("table.most", { n: number(rows.length), m: number(shown.length) }));
  }
}

/** A small picture of a shape. @param {string} shape @param {string} fill @param {string} border */
function swatch(shape, fill, border) {
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SHAPES[shape](8, 8, 5.5), fill, stroke: border }));
}
