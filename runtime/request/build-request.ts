import { own } from "../json.js";
import type { EncodeBody, NamedPart, Operation, ParameterPart } from "../operation.js";
import type { Json } from "../types.js";
import { addHeader } from "./add-header.js";
import { buildPath } from "./build-path.js";
import { encodeText } from "./encode-text.js";
import { form } from "./styles/form.js";

export interface WireRequest {
  /** Path and query, to be appended to the base URL. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string | ArrayBuffer | undefined;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Turns arguments into a request, as the operation says. Sends nothing; rejects a value that cannot be sent. */
export function buildRequest(
  operation: Operation,
  args: Arguments,
  extra?: Readonly<Record<string, Json>>,
): WireRequest {
  const { path, body, encode = jsonBody, filters, rest } = operation;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  // Not an object yet: a property of a document may have any name, `__proto__` too.
  const fields: [string, unknown][] = [];
  const send: Record<string, unknown> = { ...operation.send, ...extra };

  const read = (name: string): unknown => {
    // A place, not an argument: its constant is sent by the part that names it, in the style of that part.
    const constant = own(send, name);
    if (constant !== undefined) {
      delete send[name];
      return constant;
    }
    const value = own(args, name);
    if (value === undefined) {
      const fill = own(operation.fill, name);
      return fill && ("from" in fill ? own(args, fill.from) : fill.value);
    }
    const key = own(operation.wrap, name);
    return key && Array.isArray(value) ? value.map((each) => ({ [key]: each })) : value;
  };
  const put = (kind: string, name: string, value: unknown, field: string, part: Partial<ParameterPart> = {}): void => {
    if (kind === "body") fields.push([name, value]);
    else if (value == null || kind === "path") return;
    else if (kind === "query") {
      const { style = form, encode = encodeText } = part;
      const text = style(name, value, (each) => encode(each, field));
      if (text) query.push(text);
    } else (part.add ?? addHeader)(headers, kind, name, value, field, part);
  };
  const putAll = (kind: string, parts: readonly (string | NamedPart | ParameterPart)[] = []): void => {
    for (const each of parts) {
      const part: ParameterPart = typeof each === "string" ? { argument: each } : each;
      const { argument, name = argument } = part;
      const value = read(argument);
      if (value !== undefined) put(kind, name, value, argument, part);
    }
  };
  const whole = body && "whole" in body ? body.whole : "";
  if (!whole) putAll("body", body as readonly NamedPart[] | undefined);
  putAll("query", operation.query);
  putAll("header", operation.headers);
  putAll("cookie", operation.cookies);
  if (filters) {
    const inQuery = filters.at.startsWith("query:");
    const name = inQuery ? filters.at.slice(6) : filters.at;
    put(inQuery ? "query" : "body", name, filters.build(filters, read), name, filters);
  }
  for (const [key, value] of Object.entries(send)) {
    const at = key.indexOf(":") + 1;
    const kind = key.slice(0, at - 1);
    const name = key.slice(kind === "body" ? at + 1 : at);
    put(kind, name, value, name);
  }

  const filled = buildPath(path, (name) => read(name) ?? send[`path:${name}`], operation.segments);
  const target = query[0] ? filled + (filled.includes("?") ? "&" : "?") + query.join("&") : filled;
  // What is named wins over what is not, and an own `__proto__` stays one.
  const more = rest && read(rest);
  const isGiven = fields[0] || more || operation.emptyBody;
  const value = whole ? read(whole) : isGiven && { ...(more as object), ...Object.fromEntries(fields) };
  const encoded = value === undefined ? value : encode(value, operation);
  if (encoded) headers["content-type"] = operation.mediaType ?? encoded.mediaType;
  return { path: target, headers, body: encoded?.body };
}

const jsonBody: EncodeBody = (value) => ({ body: JSON.stringify(value), mediaType: "application/json" });
