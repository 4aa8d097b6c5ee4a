// What a document cites and what cites it, and paths from one to another: boxes in columns of years.
import { button, el, refill, svg, table } from "./dom.js";
import { ask } from "./api.js";
import { darkTheme, SHAPES, theme } from "./looks.js";
import { parameters, whole } from "./state.js";
import { has, number, t } from "./texts.js";
import { awaited, zoomTools } from "./tools.js";
/** @typedef {import("./types.d.ts").Scene} Scene */
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").Actions} Actions */

const BOX = { width: 122, height: 20 };
const FIT = 16;
/** More lines than this are thin and faint, but for those of the box that is pointed at. */
const MANY = 80;
const HEAD = 26;
const PAD = 14;
const FUNCTIONS = ["recalls", "reaffirms", "endorses", "welcomes", "takesNoteOf", "emphasizes", "actsOn", "callsForActionOn", "cites"];

export class CitationView {
  /** @param {HTMLElement} stage @param {HTMLElement} tools @param {Actions} actions @param {boolean} [isPaths] */
  constructor(stage, tools, actions, isPaths = false) {
    this.stage = stage;
    this.tools = tools;
    this.actions = actions;
    this.isPaths = isPaths;
    /** @type {Scene | null} */
    this.scene = null;
    /** What is asked for; null while another view is shown. @type {State | null} */
    this.state = null;
    this.address = "";
    this.heading = "";
    /** @type {SVGGElement[]} */
    this.boxes = [];
    /** @type {SVGGElement[]} */
    this.curves = [];
    this.current = -1;
    this.scale = 1;
    /** @type {{ focus: string, functions: Set<string>, lanes: Set<string> }} */
    this.offered = { focus: "", functions: new Set(), lanes: new Set() };
    darkTheme.addEventListener("change", () => {
      if (!this.scene || !this.state || !this.frame?.isConnected) return;
      this.build(this.scene);
      this.restyle(this.state);
    });
  }

  title() { return this.heading; }
  svg() { return this.picture ?? null; }
  query() { return this.scene ? this.scene.query : ""; }
  leave() { this.address = ""; this.state = null; this.scene = null; this.heading = ""; }

  /** @param {State} state */
  async show(state) {
    this.state = state;
    const ready = this.isPaths ? [state.focus, state.to].every(isDocument) : state.focus;
    if (this.isPaths) this.showPathTools(state); else this.showTools(state);
    if (!ready) {
      this.scene = null;
      this.address = "";
      this.heading = this.isPaths ? t("view.paths") : t("view.citations");
      this.stage.replaceChildren(el("p", { class: "pick" }, t(this.isPaths ? "paths.pick" : "citations.pick")));
      this.actions.status("");
      return;
    }
    const asked = this.isPaths ? parameters({ focus: whole(state.focus), to: whole(state.to) }) : parameters({
      focus: whole(state.focus), depth: state.depth, function: state.function, lane: state.lane,
      since: state.since, until: state.until, part: state.part,
    });
    if (asked !== this.address) {
      const scene = await awaited(this.stage, ask(this.isPaths ? "paths" : "citations", asked));
      if (this.state !== state) return;
      this.address = asked;
      this.build(scene);
      if (!this.isPaths) this.showTools(state);
    }
    const { scene } = this;
    if (!scene) return;
    this.heading = this.isPaths ? scene.title : t("citations.title", { what: scene.title });
    this.mark(state);
    const told = t("citations.summary", { n: number(scene.nodes.path.length), m: number(scene.edges.from.length) });
    const rest = scene.leftOut ? `. ${t("citations.leftOut", { n: number(scene.leftOut) })}` : "";
    this.actions.status(scene.edges.from.length ? told + rest : t("citations.empty"));
  }

  /** @param {State} state */
  restyle(state) { this.mark(state); if (!this.isPaths) this.showTools(state); }

  // --- tools ------------------------------------------------------------------------------------

  /** @param {State} state */
  showTools(state) {
    if (!state.focus) { this.tools.replaceChildren(); return; }
    const depth = ["1", "2", "3"].map((steps) => el("label", {},
      el("input", { type: "radio", name: "depth", value: steps, checked: state.depth === steps, onchange: () => this.actions.go({ depth: steps }) }), steps));
    const scheme = theme();
    const known = new Map((this.scene?.functions ?? []).map((look) => [look.key, look]));
    const offered = this.offer(state);
    const keys = [...FUNCTIONS.filter((key) => offered.functions.has(key)), ...[...offered.functions].filter((key) => !FUNCTIONS.includes(key))];
    const lines = keys.map((key) => {
      const look = known.get(key);
      return el("label", {}, el("input", {
        type: "checkbox", name: "function", value: key, checked: !state.function.length || state.function.includes(key),
        onchange: (/** @type {Event} */ event) => {
          const chosen = new Set(state.function.length ? state.function : keys);
          if (/** @type {HTMLInputElement} */ (event.target).checked) chosen.add(key); else chosen.delete(key);
          const every = keys.every((one) => chosen.has(one));
          this.actions.go({ function: every ? [] : [...chosen].sort() });
        },
      }), look && sample(look[scheme], look.dashes), ` ${functionName(key)} `, look && el("span", { class: "n" }, number(look.count)));
    });
    const lanes = [...offered.lanes].map((label) => el("label", {}, el("input", {
      type: "checkbox", name: "lane", value: label, checked: !state.lane.length || state.lane.includes(label),
      onchange: (/** @type {Event} */ event) => {
        const chosen = new Set(state.lane.length ? state.lane : offered.lanes);
        if (/** @type {HTMLInputElement} */ (event.target).checked) chosen.add(label); else chosen.delete(label);
        this.actions.go({ lane: [...offered.lanes].every((one) => chosen.has(one)) ? [] : [...chosen].sort() });
      },
    }), ` ${label}`));
    const year = (/** @type {"since" | "until"} */ key) => el("label", {}, t(`citations.${key}`), " ",
      el("input", { type: "number", name: key, min: 1945, max: 2100, value: state[key], size: 5, onchange: (/** @type {Event} */ event) => {
        const { value } = /** @type {HTMLInputElement} */ (event.target);
        this.actions.go({ [key]: value });
      } }));
    const part = el("select", { name: "part", "aria-label": t("citations.part"), onchange: (/** @type {Event} */ event) => {
      this.actions.go({ part: /** @type {HTMLSelectElement} */ (event.target).value });
    } }, ...["", "pp", "op"].map((value) => el("option", { value, selected: state.part === value }, t(`citations.part.${value || "all"}`))));
    const filtered = state.function.length || state.lane.length || state.since || state.until || state.part;
    refill(this.tools,
      el("fieldset", { class: "inline" }, el("legend", {}, t("citations.depth")), ...depth),
      this.zoomTools(),
      el("details", { class: "filter", open: this.filterOpen, ontoggle: (/** @type {Event} */ event) => {
        this.filterOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
      } },
      el("summary", {}, t("citations.filter"), filtered && " •"),
      el("fieldset", { class: "checks" }, el("legend", {}, t("citations.functions")), ...lines),
      lanes.length > 1 || state.lane.length ? el("fieldset", { class: "checks" }, el("legend", {}, t("citations.lanes")), ...lanes) : null,
      el("div", { class: "checks" }, year("since"), year("until"), el("label", {}, t("citations.part"), " ", part)),
      filtered && button(t("citations.reset"), () => this.actions.go({ function: [], lane: [], since: "", until: "", part: "" }))));
  }

  /**
   * The functions and lanes to choose among: all that were seen around this focus, so that what is
   * filtered out can be had again.
   * @param {State} state
   */
  offer(state) {
    const focus = whole(state.focus);
    if (this.offered.focus !== focus) this.offered = { focus, functions: new Set(), lanes: new Set() };
    const { functions, lanes } = this.offered;
    const unseen = state.function.length && !functions.size ? FUNCTIONS : [];  // a link to what is filtered
    for (const key of [...unseen, ...state.function]) functions.add(key);
    for (const label of state.lane) lanes.add(label);
    if (this.scene?.nodes.path[this.scene.focus] === focus) {
      for (const { key } of this.scene.functions) functions.add(key);
      for (const [label] of this.scene.lanes) lanes.add(label);
    }
    return this.offered;
  }

  zoomTools() {
    return zoomTools(1.25, (factor) => this.zoom(factor), () => this.fit(0.05));
  }

  /** @param {State} state */
  showPathTools(state) {
    const field = (/** @type {"focus" | "to"} */ key, /** @type {string} */ text) => el("label", {}, text, " ",
      el("input", { name: key, value: isDocument(state[key]) ? whole(state[key]).replace(/^document\//, "") : "", size: 18, autocomplete: "off", required: true }));
    const form = el("form", { class: "inline", onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const given = new FormData(form);
      const { Index } = await import("./search.js");
      const index = new Index(await this.actions.atlas());
      /** @type {Record<string, string>} */
      const found = {};
      for (const key of ["focus", "to"]) {
        const words = String(given.get(key) ?? "");
        const hit = index.find(words).find(({ group }) => group === "documents")?.hits[0];
        if (!hit) { this.actions.status(t("paths.unknown", { what: words })); return; }
        found[key] = index.nodes.path[hit.node];
      }
      this.actions.go({ focus: found.focus, to: found.to, show: "", line: "" });
    } }, field("focus", t("paths.from")), field("to", t("paths.to")), el("button", {}, t("paths.go")));
    this.tools.replaceChildren(form, ...(state.to ? [this.zoomTools()] : []));
  }

  // --- the picture ------------------------------------------------------------------------------

  /** @param {Scene} scene */
  build(scene) {
    const isSame = this.scene === scene;
    this.scene = scene;
    const { nodes, edges, box } = scene;
    const scheme = theme();
    this.size = { width: box[2] + 2 * PAD + 30, height: box[3] + HEAD + PAD };
    this.curves = edges.d.map((d, edge) => this.curve(edge, d, scheme));
    this.boxes = nodes.path.map((_, node) => this.box(node, scheme));
    const bands = scene.lanes.map(([, top, bottom], lane) => lane % 2 === 0
      && svg("rect", { class: "band", x: -PAD, y: top, width: /** @type {any} */ (this.size).width, height: bottom - top }));
    const tips = scene.functions.map((look, at) => svg("marker", { id: `tip-${at}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" },
      svg("path", { d: "M0 0l8 4l-8 4z", fill: look[scheme] })));
    this.picture = svg("svg", {
      viewBox: `${-PAD} ${-HEAD} ${this.size.width} ${this.size.height}`, role: "group", class: edges.d.length > MANY ? "many" : null,
      "aria-label": t("citations.label", { n: number(nodes.path.length), what: scene.title }),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
    },
    svg("defs", {}, ...tips), ...bands, svg("g", { class: "lines" }, ...this.curves), svg("g", {}, ...this.boxes),
    ...scene.lanes.map(([label, top]) => svg("text", { class: "lane", x: -PAD + 4, y: top + 16 }, label)),
    ...scene.ticks.map(([year, x]) => svg("text", { class: "year", x, y: -9, "text-anchor": "middle" }, year || t("undated"))));
    this.frame = el("div", { class: "boxes", tabindex: "0", role: "region", "aria-label": t("view.citations"), onscroll: () => this.stay() }, this.picture);
    this.stage.replaceChildren(this.frame);
    if (!isSame) this.current = scene.focus;
    this.roam(this.current >= 0 ? this.current : 0, false);
    this.fit();
  }

  /** @param {number} edge @param {string} d @param {"light" | "dark"} scheme */
  curve(edge, d, scheme) {
    const { nodes, edges, functions } = /** @type {Scene} */ (this.scene);
    const look = functions[edges.function[edge]];
    const [from, to] = [edges.from[edge], edges.to[edge]];
    const label = t("line.label", { from: nodes.label[from], verb: edges.verb[edge], to: nodes.label[to] })
      + (edges.count[edge] > 1 ? `, ${t("line.times", { n: edges.count[edge] })}` : "");
    const group = svg("g", { class: "line", onclick: () => this.actions.go({ line: `${nodes.path[from]}>${nodes.path[to]}` }) },
      svg("title", {}, label),
      svg("path", { class: "reach", d }),
      svg("path", { class: "run", d, stroke: look[scheme], "stroke-dasharray": look.dashes ? look.dashes.join(" ") : null, "stroke-width": Math.min(2.6, 1.2 + Math.log2(edges.count[edge]) * 0.35), "marker-end": `url(#tip-${edges.function[edge]})` }));
    group.dataset.edge = String(edge);
    return group;
  }

  /** @param {number} node @param {"light" | "dark"} scheme */
  box(node, scheme) {
    const { nodes, kinds, edges, focus } = /** @type {Scene} */ (this.scene);
    const look = kinds[nodes.kind[node]];
    const [x, y] = [nodes.x[node] - BOX.width / 2, nodes.y[node] - BOX.height / 2];
    const label = nodes.label[node];
    const touching = edges.from.filter((from, edge) => from === node || edges.to[edge] === node).length;
    return svg("g", {
      class: node === focus ? "box focus" : "box", role: "button", tabindex: "-1",
      "aria-label": t("node.label", { label, kind: look.name, day: nodes.day[node] || t("undated"), cites: t("citations.summary", { n: 1, m: touching }).split(", ").pop() ?? "" }),
      onclick: () => this.choose(node), ondblclick: () => this.centre(node),
      onfocus: () => this.light(node), onblur: () => this.light(-1),
      onpointerenter: () => this.light(node), onpointerleave: () => this.light(-1),
    },
    svg("title", {}, [label, nodes.title[node], nodes.day[node]].filter(Boolean).join("\n")),
    svg("rect", { x, y, width: BOX.width, height: BOX.height, rx: 4, stroke: look[scheme].border }),
    svg("path", { d: SHAPES[look.shape](x + 11, nodes.y[node], 4.5), fill: look[scheme].fill }),
    svg("text", { x: x + 20, y: nodes.y[node] + 4 }, label.length > FIT ? `${label.slice(0, FIT - 1)}…` : label));
  }

  // --- choosing ---------------------------------------------------------------------------------

  /** @param {number} node */
  choose(node) {
    if (!this.scene) return;
    this.roam(node, false);
    this.actions.go({ show: this.scene.nodes.path[node], at: "", line: "" });
  }

  /** @param {number} node */
  centre(node) {
    if (this.scene) this.actions.go({ view: "citations", focus: this.scene.nodes.path[node], show: "", at: "", line: "" });
  }

  /** Makes a box the one that Tab reaches. @param {number} node @param {boolean} focusing */
  roam(node, focusing) {
    this.boxes[this.current]?.setAttribute("tabindex", "-1");
    this.current = node;
    this.boxes[node]?.setAttribute("tabindex", "0");
    if (focusing) this.boxes[node]?.focus();
  }

  /** Shows the lines of a box more clearly. @param {number} node */
  light(node) {
    if (!this.scene || !this.picture) return;
    const { edges } = this.scene;
    this.picture.classList.toggle("lit", node >= 0);
    this.curves.forEach((curve, edge) => curve.classList.toggle("near", edges.from[edge] === node || edges.to[edge] === node));
  }

  /** @param {State} state */
  mark(state) {
    if (!this.scene) return;
    const { nodes, edges } = this.scene;
    this.boxes.forEach((box, node) => box.classList.toggle("chosen", nodes.path[node] === whole(state.show || "")));
    this.curves.forEach((curve, edge) => curve.classList.toggle("chosen",
      `${nodes.path[edges.from[edge]]}>${nodes.path[edges.to[edge]]}` === state.line));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { scene } = this;
    if (!scene) return;
    const ways = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
    const way = ways[event.key];
    if (way) {
      const { x, y } = scene.nodes;
      let [best, least] = [-1, Infinity];
      x.forEach((_, node) => {
        const [dx, dy] = [x[node] - x[this.current], y[node] - y[this.current]];
        const along = dx * way[0] + dy * way[1];
        const across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
        if (along > 1 && along + 3 * across < least) [best, least] = [node, along + 3 * across];
      });
      if (best >= 0) this.roam(best, true);
    } else if (event.key === "Enter" || event.key === " ") this.choose(this.current);
    else if (event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey) this.centre(this.current);
    else return;
    event.preventDefault();
  }

  /** Shows as much as there is room for, no smaller than that scale; the focus in the middle. @param {number} least */
  fit(least = 0.8) {
    if (!this.frame || !this.size || !this.scene) return;
    const { clientWidth: width, clientHeight: height } = this.frame;
    const whole = Math.min(width / this.size.width, height / this.size.height);
    this.scale = Math.min(1.4, Math.max(whole, least));
    this.rescale();
    const node = this.scene.focus >= 0 ? this.scene.focus : 0;
    this.frame.scrollLeft = (this.scene.nodes.x[node] + PAD) * this.scale - width / 2;
    this.frame.scrollTop = (this.scene.nodes.y[node] + HEAD) * this.scale - height / 2;
  }

  /** Keeps the years at the top and the names of lanes at the left of what is in view. */
  stay() {
    if (!this.frame || !this.picture) return;
    const [x, y] = [this.frame.scrollLeft / this.scale, this.frame.scrollTop / this.scale];
    for (const lane of this.picture.querySelectorAll("text.lane")) lane.setAttribute("x", String(x - PAD + 4));
    for (const year of this.picture.querySelectorAll("text.year")) year.setAttribute("y", String(y - 9));
  }

  /** @param {number} factor */
  zoom(factor) {
    this.scale = Math.min(3, Math.max(0.05, this.scale * factor));
    this.rescale();
  }

  rescale() {
    if (!this.picture || !this.size) return;
    this.picture.setAttribute("width", String(Math.round(this.size.width * this.scale)));
    this.picture.setAttribute("height", String(Math.round(this.size.height * this.scale)));
    this.stay();
  }

  // --- for the panel and the table --------------------------------------------------------------

  /** The lines of a node in this picture. @param {string} path */
  lines(path) {
    if (!this.scene) return [];
    const { nodes, edges } = this.scene;
    const me = nodes.path.indexOf(whole(path));
    return edges.from.map((from, edge) => ({ from, to: edges.to[edge], edge }))
      .filter(({ from, to }) => from === me || to === me)
      .map(({ from, to, edge }) => ({
        from: nodes.path[from], to: nodes.path[to], verb: edges.verb[edge], count: edges.count[edge],
        other: from === me ? nodes.label[to] : nodes.label[from],
      }));
  }

  table() {
    if (!this.scene) return null;
    const { nodes, edges } = this.scene;
    const rows = edges.from.map((from, edge) => [
      nodes.label[from], nodes.day[from], edges.verb[edge], nodes.label[edges.to[edge]], nodes.day[edges.to[edge]], edges.count[edge],
      button(t("line.why"), () => this.actions.go({ line: `${nodes.path[from]}>${nodes.path[edges.to[edge]]}` }), { class: "link" }),
    ]);
    return table([t("table.from"), t("table.day"), t("table.verb"), t("table.to"), t("table.day"), t("table.count"), t("table.why")], rows);
  }
}

/** @param {string} path */
const isDocument = (path) => path.startsWith("document/");

/** What a function is called. @param {string} key */
const functionName = (key) => (has(`fn.${key}`) ? t(`fn.${key}`) : key);

/** @param {string} colour @param {number[] | false} dashes */
function sample(colour, dashes) {
  const picture = svg("svg", { viewBox: "0 0 30 10", class: "sample", "aria-hidden": "true" },
    svg("path", { d: "M1 5h28", stroke: colour, "stroke-width": 2.4, "stroke-dasharray": dashes ? dashes.join(" ") : null }));
  return picture;
}

