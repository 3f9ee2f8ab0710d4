import type { MutableJson, MutableObject } from "../shared/json.js";
import { nearestName } from "../shared/nearest-name.js";
import { describePlace } from "./describe-place.js";
import { FIELD_TYPES, IGNORABLE, KEYWORD_TYPES } from "./field-types.js";
import { type Kind, readSlot, type ShapeName } from "./read-slot.js";
import type { Report } from "./report.js";
import { shapes } from "./shapes.js";
import type { Version } from "./types.js";
import { RULES, readAs, type ValueType } from "./value-types.js";
import { type Holder, replaceAt, type Visitor } from "./walk-document.js";

/** Checks that each value has the form of its field; `repair` then takes out those that have not. */
export interface StructureCheck {
  readonly visitor: Visitor;
  /** Until then, what is in a wrong value is still seen by the other checks. */
  repair(): void;
}

/**
 * Every fault costs only what needs it: a value of the wrong form is taken out of the document, so that no later step
 * meets one, and is a fault of the operations that reach its place, or a warning where no request depends on it.
 */
export function createStructureCheck(document: MutableObject, version: Version, report: Report): StructureCheck {
  const repairs: (() => void)[] = [];

  function checkField(value: MutableObject, key: string, kind: ObjectKind, path: readonly string[]): void {
    const { shape } = kind;
    const slot = readSlot(kind, key);
    const child = value[key] ?? null;
    // OpenAPI 3.0 ignores what stands beside a reference.
    const beside = version === "3.0" && typeof value.$ref === "string" && key !== "$ref" && shape !== "PathItem";
    const ignored = beside || isIgnorable(shape, key, slot, child);
    if (key === "$ref") judge(value, key, "text", path, { ignored: false, exact: true });
    else if (shape === "Schema" && KEYWORD_TYPES.has(key))
      judge(value, key, KEYWORD_TYPES.get(key) ?? "any", path, { ignored, exact: true });
    else if (slot.kind === "unknown") reportUnknown(key, shape, path);
    else judge(value, key, typeOf(slot, shape, key), path, { ignored, exact: isSchema(slot) });
    if (slot.kind === "list" && Array.isArray(child)) checkItems(child, slot.shape, [...path, key], ignored);
  }

  function checkItems(list: MutableJson[], shape: ShapeName, path: readonly string[], ignored: boolean): void {
    for (const [index, item] of list.entries()) {
      if (RULES[formOf(shape)].fits(item)) continue;
      reportWrong([...path, `${index}`], formOf(shape), ignored);
      // The items after it keep their places, since these are reported by index.
      repairs.push(() => void list.splice(index, 1, {}));
    }
  }

  /** `exact`: nothing but the type will do, not even null for what is left empty. */
  function judge(
    holder: Holder,
    key: string,
    type: ValueType,
    path: readonly string[],
    { ignored, exact }: { readonly ignored: boolean; readonly exact: boolean },
  ): void {
    const value = (holder as MutableObject)[key] ?? null;
    if (RULES[type].fits(value)) return;
    const place = [...path, key];
    const remove = (): void => void delete (holder as MutableObject)[key];
    if (type === "texts" && Array.isArray(value)) {
      for (const index of value.keys()) judge(value, `${index}`, "text", place, { ignored, exact });
      repairs.push(() => void value.splice(0, value.length, ...value.filter((item) => typeof item === "string")));
      return;
    }
    // An integer that would be rounded is reported as that, and becomes a text.
    if (typeof value === "bigint") {
      if (type !== "text") repairs.push(remove);
      return;
    }
    const meant = exact ? undefined : readAs(type, value);
    if (meant === undefined) {
      reportWrong(place, type, ignored || (value === null && !exact));
      repairs.push(remove);
      return;
    }
    report.add({
      code: "wrong-type",
      severity: "warning",
      message: `${describePlace(document, place)} must be ${RULES[type].words}; it is read as one.`,
      fix: type === "flag" ? "Remove the quotes." : "Put it in quotes.",
      path: place,
    });
    repairs.push(() => replaceAt(holder, key, meant));
  }

  function reportWrong(path: readonly string[], type: ValueType, ignored: boolean): void {
    const { words, fix = "Write such a value, or remove the key." } = RULES[type];
    const code = type === "types" || type === "positive" ? "wrong-value" : "wrong-type";
    const message = `${describePlace(document, path)} must be ${words}`;
    if (!ignored) report.fault({ code, message: `${message}.`, fix, path });
    else report.add({ code, severity: "warning", message: `${message}; it is ignored.`, fix, path });
  }

  function reportUnknown(key: string, shape: ShapeName, path: readonly string[]): void {
    const known = shape === "Schema" ? [...KEYWORD_TYPES.keys()] : Object.keys(shapes[shape]);
    const near = nearestName(
      key,
      known.filter((name) => name !== "*"),
    );
    // JSON Schema allows other keywords, so that only what looks like a slip is told.
    if (shape === "Schema" && version !== "3.0" && near === undefined) return;
    report.add({
      code: "unknown-key",
      severity: "warning",
      message: `${describePlace(document, path)} has the unknown key \`${key}\`, which is ignored.`,
      fix: near === undefined ? "Remove the key." : `Did you mean \`${near}\`?`,
      path: [...path, key],
      what: "key",
    });
  }

  return {
    visitor: {
      object(value, kind, path) {
        if (kind.kind !== "object" && kind.kind !== "map") return;
        for (const key of Object.keys(value))
          if (kind.kind === "map")
            judge(value, key, formOf(kind.shape), path, {
              ignored: kind.shape === "Operation",
              exact: kind.shape === "Schema",
            });
          else if (!key.startsWith("x-")) checkField(value, key, kind, path);
      },
    },
    repair() {
      for (const repair of repairs) repair();
    },
  };
}

type ObjectKind = Extract<Kind, { readonly kind: "object" }>;

function isIgnorable(shape: ShapeName, key: string, slot: Kind, value: MutableJson): boolean {
  if (slot.kind === "leaf" && slot.role !== "exact") return true;
  return (
    IGNORABLE[shape]?.has(key) === true || (shape === "Schema" && key === "required" && typeof value === "boolean")
  );
}

function isSchema(slot: Kind): boolean {
  return slot.kind === "object" && slot.shape === "Schema";
}

function typeOf(slot: Kind, shape: ShapeName, key: string): ValueType {
  if (slot.kind === "list") return "list";
  if (slot.kind === "map") return "object";
  if (slot.kind === "object") return formOf(slot.shape);
  if (slot.kind !== "leaf" || slot.role === "data") return "any";
  return slot.role === "text" ? "text" : (FIELD_TYPES[shape]?.[key] ?? "text");
}

function formOf(shape: ShapeName): ValueType {
  return shape === "Schema" ? "schema" : "object";
}
