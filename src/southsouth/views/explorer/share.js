// Copying the link or a citation, and saving what is shown as a file.
import { asText } from "./api.js";
import { byId, button, el } from "./dom.js";
import { ink } from "./looks.js";
import { message } from "./panel.js";
import { parameters, whole } from "./state.js";
import { t } from "./texts.js";
/** @typedef {import("./types.d.ts").State} State */
/** @typedef {import("./types.d.ts").View} View */

const FORMATS = ["svg", "graphml", "csv", "ttl", "rq"];

/** The address at which the server writes the shown view. @param {State} state @param {string} format */
function fileAddress(state, format) {
  const { view, by, hide, focus, to, depth, lane, since, until, part } = state;
  const asked = {
    map: { by, hide }, citations: { focus: whole(focus), depth, function: state.function, lane, since, until, part },
    paths: { focus: whole(focus), to: whole(to) }, lineage: { focus: whole(focus) },
  }[view] ?? {};
  return `/explore/data/${view}?${parameters({ .../** @type {Record<string, string | string[]>} */ (asked), format })}`;
}

/** @param {string} text */
async function copy(text) {
  const said = byId("share-said");
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = t("share.copied");
  } catch {
    said.textContent = t("share.failed");
  }
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The picture as a PNG: the canvas, or the SVG drawn on one. @param {View} view @param {State} state */
async function png(view, state) {
  const map = view.canvas?.();
  const canvas = map ? onPaper(map) : await drawn(state);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  if (blob) save(`southsouth-${state.view}.png`, /** @type {Blob} */ (blob));
}

/** A picture on the ground that it has on the page: alone it has none. @param {HTMLCanvasElement} picture */
function onPaper(picture) {
  const canvas = el("canvas", { width: picture.width, height: picture.height });
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = ink("--paper");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0);
  }
  return canvas;
}

/** The SVG file of the view on a canvas. @param {State} state */
async function drawn(state) {
  const text = await asText(fileAddress(state, "svg"));
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(text) ?? ["", "1080", "800"];
  const image = new Image();
  const sized = text.replace("<svg ", `<svg width="${width}" height="${height}" `);
  const address = URL.createObjectURL(new Blob([sized], { type: "image/svg+xml" }));
  await new Promise((resolve, reject) => { image.onload = resolve; image.onerror = () => reject(new Error(t("share.unreadable"))); image.src = address; });
  const scale = Math.min(2, 8000 / Math.max(Number(width), Number(height)));
  const canvas = el("canvas", { width: Math.ceil(Number(width) * scale), height: Math.ceil(Number(height) * scale) });
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  URL.revokeObjectURL(address);
  return canvas;
}

/** @param {() => State} state @param {() => View} view */
export function shareMenu(state, view) {
  const open = byId("share-open");
  const menu = byId("share-menu");
  const close = () => { menu.hidden = true; open.setAttribute("aria-expanded", "false"); };
  const hasPicture = () => {
    byId("share-said").textContent = view().query?.() ? "" : t("share.nothing");
    return Boolean(view().query?.());
  };
  menu.append(
    button(t("share.link"), () => copy(window.location.href)),
    button(t("share.citation"), () => copy(t("cite", { title: view().title(), link: window.location.href, day: new Date().toISOString().slice(0, 10) }))),
    ...FORMATS.map((format) => button(t(`share.${format}`), () => {
      if (!hasPicture()) return;
      el("a", { href: fileAddress(state(), format), download: "" }).click();
      close();
    }, { "aria-label": t("share.save", { format: t(`share.${format}`) }) })),
    button(t("share.png"), async () => {
      if (!hasPicture()) return;
      try {
        await png(view(), state());
        close();
      } catch (error) {
        byId("share-said").textContent = t("failed", { why: message(error) });
      }
    }, { "aria-label": t("share.save", { format: t("share.png") }) }),
    el("span", { id: "share-said", role: "status" }));
  open.addEventListener("click", () => {
    menu.hidden = !menu.hidden;
    open.setAttribute("aria-expanded", String(!menu.hidden));
    byId("share-said").textContent = "";
    if (!menu.hidden) menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); open.focus(); } });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(/** @type {Node} */ (event.target)) && event.target !== open) close();
  });
}
