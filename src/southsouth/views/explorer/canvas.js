// The map on a canvas: where things are, and drawing them. Marks are drawn once for a size and stamped.
import { el } from "./dom.js";
import { darkTheme, ink, narrow, SHAPES, theme } from "./looks.js";
import { t } from "./texts.js";
/** @typedef {import("./types.d.ts").Atlas} Atlas */

const CELL = 24;
const AXIS = 22;
const LABELS = 40;
/** How far the picture of all marks reaches beyond the frame, in parts of it. */
const MARGIN = 0.3;
const FONT = 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif';

export class MapCanvas {
  /** @param {HTMLElement} frame what the canvas fills */
  constructor(frame) {
    this.frame = frame;
    /** @type {Atlas | null} */
    this.atlas = null;
    /** @type {number[][]} */
    this.incoming = [];
    /** @type {Map<string, number>} */
    this.places = new Map();
    /** @type {Map<string, number[]>} */
    this.grid = new Map();
    /** @type {number[]} */
    this.byCited = [];
    this.lineCount = 0;
    this.unfitted = true;
    this.width = 0;
    this.height = 0;
    this.ratio = 1;
    this.scale = 1;
    this.left = 0;
    this.top = 0;
    this.chosen = -1;
    this.hovered = -1;
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** @type {Map<string, HTMLCanvasElement>} */
    this.sprites = new Map();
    this.waiting = 0;
    this.layer = el("canvas");
    this.layerLook = "";
    this.layerLeft = 0;
    this.layerTop = 0;
    this.layerScale = 1;
    this.isZooming = false;
    this.settling = 0;
    this.canvas = el("canvas", { "aria-hidden": "true" });
    frame.append(this.canvas);
    new ResizeObserver(() => { if (frame.isConnected) this.resize(); }).observe(frame);
    darkTheme.addEventListener("change", () => { this.sprites.clear(); this.draw(); });
  }

  /** @param {Atlas} atlas */
  take(atlas) {
    this.atlas = atlas;
    const { nodes } = atlas;
    this.places = new Map(nodes.path.map((path, node) => [path, node]));
    this.incoming = nodes.path.map(() => []);
    this.lineCount = 0;
    atlas.out.forEach((targets, source) => {
      this.lineCount += targets.length;
      for (const target of targets) this.incoming[target].push(source);
    });
    this.byCited = nodes.path.map((_, node) => node).sort((a, b) => nodes.cited[b] - nodes.cited[a] || a - b);
    this.grid = new Map();
    nodes.x.forEach((x, node) => {
      const key = `${Math.floor(x / CELL)},${Math.floor(nodes.y[node] / CELL)}`;
      const cell = this.grid.get(key);
      if (cell) cell.push(node); else this.grid.set(key, [node]);
    });
    this.sprites.clear();
    this.layerLook = "";
    this.chosen = -1;
    this.hovered = -1;
  }

  // --- places on the screen ---------------------------------------------------------------------

  resize() {
    const { clientWidth: width, clientHeight: height } = this.frame;
    const ratio = window.devicePixelRatio || 1;
    if (!width || !height) { this.unfitted = true; return; }
    if (this.width === width && this.height === height && this.ratio === ratio) return;
    [this.width, this.height, this.ratio] = [width, height, ratio];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.sprites.clear();
    if (this.unfitted) this.fit();
    this.draw();
  }

  fit() {
    if (!this.atlas || !this.width || !this.height) { this.unfitted = true; return; }
    this.unfitted = false;
    const [x1, y1, x2, y2] = this.atlas.box;
    const room = { width: this.width - 20, height: this.height - AXIS - 10 };
    const whole = Math.min(room.width / (x2 - x1), room.height / (y2 - y1));
    this.scale = Math.min(Math.max(whole, narrow.matches ? room.height / (y2 - y1) : 0), 3);
    const right = 10 + Math.max(0, room.width - (x2 - x1) * this.scale) / 2;
    this.left = narrow.matches && (x2 - x1) * this.scale > room.width ? room.width - x2 * this.scale : right - x1 * this.scale;
    this.top = 5 - y1 * this.scale;
  }

  /** Brings a node into view. @param {number} node @param {boolean} near */
  reveal(node, near) {
    if (!this.atlas || !this.width || !this.height) return;
    const { nodes } = this.atlas;
    const x = nodes.x[node] * this.scale + this.left;
    const y = nodes.y[node] * this.scale + this.top;
    if (near) this.scale = Math.max(this.scale, 1);
    if (near || x < 40 || x > this.width - 40 || y < 20 || y > this.height - 40) {
      this.left = this.width / 2 - nodes.x[node] * this.scale;
      this.top = this.height / 2 - nodes.y[node] * this.scale;
    }
  }

  /** @param {number} factor @param {number} [x] @param {number} [y] */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const next = Math.min(12, Math.max(0.05, this.scale * factor));
    this.left = x - ((x - this.left) * next) / this.scale;
    this.top = y - ((y - this.top) * next) / this.scale;
    this.scale = next;
    // while it goes on, the picture of all marks is stretched; then it is drawn anew
    this.isZooming = true;
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => { this.isZooming = false; this.draw(); }, 140);
    this.draw();
  }

  /** The node under a point of the frame, -1 for none. @param {number} x @param {number} y */
  at(x, y) {
    if (!this.atlas) return -1;
    const { nodes, kinds } = this.atlas;
    const [wx, wy] = [(x - this.left) / this.scale, (y - this.top) / this.scale];
    const reach = 5 / this.scale;
    let [best, least] = [-1, Infinity];
    const steps = Math.min(4, Math.ceil((9 + reach) / CELL));
    for (let i = -steps; i <= steps; i += 1) {
      for (let j = -steps; j <= steps; j += 1) {
        for (const node of this.grid.get(`${Math.floor(wx / CELL) + i},${Math.floor(wy / CELL) + j}`) ?? []) {
          const distance = Math.hypot(nodes.x[node] - wx, nodes.y[node] - wy) - nodes.r[node];
          if (distance < least && distance < reach && !this.hidden.has(kinds[nodes.kind[node]].kind)) [best, least] = [node, distance];
        }
      }
    }
    return best;
  }

  // --- drawing ----------------------------------------------------------------------------------

  draw() {
    if (this.waiting || !this.atlas) return;
    this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.paint(); });
  }

  paint() {
    const context = this.canvas.getContext("2d");
    if (!context || !this.atlas || !this.width || !this.height) return;
    const started = performance.now();
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    this.paintGround(context, this.width, this.height);
    const node = this.hovered >= 0 ? this.hovered : this.chosen;
    const near = node >= 0 ? new Set([node, ...this.atlas.out[node], ...this.incoming[node]]) : null;
    context.globalAlpha = near ? 0.28 : 1;
    this.paintLayer(context);
    context.globalAlpha = 1;
    if (node >= 0) this.paintLines(context, node);
    if (near) this.paintNodes(context, { left: this.left, top: this.top, width: this.width, height: this.height }, near);
    if (node >= 0) this.paintRing(context, node);
    this.paintLabels(context, node, near);
    this.paintAxis(context, this.width, this.height);
    this.frame.dataset.frame = (performance.now() - started).toFixed(1);
  }

  /** All marks, from a picture of them with a margin that is drawn anew only where it does not do. @param {CanvasRenderingContext2D} context */
  paintLayer(context) {
    const margin = { x: Math.ceil(this.width * MARGIN), y: Math.ceil(this.height * MARGIN) };
    const look = [theme(), this.width, this.height, this.ratio, [...this.hidden].join()].join("/");
    let [dx, dy] = [this.left - this.layerLeft, this.top - this.layerTop];
    const grown = this.scale / this.layerScale;
    if (grown !== 1 && this.isZooming && look === this.layerLook && grown > 0.4 && grown < 2.5) {
      context.drawImage(this.layer, this.left - (this.layerLeft + margin.x) * grown, this.top - (this.layerTop + margin.y) * grown,
        (this.layer.width / this.ratio) * grown, (this.layer.height / this.ratio) * grown);
      return;
    }
    if (grown !== 1 || look !== this.layerLook || Math.abs(dx) > margin.x || Math.abs(dy) > margin.y) {
      this.layerLook = look;
      [this.layerLeft, this.layerTop, this.layerScale, dx, dy] = [this.left, this.top, this.scale, 0, 0];
      this.layer.width = Math.round((this.width + 2 * margin.x) * this.ratio);
      this.layer.height = Math.round((this.height + 2 * margin.y) * this.ratio);
      const inner = this.layer.getContext("2d");
      if (!inner) return;
      inner.scale(this.ratio, this.ratio);
      this.paintNodes(inner, { left: this.left + margin.x, top: this.top + margin.y, width: this.width + 2 * margin.x, height: this.height + 2 * margin.y });
    }
    context.drawImage(this.layer, dx - margin.x, dy - margin.y, this.layer.width / this.ratio, this.layer.height / this.ratio);
  }

  /** @param {CanvasRenderingContext2D} context @param {number} width @param {number} height */
  paintGround(context, width, height) {
    const { lanes, ticks } = /** @type {Atlas} */ (this.atlas);
    context.fillStyle = ink("--band");
    lanes.forEach(([, top, bottom], lane) => {
      if (lane % 2 === 0) context.fillRect(0, top * this.scale + this.top, width, (bottom - top) * this.scale);
    });
    context.strokeStyle = ink("--rule");
    context.lineWidth = 1;
    context.beginPath();
    for (const [, x] of ticks) {
      const at = Math.round(x * this.scale + this.left) + 0.5;
      context.moveTo(at, 0);
      context.lineTo(at, height - AXIS);
    }
    context.stroke();
  }

  /**
   * All nodes, or those of ``only``, in a frame.
   * @param {CanvasRenderingContext2D} context
   * @param {{ left: number, top: number, width: number, height: number }} at
   * @param {Set<number>} [only]
   */
  paintNodes(context, { left, top, width, height }, only) {
    const { nodes, kinds } = /** @type {Atlas} */ (this.atlas);
    const { scale } = this;
    const scheme = theme();
    const hidden = kinds.map(({ kind }) => this.hidden.has(kind));
    const small = scale < 0.75;
    const one = (/** @type {number} */ node) => {
      const kind = nodes.kind[node];
      if (hidden[kind]) return;
      const x = nodes.x[node] * scale + left;
      const y = nodes.y[node] * scale + top;
      if (x < -30 || x > width + 30 || y < -30 || y > height + 30) return;
      const sprite = this.sprite(kind, nodes.r[node], scheme, small);
      const size = sprite.width / this.ratio;
      context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
    };
    if (only) only.forEach(one); else for (let node = 0; node < nodes.x.length; node += 1) one(node);
  }

  /** A node's picture at this scale, drawn once. @param {number} kind @param {number} r @param {"light" | "dark"} scheme @param {boolean} small */
  sprite(kind, r, scheme, small) {
    const size = Math.max(1.1, r * this.scale);
    const rounded = Math.round(size * 2) / 2;
    const key = `${kind}/${rounded}/${scheme}`;
    const known = this.sprites.get(key);
    if (known) return known;
    if (this.sprites.size > 1500) this.sprites.clear();
    const ratio = this.ratio;
    const look = /** @type {Atlas} */ (this.atlas).kinds[kind];
    const extent = Math.ceil((rounded * 1.2 + 1.5) * 2 * ratio);
    const picture = el("canvas", { width: extent, height: extent });
    const context = picture.getContext("2d");
    if (context) {
      context.scale(ratio, ratio);
      const middle = extent / ratio / 2;
      const path = new Path2D(SHAPES[look.shape](middle, middle, rounded));
      context.fillStyle = small ? look[scheme].border : look[scheme].fill;  // alone, it needs the contrast
      context.fill(path);
      if (!small) {
        context.strokeStyle = look[scheme].border;
        context.lineWidth = 1;
        context.stroke(path);
      }
    }
    this.sprites.set(key, picture);
    return picture;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} node */
  paintLines(context, node) {
    const { nodes, out, kinds } = /** @type {Atlas} */ (this.atlas);
    const place = (/** @type {number} */ n) => [nodes.x[n] * this.scale + this.left, nodes.y[n] * this.scale + this.top];
    const [x1, y1] = place(node);
    const draw = (/** @type {number[]} */ others, /** @type {string} */ colour, /** @type {number[]} */ dashes) => {
      context.strokeStyle = colour;
      context.setLineDash(dashes);
      context.lineWidth = others.length > 300 ? 0.7 : 1.2;
      context.globalAlpha = others.length > 300 ? 0.3 : 0.85;
      context.beginPath();
      for (const other of others) {
        if (this.hidden.has(kinds[nodes.kind[other]].kind)) continue;
        const [x2, y2] = place(other);
        const middle = (x1 + x2) / 2;
        context.moveTo(x1, y1);
        context.bezierCurveTo(middle, y1, middle, y2, x2, y2);
      }
      context.stroke();
    };
    draw(this.incoming[node], ink("--cited"), [5, 4]);
    draw(out[node], ink("--cites"), []);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} node */
  paintRing(context, node) {
    const { nodes } = /** @type {Atlas} */ (this.atlas);
    context.strokeStyle = ink("--ring");
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(nodes.x[node] * this.scale + this.left, nodes.y[node] * this.scale + this.top,
      Math.max(6, nodes.r[node] * this.scale + 4), 0, 7);
    context.stroke();
  }

  /** Names of the most cited nodes in view, where there is room. @param {CanvasRenderingContext2D} context @param {number} node @param {Set<number> | null} near */
  paintLabels(context, node, near) {
    const { nodes, kinds } = /** @type {Atlas} */ (this.atlas);
    const [width, height] = [this.width, this.height];
    /** @type {[number, number, number, number][]} */
    const taken = [];
    const order = near ? [node, ...[...near].sort((a, b) => nodes.cited[b] - nodes.cited[a])] : this.byCited;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    let shown = 0;
    for (const id of order) {
      if (shown >= LABELS) break;
      if (this.hidden.has(kinds[nodes.kind[id]].kind)) continue;
      const r = nodes.r[id] * this.scale;
      if (!near && r < 3) break;
      const x = nodes.x[id] * this.scale + this.left;
      const y = nodes.y[id] * this.scale + this.top;
      if (x < 0 || x > width || y < 0 || y > height - AXIS) continue;
      const text = nodes.label[id].length > 34 ? `${nodes.label[id].slice(0, 33)}…` : nodes.label[id];
      context.font = `${id === node ? "600 13px" : "11px"} ${FONT}`;
      const w = context.measureText(text).width;
      const from = x + r + 4 + w > width ? x - r - 4 - w : x + r + 4;
      const box = /** @type {[number, number, number, number]} */ ([from - 2, y - 8, from + w + 2, y + 8]);
      if (taken.some((other) => other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3])) continue;
      taken.push(box);
      shown += 1;
      context.lineWidth = 3.5;
      context.strokeStyle = ink("--paper");
      context.strokeText(text, from, y);
      context.fillStyle = ink("--ink");
      context.fillText(text, from, y);
    }
  }

  /** Years at the bottom, lanes at the left, wherever the view is. @param {CanvasRenderingContext2D} context @param {number} width @param {number} height */
  paintAxis(context, width, height) {
    const { lanes, ticks, box } = /** @type {Atlas} */ (this.atlas);
    context.fillStyle = ink("--paper");
    context.fillRect(0, height - AXIS, width, AXIS);
    context.fillStyle = ink("--ink");
    context.font = `12px ${FONT}`;
    context.textBaseline = "middle";
    context.textAlign = "center";
    let free = -Infinity;
    for (const [year, x] of [...(box[0] < 0 ? [/** @type {[string, number]} */ ([t("undated"), box[0] / 2])] : []), ...ticks]) {
      const at = x * this.scale + this.left;
      const half = context.measureText(year).width / 2 + 8;
      if (at - half > free && at > 0 && at < width) { context.fillText(year, at, height - AXIS / 2); free = at + half; }
    }
    context.textAlign = "left";
    context.font = `600 12px ${FONT}`;
    context.lineJoin = "round";
    /** @type {number[]} */
    const taken = [];
    const tallest = [...lanes].sort((a, b) => (b[2] - b[1]) - (a[2] - a[1]));  // what has the room keeps its name
    for (const [label, top, bottom] of tallest) {
      const y = Math.max(top * this.scale + this.top + 10, 10);
      if (y > height - AXIS || bottom * this.scale + this.top < 16 || taken.some((other) => Math.abs(other - y) < 14)) continue;
      taken.push(y);
      context.lineWidth = 4;
      context.strokeStyle = ink("--paper");
      context.strokeText(label, 6, y);
      context.fillText(label, 6, y);
    }
  }
}
