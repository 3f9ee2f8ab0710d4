import type { JsonObject } from "../../shared/json.js";
import { sortJson } from "../../shared/order.js";
import type { JsonSchema } from "../types.js";

/** Definitions of one action, in addition to those of the document. */
export interface LocalDefs {
  /** A unique name for a definition; the same name and content give the same result. */
  name(name: string, argument: string, content: JsonObject): string;
  readonly defs: Map<string, JsonSchema>;
}

export function createLocalDefs(documentDefs: ReadonlyMap<string, JsonSchema>): LocalDefs {
  const defs = new Map<string, JsonSchema>();
  const contents = new Map<string, string>();
  return {
    defs,
    name(name, argument, content) {
      const plain = name.replace(/[^A-Za-z0-9_]+/g, "_") || "Local";
      const text = JSON.stringify(sortJson(content));
      let free = documentDefs.has(plain) ? `${argument.replace(/[^A-Za-z0-9_]+/g, "_")}_${plain}` : plain;
      while (documentDefs.has(free) || (contents.has(free) && contents.get(free) !== text))
        free = `${argument.replace(/[^A-Za-z0-9_]+/g, "_")}_${free}`;
      contents.set(free, text);
      return free;
    },
  };
}
