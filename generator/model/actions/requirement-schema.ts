import type { Requirement } from "../../load/overrides.js";
import type { JsonSchema } from "../types.js";

/** A requirement between arguments, in the words of JSON Schema. */
export function requirementSchema(requirement: Requirement): JsonSchema {
  if ("any" in requirement) return { anyOf: requirement.any.map(given) };
  if ("one" in requirement) return { oneOf: requirement.one.map(given) };
  const names = requirement.atMostOne;
  const pairs = names.flatMap((first, index) =>
    names.slice(index + 1).map((second): JsonSchema => ({ required: [first, second] })),
  );
  return pairs.length === 0 ? {} : { not: { anyOf: pairs } };
}

function given(name: string): JsonSchema {
  return { required: [name] };
}
