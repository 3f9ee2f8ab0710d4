import type { ReadAnswer } from "../../operation.js";
import { readBytes } from "../read-bytes.js";
import { decodeText, encodeBytes, readAnswer } from "./read-answer.js";

/** Text that is not read as JSON, although it may look like it: a CSV file of one number, for example. */
export const readText: ReadAnswer = async (answer, reading) => {
  const type = answer.headers.get("content-type") ?? "";
  if (/[/+]json\b/i.test(type)) return readAnswer(answer, reading);
  const bytes = await readBytes(answer, reading);
  return bytes.length ? (decodeText(bytes, type) ?? encodeBytes(bytes, type)) : null;
};
