// Writes facts.json from the service's own document, which this repository does not hold:
//   node test/pack/upstream/build-facts.mjs path/to/openapi.json
import { readFileSync, writeFileSync } from "node:fs";
import { readFacts } from "./read-facts.mjs";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node test/pack/upstream/build-facts.mjs <openapi.json>");
  process.exit(2);
}
const facts = readFacts(JSON.parse(readFileSync(file, "utf8")));
writeFileSync(new URL("facts.json", import.meta.url), `${JSON.stringify(facts, null, 2)}\n`);
console.log(`${Object.keys(facts.operations).length} operations`);
