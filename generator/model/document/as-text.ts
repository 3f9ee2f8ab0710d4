import type { Json } from "../../load/types.js";

/** The value if it is a string, else "". */
export function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
