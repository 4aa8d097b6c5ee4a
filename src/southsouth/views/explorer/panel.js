// The panel: the card of what is chosen, or the sentences behind a line.
import { ask } from "./api.js";
import { byId, button, el } from "./dom.js";
import { parameters, whole } from "./state.js";
import { number, t } from "./texts.js";
/** @typedef {import("./types.d.ts").Card} Card */
/** @typedef {import("./types.d.ts").Value} Value */
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").Actions} Actions */
/** @typedef {import("./types.d.ts").View} View */

const NARROW_FACTS = 30;

export class Panel {
  /** @param {Actions} actions @param {() => View} view */
  constructor(actions, view) {
    this.actions = actions;
    this.view = view;
    this.box = byId("panel");
    this.shown = "";
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") actions.go({ line: "", show: "", at: "" });
    });
  }

  /** @param {State} state */
  async show(state) {
    const path = state.show || state.focus;
    const asked = state.line ? `line ${state.line}` : path ? `card ${whole(path)}` : "";
    const isNew = asked !== this.shown;
    this.shown = asked;
    if (!asked) { this.box.replaceChildren(el("p", { class: "note" }, t("panel.empty"))); return; }
    try {
      const parts = state.line ? await this.line(state) : await this.card(path, state);
      if (this.shown !== asked) return;
      this.box.replaceChildren(...parts.filter((part) => part !== null));
      if (isNew) this.box.scrollTop = 0;
    } catch (error) {
      if (this.shown === asked) this.box.replaceChildren(el("p", { class: "error", role: "alert" }, t("failed", { why: message(error) })));
    }
    const at = state.at || (state.show || state.focus).split("#")[1] || "";
    const target = at ? document.getElementById(`at-${at}`) : null;
    if (target) {
      target.closest("details")?.setAttribute("open", "");
      target.classList.add("target");
      target.scrollIntoView({ block: "center" });
    }
  }

  // --- why a line is there ----------------------------------------------------------------------

  /** @param {State} state */
  async line(state) {
    const [from, to] = state.line.split(">");
    /** @type {import("./types.d.ts").Sentence[]} */
    const sentences = await ask("line", parameters({ focus: from, to }));
    const name = (/** @type {string} */ path) => path.replace(/^document\//, "");
    const verbs = [...new Set(sentences.flatMap((one) => one.verbs))];
    return [
      el("h2", { dir: "auto" }, `${name(from)} → ${name(to)}`),
      verbs.length ? el("p", { class: "verbs" }, verbs.join(", ")) : null,
      ...(sentences.length ? sentences.map((one) => this.sentence(one)) : [el("p", { class: "note" }, t("line.none"))]),
      el("p", { class: "acts" }, ...[from, to].map((path) => button(t("line.back", { what: name(path) }),
        () => this.actions.go({ line: "", show: path, at: "" })))),
    ];
  }

  /** @param {import("./types.d.ts").Sentence} one */
  sentence(one) {
    const words = one.pieces.map(([text, what]) => (what ? el("mark", { class: what }, text) : text));
    const [path, fragment] = one.part.split("#");
    return el("figure", { class: "sentence" },
      el("figcaption", {}, one.where, one.pinpoints.length ? ` · ${one.pinpoints.join("; ")}` : ""),
      words.length ? el("blockquote", { dir: "auto" }, ...words) : el("p", { class: "note" }, `${one.printed.join("; ")} (${t("panel.noWords")})`),
      button(t("line.open", { what: one.where }), () => this.actions.go({ line: "", show: path, at: fragment ?? "" }), { class: "link" }));
  }

  // --- a card -----------------------------------------------------------------------------------

  /** @param {string} given @param {State} state */
  async card(given, state) {
    const path = whole(given);
    /** @type {Card} */
    const card = await ask("card", parameters({ focus: path }));
    const lines = this.view().lines?.(path) ?? [];
    return [
      el("h2", { dir: "auto" }, card.title, card.subtitle && el("span", { class: "subtitle" }, card.subtitle)),
      el("p", { class: "note" }, card.kinds.map((kind) => kind.text).join(" · ")),
      this.acts(path, card, state),
      section("names", card.names.length, true, () => list(card.names.map((name) => [
        el("b", { dir: "auto" }, name.form), name.status && el("span", { class: "note" }, ` ${name.status}`), el("br"), name.use]))),
      section("events", card.events.length, true, () => list(card.events.map((event) => [
        el("span", { class: "day" }, event.day), ` ${event.force}: `, event.label, " ", this.link(event.where),
        event.also && el("span", {}, " → ", this.link(event.also)), event.quote && el("blockquote", { dir: "auto" }, event.quote)]))),
      section("lines", lines.length, lines.length < 12, () => list(lines.map(({ from, to, verb, other, count }) => [
        el("span", { "aria-hidden": "true" }, from === path ? "→ " : "← "), el("i", {}, verb), " ", other, count > 1 ? ` (${count})` : "", " ",
        button(t("line.why"), () => this.actions.go({ line: `${from}>${to}` }), { class: "link" })]))),
      section("facts", card.facts.length, true, () => facts(card.facts.slice(0, NARROW_FACTS), (value) => this.link(value))),
      section("provisions", card.provisions.length, Boolean(state.at), () => el("ol", { class: "provisions" },
        ...card.provisions.map((one) => this.provision(one)),
        card.left_out ? el("li", { class: "note" }, t("panel.leftOut", { n: number(card.left_out) })) : null)),
      card.citing_total ? el("details", {}, el("summary", {}, t("panel.citedBy", { n: number(card.citing_total) })),
        card.cited_by.length < card.citing_total ? el("p", { class: "note" }, t("panel.citedBy.shown", { n: number(card.cited_by.length) })) : null,
        list(card.cited_by.map((one) => [this.link(one.where), one.verb && el("i", {}, ` ${one.verb.text}`), one.pinpoint && ` ${one.pinpoint}`]))) : null,
      section("others", card.others.length, false, () => facts(card.others, (value) => this.link(value))),
      section("sources", card.sources.length, false, () => list(card.sources.map((source) => [this.link(source)]))),
    ];
  }

  /** @param {string} path @param {Card} card @param {State} state */
  acts(path, card, state) {
    const go = (/** @type {string} */ text, /** @type {Partial<State>} */ change) => button(text, () => this.actions.go({ show: "", at: "", line: "", ...change }));
    const link = (/** @type {string} */ text, /** @type {string} */ href) => el("a", { href, ...(href.startsWith("/") ? {} : { rel: "noreferrer", target: "_blank" }) }, text);
    const here = whole(state.focus) === path;
    const query = this.view().query?.() ?? "";
    const official = /^https?:\/\//.test(card.official) ? card.official : "";
    return el("p", { class: "acts" },
      !(here && state.view === "citations") && go(t("panel.centre"), { view: "citations", focus: path }),
      !card.is_document && !(here && state.view === "lineage") && go(t("panel.lineage"), { view: "lineage", focus: path }),
      !(here && state.view === "map") && go(t("panel.map"), { view: "map", focus: path }),
      card.is_document && go(t("paths.here"), { view: "paths", focus: path, to: "" }),
      official && link(t("panel.official"), official), link(t("panel.page"), `/${path}`), link(t("panel.rdf"), `/${path}.ttl`),
      query && link(t("panel.sparql"), `/query?${parameters({ query })}`));
  }

  /** @param {Card["provisions"][number]} one */
  provision(one) {
    const words = one.quote || one.phrase;
    return el("li", { id: `at-${one.fragment}` }, el("b", {}, one.label), one.verb && el("i", {}, ` ${one.verb.text}`), " ",
      words && el("span", { dir: "auto" }, words), one.cites.length > 0 && el("ul", {}, ...one.cites.map((cite) => el("li", {},
        cite.verb && el("i", {}, `${cite.verb.text} `), this.link(cite.target), cite.pinpoint && `, ${cite.pinpoint}`))));
  }

  /** A value: a resource of ours leads on in the explorer, another goes out. @param {Value} value */
  link(value) {
    const { iri, text } = value;
    if (/^(?:document|instrument|body|conference)\//.test(iri)) {
      const [path, at] = iri.split("#");
      return button(text, () => this.actions.go({ show: path, at: at ?? "", line: "" }), { class: "link", dir: "auto" });
    }
    if (/^https?:\/\//.test(iri)) return el("a", { href: iri, rel: "noreferrer", target: "_blank", dir: "auto" }, text);
    return iri ? el("a", { href: `/${iri}`, dir: "auto" }, text) : el("span", { dir: "auto" }, text);
  }
}

/** @param {string} key @param {number} size @param {boolean} open @param {() => HTMLElement} content */
function section(key, size, open, content) {
  if (!size) return null;
  return el("details", { open }, el("summary", {}, t(`panel.${key}`), " ", el("span", { class: "n" }, number(size))), content());
}

/** @param {import("./dom.js").Child[][]} rows */
const list = (rows) => el("ul", {}, ...rows.map((row) => el("li", {}, ...row)));

/** @param {Card["facts"]} told @param {(value: Value) => HTMLElement} link */
function facts(told, link) {
  return el("dl", {}, ...told.flatMap(({ term, values, count }) => [
    el("dt", {}, term.text),
    ...(values.length ? values.slice(0, NARROW_FACTS).map((value) => el("dd", {}, link(value))) : [el("dd", {}, number(count))])]));
}

/** @param {unknown} error */
export const message = (error) => (error instanceof Error ? error.message : String(error));
