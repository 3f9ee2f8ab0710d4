import type { Effect } from "../../load/overrides.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { assembleSchema } from "../schema/assemble-schema.js";
import { snakeName } from "../snake-name.js";
import type { Action, Method, Operation } from "../types.js";
import { assembleInput } from "./assemble-input.js";
import { deriveArguments } from "./derive-arguments.js";
import { readHints } from "./read-hints.js";

/** A tool from the document alone. */
export function deriveAction(context: ModelContext, operation: Operation, name: string): Action {
  const effect = effectOf(operation.method);
  const group = snakeName(operation.tags[0] ?? "").replace(/^(?=[0-9])/, "group_") || "default";
  const summary = cleanText(operation.summary, 120).replaceAll("\n", " ");
  const words = name.replaceAll("_", " ");
  return {
    name,
    title: summary.replace(/\.$/, "") || words.charAt(0).toUpperCase() + words.slice(1),
    group: group.slice(0, 40),
    description: describe(operation),
    operation,
    effect,
    approval: effect === "delete",
    scope: `${group.slice(0, 40)}:${effect}`,
    hints: readHints(effect, operation.method, undefined),
    aliases: [],
    bind: "none",
    ...assembleInput(deriveArguments(operation.inputs), [], operation.body?.needs ?? [], context.schemas.defs),
    filters: undefined,
    send: [],
    hide: [],
    require: [],
    examples: { accept: [], refuse: [] },
    event: undefined,
    pages: undefined,
    retry: undefined,
    outputSchema: operation.result.schema && assembleSchema(operation.result.schema, context.schemas.defs, "output"),
    override: undefined,
  };
}

function effectOf(method: Method): Effect {
  if (method === "DELETE") return "delete";
  return method === "GET" || method === "HEAD" || method === "OPTIONS" ? "read" : "write";
}

/** Summary and description, unless the description says what the summary says. */
function describe({ summary, description, deprecated, method, path }: Operation): string {
  const short = cleanText(summary, 1000);
  const long = cleanText(description, 1000);
  const text =
    short === "" || repeats(long, short) ? long : long === "" ? short : `${short.replace(/[.:]?$/, ".")} ${long}`;
  const said = text || `${method} ${path}`;
  return cleanText(deprecated ? `Deprecated. ${said}` : said, 1000);
}

function repeats(long: string, short: string): boolean {
  // The first letters of a word, so that `Deletes` and `Delete` count as one.
  const stems = (text: string): readonly string[] =>
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 5));
  const said = new Set(stems(long));
  return long !== "" && stems(short).every((stem) => said.has(stem));
}
