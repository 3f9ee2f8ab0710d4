import type { ActionOverride } from "../../load/overrides.js";
import { cleanText, cutText } from "../clean-text.js";
import type { Operation } from "../operations/types.js";
import { groupName, snakeName } from "../snake-name.js";
import { deriveArguments } from "./derive-arguments.js";
import { deriveEffect } from "./derive-effect.js";

/** A tool from the document alone, as the entry that a person would write for it in the overrides. */
export function deriveOverride(operation: Operation, name: string): ActionOverride {
  const effect = deriveEffect(operation);
  const summary = cleanText(operation.summary, 120).replaceAll("\n", " ");
  // A name may be shortened; a title need not be.
  const whole = snakeName(operation.operationId ?? "");
  const words = (whole.length > name.length ? whole : name).replaceAll("_", " ");
  const title = summary.replace(/\.$/, "") || words.charAt(0).toUpperCase() + words.slice(1);
  return {
    name,
    title,
    group: groupName(operation.tags[0] ?? ""),
    description: describe(operation, title),
    operation: operation.id,
    effect,
    approval: effect === "delete",
    bind: "none",
    arguments: deriveArguments(operation.inputs),
  };
}

/** Summary and description, unless the description begins by saying the same; else what the name says. */
function describe({ summary, description, deprecated, method, path }: Operation, title: string): string {
  const short = cleanText(summary, 1000);
  const long = cleanText(description, 1000);
  const text =
    short === "" || repeats(long, short) ? long : long === "" ? short : `${short.replace(/[.:]?$/, ".")} ${long}`;
  const said = text || `${title} (${method} ${path}).`;
  return cutText(deprecated ? `Deprecated. ${said}` : said, 1000);
}

/** Whether a description begins with the verb of the summary and has all its words in the first sentence. */
function repeats(long: string, short: string): boolean {
  // The first letters of a word, so that `Deletes` and `Delete` count as one.
  const stems = (text: string): readonly string[] =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?:e?s|ing)$/, "").slice(0, 5));
  const [verb, ...others] = stems(short);
  const [first, ...said] = stems(/^.*?(?:[.!?](?=\s|$)|$)/s.exec(long)?.[0] ?? "");
  return verb !== undefined && verb === first && others.every((stem) => said.includes(stem) || stem.length < 3);
}
