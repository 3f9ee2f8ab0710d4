import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { joinPointer, refPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import { componentName, type Discriminators, propertyName } from "./discriminators.js";
import { excludeEachOther } from "./exclude-each-other.js";
import { findClosed } from "./find-closed.js";
import type { Profile } from "./profile-schema.js";
import { chooseValues, findProperty, tagBranch } from "./tag-branch.js";
import type { Combined, Fault, Part } from "./translate-schema.js";

/** What the parts of a schema depend on. */
export interface PartScope {
  readonly document: JsonObject;
  readonly discriminators: Discriminators;
  readonly direction: "input" | "output";
  /** The definition that is being translated, by its pointer. */
  readonly self: string | undefined;
  readonly drops: (property: Json | undefined) => boolean;
  readonly profile: (schema: Json) => Profile;
  report(fault: Fault): void;
  /** The name of the definition at `pointer` in a changed form, which `key` names. */
  vary(pointer: string, key: string, changed: JsonObject): string | undefined;
}

/** The parts of `allOf`, `anyOf` or `oneOf` as they apply in their place. */
export function readParts(schema: JsonObject, keyword: Combined, pointer: string, scope: PartScope): readonly Part[] {
  const parts = asList(schema[keyword]);
  if (keyword === "allOf") return readIncluded(schema, parts, pointer, scope);
  const name = scope.direction === "input" ? propertyName(schema) : undefined;
  return name === undefined ? parts.map((raw) => ({ raw })) : tagBranches(schema, parts, name, pointer, scope);
}

/** A base as the union of its children, where it is what a place expects. */
export function readBase(
  schema: JsonObject,
  pointer: string,
  { discriminators, report }: PartScope,
): JsonObject | undefined {
  const union = discriminators.unionOf(pointer, schema);
  if (union === undefined && discriminators.isBase(pointer, schema))
    report({
      code: "discriminator-size",
      pointer: joinPointer(pointer, "discriminator"),
      message:
        "This schema has too many children to write out as a union, so tools show and check only what all of them share.",
      fix: "Refer to the schemas that an operation takes, with `oneOf`.",
    });
  return union;
}

/** The names of all properties where the parts of a schema refuse each other's. */
export function readTogether(
  schema: JsonObject,
  pointer: string,
  { document, report }: PartScope,
): ReadonlySet<string> | undefined {
  const names = findClosed(document, schema);
  if (names !== undefined)
    report({
      code: "closed-parts",
      pointer,
      message:
        "A part of this schema allows no additional properties and would refuse those of its other parts; tools take the properties of all parts, and no others.",
      fix: "Remove `additionalProperties: false` from the parts; in OpenAPI 3.1, `unevaluatedProperties: false` closes all of them.",
    });
  return names;
}

/** `anyOf` where branches of a `oneOf` overlap: a value that fits two of them would be refused. */
export function chooseUnion(parts: readonly Part[], pointer: string, scope: PartScope): "anyOf" | "oneOf" {
  if (parts.length > 1 && parts.every(({ raw }) => isRule(raw))) return "oneOf";
  if (excludeEachOther(parts.map(({ raw }) => scope.profile(raw)))) return "oneOf";
  if (scope.direction === "input")
    scope.report({
      code: "overlapping-one-of",
      pointer,
      message:
        "A value can fit several branches of this `oneOf`, which would refuse it; tools offer and check it as `anyOf`.",
      fix: "Use `anyOf`, or tell the branches apart: by `type`, by a required property with its own `const`, or by a `discriminator`.",
    });
  return "anyOf";
}

/** A branch that only says which properties must be given: meant to exclude the others, and it can be met. */
function isRule(raw: Json): boolean {
  const schema = asObject(raw);
  return (
    schema !== undefined && asList(schema.required).length > 0 && schema.properties === undefined && !("$ref" in schema)
  );
}

/** Each branch with the values of the discriminator that choose it. */
function tagBranches(
  schema: JsonObject,
  parts: readonly Json[],
  property: string,
  pointer: string,
  scope: PartScope,
): readonly Part[] {
  const { document, discriminators } = scope;
  for (const key of discriminators.brokenKeys(schema))
    scope.report({
      code: "discriminator-mapping",
      pointer: joinPointer(pointer, "discriminator", "mapping", key),
      message: `The discriminator maps ${JSON.stringify(key)} to a schema that does not exist.`,
      fix: "Name a schema of the document, or remove the entry.",
    });
  return parts.map((raw): Part => {
    const target = resolveRef(document, raw, "");
    if (target === undefined || target.value.type === "null") return { raw };
    const declared = findProperty(document, target.value, property);
    if (declared !== undefined && scope.drops(declared.property)) return { raw };
    const vendor = asText(target.value["x-ms-discriminator-value"]);
    const mapped = target.pointer === "" ? [] : discriminators.mappedValues(schema, target.pointer);
    // A branch that is a union by the same property says itself what chooses it.
    const divided = mapped.length === 0 && propertyName(target.value) === property && target.value.oneOf !== undefined;
    if (divided) return { raw };
    const values = chooseValues(
      vendor && mapped.length === 0 ? [vendor] : mapped,
      componentName(target.pointer),
      declared,
    );
    const tagged = tagBranch(target.value, property, values, declared);
    if (!isPlainRef(raw))
      return { raw: target.pointer === "" ? tagged : { allOf: [raw, tagBranch({}, property, values, declared)] } };
    const name = scope.vary(target.pointer, `${property} ${JSON.stringify(values ?? null)}`, tagged);
    return { raw: tagged, ...(name !== undefined && { name }) };
  });
}

/** A base without the union of its children in each of these, and closed parts opened that their schema closes together. */
function readIncluded(schema: JsonObject, parts: readonly Json[], pointer: string, scope: PartScope): readonly Part[] {
  const closed = findClosed(scope.document, schema);
  return parts.map((raw): Part => {
    const target = resolveRef(scope.document, raw, "");
    if (target === undefined) return { raw };
    const gone = includesItself(target.value, target.pointer, schema, pointer, scope);
    if (closed !== undefined && target.value.additionalProperties === false) gone.push("additionalProperties");
    if (gone.length === 0) return { raw };
    const changed = Object.fromEntries(Object.entries(target.value).filter(([keyword]) => !gone.includes(keyword)));
    if (!isPlainRef(raw)) return { raw: changed };
    const name = scope.vary(target.pointer, `without ${gone.join(" ")}`, changed);
    return { raw: changed, ...(name !== undefined && { name }) };
  });
}

/** The keywords of a base that would lead back to the schema that includes it. */
function includesItself(
  base: JsonObject,
  basePointer: string,
  schema: JsonObject,
  pointer: string,
  { self, discriminators, direction }: PartScope,
): string[] {
  const here = self !== undefined && /^(?:\/allOf\/\d+)*$/.test(pointer.slice(self.length)) ? self : undefined;
  const listed = ["oneOf", "anyOf"].filter(
    (keyword) =>
      here !== undefined &&
      asList(ownValue(base, keyword)).some((choice) => refPointer(asText(asObject(choice)?.$ref)) === here),
  );
  if (listed.length > 0) return [...listed, "discriminator"];
  if (direction === "output" || !discriminators.isBase(basePointer, base)) return [];
  // Beside other parts, a base is extended; alone, it is what its place expects.
  const extended = asList(schema.allOf).length > 1 || schema.properties !== undefined;
  return extended || (here !== undefined && discriminators.isChild(here, basePointer)) ? ["discriminator"] : [];
}

/** A reference alone: what stands beside one in OpenAPI 3.1 counts as well. */
function isPlainRef(raw: Json): boolean {
  const schema = asObject(raw);
  return typeof schema?.$ref === "string" && Object.keys(schema).length === 1;
}
