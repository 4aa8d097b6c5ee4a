/* The page's own script. Texts of the data reach the page only through textContent and canvas. */
(async () => {
"use strict";
/** The data of the page: JSON, or much of it compressed. */
async function unpacked({ type, textContent }) {
  if (type === "application/json") return JSON.parse(textContent);
  const bytes = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
const data = await unpacked(document.getElementById("graph-data"));
const { nodes, edges, kinds, functions, lanes } = data;
const byId = (id) => document.getElementById(id);
const frame = byId("graph");
const darkTheme = matchMedia("(prefers-color-scheme: dark)");
const narrowView = matchMedia("(max-width: 760px)");
const indexOf = new Map(nodes.map((node) => [node.iri, node.id]));
const fewEdges = edges.length <= 150;
// Of very many nodes none is faded, and of very many lines only those of what is chosen are drawn.
const manyNodes = nodes.length > 1500;
const manyEdges = edges.length > 3000;
const incoming = nodes.map(() => []);
const outgoing = nodes.map(() => []);
edges.forEach((edge, id) => { outgoing[edge.from].push(id); incoming[edge.to].push(id); });
const importance = nodes.map((node) => node.id)
  .sort((a, b) => incoming[b].length - incoming[a].length || outgoing[b].length - outgoing[a].length || a - b);

/* --- state: what is chosen, hovered, searched and switched off ------------------------------ */
const state = {
  node: null, edge: null, hovered: null, matches: null, printing: false,
  hiddenKinds: new Set(), hiddenFunctions: new Set(),
};
const theme = () => (darkTheme.matches && !state.printing ? "dark" : "light");
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const layout = () => data.layouts[narrowView.matches ? "tall" : "wide"];
const fewNodes = () => layout().labelled !== "";
const laneLooks = lanes.map(() => new Set());
for (const node of nodes) laneLooks[node.lane].add(node.look);
const laneHidden = (lane) => [...laneLooks[lane]].every((look) => state.hiddenKinds.has(look));
const nodeHidden = (id) => state.hiddenKinds.has(nodes[id].look);
const edgeHidden = (id) => state.hiddenFunctions.has(edges[id].line)
  || nodeHidden(edges[id].from) || nodeHidden(edges[id].to);
const strong = (id) => !edgeHidden(id) && (state.edge === id
  || (state.node !== null && (edges[id].from === state.node || edges[id].to === state.node)));

/** The lines of what is chosen. */
function strongIds() {
  if (state.edge !== null) return [state.edge];
  return state.node === null ? [] : [...new Set([...outgoing[state.node], ...incoming[state.node]])].filter((id) => !edgeHidden(id));
}

/** The nodes in focus (chosen one and its neighbours, or the matches); null: all are. */
function focus() {
  if (state.node !== null) {
    return new Set([state.node, ...outgoing[state.node].filter((id) => !edgeHidden(id)).map((id) => edges[id].to),
      ...incoming[state.node].filter((id) => !edgeHidden(id)).map((id) => edges[id].from)]);
  }
  if (state.edge !== null) return new Set([edges[state.edge].from, edges[state.edge].to]);
  return state.matches;
}

/* --- shapes: in a box of 16, a radius of 7 ---------------------------------------------------- */
const polygon = (corners, turn, inner = 1) => Array.from({ length: corners }, (_, i) => {
  const angle = turn + (i * 2 * Math.PI) / corners;
  const reach = i % 2 ? 7 * inner : 7;
  return `${(8 + reach * Math.cos(angle)).toFixed(2)},${(8 + reach * Math.sin(angle)).toFixed(2)}`;
}).join(" ");
const UP = -Math.PI / 2;
const SHAPES = {
  triangle: polygon(3, UP), triangleDown: polygon(3, -UP), diamond: polygon(4, UP), square: polygon(4, UP / 2),
  hexagon: polygon(6, 0), star: polygon(10, UP, 0.45), dot: polygon(32, 0),
};
/** The shapes around the origin, as paths. */
const outlines = kinds.map((kind) => {
  const path = new Path2D();
  SHAPES[kind.shape].split(" ").forEach((point, i) => {
    const [x, y] = point.split(",").map(Number);
    path[i ? "lineTo" : "moveTo"](x - 8, y - 8);
  });
  path.closePath();
  return path;
});
let scheme = theme();

/* --- the network ---------------------------------------------------------------------------- */
/** Of very many nodes each draws itself, without a border: vis's own shapes take twice the time. */
const plainly = (node) => ({
  shape: "custom",
  ctxRenderer: ({ ctx, x, y }) => ({
    drawNode() {
      ctx.fillStyle = kinds[node.look][scheme].border;
      if (node.size * network.getScale() < 2.5) {
        ctx.fillRect(x - node.size, y - node.size, 2 * node.size, 2 * node.size);
        return;
      }
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(node.size / 7, node.size / 7);
      ctx.fill(outlines[node.look]);
      ctx.restore();
    },
    nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
  }),
});
const visNodes = new vis.DataSet(nodes.map((node) => ({
  id: node.id, shape: node.shape, size: node.size, x: layout().x[node.id], y: layout().y[node.id],
  ...(manyNodes ? plainly(node) : {}),
})));
const visEdge = (edge, id) => ({
  id, from: edge.from, to: edge.to, hidden: !fewEdges,
  smooth: edge.from === edge.to ? false : { enabled: true, type: "curvedCW", roundness: edge.bend },
});
const visEdges = new vis.DataSet(manyEdges ? [] : edges.map(visEdge));
const network = new vis.Network(frame, { nodes: visNodes, edges: visEdges }, data.options);
const canvas = frame.querySelector("canvas");
canvas.setAttribute("aria-hidden", "true");
const screen = (id) => network.canvasToDOM({ x: layout().x[id], y: layout().y[id] });

/** Sends to vis only the looks that changed since the last time. */
function changes(items, looks, look) {
  const changed = [];
  items.forEach((item, id) => {
    const next = look(item, id);
    const key = JSON.stringify(next);
    if (looks[id] !== key) { looks[id] = key; changed.push({ id, ...next }); }
  });
  return changed;
}
const nodeLooks = [];
const edgeLooks = [];
function paint() {
  const near = focus();
  scheme = theme();
  const shade = near ? "38" : "";
  visNodes.update(changes(nodes, nodeLooks, (node) => {
    const { fill, border } = kinds[node.look][scheme];
    if (manyNodes) return { hidden: nodeHidden(node.id) };
    const dim = near && !near.has(node.id) ? shade : "";
    return { hidden: nodeHidden(node.id), color: { background: fill + dim, border: border + dim } };
  }));
  const look = (edge, id) => {
    const line = functions[edge.line];
    const bold = strong(id);
    const dim = fewEdges && !bold && near ? "30" : "";
    return {
      hidden: edgeHidden(id) || (!fewEdges && !bold), dashes: line.dashes, width: bold ? 2.2 : 1.3,
      color: { color: line[scheme] + dim, inherit: false },
    };
  };
  if (manyEdges) {
    visEdges.clear();
    visEdges.add(strongIds().map((id) => ({ ...visEdge(edges[id], id), ...look(edges[id], id) })));
  } else visEdges.update(changes(edges, edgeLooks, look));
  network.redraw();
}

/* --- what is drawn besides: lanes, years, faint edges, labels -------------------------------- */
/** Draws in screen pixels, whatever the zoom. */
function onScreen(context, draw) {
  context.save();
  const ratio = canvas.width / canvas.clientWidth;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(canvas.clientWidth, canvas.clientHeight);
  context.restore();
}
const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const AXIS = 24;
// In a wide view of fewer nodes than this, a label without room at its node stands off a little.
const standOff = () => nodes.length < 60 && !narrowView.matches;
const gutter = () => (narrowView.matches ? 0 : 158);
const toX = (x) => network.canvasToDOM({ x, y: 0 }).x;
const toY = (y) => network.canvasToDOM({ x: 0, y }).y;

/** The ticks to label: every 1st, 2nd, 5th… so that labels stand apart. */
function labelledTicks(room) {
  const ticks = layout().ticks.map(([label, x]) => [label, toX(x)]);
  const enough = (step) => {
    const shown = ticks.filter(([label], i) => (label.length > 4 ? i : Number(label)) % step === 0);
    const tight = shown.filter(([, x], i) => i && x - shown[i - 1][1] < room).length;
    return tight <= shown.length / 5 ? shown : null;
  };
  const shown = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000].map(enough).find(Boolean) || [];
  return shown.filter(([, x], i) => !i || x - shown[i - 1][1] >= room);
}

function drawGround(context) {
  onScreen(context, (width, height) => {
    context.fillStyle = ink("--lane");
    layout().lanes.forEach(([top, bottom], lane) => {
      if (lane % 2 === 0) context.fillRect(0, toY(top), width, toY(bottom) - toY(top));
    });
    context.strokeStyle = ink("--rule");
    context.lineWidth = 1;
    for (const [, x] of labelledTicks(46)) {
      context.beginPath(); context.moveTo(x, 0); context.lineTo(x, height); context.stroke();
    }
    if (layout().undated && layout().ticks.length) {
      const x = (toX(layout().undated[1]) + toX(layout().ticks[0][1])) / 2;
      context.strokeStyle = ink("--muted");
      context.setLineDash([2, 4]);
      context.beginPath(); context.moveTo(x, 0); context.lineTo(x, height); context.stroke();
      context.setLineDash([]);
    }
    if (!fewEdges && !manyEdges) drawFaintEdges(context);
  });
}

/** All edges as thin curves: one colour, some hundreds a stroke, so that crowds look denser. */
function drawFaintEdges(context) {
  const points = nodes.map((node) => screen(node.id));
  context.strokeStyle = ink("--edge");
  context.lineWidth = 0.8;
  context.globalAlpha = (focus() ? 0.35 : 1) * Math.min(0.3, Math.max(0.035, 100 / edges.length));
  context.beginPath();
  edges.forEach((edge, id) => {
    if (edgeHidden(id)) return;
    const [from, to] = [points[edge.from], points[edge.to]];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo((from.x + to.x) / 2 + dy * edge.bend, (from.y + to.y) / 2 - dx * edge.bend, to.x, to.y);
    if (id % 100 === 99) { context.stroke(); context.beginPath(); }
  });
  context.stroke();
  context.globalAlpha = 1;
}

/** Boxes on the screen that are taken, in a grid of 80 px, to ask quickly whether one is free. */
function takenBoxes() {
  const grid = new Map();
  const cells = (box) => {
    const keys = [];
    for (let x = Math.floor(box.x / 80); x <= Math.floor((box.x + box.w) / 80); x += 1) {
      for (let y = Math.floor(box.y / 80); y <= Math.floor((box.y + box.h) / 80); y += 1) keys.push(`${x},${y}`);
    }
    return keys;
  };
  const apart = (a, b) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
  return {
    add(box) { for (const key of cells(box)) { if (!grid.has(key)) grid.set(key, []); grid.get(key).push(box); } },
    free(box) { return cells(box).every((key) => (grid.get(key) || []).every((other) => apart(box, other))); },
  };
}

function write(context, lines, box, colour, lineHeight, align = "center") {
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = ink("--ground");
  context.fillStyle = colour;
  lines.forEach((line, i) => {
    const x = align === "center" ? box.x + box.w / 2 : box.x;
    context.textAlign = align;
    context.strokeText(line, x, box.y + i * lineHeight + 1);
    context.fillText(line, x, box.y + i * lineHeight + 1);
  });
}

let placed = [];
function drawLabels(context) {
  const [labels, marks] = [takenBoxes(), takenBoxes()];
  placed = [];
  onScreen(context, (width, height) => {
    drawFurniture(context, width, height, labels);
    const near = focus();
    const scale = network.getScale();
    const notable = manyNodes ? new Set([...(near ?? []), ...importance.slice(0, 300)]) : nodes.map((node) => node.id);
    const spots = [];
    for (const id of new Set([...notable, state.node ?? 0, state.hovered ?? 0])) {
      if (nodes[id]) spots[id] = { ...screen(id), r: nodes[id].size * scale * 1.15 };
    }
    const seen = (id) => !nodeHidden(id) && spots[id].x > -20 && spots[id].x < width + 20
      && spots[id].y > -20 && spots[id].y < height - AXIS + 8;
    for (const id of notable) {
      const { x, y, r } = spots[id];
      if (seen(id) && (!near || near.has(id))) marks.add({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });
    }
    for (const id of [state.node, state.hovered]) if (id !== null && seen(id)) ring(context, spots[id]);
    const wanted = [...new Set([state.node, state.hovered].filter((id) => id !== null)
      .concat((near ? importance.filter((id) => near.has(id)) : manyNodes ? importance.slice(0, 300) : importance)))].filter(seen);
    context.font = `12px ${FONT}`;
    wanted.forEach((id, rank) => {
      const special = id === state.node || id === state.hovered;
      const lines = special ? wrapped(nodes[id].label) : nodes[id].lines;
      context.font = `${special ? "600 13px" : "12px"} ${FONT}`;
      const step = special ? 16 : 14;
      const size = { w: Math.max(0, ...lines.map((line) => context.measureText(line).width)) + 4, h: lines.length * step + 2 };
      const box = place(spots[id], size, labels, marks, { special, astray: standOff() || rank < 8 }, width, height - AXIS);
      if (!box) return;
      labels.add(box);
      placed.push({ id, box, lines, step, font: context.font });
    });
    for (const { id, box } of placed) if (box.leader) drawLeader(context, spots[id], box);
    for (const { lines, box, step, font } of placed) {
      context.font = font;
      write(context, lines, box, ink("--ink"), step);
    }
    drawEdgeLabels(context, labels);
  });
}

function ring(context, { x, y, r }) {
  context.strokeStyle = ink("--ring");
  context.lineWidth = 2.5;
  context.beginPath();
  context.arc(x, y, Math.max(r + 4, 8), 0, 7);
  context.stroke();
}

/** A text in lines of some `length` letters, `most` of them. */
function wrapped(text, length = 34, most = 5) {
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + word.length >= length) lines.push(word.slice(0, 2 * length));
    else lines[last] = `${lines[last]} ${word.slice(0, 2 * length)}`.trim();
  }
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
}

/** A free place for a label around its node, near ones first; null if there is none. A special
    label always gets one, within the frame; one that may go astray stands off, with a leader. */
function place({ x, y, r }, { w, h }, labels, marks, { special, astray }, width, height) {
  const inside = (p) => p.x > gutter() && p.x + w < width && p.y > 0 && p.y + h < height && labels.free(p);
  const bare = (p) => inside(p) && marks.free(p);
  const around = (gap) => {
    const [below, above, right, left] = [y + gap, y - gap - h, x + gap, x - gap - w];
    const sides = [[x - w / 2, below], [x - w / 2, above], [right, y - h / 2], [left, y - h / 2]];
    if (layout().labelled === "beside") sides.unshift(sides[2]);
    if (astray) sides.push([right, below], [left, below], [right, above], [left, above]);
    return sides.slice(0, fewNodes() || astray ? 9 : 2).map(([left_, top]) => ({ x: left_, y: top, w, h }));
  };
  const gap = Math.max(r, 3) + 3;
  const close = around(gap);
  const found = close.find(bare);
  if (found) return found;
  if (special) {
    const box = close.find(inside) || close[0];
    return { ...box, x: Math.max(gutter() + 2, Math.min(box.x, width - w - 2)), y: Math.max(2, Math.min(box.y, height - h - 2)) };
  }
  for (const off of astray ? [10, 20, 32, 46, 62, 80, 100, 125] : []) {
    const away = around(gap + off).find(bare);
    if (away) return { ...away, leader: true };
  }
  return null;
}

/** A thin line from a node to its label that stands off. */
function drawLeader(context, { x, y }, box) {
  context.strokeStyle = ink("--muted");
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(Math.max(box.x, Math.min(x, box.x + box.w)), Math.max(box.y, Math.min(y, box.y + box.h)));
  context.stroke();
}

/** Years along the bottom and names of lanes at the left, wherever the view is. */
function drawFurniture(context, width, height, labels) {
  context.fillStyle = ink("--ground");
  context.fillRect(0, height - AXIS, width, AXIS);
  context.strokeStyle = ink("--line");
  context.lineWidth = 1;
  context.beginPath(); context.moveTo(0, height - AXIS); context.lineTo(width, height - AXIS); context.stroke();
  labels.add({ x: 0, y: height - AXIS, w: width, h: AXIS });
  context.font = `12px ${FONT}`;
  const write1 = (text, x) => {
    const w = context.measureText(text).width;
    const box = { x: x - w / 2 - 3, y: height - AXIS + 5, w: w + 6, h: 14 };
    if (x - w / 2 > gutter() && x + w / 2 < width) write(context, [text], box, ink("--ink"), 14);
  };
  let left = 0;
  if (layout().undated) {
    const [from, to] = layout().undated.map(toX);
    write1("undated", (from + to) / 2);
    left = (from + to) / 2 + 30;
  }
  for (const [label, x] of labelledTicks(46)) if (x > left + 16) write1(label, x);
  drawLaneNames(context, height, labels);
}

/** In the gutter of a wide view, or at the top left of its lane in a narrow one. */
function drawLaneNames(context, height, labels) {
  if (gutter()) {
    context.fillStyle = ink("--panel");
    context.fillRect(0, 0, gutter(), height);
    context.strokeStyle = ink("--line");
    context.lineWidth = 1;
    context.beginPath(); context.moveTo(gutter(), 0); context.lineTo(gutter(), height); context.stroke();
    labels.add({ x: 0, y: 0, w: gutter(), h: height });
  }
  context.font = `600 12px ${FONT}`;
  let free = 0;
  layout().lanes.forEach(([top, bottom], lane) => {
    const [from, to] = [Math.max(toY(top), 0), Math.min(toY(bottom), height - AXIS)];
    if (to - from < 10 || laneHidden(lane)) return;
    const lines = gutter() ? wrapped(lanes[lane], 19, 2) : wrapped(lanes[lane], 40, 1);
    const h = lines.length * 14;
    const y = gutter() ? Math.max((from + to - h) / 2, free) : from + 3;
    if (y + h > height) return;
    const w = Math.max(...lines.map((line) => context.measureText(line).width));
    const box = { x: 8, y, w, h };
    write(context, lines, box, ink("--muted"), 14, "left");
    free = y + h;
    if (!gutter()) labels.add(box);
  });
}

function drawEdgeLabels(context, labels) {
  if (state.node === null && state.edge === null && !(fewNodes() && edges.length <= 40)) return;
  context.font = `11px ${FONT}`;
  const ids = state.node === null && state.edge === null ? edges.map((_, id) => id) : strongIds();
  const crowded = ids.length > 25 && !fewNodes() ? 8 : 0;
  ids.forEach((id) => {
    const edge = edges[id];
    if (!edge.label || edgeHidden(id) || !(strong(id) || (state.node === null && state.edge === null))) return;
    const curve = network.body.edges[id] && network.body.edges[id].edgeType;
    if (!curve) return;  // vis takes new lines in before it draws them the next time
    const text = edge.label.length > 30 ? `${edge.label.slice(0, 29)}…` : edge.label;
    const w = context.measureText(text).width + 4;
    for (const share of crowded ? [0.6, 0.7] : [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const { x, y } = network.canvasToDOM(curve.getPoint(edge.to === state.node ? 1 - share : share));
      const box = { x: x - w / 2, y: y - 7, w, h: 14 };
      if (labels.free({ x: x - w / 2 - crowded, y: y - 7 - crowded, w: w + 2 * crowded, h: 14 + 2 * crowded })) {
        labels.add(box);
        write(context, [text], box, functions[edge.line][theme()], 13);
        return;
      }
    }
  });
}
network.on("beforeDrawing", drawGround);
network.on("afterDrawing", drawLabels);

/* --- the view ------------------------------------------------------------------------------- */
let moved = false;
function fit() {
  const [left, top, right, bottom] = layout().box;
  const scale = Math.min((frame.clientWidth - gutter() - 28) / Math.max(right - left, 1), (frame.clientHeight - AXIS - 10) / Math.max(bottom - top, 1), 1.5);
  network.moveTo({ position: { x: (left + right) / 2 - gutter() / 2 / scale, y: (top + bottom) / 2 + (AXIS / 2) / scale }, scale });
  moved = false;
}
function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)) });
  moved = true;
}
function pan(dx, dy) {
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + dx / network.getScale(), y: y + dy / network.getScale() } });
  moved = true;
}
/** Moves to a node only if it is out of sight, so that one keeps one's bearings. */
function bringIntoView(id) {
  const { x, y } = screen(id);
  if (x > gutter() + 8 && x < frame.clientWidth - 8 && y > 8 && y < frame.clientHeight - AXIS - 8) return;
  network.moveTo({ position: { x: layout().x[id] - gutter() / 2 / network.getScale(), y: layout().y[id] } });
  moved = true;
}
network.on("dragEnd", () => { moved = true; });
network.on("zoom", ({ scale }) => { moved = true; if (scale < 0.02 || scale > 6) zoom(1); });
network.on("resize", () => { if (!moved) fit(); });
narrowView.addEventListener("change", () => {
  visNodes.update(nodes.map(({ id }) => ({ id, x: layout().x[id], y: layout().y[id] })));
  fit();
});
darkTheme.addEventListener("change", () => { drawLegend(); paint(); });
for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    state.printing = printing;
    document.documentElement.toggleAttribute("data-printing", printing);
    drawLegend();
    paint();
  });
}

/* --- choosing ------------------------------------------------------------------------------- */
function chooseNode(id, { move = true } = {}) {
  state.hiddenKinds.delete(nodes[id].look);
  Object.assign(state, { node: id, edge: null });
  drawLegend();
  showNode(id);
  paint();
  if (move) bringIntoView(id);
}
function chooseEdge(id) {
  Object.assign(state, { node: null, edge: id });
  showEdge(id);
  paint();
}
function clear() {
  Object.assign(state, { node: null, edge: null });
  showHint();
  paint();
}
/** The node at a point of the frame, also when the pointer is a little beside it or on its label. */
function nodeAt({ x, y }) {
  const scale = network.getScale();
  let [best, nearest] = [null, Infinity];
  for (const { id, size } of nodes) {
    if (nodeHidden(id)) continue;
    const point = screen(id);
    const distance = Math.hypot(point.x - x, point.y - y) - size * scale;
    if (distance < nearest) [best, nearest] = [id, distance];
  }
  if (nearest <= 6) return best;
  const label = placed.find(({ box }) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
  return label ? label.id : null;
}
network.on("click", ({ pointer }) => {
  const id = nodeAt(pointer.DOM);
  if (id !== null) return chooseNode(id, { move: false });
  const edge = network.getEdgeAt(pointer.DOM);
  return edge !== undefined && !edgeHidden(edge) && (fewEdges || strong(edge)) ? chooseEdge(edge) : clear();
});
frame.addEventListener("pointermove", (event) => {
  if (event.buttons) return;
  const corner = frame.getBoundingClientRect();
  const id = nodeAt({ x: event.clientX - corner.left, y: event.clientY - corner.top });
  if (id === state.hovered) return;
  state.hovered = id;
  canvas.style.cursor = id === null ? "" : "pointer";
  network.redraw();
});
frame.addEventListener("pointerleave", () => { state.hovered = null; network.redraw(); });
const inTime = nodes.map(({ id }) => id).sort((a, b) => layout().x[a] - layout().x[b] || layout().y[a] - layout().y[b]);
function step(by) {
  const shown = inTime.filter((id) => !nodeHidden(id));
  if (!shown.length) return;
  const at = shown.indexOf(state.node);
  chooseNode(shown[at < 0 ? 0 : (at + by + shown.length) % shown.length]);
}
const KEYS = {
  ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60),
  "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit, Escape: clear,
  PageDown: () => step(1), PageUp: () => step(-1),
};
frame.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("zoom-in").addEventListener("click", () => zoom(1.25));
byId("zoom-out").addEventListener("click", () => zoom(0.8));
byId("zoom-fit").addEventListener("click", fit);

/* --- details -------------------------------------------------------------------------------- */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (name === "text") element.textContent = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
function link(url) {
  let protocol = "";
  try { ({ protocol } = new URL(url)); } catch { /* no link */ }
  if (protocol !== "https:" && protocol !== "http:") return "";
  return make("a", { href: url, rel: "noopener noreferrer", target: "_blank", text: url });
}
const table = (pairs) => (pairs.length ? [make("dl", {}, ...pairs.flatMap(([name, text]) =>
  [make("dt", { dir: "auto", text: name }), make("dd", { dir: "auto" }, text)]))] : []);
const nodeButton = (id) => make("button", {
  type: "button", dir: "auto", text: nodes[id].label, onclick: () => { chooseNode(id); byId("details").focus(); },
});
function neighbours(title, ids, other) {
  if (!ids.length) return [];
  const sorted = [...ids].sort((a, b) => nodes[other(a)].date.localeCompare(nodes[other(b)].date) || a - b);
  const item = (id) => make("li", {},
    make("span", { class: "how", dir: "auto", text: `${edges[id].label || functions[edges[id].line].name} ` }),
    nodeButton(other(id)), make("span", { class: "how", text: ` ${nodes[other(id)].date}` }),
    ...edges[id].details.map(([name, text]) => make("p", { class: "why", dir: "auto", text: `${name}: ${text}` })));
  const list = make("ul", { class: "neighbours" }, ...sorted.slice(0, 40).map(item));
  const parts = [make("h2", { text: `${title} (${ids.length})` }), list];
  if (sorted.length > 40) {
    const more = make("button", { type: "button", class: "more", text: `Show the other ${sorted.length - 40}`,
      onclick: () => { list.append(...sorted.slice(40).map(item)); more.remove(); } });
    parts.push(more);
  }
  return parts;
}
function show(...parts) {
  byId("details").replaceChildren(...parts);
  byId("details").scrollTop = 0;
  byId("details").parentElement.classList.toggle("reading", state.node !== null || state.edge !== null);
}
function showNode(id) {
  const node = nodes[id];
  show(make("h2", { class: "name", dir: "auto", text: node.label }),
    make("p", { class: "what", text: `${kinds[node.look].name} · ${node.date || "undated"}` }),
    ...(node.link ? [make("p", {}, link(node.link))] : []), ...table(node.details),
    ...neighbours("Outgoing", outgoing[id], (edge) => edges[edge].to),
    ...neighbours("Incoming", incoming[id], (edge) => edges[edge].from),
    ...table([["Identifier", node.iri]]));
}
function showEdge(id) {
  const edge = edges[id];
  show(make("h2", { class: "name", dir: "auto", text: edge.label || functions[edge.line].name }),
    make("p", { class: "what", text: functions[edge.line].name }),
    ...table([["From", nodeButton(edge.from)], ["To", nodeButton(edge.to)], ...edge.details]));
}
function showHint() {
  show(make("h2", { text: "Details" }),
    make("p", { class: "what", text: "Choose a node in the graph, in the search or in the table." }));
}

/* --- legend --------------------------------------------------------------------------------- */
function drawing(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
const sign = (kind) => drawing("svg", { width: 16, height: 16, "aria-hidden": "true" }, drawing("polygon", {
  points: SHAPES[kind.shape], fill: kind[theme()].fill, stroke: kind[theme()].border, "stroke-width": 1.5 }));
const stroke = (line) => drawing("svg", { width: 26, height: 10, "aria-hidden": "true" }, drawing("line", {
  x1: 0, y1: 5, x2: 26, y2: 5, stroke: line[theme()], "stroke-width": 2.5, "stroke-dasharray": line.dashes ? line.dashes.join(" ") : "none" }));
function entry(picture, item, hidden, index) {
  return make("li", {}, make("button", { type: "button", "aria-pressed": String(!hidden.has(index)),
    title: hidden.has(index) ? "Show" : "Hide",
    onclick: () => {
      if (!hidden.delete(index)) hidden.add(index);
      drawLegend();
      paint();
    } }, picture, make("span", { dir: "auto", text: item.name }), make("i", { text: String(item.count) })));
}
function drawLegend() {
  const at = [byId("kinds"), byId("functions")].flatMap((list) => [...list.querySelectorAll("button")])
    .indexOf(document.activeElement);
  byId("kinds").replaceChildren(...kinds.map((kind, i) => entry(sign(kind), kind, state.hiddenKinds, i)));
  byId("functions").replaceChildren(...functions.map((line, i) => entry(stroke(line), line, state.hiddenFunctions, i)));
  if (at >= 0) document.querySelectorAll("#legend button")[at].focus();
}

/* --- search --------------------------------------------------------------------------------- */
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i", "’": "'", "‘": "'" };
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[øłđðþæœßı’‘]/gu, (letter) => LETTERS[letter]);
let haystack = null;
function matchesOf(query) {
  haystack ??= nodes.map((node) => [fold(node.label),
    fold([node.label, kinds[node.look].name, node.date, node.iri, ...node.details.flat()].join(" "))]);
  const words = fold(query).split(/\s+/u).filter(Boolean);
  const whole = words.join(" ");
  const rank = (id) => (haystack[id][0].startsWith(whole) ? 0 : haystack[id][0].includes(whole) ? 1 : 2);
  return importance.filter((id) => words.every((word) => haystack[id][1].includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}
const search = byId("search");
const list = byId("matches");
const take = (id) => { list.hidden = true; chooseNode(id); };
function look() {
  const query = search.value.trim();
  const found = query ? matchesOf(query) : [];
  state.matches = query ? new Set(found) : null;
  Object.assign(state, { node: null, edge: null });
  byId("found").textContent = query ? `${found.length} found` : "";
  list.hidden = !found.length;
  list.replaceChildren(...found.slice(0, 30).map((id) => make("li", {}, make("button", { type: "button", dir: "auto",
    text: [nodes[id].label, kinds[nodes[id].look].name, nodes[id].date].filter(Boolean).join(" · "),
    onclick: () => { take(id); byId("details").focus(); } }))));
  showHint();
  paint();
  return found;
}
search.addEventListener("input", look);
search.addEventListener("focus", () => { list.hidden = !list.children.length; });
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { const [first] = look(); if (first !== undefined) take(first); }
  if (event.key === "Escape") { search.value = ""; look(); }
  if (event.key === "ArrowDown" && list.children.length) { event.preventDefault(); list.querySelector("button").focus(); }
});
list.addEventListener("keydown", (event) => {
  const to = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (event.key === "Escape") { list.hidden = true; search.focus(); }
  if (!to) return;
  event.preventDefault();
  const item = document.activeElement.parentElement[to];
  (item ? item.firstElementChild : search).focus();
});
document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".search")) list.hidden = true; });

/* --- the table: filled when first opened ---------------------------------------------------- */
byId("table").addEventListener("toggle", () => {
  if (byId("rows").children.length) return;
  byId("rows").append(...inTime.map((id) => make("tr", {}, make("td", {}, nodeButton(id)),
    ...[kinds[nodes[id].look].name, nodes[id].date, incoming[id].length, outgoing[id].length]
      .map((text) => make("td", { text: String(text) })),
    make("td", {}, link(nodes[id].link)))));
});

/* --- start ---------------------------------------------------------------------------------- */
drawLegend();
showHint();
window.southsouth = {
  nodes: nodes.map((node) => node.iri),
  edges: edges.map((edge) => [nodes[edge.from].iri, nodes[edge.to].iri]),
  select: (iri) => { if (indexOf.has(iri)) chooseNode(indexOf.get(iri)); return indexOf.has(iri); },
  selected: () => (state.node === null ? null : nodes[state.node].iri),
  clear,
  fit,
  canvasPosition: (iri) => {
    const corner = frame.getBoundingClientRect();
    const { x, y } = screen(indexOf.get(iri));
    return { x: corner.left + x, y: corner.top + y };
  },
  visibleLabels: () => placed.map(({ id, box }) => ({ id: nodes[id].iri, ...box })),
  ready: false,
};
fit();
paint();
requestAnimationFrame(() => requestAnimationFrame(() => {
  window.southsouth.ready = true;
  window.southsouth.milliseconds = Math.round(performance.now());
}));
})();
