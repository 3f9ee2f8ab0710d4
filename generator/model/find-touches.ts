import type { Loaded } from "../load/types.js";
import type { Json, JsonObject } from "../shared/json.js";
import type { Touch } from "../shared/origin.js";
import { moveBack } from "../shared/origin.js";
import { joinPointer, readPointer, refPointer } from "../shared/pointer.js";
import type { Operation } from "./operations/types.js";

/** The overlay actions that changed an operation or something that it reaches. */
export function findTouches({ document, moves, touches }: Loaded, operation: Operation): readonly Touch[] {
  if (touches.length === 0) return [];
  const reached = reachedPointers(document, operation).map((pointer) => moveBack(pointer, moves));
  return touches.filter(({ changes }) =>
    changes.some(({ pointer }) => reached.some((other) => overlap(pointer, other))),
  );
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
