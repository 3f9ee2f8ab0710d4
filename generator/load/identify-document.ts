import { isObject, type MutableObject, ownValue } from "../shared/json.js";
import type { Problem } from "../shared/problems.js";
import type { SourceFile } from "./types.js";

/** A kind of document that is not OpenAPI, by a sign that no other has. */
interface Foreign {
  /** Continues "The document ...". */
  readonly what: string;
  readonly fix: string;
  readonly is: (document: MutableObject) => boolean;
}

const has =
  (...keys: readonly string[]) =>
  (document: MutableObject): boolean =>
    keys.every((key) => ownValue(document, key) !== undefined);

const text = (document: MutableObject, ...path: readonly string[]): string =>
  String(path.reduce<unknown>((value, key) => ownValue(value as MutableObject, key), document) ?? "");

const convert = "Convert it to OpenAPI first, or ask the provider for an OpenAPI document.";
const other = "Pass the OpenAPI document with --spec.";

const foreign: readonly Foreign[] = [
  { what: "is an empty object", fix: other, is: (document) => Object.keys(document).length === 0 },
  {
    what: "is an OpenAPI Overlay, which changes a document and is none",
    fix: "Pass the document with --spec and this file with --overlay.",
    is: has("overlay"),
  },
  {
    what: "is an Arazzo description of workflows",
    fix: "Pass the OpenAPI document that it names as a source.",
    is: has("arazzo"),
  },
  { what: "is an AsyncAPI document; events have no calls", fix: convert, is: has("asyncapi") },
  { what: "is an OpenRPC document", fix: convert, is: has("openrpc") },
  { what: "is a RAML document", fix: convert, is: has("raml") },
  {
    what: "is a Swagger 1.x document",
    fix: "Convert it to OpenAPI 3 first; ask the provider for a newer document.",
    is: (document) => has("swaggerVersion")(document) || /^1\./.test(text(document, "swagger")),
  },
  {
    what: "is a Postman collection",
    fix: "Export an OpenAPI document from Postman, or convert the collection.",
    is: (document) =>
      /getpostman\.com/.test(text(document, "info", "schema")) || text(document, "info", "_postman_id") !== "",
  },
  {
    what: "is an Insomnia export",
    fix: "Export an OpenAPI document from Insomnia.",
    is: (document) => text(document, "_type") === "export" || text(document, "type").includes("insomnia.rest"),
  },
  { what: "is a HAR recording", fix: convert, is: (document) => text(document, "log", "entries") !== "" },
  {
    what: "is a Google API discovery document",
    fix: convert,
    is: (document) => text(document, "kind").startsWith("discovery#") || has("discoveryVersion")(document),
  },
  {
    what: "is a GraphQL schema; GraphQL has no operations over HTTP to call one by one",
    fix: "Pass the OpenAPI document of the service, if it has one.",
    is: (document) => has("__schema")(document) || text(document, "data", "__schema") !== "",
  },
  {
    what: "is an overrides file",
    fix: "Pass the OpenAPI document with --spec and this file with --overrides.",
    is: (document) => has("actions")(document) || (has("pack")(document) && !has("info")(document)),
  },
  { what: "is a configuration of toolpack", fix: "Leave --spec out to use it.", is: has("packs") },
  {
    what: "is a JSON Schema, which describes data and no operations",
    fix: "Pass the OpenAPI document that uses it.",
    is: (document) =>
      text(document, "$schema") !== "" ||
      ["type", "properties", "$defs", "definitions"].some((key) => has(key)(document)),
  },
];

/** Says what a document is that is neither OpenAPI nor Swagger; undefined for one that is, or that nothing identifies. */
export function identifyDocument(file: SourceFile, document: MutableObject): Problem | undefined {
  if (has("openapi")(document) || /^2/.test(text(document, "swagger"))) return undefined;
  const found = foreign.find(({ is }) => isObject(document) && is(document));
  if (found === undefined) return undefined;
  return {
    code: "not-openapi",
    kind: "spec",
    severity: "error",
    message: `The document \`${file.path}\` ${found.what}.`,
    fix: found.fix,
    at: file.locate(""),
  };
}
