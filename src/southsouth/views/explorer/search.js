// Finding by what people type: symbols in any spelling, names old and new, words of titles.
/** @typedef {import("./types.d.ts").Atlas} Atlas */

/** @typedef {{ node: number, score: number, because: string }} Hit */
/** @typedef {{ group: string, hits: Hit[], total: number }} Group */

const SHOWN = 7;
const ROMAN = /^(\d+)\s*([a-z])?\s*\(?\s*((?:es-|s-)?[ivxlc]+)\s*\)?$/;
const YEAR = /^(\d+)\s*\(\s*((?:19|20)\d\d)\s*\)$/;
/** What a citation says before the symbol … */
const ORGAN = /^(?:the )?(?:u\.?n\.? )?(?:general assembly|security council|economic and social council|human rights council|(?:un)?ga|(?:un)?sc|ecosoc|hrc) +(?=res|dec|\d)/;
/** … and after it: its day, the paragraph. */
const REST = / +(?:(?:of|adopted on|dated) +\d.*|(?:op|pp|paras?|paragraphs?)\.? *\d.*)$/;
const MODERN = /^((?:es-|s-)?\d+)\s*\/\s*(\d+)\s*([a-z])?$/;

/** Letters and digits without accents, small, one space between words. @param {string} text */
function plain(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^\p{L}\p{N}/().-]+/gu, " ").trim();
}

/** A symbol without what people leave out or add. @param {string} text */
const squeezed = (text) => text.replace(/[\s()]+/g, "");

/** The beginnings of symbols that a number typed in haste may mean. @param {string} words */
function spellings(words) {
  const cited = words.replace(REST, "").trim();
  const bare = cited.replace(ORGAN, "").replace(/^(?:res(?:olution)?|dec(?:ision)?)\.? */, "");
  const found = [squeezed(cited)];
  const modern = MODERN.exec(bare);
  const year = YEAR.exec(bare);
  const roman = ROMAN.exec(bare);
  if (modern) {
    const number = `${modern[1]}/${modern[2]}${modern[3] ?? ""}`;
    found.push(`a/res/${number}`, `a/${number}`, `e/res/${number}`, `a/hrc/res/${number}`, `a/dec/${number}`);
  } else if (year) found.push(`s/res/${year[1]}${year[2]}`);
  else if (roman) found.push(`a/res/${roman[1]}${roman[2] ?? ""}${roman[3]}`);
  else if (/^\d{3,4}$/.test(bare)) found.push(`s/res/${bare}`, `a/res/${bare}`);
  return found;
}

export class Index {
  /** @param {Atlas} atlas */
  constructor(atlas) {
    const { nodes, names } = atlas;
    this.nodes = nodes;
    this.labels = nodes.label.map((label) => squeezed(label.toLowerCase()));
    this.texts = nodes.title.map(plain);
    /** @type {Map<string, number>} */
    this.paths = new Map(nodes.path.map((path, node) => [path, node]));
    /** @type {{ node: number, form: string, text: string, first: string }[]} */
    this.names = Object.entries(names).flatMap(([node, forms]) => forms.map((form) => (
      { node: Number(node), form, text: plain(form), first: initials(form) })));
  }

  /** The node of a path, or undefined. @param {string} path */
  node(path) { return this.paths.get(path); }

  /** @param {number} node */
  group(node) {
    const path = this.nodes.path[node];
    return path.startsWith("document/") ? "documents" : path.startsWith("instrument/") ? "instruments" : "bodies";
  }

  /** What words find, by type, the best first. @param {string} typed @returns {Group[]} */
  find(typed) {
    const words = plain(typed);
    if (!words) return [];
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    /** @param {number} node @param {number} score @param {string} because */
    const hit = (node, score, because) => {
      const known = hits.get(node);
      if (!known || known.score < score) hits.set(node, { node, score, because });
    };
    const symbols = spellings(words);
    const rank = (/** @type {number} */ node) => Math.log1p(this.nodes.cited[node]);
    this.labels.forEach((label, node) => {
      if (!this.nodes.path[node].startsWith("document/")) return;
      symbols.forEach((symbol, at) => {
        if (label === symbol) hit(node, 1000 - at, "");
        else if (symbol.length > 1 && label.startsWith(symbol)) hit(node, 400 - 10 * at + rank(node), "");
        else if (!at && symbol.length > 3 && label.includes(symbol)) hit(node, 200 + rank(node), "");
      });
    });
    const parts = words.split(" ");
    for (const { node, form, text, first } of this.names) {
      const score = text === words || first === squeezed(words) ? 900 : text.startsWith(words) ? 700
        : parts.every((part) => text.includes(part)) ? 500 : 0;
      if (score) hit(node, score - text.length / 100 + rank(node) / 100, form);
    }
    if (words.length > 2) {
      this.texts.forEach((text, node) => {
        if (text && parts.every((part) => text.includes(part))) {
          hit(node, 100 + rank(node) + (text.startsWith(words) ? 50 : 0), this.nodes.title[node]);
        }
      });
    }
    return ["instruments", "bodies", "documents"].map((group) => {
      const mine = [...hits.values()].filter(({ node }) => this.group(node) === group)
        .sort((a, b) => b.score - a.score || this.nodes.label[a.node].localeCompare(this.nodes.label[b.node]));
      return { group, hits: mine.slice(0, SHOWN), total: mine.length };
    }).filter(({ hits: found }) => found.length)
      .sort((a, b) => b.hits[0].score - a.hits[0].score);
  }
}

/** The first letters of the capitalised words, small: an acronym. @param {string} form */
function initials(form) {
  const found = form.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  return found.length > 1 ? found.join("").toLowerCase() : "";
}
