import type { ErrorObject } from "ajv";
import { nearestName } from "../shared/nearest-name.js";
import { splitPointer } from "../shared/pointer.js";

/** One error of a JSON Schema validator, in words. */
export interface SchemaFault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly path: readonly string[];
  readonly what: "key" | "value";
}

/** The keys that an object may have where an error was found. */
type KnownKeys = (error: ErrorObject, path: readonly string[]) => readonly string[];

/** How many problems of one value are reported. */
const perValue = 3;
const composite = new Set(["oneOf", "anyOf", "if", "not", "allOf", "$ref"]);

/**
 * Turns the errors of a JSON Schema validator into the few that a person can act on. For a choice the validator lists
 * the errors of each branch; the deepest ones are the most informative, and a missing `$ref` is irrelevant.
 */
export function describeSchemaErrors(
  errors: readonly ErrorObject[],
  label: (path: readonly string[]) => string,
  knownKeys: KnownKeys,
): readonly SchemaFault[] {
  const ruledOut = findRuledOut(errors);
  const plain = errors.filter(
    (error) =>
      !composite.has(error.keyword) &&
      error.params.missingProperty !== "$ref" &&
      !ruledOut.has(branchOf(error)) &&
      !isKnownKey(error, knownKeys),
  );
  const places = new Set(plain.flatMap((error) => prefixes(error.instancePath)));
  const kept = [
    ...plain.filter((error) => error.keyword !== "propertyNames"),
    ...errors.filter((error) => composite.has(error.keyword) && !places.has(error.instancePath)),
  ];
  const counts = new Map<string, number>();
  const faults = new Map<string, SchemaFault>();
  for (const error of kept) {
    const fault = describe(error, kept, label, knownKeys);
    const place = fault.path.join("\0");
    const count = counts.get(place) ?? 0;
    const key = `${place}\0\0${fault.message}`;
    if (count < perValue && !faults.has(key)) {
      counts.set(place, count + 1);
      faults.set(key, fault);
    }
  }
  return [...faults.values()];
}

/** A key that is allowed there, rejected only because a sibling is invalid. */
function isKnownKey(error: ErrorObject, knownKeys: KnownKeys): boolean {
  const name = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  return typeof name === "string" && knownKeys(error, splitPointer(error.instancePath)).includes(name);
}

/**
 * Definitions that a value is clearly not meant for: its `type` or the like does not fit them, and fits another
 * definition that was tried at the same place.
 */
function findRuledOut(errors: readonly ErrorObject[]): ReadonlySet<string> {
  const tried = new Map<string, Set<string>>();
  const failed = new Set<string>();
  for (const error of errors) {
    const parent = error.instancePath.slice(0, error.instancePath.lastIndexOf("/"));
    if (error.keyword === "enum" || error.keyword === "const") {
      failed.add(`${parent} ${definitionOf(error)}`);
      tried.set(parent, (tried.get(parent) ?? new Set()).add(definitionOf(error)));
    } else if (!composite.has(error.keyword) && error.params.missingProperty !== "$ref") {
      tried.set(error.instancePath, (tried.get(error.instancePath) ?? new Set()).add(definitionOf(error)));
    }
  }
  const choices = new Set(errors.filter((error) => error.keyword === "oneOf").map((error) => error.instancePath));
  const ruledOut = new Set<string>();
  for (const [place, definitions] of tried) {
    const branches = [...definitions].map((definition) => `${place} ${definition}`);
    if (choices.has(place) && branches.some((branch) => !failed.has(branch))) {
      for (const branch of branches.filter((one) => failed.has(one))) {
        ruledOut.add(branch);
      }
    }
  }
  return ruledOut;
}

/** The place and definition that an error belongs to; for a wrong value in an object, those of the object. */
function branchOf(error: ErrorObject): string {
  const { instancePath, keyword } = error;
  const place =
    keyword === "enum" || keyword === "const" ? instancePath.slice(0, instancePath.lastIndexOf("/")) : instancePath;
  return `${place} ${definitionOf(error)}`;
}

function definitionOf(error: ErrorObject): string {
  return /^#\/(?:definitions|\$defs)\/[^/]+/.exec(error.schemaPath)?.[0] ?? "#";
}

function describe(
  error: ErrorObject,
  all: readonly ErrorObject[],
  label: (path: readonly string[]) => string,
  knownKeys: KnownKeys,
): SchemaFault {
  const path = splitPointer(error.instancePath);
  const { params } = error;
  if (error.propertyName !== undefined) {
    return {
      code: "wrong-key",
      message: `${label(path)} has the key \`${error.propertyName}\`, which ${error.message ?? "is not allowed"}.`,
      fix: "Rename the key.",
      path: [...path, error.propertyName],
      what: "key",
    };
  }
  switch (error.keyword) {
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      const near = nearestName(name, knownKeys(error, path));
      return {
        code: "unknown-key",
        message: `${label(path)} has the unknown key \`${name}\`.`,
        fix: near === undefined ? "Remove the key." : `Did you mean \`${near}\`?`,
        path: [...path, name],
        what: "key",
      };
    }
    case "required":
      return {
        code: "missing-key",
        message: `${label(path)} is missing the key \`${String(params.missingProperty)}\`.`,
        fix: "Add the key.",
        path,
        what: "value",
      };
    case "type": {
      const types = all.filter((one) => one.keyword === "type" && one.instancePath === error.instancePath);
      const names = [...new Set(types.flatMap((one) => one.params.type as string | readonly string[]))];
      return {
        code: "wrong-type",
        message: `${label(path)} must be of type ${names.join(" or ")}.`,
        fix: "Use a value of that type.",
        path,
        what: "value",
      };
    }
    case "enum":
    case "const": {
      const same = all.filter((one) => one.keyword === error.keyword && one.instancePath === error.instancePath);
      const values = same.flatMap((one) => (one.params.allowedValues as unknown[]) ?? [one.params.allowedValue]);
      const shown = [
        ...new Set(values.map((value) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``)),
      ];
      return {
        code: "wrong-value",
        message: `${label(path)} must be ${shown.length === 1 ? "" : "one of "}${shown.join(", ")}.`,
        fix: shown.length === 1 ? "Use this value." : "Use one of these values.",
        path,
        what: "value",
      };
    }
    default:
      return {
        code: "wrong-value",
        message: `${label(path)} ${error.message ?? "is not allowed"}.`,
        fix: "Use a valid value.",
        path,
        what: "value",
      };
  }
}

function prefixes(pointer: string): readonly string[] {
  const keys = pointer.split("/");
  return keys.map((_, index) => keys.slice(0, index + 1).join("/"));
}
