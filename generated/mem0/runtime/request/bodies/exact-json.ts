import { isObject } from "../../json.js";
import type { EncodeBody } from "../../operation.js";

/** JSON whose integers may be larger than a number holds exactly. */
export const exactJson: EncodeBody = (value) => ({ body: printJson(value), mediaType: "application/json" });

/** A value as JSON; a bigint is a number with all its digits. */
export function printJson(value: unknown): string {
  if (typeof value === "bigint") return `${value}`;
  if (Array.isArray(value)) return `[${value.map(printJson).join(",")}]`;
  if (!isObject(value) || "toJSON" in value) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${printJson(each)}`).join(",")}}`;
}
