import type { Answer } from "../types.js";

/** A response with a JSON body. */
export function answer(body: unknown, status = 200): Answer {
  return { status, body };
}
