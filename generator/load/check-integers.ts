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
 * data that only people read keeps the digits as text, and everywhere else it is an error.
 */
export function createIntegerCheck(document: MutableJson, report: Report): Visitor {
  return {
    object(value, kind, path) {
      if (kind.kind !== "object" || kind.shape !== "Schema") return;
      for (const key of Object.keys(value)) {
        const integer = optional.has(key) ? findBigint(value[key]) : undefined;
        if (integer === undefined) continue;
        const at = [...path, key];
        report.add({
          code: "unsafe-integer",
          severity: "warning",
          message: `${describePlace(document, at)} has the integer ${showInteger(integer)}, which JavaScript would round; \`${key}\` is omitted.`,
          fix: `Remove \`${key}\` or write a value within ±${Number.MAX_SAFE_INTEGER}, in the document or in an overlay.`,
          path: at,
        });
        delete value[key];
      }
    },
    bigint(value, kind, path, holder) {
      const key = path.at(-1) ?? "";
      if (isData(kind)) {
        replaceAt(holder, key, String(value));
        return;
      }
      report.add({
        code: "unsafe-integer",
        message: `${describePlace(document, path)} is the integer ${showInteger(value)}, which JavaScript would round.`,
        fix: `Write a value within ±${Number.MAX_SAFE_INTEGER}, or quote it.`,
        path,
      });
      // The document is rejected anyway; a number keeps the other checks from reporting it again.
      replaceAt(holder, key, Number(value));
    },
  };
}

/** The first bigint in a value. */
function findBigint(value: MutableJson | undefined): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value !== "object" || value === null) return undefined;
  for (const child of Object.values(value)) {
    const found = findBigint(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Enough digits to identify it. */
export function showInteger(integer: bigint): string {
  const text = String(integer);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
