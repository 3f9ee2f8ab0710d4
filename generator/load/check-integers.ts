import type { MutableJson } from "../shared/json.js";
import { describePlace } from "./describe-place.js";
import { isData } from "./read-slot.js";
import type { Report } from "./report.js";
import { replaceAt, type Visitor } from "./walk-document.js";

/** Keywords that can be removed: the schema then accepts more, but rejects nothing valid. */
const optional: ReadonlySet<string> = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties", "maxProperties"],
  ...["default", "enum", "const"],
]);

/**
 * Resolves each bigint of a document in place, so that no integer is ever rounded: a keyword of a schema is omitted,
 * data that only people read keeps the digits as text, and so does everything else, as a fault of what reaches it.
 */
export function createIntegerCheck(document: MutableJson, report: Report): Visitor {
  return {
    object(value, kind, path) {
      if (kind.kind !== "object" || kind.shape !== "Schema") return;
      for (const key of Object.keys(value)) {
        const found = optional.has(key) ? findBigint(value[key]) : undefined;
        if (found === undefined) continue;
        const at = [...path, key, ...found.path];
        report.add({
          code: "unsafe-integer",
          severity: "warning",
          message: `${describePlace(document, [...path, key])} has the integer ${showInteger(found.integer)}, which JavaScript would round; \`${key}\` is omitted.`,
          fix: `Remove \`${key}\` or write a value within ±${Number.MAX_SAFE_INTEGER}, in the document or in an overlay.`,
          path: at,
        });
        delete value[key];
      }
    },
    bigint(value, kind, path, holder) {
      replaceAt(holder, path.at(-1) ?? "", String(value));
      if (isData(kind)) return;
      report.fault({
        code: "unsafe-integer",
        message: `${describePlace(document, path)} is the integer ${showInteger(value)}, which JavaScript would round.`,
        fix: `Write a value within ±${Number.MAX_SAFE_INTEGER}, or quote it.`,
        path,
      });
    },
  };
}

/** The first bigint in a value, and the keys down to it. */
function findBigint(
  value: MutableJson | undefined,
): { readonly integer: bigint; readonly path: readonly string[] } | undefined {
  if (typeof value === "bigint") return { integer: value, path: [] };
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const found = findBigint(child);
    if (found !== undefined) return { ...found, path: [key, ...found.path] };
  }
  return undefined;
}

/** Enough digits to identify it. */
export function showInteger(integer: bigint): string {
  const text = String(integer);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
