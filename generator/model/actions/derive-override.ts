import type { ActionOverride, Effect } from "../../load/overrides.js";
import { cleanText } from "../clean-text.js";
import type { Method, Operation } from "../operations/types.js";
import { snakeName } from "../snake-name.js";
import { deriveArguments } from "./derive-arguments.js";

/** A tool from the document alone, as the entry that a person would write for it in the overrides. */
export function deriveOverride(operation: Operation, name: string): ActionOverride {
  const effect = effectOf(operation.method);
  const group = snakeName(operation.tags[0] ?? "").replace(/^(?=[0-9])/, "group_") || "default";
  const summary = cleanText(operation.summary, 120).replaceAll("\n", " ");
  const words = name.replaceAll("_", " ");
  return {
    name,
    title: summary.replace(/\.$/, "") || words.charAt(0).toUpperCase() + words.slice(1),
    group: group.slice(0, 40),
    description: describe(operation),
    operation: operation.id,
    effect,
    approval: effect === "delete",
    bind: "none",
    arguments: deriveArguments(operation.inputs),
  };
}

function effectOf(method: Method): Effect {
  if (method === "DELETE") return "delete";
  return method === "GET" || method === "HEAD" || method === "OPTIONS" ? "read" : "write";
}

/** Summary and description, unless the description contains the summary. */
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
