import type { ValidateFunction } from "ajv";
import { type MutableJson, ownValue } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem, ProblemKind } from "../shared/problems.js";
import { describeSchemaErrors } from "./describe-schema-errors.js";
import type { SourceFile } from "./types.js";

/** Checks the value of a file with the validator of a JSON Schema. */
export function checkAgainstSchema(
  file: SourceFile,
  value: MutableJson,
  validate: ValidateFunction,
  kind: ProblemKind,
): readonly Problem[] {
  if (validate(value)) {
    return [];
  }
  const label = (path: readonly string[]): string => describeEntry(file, value, path);
  const faults = describeSchemaErrors(validate.errors ?? [], label, (error) =>
    Object.keys((error.parentSchema as { readonly properties?: object } | undefined)?.properties ?? {}),
  );
  return faults.map(({ code, message, fix, path, what }) => {
    const pointer = toPointer(path);
    const at = what === "key" ? file.locateKey(pointer) : file.locate(pointer);
    return { code, kind, severity: "error", message, fix, at };
  });
}

/** `actions.3.bind` of `search_memories`: people know the entries of a list by their names. */
function describeEntry(file: SourceFile, value: MutableJson, path: readonly string[]): string {
  if (path.length === 0) {
    return `\`${file.path}\``;
  }
  const name = ownValue(ownValue(ownValue(value, path[0] ?? ""), path[1] ?? ""), "name");
  return `\`${path.join(".")}\`${typeof name === "string" ? ` (\`${name}\`)` : ""}`;
}
