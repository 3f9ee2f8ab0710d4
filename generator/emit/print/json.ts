import type { Json } from "../../shared/json.js";

/** Data as a JSON file. */
export function printJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
