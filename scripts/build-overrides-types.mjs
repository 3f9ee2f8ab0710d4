// Writes generator/load/overrides.ts, the TypeScript types of spec/overrides.schema.json, so that the format of an
// overrides file is defined only once.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compile } from "json-schema-to-typescript";

const root = new URL("../", import.meta.url);

const head = `// Generated from spec/overrides.schema.json by \`npm run types:overrides\`; do not edit.
import type { Json, JsonObject } from "../shared/json.js";
`;

/** TypeScript can describe this string more precisely than json-schema-to-typescript. */
const place = `\`\${"path" | "query" | "header" | "cookie" | "body"}:\${string}\``;

const options = {
  bannerComment: "",
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  style: { printWidth: 120, bracketSpacing: true, trailingComma: "all" },
};

/** The text of generator/load/overrides.ts. */
export async function buildOverridesTypes() {
  const { $defs, ...overrides } = JSON.parse(readFileSync(new URL("spec/overrides.schema.json", root), "utf8"));
  const texts = [head];
  // Each definition is compiled separately, so that its key is its name.
  for (const [key, schema] of Object.entries({ overrides, ...$defs })) {
    const { description } = schema;
    const prepared = key === "place" ? { description, tsType: place } : prepare(schema);
    texts.push(addReadonly(await compile(prepared, typeName(key), options)));
  }
  return texts.join("\n");
}

/** Replaces references with type names; removes titles (each would become a type) and keywords without a type. */
function prepare({ title: _title, propertyNames: _names, minItems: _min, $ref, ...schema }) {
  const { description, type, properties, items, additionalProperties, oneOf } = schema;
  if ($ref !== undefined) return { description, tsType: typeName($ref.replace("#/$defs/", "")) };
  if (Object.keys(schema).every((key) => key === "description")) return { description, tsType: "Json" };
  if (type === "object" && !properties && additionalProperties === undefined)
    return { description, tsType: "JsonObject" };
  return {
    ...schema,
    ...(type === "array" && { items: prepare(items ?? {}) }),
    ...(oneOf && { oneOf: oneOf.map(prepare) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, below]) => [key, prepare(below)])),
    }),
    ...(additionalProperties && {
      additionalProperties: prepare(additionalProperties === true ? {} : additionalProperties),
    }),
  };
}

function typeName(key) {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** json-schema-to-typescript does not print `readonly`, so it is added to each member and each list. */
function addReadonly(text) {
  if (/[})]\[\]/.test(text)) throw new Error("Move the items of the list to `$defs` to give them a name.");
  return text.replace(/^( *)(?=[\w$[\]: ]+\??: )/gm, "$1readonly ").replace(/\w+\[\]/g, "readonly $&");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(new URL("generator/load/overrides.ts", root), await buildOverridesTypes());
