import type { Requirement } from "../../load/overrides.js";
import { asList, asObject, type Json, ownValue } from "../../shared/json.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import { assembleSchema } from "../schema/assemble-schema.js";
import type { EvaluationLimits } from "../schema/limit-evaluations.js";
import type { Action, Argument, JsonSchema } from "../types.js";
import type { ArgumentDraft } from "./draft-argument.js";

/** The arguments of an action as one closed object: what a model sees, and what is enforced. */
export function assembleInput(
  drafts: readonly ArgumentDraft[],
  require: readonly Requirement[],
  needs: readonly string[],
  defs: ReadonlyMap<string, JsonSchema>,
  limits: EvaluationLimits,
): Pick<Action, "arguments" | "inputSchema" | "checkedSchema"> {
  const ordered = [...drafts.filter((draft) => draft.required), ...drafts.filter((draft) => !draft.required)];
  const required = ordered.filter((draft) => draft.required).map((draft) => draft.name);
  const root = (schemaOf: (draft: ArgumentDraft) => JsonSchema): JsonSchema => ({
    type: "object",
    properties: Object.fromEntries(ordered.map((draft): [string, Json] => [draft.name, schemaOf(draft)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  });
  const inputSchema = assembleSchema(
    root((draft) => draft.schema),
    defs,
    "input",
  );

  const rules = require.map(ruleSchema);
  const together = needTogether(ordered, needs);
  const limited = (draft: ArgumentDraft): JsonSchema => limits.limit(enforce(draft));
  const checks = ordered.some((draft) => limited(draft) !== draft.schema);
  const checkedSchema =
    rules.length === 0 && together === undefined && !checks
      ? inputSchema
      : assembleSchema(
          orderKeywords({
            ...root(limited),
            ...(together && { dependentRequired: together }),
            ...(rules.length > 0 && { allOf: rules }),
          }),
          limits.defs,
          "checked",
        );

  const shown = asObject(inputSchema.properties);
  const args = ordered.map(({ check: _, ...draft }): Argument => {
    const schema = asObject(ownValue(shown, draft.name)) ?? {};
    return { ...draft, schema };
  });
  return { arguments: args, inputSchema, checkedSchema };
}

/** A file need not be JSON: it is checked when the request is built. */
function enforce(draft: ArgumentDraft): JsonSchema {
  const { schema, check } = draft;
  if (isFile(draft)) return schema.items === undefined ? {} : { ...schema, items: {} };
  return check === undefined ? schema : orderKeywords({ ...schema, allOf: [...asList(schema.allOf), check] });
}

function isFile({ places }: ArgumentDraft): boolean {
  return places.some(({ file }) => file !== undefined);
}

/** A rule between arguments as JSON Schema. */
function ruleSchema(rule: Requirement): JsonSchema {
  const given = (name: string): JsonSchema => ({ required: [name] });
  if ("any" in rule) return { anyOf: rule.any.map(given) };
  if ("one" in rule) return { oneOf: rule.one.map(given) };
  const names = rule.atMostOne;
  const pairs = names.flatMap((first, index) =>
    names.slice(index + 1).map((second) => ({ required: [first, second] })),
  );
  return pairs.length === 0 ? {} : { not: { anyOf: pairs } };
}

/** Where a body may be omitted, its required properties are needed as soon as one of its properties is given. */
function needTogether(
  drafts: readonly ArgumentDraft[],
  needs: readonly string[],
): Readonly<Record<string, readonly string[]>> | undefined {
  if (needs.length === 0) return undefined;
  const inBody = drafts.filter((draft) => draft.places.some((place) => place.in === "body"));
  const needed = inBody.filter(
    (draft) =>
      !draft.required &&
      draft.fill === undefined &&
      draft.places.some((place) => place.in === "body" && needs.includes(place.name)),
  );
  const entries = inBody
    .map((draft): [string, string[]] => [
      draft.name,
      needed.filter((other) => other !== draft).map((other) => other.name),
    ])
    .filter(([, others]) => others.length > 0);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
