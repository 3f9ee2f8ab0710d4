import type { Json } from "../../load/types.js";

/** Data as a JSON file. */
export function printJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
