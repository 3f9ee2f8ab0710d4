import { type MutableJson, ownValue } from "../shared/json.js";
import { joinPointer, refPointer, toPointer } from "../shared/pointer.js";
import type { Kind } from "./read-slot.js";
import { type Visitor, walkDocument } from "./walk-document.js";

/**
 * The operations that reach each of some places, directly or by references; one that reaches several is listed with the
 * first. A place in what no request and no answer needs is reached by none: callbacks, links, headers of answers, and
 * the answers that report a failure.
 *
 * The document is divided into units (operations, path items, targets of references), so that the work is linear however
 * often a schema is used.
 */
export function findReach(
  document: MutableJson,
  places: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const units = readUnits(document);
  const users = new Map<string, string[]>();
  for (const [pointer, { needs }] of units)
    for (const need of needs) {
      const known = users.get(need);
      if (known === undefined) users.set(need, [pointer]);
      else known.push(pointer);
    }
  const reached = new Set<string>();
  return places.map((place) => {
    const operations: string[] = [];
    const waiting = unitsAround(place, units);
    for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
      if (reached.has(pointer)) continue;
      reached.add(pointer);
      if (units.get(pointer)?.isTool === true) operations.push(pointer);
      waiting.push(...(users.get(pointer) ?? []));
    }
    return operations.sort();
  });
}

/** A part of the document that is needed or not as a whole. */
interface Unit {
  /** Whether it is an operation of a path, not of a callback. */
  readonly isTool: boolean;
  /** Pointers of the units that it needs. */
  readonly needs: string[];
}

/** The unit that a place belongs to: the innermost one around it. */
function unitsAround(place: readonly string[], units: ReadonlyMap<string, Unit>): string[] {
  for (let length = place.length; length >= 0; length -= 1) {
    const pointer = toPointer(place.slice(0, length));
    if (units.has(pointer)) return [pointer];
  }
  return [];
}

function readUnits(document: MutableJson): ReadonlyMap<string, Unit> {
  const targets = new Set<string>();
  walkDocument(document, [
    {
      object(value) {
        const target = targetOf(value);
        if (target !== undefined) targets.add(target);
      },
    },
  ]);
  const units = new Map<string, Unit>();
  walkDocument(document, [createUnitVisitor(targets, units)]);
  return units;
}

function createUnitVisitor(targets: ReadonlySet<string>, units: Map<string, Unit>): Visitor {
  const open: { readonly depth: number; readonly unit: Unit }[] = [];
  const idle = new Set<string>();
  return {
    object(value, kind, path) {
      while ((open.at(-1)?.depth ?? -1) >= path.length) open.pop();
      const pointer = toPointer(path);
      if (isShape(kind, "Responses"))
        for (const status of listUnread(Object.keys(value))) idle.add(joinPointer(pointer, status));
      const isOperation = isShape(kind, "Operation");
      const isIdle = idle.has(pointer) || isShape(kind, "Callback", "Link") || isAnswerHeader(kind, path);
      const outer = open.at(-1)?.unit;
      if (isOperation || isIdle || isShape(kind, "PathItem") || targets.has(pointer)) {
        const unit: Unit = { isTool: isOperation && isOfPath(path), needs: [] };
        units.set(pointer, unit);
        open.push({ depth: path.length, unit });
        // An operation needs what its path says about all of its operations, and not the other way round.
        if (isOperation) unit.needs.push(toPointer(path.slice(0, path.at(-2) === "additionalOperations" ? -2 : -1)));
        else if (!isIdle) outer?.needs.push(pointer);
      }
      const target = targetOf(value);
      if (target !== undefined) open.at(-1)?.unit.needs.push(target);
    },
  };
}

/** Below `paths`: an operation of a callback is deeper. */
function isOfPath(path: readonly string[]): boolean {
  return path[0] === "paths" && path.length === (path[2] === "additionalOperations" ? 4 : 3);
}

function targetOf(value: MutableJson): string | undefined {
  const ref = ownValue(value, "$ref");
  return typeof ref === "string" ? refPointer(ref) : undefined;
}

function isShape(kind: Kind, ...shapes: readonly string[]): boolean {
  return kind.kind === "object" && shapes.includes(kind.shape);
}

/** Headers of a part of a body are sent; those of an answer are not read. */
function isAnswerHeader(kind: Kind, path: readonly string[]): boolean {
  return isShape(kind, "Header") && path.at(-4) !== "encoding";
}

/** The answers that no result is read from: failures, and `default` beside a success. */
function listUnread(statuses: readonly string[]): readonly string[] {
  const success = statuses.some((status) => /^2/.test(status));
  return statuses.filter((status) => /^[45]/.test(status) || (success && status === "default"));
}
