import { asList, asObject, type Json } from "../../shared/json.js";
import { SAME_VALUE } from "../../shared/keywords.js";
import { defName } from "../../shared/ref.js";
import { mapSchema, visitBelow } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";
import { listInOrder, listRefs } from "./list-refs.js";

/** How many schemas a validator may apply to one value: combinations that share others double at every step. */
export const MAX_EVALUATIONS = 10_000;

export interface EvaluationLimits {
  /** The definitions as validators check them; the same map where all of them can be checked. */
  readonly defs: ReadonlyMap<string, JsonSchema>;
  /** The names of those whose combinations are not checked. */
  readonly slow: ReadonlySet<string>;
  /** Whether a combination in a schema itself takes too long. */
  isSlow(schema: JsonSchema): boolean;
  /** A schema as validators check it: without the combinations that take too long; the same object where there are none. */
  limit(schema: JsonSchema): JsonSchema;
}

const known = new WeakMap<ReadonlyMap<string, JsonSchema>, EvaluationLimits>();

/**
 * Counts how many schemas apply to one value, through references, and gives up the combinations where they are too many.
 * What is left accepts every value that the whole schema accepts.
 *
 * @param defs - complete: they are counted once
 */
export function limitEvaluations(defs: ReadonlyMap<string, JsonSchema>): EvaluationLimits {
  const limits = known.get(defs) ?? createLimits(defs);
  known.set(defs, limits);
  return limits;
}

function createLimits(defs: ReadonlyMap<string, JsonSchema>): EvaluationLimits {
  const counts = new Map<string, number>();
  const given = new Set<JsonSchema>();

  function count(schema: JsonSchema): number {
    const own = 1 + (counts.get(defName(schema) ?? "") ?? 0);
    let all = own;
    visitBelow(schema, (below, keyword) => {
      if (SAME_VALUE.has(keyword)) all += count(below);
    });
    if (all <= MAX_EVALUATIONS || all === own) return all;
    given.add(schema);
    return own;
  }
  /** The parts of a value have counts of their own. */
  function countParts(schema: JsonSchema): void {
    visitBelow(schema, (below, keyword) => {
      if (!SAME_VALUE.has(keyword)) count(below);
      countParts(below);
    });
  }
  function holdsSlow(schema: JsonSchema): boolean {
    let found = given.has(schema);
    visitBelow(schema, (below) => {
      found ||= holdsSlow(below);
    });
    return found;
  }

  const sameValue = new Map([...defs].map(([name, schema]) => [name, { allOf: listSameValue(schema) }]));
  for (const name of listInOrder(sameValue)) counts.set(name, count(defs.get(name) ?? {}));
  for (const schema of defs.values()) countParts(schema);
  const slow = new Set([...defs].flatMap(([name, schema]) => (holdsSlow(schema) ? [name] : [])));
  const loose = listUsers(slow, defs);

  const isLoose = (part: Json | undefined): boolean => {
    const schema = asObject(part);
    return schema !== undefined && (holdsSlow(schema) || listRefs(schema).some((name) => loose.has(name)));
  };
  const relax = (schema: JsonSchema): JsonSchema => (isLoose(schema) ? mapSchema(drop(schema), relax) : schema);
  const drop = (schema: JsonSchema): JsonSchema => {
    const isGiven = given.has(schema);
    // Of a schema that accepts more, the opposite would refuse what is right, and so would "only one of them".
    const dropped = new Set([
      ...(isGiven ? SAME_VALUE : []),
      ...(isLoose(schema.not) ? ["not"] : []),
      ...(isLoose(schema.if) ? ["if", "then", "else"] : []),
      ...(isLoose(schema.contains) ? ["maxContains"] : []),
      // What a part that is not checked would have looked at counts as not looked at.
      ...["unevaluatedProperties", "unevaluatedItems"],
    ]);
    const { oneOf, ...rest } = schema;
    const isEither = !isGiven && asList(oneOf).some(isLoose);
    const changed = isEither && rest.anyOf === undefined ? { ...rest, anyOf: oneOf as Json } : isEither ? rest : schema;
    return Object.fromEntries(Object.entries(changed).filter(([keyword]) => !dropped.has(keyword)));
  };

  const limited = loose.size === 0 ? defs : new Map([...defs].map(([name, schema]) => [name, relax(schema)]));
  const isSlow = (schema: JsonSchema): boolean => {
    count(schema);
    countParts(schema);
    return holdsSlow(schema);
  };
  return {
    defs: limited,
    slow,
    isSlow,
    limit(schema) {
      return isSlow(schema) || loose.size > 0 ? relax(schema) : schema;
    },
  };
}

/** References to the definitions that a schema applies to the same value. */
function listSameValue(schema: JsonSchema): readonly JsonSchema[] {
  const found: JsonSchema[] = schema.$ref === undefined ? [] : [{ $ref: schema.$ref }];
  visitBelow(schema, (below, keyword) => {
    if (SAME_VALUE.has(keyword)) found.push(...listSameValue(below));
  });
  return found;
}

/** Some definitions with all that refer to them, directly or through others. */
function listUsers(names: ReadonlySet<string>, defs: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> {
  if (names.size === 0) return names;
  const users = new Map<string, string[]>();
  for (const [name, schema] of defs)
    for (const ref of listRefs(schema)) {
      const known = users.get(ref) ?? [];
      users.set(ref, known);
      known.push(name);
    }
  const found = new Set(names);
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}
