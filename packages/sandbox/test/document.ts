import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

type Node = Readonly<Record<string, unknown>>;

export interface DocumentOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The statuses that the document knows. */
  readonly statuses: readonly string[];
  /** What is wrong with an answer; empty when it is as the document says. */
  check(status: number, body: unknown): string;
}

const document = parse(readFileSync(new URL("../../../spec/mem0.openapi.yaml", import.meta.url), "utf8")) as Node;
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);

/**
 * The document's operations, read without the sandbox's own code. Objects are closed: an answer with a property that
 * the document does not name is refused, although the document allows it.
 */
export const operations: ReadonlyMap<string, DocumentOperation> = new Map(
  Object.entries(document.paths as Record<string, Node>).flatMap(([path, item]) =>
    ["get", "put", "post", "delete", "patch"].flatMap((method) => {
      const node = item[method] as Node | undefined;
      return node === undefined ? [] : [[String(node.operationId), read(method, path, node)] as const];
    }),
  ),
);

/** Whether a body has one of the forms that the service gives errors. */
export const isAnyError: ValidateFunction = ajv.compile(resolve({ $ref: "#/components/schemas/AnyError" }) as Node);

function read(method: string, path: string, node: Node): DocumentOperation {
  const responses = node.responses as Record<string, Node>;
  const checks = new Map(
    Object.entries(responses).map(([status, response]) => {
      const { content } = resolve(response) as { content: Record<string, { schema: Node }> };
      return [status, ajv.compile(close(content["application/json"]?.schema as Node))] as const;
    }),
  );
  return {
    id: String(node.operationId),
    method: method.toUpperCase(),
    path,
    statuses: [...checks.keys()],
    check(status, body) {
      const validate = checks.get(String(status));
      if (validate === undefined) return `status ${status} is not in the document`;
      return validate(body) ? "" : ajv.errorsText(validate.errors);
    },
  };
}

/** Copies a value with every `$ref` replaced by what it points to. */
function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== "object" || value === null) return value;
  const { $ref, ...rest } = value as { $ref?: string };
  if ($ref === undefined) return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, resolve(item)]));
  return resolve(
    $ref
      .slice(2)
      .split("/")
      .reduce<unknown>((from, key) => (from as Node)[key], document),
  );
}

/** Refuses unknown properties wherever a schema names some; the parts of an `allOf` are left to the whole. */
function close(schema: Node, isPart = false): Node {
  const { properties, items, additionalProperties } = schema as Record<string, Node | undefined>;
  const changed: Record<string, unknown> = { ...schema };
  if (properties) {
    changed.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, close(property as Node)]),
    );
  }
  if (items) changed.items = close(items);
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const parts = schema[key] as readonly Node[] | undefined;
    if (parts) changed[key] = parts.map((part) => close(part, key === "allOf"));
  }
  const names = properties !== undefined || schema.allOf !== undefined;
  if (names && additionalProperties === undefined && !isPart) changed.unevaluatedProperties = false;
  return changed;
}
