import type { ReadAnswer } from "../../operation.js";
import { readBytes } from "../read-bytes.js";
import { encodeBytes, readAnswer } from "./read-answer.js";

/** Bytes as base64, also where they happen to be text; what calls itself text or JSON is that. */
export const readBinary: ReadAnswer = async (answer, reading) => {
  const type = answer.headers.get("content-type") ?? "";
  if (/^text\/|[/+](json|xml)\b/i.test(type)) return readAnswer(answer, reading);
  const bytes = await readBytes(answer, reading);
  return bytes.length ? encodeBytes(bytes, type) : null;
};
