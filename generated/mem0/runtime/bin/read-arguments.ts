import { refuseArgument } from "../errors/refuse-argument.js";
import { refuseOption } from "../errors/refuse-option.js";
import { isObject } from "../json.js";
import { parseJson } from "../parse-json.js";
import type { AnyTool, JsonSchema } from "../types.js";
import type { CommandIo } from "./command-io.js";
import type { Flag, ParsedFlags } from "./parse-flags.js";
import { readText } from "./read-options.js";
import { readTypes } from "./tool-flags.js";

/** The arguments of a call: those of `--json`, overridden by those of the flags. */
export async function readArguments(
  { inputSchema, operation }: AnyTool,
  flags: readonly Flag[],
  values: ParsedFlags["values"],
  io: Pick<CommandIo, "read">,
): Promise<Record<string, unknown>> {
  const args: Record<string, unknown> = {};
  const text = readText(values, "json");
  if (text !== undefined) {
    const given = readJson(text === "-" ? await io.read() : text);
    if (!given || !isObject(given.value)) {
      throw refuseOption("--json must be a JSON object");
    }
    // Own keys only, so that the pack itself rejects one that reaches a prototype.
    for (const [name, value] of Object.entries(given.value)) set(args, name, value);
  }
  const properties = inputSchema["properties"] as Record<string, JsonSchema>;
  for (const { name } of flags) {
    const typed = values.get(name);
    const schema = properties[name];
    if (!typed || !schema) continue;
    const [only] = typed;
    const isFile = operation.files?.arguments.includes(name);
    if (typeof only === "boolean") set(args, name, only);
    else if (readTypes(schema).includes("array"))
      set(args, name, readList(name, typed as readonly string[], schema, isFile));
    else set(args, name, readValue(name, only as string, schema, isFile));
  }
  return args;
}

function set(args: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(args, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Each value is an item; one that is a JSON list by itself is the list. */
function readList(name: string, texts: readonly string[], schema: JsonSchema, isFile?: boolean): unknown {
  const [only = ""] = texts;
  const whole = texts.length === 1 && /^\s*\[/.test(only) && readJson(only);
  if (whole) return whole.value;
  const plain = readTypes(schema).includes("string") && texts.length === 1;
  if (plain) return only;
  const items = (schema["items"] ?? findArray(schema)?.["items"] ?? {}) as JsonSchema;
  return texts.map((text) => readValue(name, text, items, isFile));
}

function findArray({ anyOf, oneOf }: JsonSchema): JsonSchema | undefined {
  return ((anyOf ?? oneOf ?? []) as readonly JsonSchema[]).find(({ type }) => type === "array");
}

/**
 * A typed value from text, as the schema has it; text that fits no other type stays text for the validator to check. Text
 * for a file that is not JSON is its path.
 */
function readValue(name: string, text: string, schema: JsonSchema, isFile?: boolean): unknown {
  const types = readTypes(schema);
  const parsed = readJson(text);
  const isText = types.includes("string");
  if (parsed) {
    const { value } = parsed;
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    const fits = types.includes(kind) || (kind === "number" && types.includes("integer"));
    if (fits || (!types[0] && !isText)) return kind === "string" && isText ? text : value;
  }
  if (!isText && types.some((type) => type === "object" || type === "array")) {
    if (isFile && !/^\s*[[{]/.test(text)) return { path: text };
    throw refuseArgument(name, "must be written as JSON");
  }
  return text;
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
