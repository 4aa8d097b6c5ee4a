// The explorer: one state in the address, one view on the stage, the panel beside it.
import { ask, Unanswered } from "./api.js";
import { CitationView } from "./citations.js";
import { byId, button, el } from "./dom.js";
import { LineageView } from "./lineage.js";
import { narrow } from "./looks.js";
import { MapView } from "./map.js";
import { message, Panel } from "./panel.js";
import { Index } from "./search.js";
import { SearchBox } from "./searchbox.js";
import { shareMenu } from "./share.js";
import { parameters, read, write } from "./state.js";
import { t } from "./texts.js";
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").View} View */
/** @typedef {import("./types.d.ts").Atlas} Atlas */

let state = read(window.location.search);

/** @type {import("./types.d.ts").Actions} */
const actions = {
  go(change, replace = false) {
    const next = { ...state, ...change };
    if (write(next) === write(state)) return;
    state = next;
    history[replace ? "replaceState" : "pushState"](null, "", `/explore${write(state)}`);
    render();
  },
  atlas() { return ask("map", parameters({ by: state.by, shape: narrow.matches ? "tall" : "wide" })); },
  status(text) { byId("status").textContent = text; },
};

const [stage, tools, tableBox] = [byId("picture"), byId("tools"), /** @type {HTMLDetailsElement} */ (byId("table"))];
/** @type {Record<string, View>} */
const views = {
  map: new MapView(stage, tools, actions),
  citations: new CitationView(stage, tools, actions),
  lineage: new LineageView(stage, tools, actions),
  paths: new CitationView(stage, tools, actions, true),
};
const current = () => views[state.view] ?? views.map;
const panel = new Panel(actions, current);
let shown = "";

/** @type {Promise<Index> | null} */
let index = null;
const indexed = () => {
  if (!index) {
    index = actions.atlas().then((/** @type {Atlas} */ atlas) => new Index(atlas));
    index.catch(() => { index = null; });  // the next letter asks again
  }
  return index;
};

new SearchBox(indexed, ({ path }) => {
  const isDocument = path.startsWith("document/");
  const view = state.view === "lineage" && isDocument ? "citations" : state.view === "paths" ? "citations" : state.view;
  actions.go({ view, focus: path, show: "", at: "", line: "" });
  if (narrow.matches) byId("panel").scrollIntoView();
});
shareMenu(() => state, current);

async function render() {
  const view = current();
  delete document.documentElement.dataset.ready;
  if (shown !== state.view) {
    views[shown]?.leave();
    shown = state.view;
    tools.replaceChildren();
    stage.replaceChildren(el("p", { class: "pick" }, t("loading")));
  }
  for (const link of document.querySelectorAll("#views a")) {
    const name = link.getAttribute("data-view") ?? "";
    link.setAttribute("href", `/explore${write({ ...state, view: name, show: "", at: "", line: "" })}`);
    if (name === state.view) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  const now = state;
  try {
    await view.show(state);
  } catch (error) {
    if (now !== state) return;
    view.leave();  // Back to what it showed before draws that again
    stage.replaceChildren(el("p", { class: "error", role: "alert" }, t("failed", { why: message(error) }), " ",
      error instanceof Unanswered && button(t("retry"), render)));
    actions.status("");
  }
  if (now !== state) return;
  byId("view-title").textContent = view.title() || t(`view.${state.view}`);
  document.title = `${view.title() || t(`view.${state.view}`)} · southsouth`;
  await panel.show(state);
  fillTable();
  document.documentElement.dataset.ready = state.view;
}

function fillTable() {
  const box = byId("table-body");
  box.replaceChildren();
  const content = tableBox.open ? current().table() : null;
  if (content) box.append(content);
}

tableBox.addEventListener("toggle", fillTable);
byId("views").addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  actions.go({ view: link.getAttribute("data-view") ?? "map", show: "", at: "", line: "" });
});
window.addEventListener("popstate", () => { state = read(window.location.search); render(); });
document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).matches("input, textarea, select");
  if (event.key === "/" && !typing) { event.preventDefault(); byId("search").focus(); }
});
narrow.addEventListener("change", render);
render();
