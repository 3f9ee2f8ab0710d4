import type { Json, JsonObject } from "../../shared/json.js";
import { joinPointer, readPointer, refPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Operation, Sources } from "../types.js";

/** Where the tool comes from. Positions are found when they are asked for: few runs ask. */
export function readSources({ loaded, document }: ModelContext, operation: Operation, override?: string): Sources {
  return {
    get operation() {
      return loaded.spec.locateKey(operation.pointer);
    },
    get override() {
      return override === undefined ? undefined : loaded.overridesFile?.locateKey(override);
    },
    get overlays() {
      if (loaded.touches.length === 0) return [];
      const reached = reachedPointers(document, operation);
      return loaded.touches
        .filter((touch) => touch.pointers.some((pointer) => reached.some((other) => overlap(pointer, other))))
        .map((touch) => ({ touch, at: touch.file.locate(touch.action) }));
    },
  };
}

function overlap(touched: string, reached: string): boolean {
  if (touched === "") return false;
  return touched === reached || touched.startsWith(`${reached}/`) || reached.startsWith(`${touched}/`);
}

/** The operation, the parameters of its path, and everything that they name by `$ref`. */
function reachedPointers(document: JsonObject, operation: Operation): readonly string[] {
  const reached = new Set<string>();
  const waiting = [operation.pointer, joinPointer("/paths", operation.path, "parameters")];
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, below] of Object.entries(value) as [string, Json][]) {
      const target = key === "$ref" && typeof below === "string" ? refPointer(below) : undefined;
      if (target !== undefined) waiting.push(target);
      else visit(below);
    }
  };
  for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
    if (reached.has(pointer)) continue;
    reached.add(pointer);
    visit(readPointer(document, pointer));
  }
  return [...reached];
}
