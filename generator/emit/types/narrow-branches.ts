import { asObject, asText, type JsonObject, ownValue } from "../../shared/json.js";
import { refName } from "./wire-refs.js";
import type { WireScope } from "./wire-schema.js";

/**
 * The choices of a union, each with the values of the discriminator that select it, so that TypeScript tells them apart
 * by that property. openapi-typescript would write the values into the components, which other unions share.
 */
export function narrowBranches(
  branches: readonly JsonObject[],
  discriminator: JsonObject | undefined,
  scope: WireScope,
): readonly JsonObject[] {
  const property = asText(discriminator?.propertyName);
  const mapped = property === "" ? undefined : readMapping(asObject(discriminator?.mapping) ?? {}, scope);
  return branches.map((branch) => {
    const ref = asText(branch.$ref);
    if (mapped === undefined || ref === "") return branch;
    const target = asObject(scope.refs.schemaAt(ref)) ?? {};
    const values = mapped.get(ref) ?? (isUnion(target) ? undefined : [refName(ref)]);
    if (values === undefined || isNarrow(target, property)) return branch;
    const properties = Object.fromEntries([[property, { type: "string", enum: values }]]);
    return { allOf: [{ anyOf: [branch] }, { type: "object", properties, required: [property] }] };
  });
}

/** The values that select each target. A target is a reference or the name of a component. */
function readMapping(mapping: JsonObject, { refs }: WireScope): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target !== "string") continue;
    const ref = target.startsWith("#") ? refs.refTo(target) : refs.refToName(target);
    if (ref !== undefined) values.set(ref, [...(values.get(ref) ?? []), value]);
  }
  return values;
}

/** The branches of a union have values of their own. */
function isUnion(target: JsonObject): boolean {
  return Array.isArray(target.oneOf) || Array.isArray(target.anyOf);
}

function isNarrow(target: JsonObject, property: string): boolean {
  const own = asObject(ownValue(asObject(target.properties), property));
  return own !== undefined && (Object.hasOwn(own, "const") || Array.isArray(own.enum));
}
