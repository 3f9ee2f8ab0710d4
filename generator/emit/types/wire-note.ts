import type { Json, JsonObject } from "../../shared/json.js";
import { cleanComment } from "../print/comment.js";

/** What openapi-typescript prints as a comment. Text is the only part that it does not print as literals. */
export function wireNote(object: JsonObject): JsonObject {
  const note: [string, Json][] = [];
  for (const key of ["title", "summary", "description", "format"]) {
    const text = object[key];
    if (typeof text === "string") note.push([key, cleanComment(text).join("\n")]);
  }
  for (const key of ["deprecated", "readOnly"]) if (object[key] === true) note.push([key, true]);
  if (object.default !== undefined) note.push(["default", object.default]);
  return Object.fromEntries(note);
}
