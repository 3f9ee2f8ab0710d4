import type { AnySchemaObject } from "ajv";
import type { Problem, ProblemKind } from "../problems.js";
import { describeSchemaErrors } from "./describe-schema-errors.js";
import type { MutableJson } from "./mutable-json.js";
import { ownValue } from "./own-value.js";
import { joinPointer } from "./pointer.js";
import type { SourceFile } from "./types.js";

/** Checks a file's value against a JSON Schema 2020-12; the validator is loaded on the first use. */
export async function checkAgainstSchema(
  file: SourceFile,
  value: MutableJson,
  schema: AnySchemaObject,
  kind: ProblemKind,
): Promise<readonly Problem[]> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateFormats: false,
    // The schemas are ours and tested; checking them on each run would take longer than all the rest of this.
    validateSchema: false,
    meta: false,
  });
  const validate = ajv.compile(schema);
  if (validate(value)) {
    return [];
  }
  const label = (path: readonly string[]): string => describeEntry(file, value, path);
  const faults = describeSchemaErrors(validate.errors ?? [], label, (error) =>
    Object.keys((error.parentSchema as { readonly properties?: object } | undefined)?.properties ?? {}),
  );
  return faults.map(({ code, message, fix, path, what }) => {
    const pointer = joinPointer(path);
    const at = what === "key" ? file.locateKey(pointer) : file.locate(pointer);
    return { code, kind, severity: "error", message, fix, at };
  });
}

/** `actions.3.bind` of `search_memories`: entries of a list are better known by their name. */
function describeEntry(file: SourceFile, value: MutableJson, path: readonly string[]): string {
  if (path.length === 0) {
    return `\`${file.path}\``;
  }
  const name = ownValue(ownValue(ownValue(value, path[0] ?? ""), path[1] ?? ""), "name");
  return `\`${path.join(".")}\`${typeof name === "string" ? ` (\`${name}\`)` : ""}`;
}
