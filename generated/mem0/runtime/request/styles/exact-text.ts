import type { EncodeText } from "../../operation.js";
import { printJson } from "../bodies/exact-json.js";
import { encodeText, printText } from "../encode-text.js";

/** As text is encoded by default; the JSON text of an object has all the digits of its integers. */
export const exactText: EncodeText = (value, field) => encodeText(printExact(value), field);

/** An argument as text, whose integers may be larger than a number holds exactly. */
export function printExact(value: unknown): string {
  return typeof value === "object" ? printJson(value) : printText(value);
}
