import type { ErrorObject } from "ajv";
import type { OperationSpec, Parameter } from "../document/types.js";
import type { Call } from "../types.js";
import { ApiError } from "./api-error.js";

export interface RawRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty if the request has no body. */
  readonly body: string;
}

/** Validates a request against the document; the first violation becomes an error that names the field. */
export function readCall(
  operation: OperationSpec,
  { path, query, body }: RawRequest,
): Pick<Call, "path" | "query" | "body"> {
  // A malformed id or page is a 404 if the document declares no 400 for the operation.
  const status = operation.answers.has("400") || !operation.answers.has("404") ? 400 : 404;
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") readText(parameter, path[parameter.name] ?? "", status);
  }
  return { path, query: readQuery(operation.parameters, query, status), body: readBody(operation, body) };
}

function readQuery(parameters: readonly Parameter[], query: URLSearchParams, status: number): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const { name, in: location, required, isJson, isList } = parameter;
    if (location !== "query") continue;
    const given = query.getAll(name);
    const last = given.at(-1);
    if (last === undefined) {
      if (required) throw new ApiError(status, `${name}: This field is required.`, name);
    } else if (isJson) values[name] = check(parameter, parseJson(last, name), status);
    else if (isList) values[name] = check(parameter, given, status);
    else values[name] = readText(parameter, last, status);
  }
  return values;
}

/** Converts a string from the URL: kept as is if the schema accepts it, otherwise parsed as a number or boolean. */
function readText(parameter: Parameter, text: string, status: number): unknown {
  const fits: boolean = parameter.validate(text);
  if (fits) return text;
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const isBoolean = /^(true|false)$/i.test(text);
  return check(parameter, isNumber ? Number(text) : isBoolean ? text.toLowerCase() === "true" : text, status);
}

function check({ name, validate }: Parameter, value: unknown, status: number): unknown {
  if (validate(value)) return value;
  const error = validate.errors?.[0];
  const isId = name === "memory_id" && error?.keyword === "format";
  throw new ApiError(status, isId ? "memory_id should be a valid UUID" : `${name}: ${sentence(error)}`, name);
}

function readBody({ body }: OperationSpec, text: string): Record<string, unknown> {
  if (body === undefined) return {};
  if (text.trim() === "") {
    if (body.required) throw new ApiError(400, "The request has no body.");
    return {};
  }
  const value = parseJson(text);
  if (body.validate(value)) return value as Record<string, unknown>;
  const error = body.validate.errors?.[0];
  const missing = (error?.params as { missingProperty?: string } | undefined)?.missingProperty;
  const place = [...(error?.instancePath.split("/").slice(1) ?? []), ...(missing === undefined ? [] : [missing])];
  throw new ApiError(400, `${place.join(".") || "body"}: ${sentence(error)}`, place[0]);
}

function sentence(error: ErrorObject | undefined): string {
  const allowed = (error?.params as { allowedValues?: unknown[] } | undefined)?.allowedValues;
  if (allowed !== undefined) return `must be one of ${allowed.join(", ")}`;
  return error?.keyword === "required" ? "This field is required." : (error?.message ?? "is not valid");
}

function parseJson(text: string, field?: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, "JSON parse error", field);
  }
}
