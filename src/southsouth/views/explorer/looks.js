// Shapes and colours of nodes, the same as in views/page_looks.py and scene/svg.py.

/** The colour of a name of the style. @param {string} name */
export const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const darkTheme = matchMedia("(prefers-color-scheme: dark)");
export const narrow = matchMedia("(max-width: 760px)");

/** Which of the two looks of a kind or function counts now. @returns {"light" | "dark"} */
export const theme = () => (darkTheme.matches ? "dark" : "light");

/** @param {number} corners @param {number} turn @param {number} [inner] */
function polygon(corners, turn, inner = 1) {
  return (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => {
    const points = Array.from({ length: corners }, (_, corner) => {
      const reach = r * 1.15 * (inner < 1 && corner % 2 ? inner : 1);
      const angle = (2 * Math.PI * corner) / corners + turn;
      return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
    });
    return `M${points.join("L")}z`;
  };
}

const UP = -Math.PI / 2;
/** Path data of each shape around a centre. @type {Record<string, (x: number, y: number, r: number) => string>} */
export const SHAPES = {
  dot: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  square: polygon(4, Math.PI / 4),
  diamond: polygon(4, UP),
  triangle: polygon(3, UP),
  triangleDown: polygon(3, -UP),
  hexagon: polygon(6, 0),
  star: polygon(10, UP, 0.5),
};
