import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../../shared/json.js";
import type { Moves } from "../../shared/origin.js";
import { joinPointer, refPointer, splitPointer, toPointer } from "../../shared/pointer.js";
import { readKind, type ShapeName } from "../read-slot.js";
import type { Report } from "../report.js";
import { walkDocument } from "../walk-document.js";

interface Step {
  readonly value: MutableObject;
  readonly pointer: string;
}

/** Makes the references that start with the document's own `$self` local. */
export function settleSelf(document: MutableObject, self: string): void {
  const object = (value: MutableObject): void => {
    const ref = ownValue(value, "$ref");
    if (typeof ref === "string" && (ref === self || ref.startsWith(`${self}#`)))
      value.$ref = ref.slice(self.length) || "#";
  };
  walkDocument(document, [{ object }]);
}

/**
 * Puts the path items that are defined elsewhere at their paths, where every later stage looks for operations. What
 * stands beside the `$ref` takes precedence. A reference that leads nowhere stays; the check of references reports it.
 */
export function settlePaths(document: MutableObject, report: Report): Moves {
  const moves: Record<string, string> = {};
  // Paths first: what is behind them is still as it was written.
  for (const keys of [["paths"], ["components", "pathItems"], ["webhooks"]]) {
    const items = keys.reduce<MutableJson | undefined>((value, key) => ownValue(value, key), document);
    if (isObject(items)) settleItems(document, items, keys, moves, report);
  }
  return moves;
}

function settleItems(
  document: MutableObject,
  items: MutableObject,
  keys: readonly string[],
  moves: Record<string, string>,
  report: Report,
): void {
  for (const [path, item] of Object.entries(items)) {
    if (!isObject(item) || typeof item.$ref !== "string" || path.startsWith("x-")) continue;
    const at = toPointer([...keys, path]);
    const steps = follow(document, { value: item, pointer: at }, "PathItem");
    if (steps === undefined) continue;
    const merged: MutableObject = {};
    for (const { value, pointer } of steps) {
      for (const [key, each] of Object.entries(value)) {
        if (key === "$ref") continue;
        if (Object.hasOwn(merged, key)) {
          const message = `\`${path}\` has \`${key}\` beside its \`$ref\` and behind it; the one beside it counts.`;
          const where = [...keys, path, key];
          report.add({ code: "path-item-twice", severity: "warning", message, fix: "Remove one.", path: where });
          continue;
        }
        setOwn(merged, key, each);
        moves[joinPointer(at, key)] = joinPointer(pointer, key);
      }
    }
    setOwn(items, path, merged);
  }
}

/** Puts the media types that are defined elsewhere where they are used. */
export function settleMediaTypes(document: MutableObject): Moves {
  const moves: Record<string, string> = {};
  const found: { readonly holder: MutableObject; readonly key: string; readonly pointer: string }[] = [];
  const object = (holder: MutableObject, kind: ReturnType<typeof readKind>, path: readonly string[]): void => {
    if (kind.kind !== "map" || kind.shape !== "MediaType") return;
    for (const [key, value] of Object.entries(holder))
      if (isObject(value) && typeof value.$ref === "string")
        found.push({ holder, key, pointer: toPointer([...path, key]) });
  };
  walkDocument(document, [{ object }]);
  // First all are found, since one may lead to another.
  const settled = found.flatMap(({ holder, key, pointer }) => {
    const steps = follow(document, { value: holder[key] as MutableObject, pointer }, "MediaType");
    const target = steps?.at(-1);
    return target === undefined ? [] : [{ holder, key, pointer, target }];
  });
  for (const { holder, key, pointer, target } of settled) {
    setOwn(holder, key, target.value);
    moves[pointer] = target.pointer;
  }
  return moves;
}

/** An object and all that its `$ref` leads to; undefined if that is missing, endless, or of another shape. */
function follow(document: MutableObject, from: Step, shape: ShapeName): readonly Step[] | undefined {
  const steps = [from];
  const seen = new Set([from.pointer]);
  for (let last = from; typeof last.value.$ref === "string"; ) {
    const pointer = refPointer(last.value.$ref);
    if (pointer === undefined || seen.has(pointer)) return undefined;
    seen.add(pointer);
    const keys = splitPointer(pointer);
    const kind = readKind(keys);
    const value = keys.reduce<MutableJson | undefined>((each, key) => ownValue(each, key), document);
    if (!isObject(value) || kind.kind !== "object" || kind.shape !== shape) return undefined;
    last = { value, pointer };
    steps.push(last);
  }
  return steps;
}
