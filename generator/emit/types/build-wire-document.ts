import { asList, asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { resolveRef } from "../../shared/ref.js";
import { breakCycles } from "./break-cycles.js";
import { createIsPlain } from "./is-plain.js";
import { createWireOperations, type WireOperations } from "./wire-operation.js";
import { createWireRefs } from "./wire-refs.js";
import { buildWireSchema, type WireScope } from "./wire-schema.js";

/** The methods that openapi-typescript prints. */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/**
 * The document as openapi-typescript gets it: the paths and the components, in the forms that it prints as types that
 * compile. Examples, extensions, links, callbacks and webhooks are left out: no tool has a use for their types.
 */
export function buildWireDocument(document: JsonObject, version: string): JsonObject {
  const refs = createWireRefs(document);
  const scope: WireScope = { refs, siblings: version !== "3.0", isPlain: createIsPlain(refs) };
  const operations = createWireOperations(document, scope);
  const paths = buildPaths(document, operations);
  const schemas = new Map<string, JsonObject>();
  for (let next = refs.takePending(); next !== undefined; next = refs.takePending())
    schemas.set(next.name, buildWireSchema(next.schema, scope));
  const sorted = [...breakCycles(schemas)].sort(([a], [b]) => compareText(a, b));
  const components = { schemas: Object.fromEntries(sorted), ...operations.components };
  const filled = Object.entries(components).filter(([, entries]) => Object.keys(entries).length > 0);
  return { openapi: "3.1.0", paths, ...(filled.length > 0 && { components: Object.fromEntries(filled) }) };
}

function buildPaths(document: JsonObject, operations: WireOperations): JsonObject {
  const paths = asObject(document.paths) ?? {};
  const ids = new Set<string>();
  const items = Object.keys(paths)
    .filter((path) => !path.startsWith("x-"))
    .sort(compareText)
    .flatMap((path): readonly [string, Json][] => {
      const item = resolveRef(document, paths[path], "")?.value;
      return item === undefined ? [] : buildPathItems(path, item, operations, ids);
    });
  return Object.fromEntries(items);
}

/** A path item, and the operations with other methods, each as the POST of a path of its own, which no document can have. */
function buildPathItems(
  path: string,
  item: JsonObject,
  operations: WireOperations,
  ids: Set<string>,
): readonly [string, JsonObject][] {
  const parameters = operations.parameters(asList(item.parameters));
  const build = (raw: JsonObject): JsonObject => {
    const id = asText(raw.operationId);
    // An operation without an id is printed in its path. Two paths may share one by `$ref`; a `#` is not kept in an id.
    const named = id !== "" && !id.includes("#") && !ids.has(id);
    if (named) ids.add(id);
    return { ...operations.operation(raw), ...(named && { operationId: id }) };
  };
  const methods = METHODS.flatMap((method): [string, Json][] => {
    const raw = asObject(item[method]);
    return raw === undefined ? [] : [[method, build(raw)]];
  });
  const others = Object.entries({ QUERY: item.query, ...asObject(item.additionalOperations) });
  return [
    [path, { parameters, ...Object.fromEntries(methods) }],
    ...others.flatMap(([method, value]): [string, JsonObject][] => {
      const raw = asObject(value);
      return raw === undefined ? [] : [[`${method} ${path}`, { parameters, post: build(raw) }]];
    }),
  ];
}
