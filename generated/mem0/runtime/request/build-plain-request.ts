import { own } from "../own.js";
import type { Operation } from "../types.js";
import { buildFields } from "./build-fields.js";
import type { WireRequest } from "./build-request.js";

// Whatever else an operation says is not plain: a key that is not known here is never passed over.
const plain = /^(method|path|body|filters|retry|answer)$/;

/** The request of an operation that sends a JSON body or nothing, to a constant path; undefined for any other. */
export function buildPlainRequest(
  operation: Operation,
  args: Readonly<Record<string, unknown>>,
): WireRequest | undefined {
  const { path, body, filters } = operation;
  if (path.includes("{") || filters?.at.includes(":") || (body ? "whole" in body : filters)) return;
  for (const key in operation) if (!plain.test(key)) return;
  if (!body) return { path, headers: {}, body };
  const fields = buildFields(operation, (name) => own(args, name));
  return { path, headers: { "content-type": "application/json" }, body: JSON.stringify(fields) };
}
