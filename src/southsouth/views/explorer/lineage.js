// Names in time: lanes, a bar a name, a mark an event, joins; and what it was called on a day.
import { el, svg, table } from "./dom.js";
import { ask } from "./api.js";
import { parameters, whole } from "./state.js";
import { number, t } from "./texts.js";
import { awaited } from "./tools.js";
/** @typedef {import("./types.d.ts").Lineage} Lineage */
/** @typedef {import("./types.d.ts").LineageLane} Lane */
/** @typedef {import("./types.d.ts").Mark} Mark */
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").Actions} Actions */

const TITLE = 24;
const NAME_ROW = 34;
const MARK_ROW = 22;
const DAY = 86400000;

/** Days since 1970 of an ISO day. @param {string} day */
const count = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
/** @param {number} days */
const iso = (days) => new Date(days * DAY).toISOString().slice(0, 10);
/** @param {string} force */
const kindOf = (force) => force.split(" ")[0];

export class LineageView {
  /** @param {HTMLElement} stage @param {HTMLElement} tools @param {Actions} actions */
  constructor(stage, tools, actions) {
    this.stage = stage;
    this.tools = tools;
    this.actions = actions;
    /** @type {Lineage | null} */
    this.lineage = null;
    /** What is asked for; null while another view is shown. @type {State | null} */
    this.state = null;
    this.asked = "";
    this.told = el("ul", { class: "on-day", tabindex: "0", "aria-label": t("lineage.day") });
    this.tip = el("div", { class: "tip", hidden: true });
  }

  title() { return this.isOne && this.lineage ? t("lineage.title", { what: this.lineage.title }) : t("lineage.all"); }
  svg() { return this.picture ?? null; }
  query() { return this.lineage ? this.lineage.query : ""; }
  leave() { this.tip.hidden = true; this.asked = ""; this.state = null; this.lineage = null; }

  /** @param {State} state */
  async show(state) {
    this.state = state;
    const focus = whole(state.focus);
    this.isOne = Boolean(focus);
    const asked = `lineage ${focus}`;
    if (asked !== this.asked) {
      const lineage = await awaited(this.stage, ask("lineage", parameters({ focus })));
      if (this.state !== state) return;
      this.asked = asked;
      this.lineage = lineage;
      this.build(lineage, state);
    }
    this.setDay(state.date);
    const { lineage } = this;
    if (!lineage) return;
    const marks = lineage.lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
    this.actions.status(t("lineage.summary", { n: number(lineage.lanes.length), m: number(marks) }));
  }

  // --- the picture ------------------------------------------------------------------------------

  /** @param {Lineage} lineage @param {State} state */
  build(lineage, state) {
    const { width, height, axis } = lineage;
    this.dayLine = svg("path", { class: "today", d: `M0 ${axis}V${height}`, visibility: "hidden" });
    const hatch = svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("rect", { class: "hatch-ground", width: 6, height: 6 }), svg("path", { class: "hatch-line", d: "M0 0V6" }));
    const tip = svg("marker", { id: "join-tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      svg("path", { class: "join-tip", d: "M0 0l8 4l-8 4z" }));
    this.picture = svg("svg", {
      viewBox: `0 0 ${width} ${height}`, role: "group",
      "aria-label": t("lineage.label", { n: lineage.lanes.length, first: lineage.first.slice(0, 4), last: lineage.last.slice(0, 4) }),
    },
    svg("defs", {}, hatch, tip),
    ...lineage.ticks.flatMap(([year, x]) => [
      svg("path", { class: "rule", d: `M${x} ${axis}V${height}` }), svg("text", { class: "year", x: x + 3, y: axis - 8 }, year)]),
    this.dayLine,
    ...lineage.joins.map((join) => this.join(lineage, join)),
    ...lineage.lanes.map((lane) => this.lane(lane)));
    this.frame = el("div", { class: "lanes", tabindex: "0", role: "region", "aria-label": t("view.lineage"),
      onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") this.tip.hidden = true; } }, this.picture, this.tip);
    this.stage.replaceChildren(this.frame);
    this.frame.scrollLeft = this.frame.scrollWidth;  // where it is wider than the screen: the last years
    this.showTools(lineage, state);
  }

  /** @param {Lineage} lineage @param {import("./types.d.ts").Join} join */
  join(lineage, join) {
    const [one, other] = [lineage.lanes[join.source], lineage.lanes[join.target]];
    const down = other.top > one.top;
    const from = one.top + TITLE + (down ? NAME_ROW * one.rows : 0);
    const to = other.top + TITLE + (down ? 0 : NAME_ROW * other.rows);
    return svg("g", { class: "join" }, svg("title", {}, join.words),
      svg("path", { d: `M${join.x} ${from}V${to}`, "marker-end": "url(#join-tip)" }));
  }

  /** @param {Lane} lane */
  lane(lane) {
    const label = svg("text", {
      class: "lane link", x: 20, y: lane.top + 14, role: "button", tabindex: "0",
      onclick: () => this.actions.go({ focus: lane.path, show: "", at: "", line: "" }), onkeydown: pressed,
    }, lane.label);
    return svg("g", {}, label, ...lane.segments.map((segment) => this.segment(lane, segment)),
      ...lane.marks.filter((mark) => mark.x !== null).map((mark) => this.mark(lane, mark)));
  }

  /** @param {Lane} lane @param {import("./types.d.ts").Segment} segment */
  segment(lane, segment) {
    const y = lane.top + TITLE + segment.row * NAME_ROW + 16;
    const { x0, x1, x2, x3 } = segment;
    const words = `${segment.form}: ${segment.use}`;
    return svg("g", { class: "segment", role: "img", tabindex: "0", "aria-label": words, ...this.hovering(words) },
      svg("text", { x: segment.label_x, y: y - 4, "text-anchor": segment.label_end ? "end" : null }, segment.form),
      x1 > x0 && svg("rect", { class: "unsure", x: x0, y, width: x1 - x0, height: 12 }),
      svg("rect", { class: "sure", x: x1, y, width: Math.max(x2 - x1, 2), height: 12 }),
      x3 > x2 && svg("path", { class: "unsure", d: segment.goes_on ? `M${x2} ${y}H${x3 - 8}l8 6l-8 6H${x2}z` : `M${x2} ${y}H${x3}v12H${x2}z` }),
      segment.ticks.length > 0 && svg("path", { class: "ticks", d: segment.ticks.map((x) => `M${x} ${y + 2}v8`).join("") }));
  }

  /** @param {Lane} lane @param {Mark} mark */
  mark(lane, mark) {
    const y = lane.top + TITLE + lane.rows * NAME_ROW + mark.row * MARK_ROW + 11;
    const x = mark.x ?? 0;
    const kind = kindOf(mark.force);
    const words = `${mark.number}. ${mark.day}, ${mark.force}: ${mark.label}${mark.where ? ` [${mark.where[1]}]` : ""}`;
    const shape = kind === "silent" || kind === "attested"
      ? svg("path", { d: `M${x} ${y - 9.5}l9.5 9.5l-9.5 9.5l-9.5 -9.5z` }) : svg("circle", { cx: x, cy: y, r: 8.5 });
    return svg("g", {
      class: `mark ${kind}`, role: "button", tabindex: "0", "aria-label": words,
      onclick: () => this.open(mark), onkeydown: pressed, ...this.hovering(words, mark.quote),
    }, shape, svg("text", { x, y: y + 3.6 }, mark.number));
  }

  /** Opens the provision that an event stands in. @param {Mark} mark */
  open(mark) {
    if (!mark.where) return;
    const [path] = mark.where;
    if (/^https?:/.test(path)) { window.open(path, "_blank", "noopener"); return; }
    this.actions.go({ show: whole(path), at: path.split("#")[1] ?? "", line: "" });
  }

  /** What shows the words of a thing while it is pointed at or has the focus. @param {string} words @param {string} [quote] */
  hovering(words, quote = "") {
    const show = (/** @type {Event} */ event) => {
      const { frame } = this;
      if (!frame) return;
      const place = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
      const corner = frame.getBoundingClientRect();
      this.tip.replaceChildren(el("b", { dir: "auto" }, words), quote && el("q", { dir: "auto" }, quote));
      this.tip.hidden = false;
      const room = frame.clientWidth - 330;
      this.tip.style.left = `${Math.max(4, Math.min(place.left - corner.left, room)) + frame.scrollLeft}px`;
      this.tip.style.top = `${place.bottom - corner.top + 8 + frame.scrollTop}px`;
    };
    const hide = () => { this.tip.hidden = true; };
    return { onpointerenter: show, onfocus: show, onpointerleave: hide, onblur: hide };
  }

  // --- the day ----------------------------------------------------------------------------------

  /** @param {Lineage} lineage @param {State} state */
  showTools(lineage, state) {
    const [first, last] = [count(lineage.first), count(lineage.last)];
    this.slider = el("input", {
      type: "range", min: first, max: last, step: 1, value: state.date ? count(state.date) : last, "aria-label": t("lineage.slider"),
      oninput: () => this.setDay(iso(Number(this.slider?.value))),
      onchange: () => this.actions.go({ date: iso(Number(this.slider?.value)) }, true),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.leap(event),
    });
    this.date = el("input", {
      type: "date", min: lineage.first, max: lineage.last, value: state.date, "aria-label": t("lineage.day"),
      onchange: () => {
        if (!this.date || this.date.validity.badInput) return;  // half a day, being typed
        this.actions.go({ date: this.date.value }, true);
      },
    });
    const legend = ["decided", "requested", "reported", "silent", "attested"].map((force) => el("span", {},
      svg("svg", { viewBox: "0 0 22 22", class: "key", "aria-hidden": "true" }, svg("g", { class: `mark ${force}` },
        force === "silent" || force === "attested" ? svg("path", { d: "M11 1.5l9.5 9.5l-9.5 9.5l-9.5 -9.5z" }) : svg("circle", { cx: 11, cy: 11, r: 8.5 }))),
      t(`lineage.${force}`)));
    this.tools.replaceChildren(
      el("div", { class: "day-tools" }, el("label", {}, t("lineage.day"), " ", this.date), this.slider),
      this.told,
      el("div", { class: "legend" }, ...legend, el("span", {}, t("lineage.bar"))));
  }

  /** A year further with Page Up and Page Down. @param {KeyboardEvent} event */
  leap(event) {
    const step = event.key === "PageUp" ? 365 : event.key === "PageDown" ? -365 : 0;
    if (!step || !this.slider) return;
    event.preventDefault();
    this.slider.value = String(Number(this.slider.value) + step);
    this.setDay(iso(Number(this.slider.value)));
    this.actions.go({ date: iso(Number(this.slider.value)) }, true);
  }

  /** @param {string} day */
  setDay(day) {
    const { lineage } = this;
    if (!lineage || !this.dayLine || !this.date || !this.slider) return;
    this.dayLine.setAttribute("visibility", day ? "visible" : "hidden");
    if (!day) { this.date.value = ""; this.told.replaceChildren(el("li", { class: "note" }, t("lineage.none"))); return; }
    this.date.value = day;
    this.slider.value = String(count(day));
    this.slider.setAttribute("aria-valuetext", day);
    const share = (count(day) - count(lineage.first)) / (count(lineage.last) - count(lineage.first));
    const x = lineage.left + share * (lineage.right - lineage.left);
    this.dayLine.setAttribute("d", `M${x.toFixed(1)} ${lineage.axis}V${lineage.height}`);
    this.told.replaceChildren(...lineage.lanes.flatMap((lane) => this.called(lane, day)));
  }

  /** What a lane was called on a day: for certain, perhaps, or unknown. @param {Lane} lane @param {string} day */
  called(lane, day) {
    const said = lane.segments.map(({ form, bounds }) => ({ form, how: use(bounds, day) })).filter(({ how }) => how);
    if (!said.length) return this.isOne ? [el("li", { class: "note" }, t("lineage.unknown", { thing: lane.label }))] : [];
    return said.map(({ form, how }) => el("li", { class: how }, t(`lineage.${how}`, { thing: lane.label, name: form })));
  }

  table() {
    if (!this.lineage) return null;
    const { lanes } = this.lineage;
    const names = lanes.flatMap((lane) => lane.segments.map(({ form, use: when }) => [lane.label, form, when]));
    const events = lanes.flatMap((lane) => lane.marks.map((mark) => [
      mark.number, mark.day, mark.force, mark.label,
      mark.where && el("button", { type: "button", class: "link", onclick: () => this.open(mark) }, mark.where[1]),
    ]));
    return el("div", {},
      table([t("table.of"), t("table.name"), t("table.use")], names, t("panel.names")),
      table([t("table.number"), t("table.day"), t("table.force"), t("table.event"), t("table.where")], events, t("panel.events")));
  }
}

/**
 * Whether a name with these bounds (not before, by; still, not after) was in use on a day.
 * @param {string[]} bounds @param {string} day
 */
export function use([notBefore, by, still, notAfter], day) {
  const begun = by && by <= day;
  const going = still && day <= still;
  if (begun && going) return "sure";
  if ((notBefore && day < notBefore) || (notAfter && day > notAfter)) return "";
  return notBefore || by || still || notAfter ? "perhaps" : "";
}

/** Enter and the space bar press what has the role of a button. @param {KeyboardEvent} event */
function pressed(event) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  /** @type {SVGElement} */ (event.currentTarget).dispatchEvent(new MouseEvent("click", { bubbles: true }));
}
