import { isObject, type MutableJson, type MutableObject, setOwn } from "../../shared/json.js";
import type { Moves } from "../../shared/origin.js";
import { joinPointer } from "../../shared/pointer.js";
import { buildOperation, buildParameters } from "./build-operation.js";
import { modernizeSchema } from "./modernize-schema.js";
import { readParameters } from "./read-parameters.js";
import { readAddress, readOwnServers } from "./read-servers.js";
import { renameComponents, renameKeys, renameSecurity, SECTIONS } from "./rename-components.js";
import { readTypes, type Shared, type Simplified, simplifyOperation } from "./simplify-operation.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];
const REPLACED = new Set([
  "swagger",
  "host",
  "basePath",
  "schemes",
  "consumes",
  "produces",
  "parameters",
  "responses",
  ...Object.keys(SECTIONS),
]);

/**
 * Converts a Swagger 2.0 document to OpenAPI 3.0, in place, and returns where everything was before. A library converts
 * a frame of it, in which each operation says everything itself and schemas are held back; what the library would lose
 * is settled before, or put back after.
 */
export async function convertSwagger(document: MutableObject): Promise<Moves> {
  const { upgradeFromTwoToThree } = await import("@scalar/openapi-upgrader/2.0-to-3.0");
  const moves: Record<string, string> = {};
  const held: MutableJson[] = [];
  const shared: Shared = {
    document,
    consumes: readTypes(document.consumes) ?? ["application/json"],
    produces: readTypes(document.produces) ?? ["application/json"],
    hold: (schema) => ({ "x-held": held.push(schema) - 1 }),
    move(pointer, before) {
      if (pointer !== before) moves[pointer] = before;
    },
  };
  const { operations, frame } = readFrame(shared);
  const converted = upgradeFromTwoToThree(frame) as unknown as MutableObject;
  const paths = objectOf(converted.paths);
  const names = renameComponents(document.definitions);
  const keys = renameComponents(document.securityDefinitions);
  for (const schema of new Set([...held, ...Object.values(objectOf(document.definitions))]))
    modernizeSchema(schema, names);
  for (const [section, renamed] of [
    ["definitions", names],
    ["securityDefinitions", keys],
  ] as const) {
    const pointer = SECTIONS[section] ?? "";
    shared.move(pointer, `/${section}`);
    for (const [name, to] of renamed)
      if (name !== to) shared.move(joinPointer(pointer, to), joinPointer(`/${section}`, name));
  }
  shared.move("/servers", document.host === undefined ? "/basePath" : "/host");

  for (const [index, { holder, key, simplified, servers }] of operations.entries()) {
    const made = objectOf(objectOf(paths[`/${index}`]).post);
    const raw = holder[key];
    holder[key] = isObject(raw)
      ? {
          ...buildOperation(raw, made, simplified, held),
          ...(servers.length > 0 && { servers }),
          ...(raw.security !== undefined && { security: renameSecurity(raw.security, keys) }),
        }
      : buildParameters(made, simplified);
  }
  const schemes = objectOf(objectOf(converted.components).securitySchemes);
  for (const [name, scheme] of Object.entries(schemes)) {
    const { description } = objectOf(objectOf(document.securityDefinitions)[name]);
    if (isObject(scheme) && typeof description === "string") scheme.description = description;
  }
  const components = {
    schemas: renameKeys(objectOf(document.definitions), names),
    securitySchemes: renameKeys(schemes, keys),
  };
  for (const key of Object.keys(document)) if (REPLACED.has(key)) delete document[key];
  setOwn(document, "openapi", "3.0.4");
  if (document.security !== undefined) document.security = renameSecurity(document.security, keys);
  if (converted.servers !== undefined) setOwn(document, "servers", converted.servers);
  setOwn(document, "components", components);
  return moves;
}

/** A list of parameters or an operation that is replaced by what the library makes of it. */
interface Waiting {
  readonly holder: MutableObject;
  readonly key: string;
  readonly simplified: Simplified;
  readonly servers: MutableJson[];
}

/** What the library converts: the address, the credentials, and all operations under numbers. */
function readFrame(shared: Shared): { readonly operations: readonly Waiting[]; readonly frame: MutableObject } {
  const { document } = shared;
  const address = readAddress(document);
  const operations: Waiting[] = [];
  for (const [path, item] of Object.entries(objectOf(document.paths))) {
    if (!isObject(item) || path.startsWith("x-")) continue;
    const at = joinPointer("/paths", path);
    const ofPath = readParameters(document, item.parameters, joinPointer(at, "parameters"));
    for (const method of METHODS) {
      const raw = item[method];
      if (!isObject(raw)) continue;
      const simplified = simplifyOperation(shared, ofPath, raw, joinPointer(at, method));
      operations.push({ holder: item, key: method, simplified, servers: readOwnServers(address, raw.schemes) });
    }
    if (!Array.isArray(item.parameters)) continue;
    const none = readParameters(document, undefined, at);
    const simplified = simplifyOperation(shared, none, { parameters: [...ofPath.plain.map(({ value }) => value)] }, at);
    operations.push({
      holder: item,
      key: "parameters",
      simplified: { ...simplified, odd: ofPath.odd.map(({ value }) => value) },
      servers: [],
    });
  }
  const { host, basePath, schemes } = address;
  const frame = {
    swagger: "2.0",
    ...(host !== undefined && { host, schemes: [...schemes] }),
    ...(basePath !== "" && { basePath }),
    paths: Object.fromEntries(operations.map(({ simplified }, index) => [`/${index}`, { post: simplified.operation }])),
    securityDefinitions: Object.fromEntries(
      Object.entries(objectOf(document.securityDefinitions)).filter(([, value]) => isObject(value)),
    ),
  };
  return { operations, frame };
}

function objectOf(value: MutableJson | undefined): MutableObject {
  return isObject(value) ? value : {};
}
