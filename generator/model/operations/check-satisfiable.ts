import { asObject } from "../../shared/json.js";
import { CONDITIONS } from "../../shared/keywords.js";
import { joinPointer } from "../../shared/pointer.js";
import { visitBelow } from "../../shared/walk-schema.js";
import type { ModelContext } from "../context.js";
import { type Contradiction, createSatisfiability } from "../schema/find-unsatisfiable.js";
import { listReached } from "../schema/list-refs.js";
import type { JsonSchema } from "../types.js";
import type { Operation } from "./types.js";

const FIX = "Correct the schema, in the document or with an overlay.";

/** Leaves out each operation with a required argument that no value fits, and reports every other place like it. */
export function checkSatisfiable(
  { schemas, reporter }: ModelContext,
  operations: readonly Operation[],
): readonly Operation[] {
  const { judge } = createSatisfiability(schemas.defs, schemas.places);
  const reported = new Set<string>();
  const report = (found: Contradiction): void => {
    if (reported.has(found.pointer)) return;
    reported.add(found.pointer);
    reporter.spec({
      code: "unsatisfiable",
      severity: "warning",
      grouped: true,
      pointer: found.pointer,
      message: `No value fits this schema: ${found.reason}.`,
      fix: FIX,
    });
  };
  const visit = (schema: JsonSchema, pointer: string): void => {
    const found = isNever(schema) ? undefined : judge(schema, pointer);
    if (found !== undefined) report(found);
    visitBelow(schema, (below, keyword, key) => {
      if (!CONDITIONS.has(keyword) && keyword !== "$defs") visit(below, joinPointer(pointer, keyword, ...key));
    });
  };

  const checked = operations.map((operation): Operation => {
    if (operation.unsupported !== undefined) return operation;
    for (const { name, required, schema, pointer } of operation.inputs) {
      const found = required ? judge(schema, pointer) : undefined;
      if (found === undefined) continue;
      const reason = `no value fits ${name === "" ? "the request body" : `the required argument ${name}`}: ${found.reason}`;
      return { ...operation, unsupported: { code: "unsatisfiable", reason, fix: FIX, pointer: found.pointer } };
    }
    return operation;
  });
  const inputs = checked.flatMap(({ unsupported, inputs }) => (unsupported === undefined ? inputs : []));
  for (const { schema, pointer } of inputs) visit(schema, pointer);
  for (const name of listReached(
    inputs.map(({ schema }) => schema),
    schemas.defs,
  ))
    visit(schemas.defs.get(name) ?? {}, schemas.places.get(name) ?? "");
  return checked;
}

/** A schema that is meant to allow nothing, for a property that must not be given. */
function isNever(schema: JsonSchema): boolean {
  const not = asObject(schema.not);
  return not !== undefined && Object.keys(not).length === 0;
}
