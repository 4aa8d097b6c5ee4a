// Asking the server: JSON in, errors as one line; what was asked is remembered.
import { t } from "./texts.js";

/** @type {Map<string, Promise<any>>} */
const asked = new Map();
const KEPT = 40;

/** The server is away or failed: asking again may help. */
export class Unanswered extends Error {}

/** What is at an address of ours; an error is one line. @param {string} address @param {string} accept */
async function fetched(address, accept) {
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: accept } });
  } catch {
    throw new Unanswered(t("offline"));
  }
  if (!answer.ok) {
    const why = (await answer.text()).trim() || answer.statusText;
    throw answer.status >= 500 ? new Unanswered(why) : new Error(why);
  }
  return answer;
}

/** The text at an address of ours, not remembered. @param {string} address */
export const asText = async (address) => (await fetched(address, "*/*")).text();

/**
 * The answer at an address of ours.
 * @param {string} name
 * @param {string} [parameters]
 * @returns {Promise<any>}
 */
export function ask(name, parameters = "") {
  const address = `/explore/data/${name}${parameters ? `?${parameters}` : ""}`;
  const known = asked.get(address);
  if (known) return known;
  const answer = fetched(address, "application/json").then((found) => found.json());
  asked.set(address, answer);
  answer.catch(() => asked.delete(address));
  // the map is asked for on every view, by the search
  const oldest = [...asked.keys()].find((key) => !key.startsWith("/explore/data/map"));
  if (asked.size > KEPT && oldest !== undefined) asked.delete(oldest);
  return answer;
}
