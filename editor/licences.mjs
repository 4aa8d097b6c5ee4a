// Writes the licences of all that the bundle holds beside it, as they ask for.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const parts = [];
for (const [place, entry] of Object.entries(lock)) {
  if (!place || entry.dev || entry.optional) continue;
  const name = place.split("node_modules/").pop();
  const file = readdirSync(place).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file ? readFileSync(`${place}/${file}`, "utf8").trim() : "";
  parts.push(`${name} ${entry.version}: ${entry.license ?? "see below"}\n\n${text}\n`);
}
writeFileSync("../src/southsouth/_web/licences.txt", parts.join("\n----\n\n"));
