import type { ModelContext } from "../context.js";
import { limitEvaluations, MAX_EVALUATIONS } from "../schema/limit-evaluations.js";
import { listReached } from "../schema/list-refs.js";
import type { Operation } from "./types.js";

/** Reports every schema of an argument whose combinations validators leave unchecked. */
export function reportSlow({ schemas, reporter }: ModelContext, operations: readonly Operation[]): void {
  const { isSlow, slow } = limitEvaluations(schemas.defs);
  const inputs = operations.flatMap(({ inputs, unsupported }) => (unsupported === undefined ? inputs : []));
  const reached = listReached(
    inputs.map(({ schema }) => schema),
    schemas.defs,
  );
  const pointers = new Set([
    ...inputs.filter(({ schema }) => isSlow(schema)).map(({ pointer }) => pointer),
    ...[...reached].filter((name) => slow.has(name)).map((name) => schemas.places.get(name) ?? ""),
  ]);
  for (const pointer of pointers)
    reporter.spec({
      code: "slow-schema",
      severity: "warning",
      pointer,
      message: `Checking a value against this schema can take very long: its combinations (allOf, anyOf, oneOf, not and the like) apply more than ${MAX_EVALUATIONS} schemas to one value, so tools do not check them.`,
      fix: "Refer to a schema that several parts share once, beside the combination.",
    });
}
