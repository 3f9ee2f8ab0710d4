import type { Json, JsonObject } from "../../shared/json.js";
import { patternLimit } from "../../shared/patterns/pattern-limit.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Fault } from "./translate-schema.js";

type Report = (fault: Fault) => void;

const REWRITE = "Rewrite the pattern so that no two of its parts can match the same characters: `(a+)+` is `a+`.";

/** Leaves out a pattern that validators cannot run in time, and says where they run one on short texts only. */
export function checkPattern(keywords: Map<string, Json>, pointer: string, report: Report): void {
  const pattern = keywords.get("pattern");
  if (typeof pattern !== "string") return;
  const at = joinPointer(pointer, "pattern");
  const limit = runs(pattern) ? patternLimit(pattern) : undefined;
  if (limit === undefined) reportUnsupported(pattern, at, report);
  else if (limit === 0) reportSlow(pattern, at, "so tools do not check it", report);
  else if (limit < Number(keywords.get("maxLength") ?? Infinity))
    reportSlow(
      pattern,
      at,
      `so tools check it on texts of up to ${limit} characters only`,
      report,
      ` Or add \`maxLength: ${limit}\`.`,
    );
  if (limit === undefined || limit === 0) keywords.delete("pattern");
}

/** The keys of `patternProperties` that validators can run on names of any length. */
export function findUsable(map: JsonObject, pointer: string, report: Report): ReadonlySet<string> {
  return new Set(
    Object.keys(map).filter((pattern) => {
      const at = joinPointer(pointer, pattern);
      if (!runs(pattern)) reportUnsupported(pattern, at, report);
      else if (patternLimit(pattern) === Infinity) return true;
      else reportSlow(pattern, at, "so tools do not check it", report);
      return false;
    }),
  );
}

function reportUnsupported(pattern: string, pointer: string, report: Report): void {
  report({
    code: "pattern-unsupported",
    pointer,
    message: `The pattern ${show(pattern)} is not a regular expression that JavaScript accepts with the \`u\` flag, so tools do not check it.`,
    fix: "Rewrite the pattern, in the document or with an overlay.",
  });
}

function reportSlow(pattern: string, pointer: string, effect: string, report: Report, otherwise = ""): void {
  report({
    code: "slow-pattern",
    pointer,
    message: `The pattern ${show(pattern)} can take very long on a text that does not match, ${effect}.`,
    fix: `${REWRITE}${otherwise}`,
  });
}

function show(pattern: string): string {
  const text = JSON.stringify(pattern);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Validators compile patterns with the `u` flag. */
function runs(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
