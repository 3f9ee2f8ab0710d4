import { asList, asText, type Json } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";

/** Reports parameters that one list declares twice, because it is unclear which one applies. */
export function checkParameters(
  { document, reporter }: ModelContext,
  list: Json | undefined,
  base: string,
  owner: string,
): void {
  const seen = new Set<string>();
  asList(list).forEach((parameter, index) => {
    const pointer = joinPointer(base, "parameters", `${index}`);
    const resolved = resolveRef(document, parameter, pointer);
    const name = asText(resolved?.value.name);
    if (resolved === undefined || name === "") return;
    if (seen.has(placeOf(resolved)))
      reporter.spec({
        code: "duplicate-parameter",
        pointer,
        message: `${owner} declares the ${asText(resolved.value.in)} parameter ${name} twice.`,
        fix: "Remove one of the two.",
      });
    seen.add(placeOf(resolved));
  });
}

/** Identifies a parameter: their place and their name, which is case-insensitive in headers. */
export function placeOf({ value }: Resolved): string {
  const place = asText(value.in);
  const name = asText(value.name);
  return `${place}:${place === "header" ? name.toLowerCase() : name}`;
}
