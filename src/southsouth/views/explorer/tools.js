// What the tools of several views share.
import { button, el } from "./dom.js";
import { t } from "./texts.js";

/** Buttons that zoom by a factor, and show all. @param {number} factor @param {(factor: number) => void} zoom @param {() => void} all */
export function zoomTools(factor, zoom, all) {
  return el("div", { class: "zoom", role: "group" },
    button("+", () => zoom(factor), { "aria-label": t("map.in"), title: t("map.in") }),
    button("−", () => zoom(1 / factor), { "aria-label": t("map.out"), title: t("map.out") }),
    button(t("map.all"), all));
}

/**
 * An answer; the stage says that it is busy until it is there.
 * @template T
 * @param {HTMLElement} stage
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
export function awaited(stage, answer) {
  stage.setAttribute("aria-busy", "true");
  return answer.finally(() => stage.removeAttribute("aria-busy"));
}
