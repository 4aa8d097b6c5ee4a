// The one box: a combobox with a list of results by type (ARIA Authoring Practices, Combobox).
import { byId, el } from "./dom.js";
import { message } from "./panel.js";
import { t, number } from "./texts.js";
/** @typedef {import("./search.js").Index} Index */

/** @typedef {{ path: string, label: string }} Choice */

export class SearchBox {
  /**
   * @param {() => Promise<Index>} index
   * @param {(choice: Choice) => void} choose
   */
  constructor(index, choose) {
    this.input = /** @type {HTMLInputElement} */ (byId("search"));
    this.list = byId("results");
    this.count = byId("search-count");
    this.choose = choose;
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1;
    /** @type {Index | null} */
    this.index = null;
    const ready = async () => {
      try {
        this.index ??= await index();
      } catch (error) {
        this.say(t("failed", { why: message(error) }));
        return;
      }
      this.search();
    };
    this.input.addEventListener("focus", ready);
    this.input.addEventListener("input", ready);
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  search() {
    const words = this.input.value.trim();
    if (!words || !this.index) { this.close(); return; }
    const { nodes } = this.index;
    const groups = this.index.find(words);
    this.options = [];
    const parts = groups.map(({ group, hits, total }) => el("div", { role: "group", "aria-label": t(`search.${group}`) },
      el("div", { class: "group", "aria-hidden": "true" }, t(`search.${group}`)),
      ...hits.map(({ node, because }) => {
        const isName = because && because !== nodes.label[node] && because !== nodes.title[node];
        const option = el("div", { role: "option", id: `result-${this.options.length}`, "aria-selected": "false" },
          el("b", { dir: "auto" }, nodes.label[node]),
          nodes.day[node] && el("span", { class: "day" }, nodes.day[node].slice(0, 4)),
          (isName || nodes.title[node]) && el("span", { class: "because", dir: "auto" },
            isName ? t("search.asName", { name: because }) : nodes.title[node]));
        option.addEventListener("pointerdown", (event) => { event.preventDefault(); this.pick(node); });
        option.dataset.node = String(node);
        this.options.push(option);
        return option;
      }),
      total > hits.length && el("div", { class: "more" }, t("search.more", { n: number(total - hits.length) }))));
    this.list.replaceChildren(...(parts.length ? parts : [el("div", { class: "more" }, t("search.none"))]));
    const all = groups.reduce((sum, { total }) => sum + total, 0);
    this.count.textContent = t("search.count", { n: number(all) });
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.move(this.options.length ? 0 : -1);
  }

  /** Shows one line in place of results. @param {string} text */
  say(text) {
    this.close();
    if (!this.input.value.trim()) return;
    this.list.replaceChildren(el("div", { class: "more" }, text));
    this.list.hidden = false;
    this.count.textContent = text;
  }

  /** @param {number} to */
  move(to) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = to;
    const option = this.options[to];
    if (!option) { this.input.removeAttribute("aria-activedescendant"); return; }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && this.options.length && !this.list.hidden) {
      event.preventDefault();
      this.move((this.active + step + this.options.length) % this.options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = this.list.hidden ? undefined : this.options[this.active];
      if (option) this.pick(Number(option.dataset.node));
    } else if (event.key === "Escape") {
      if (this.list.hidden) this.input.value = "";
      this.close();
    }
  }

  /** @param {number} node */
  pick(node) {
    if (!this.index) return;
    const { nodes } = this.index;
    this.close();
    this.input.value = "";
    this.choose({ path: nodes.path[node], label: nodes.label[node] });
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.options = [];
    this.active = -1;
    this.count.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
