import { createHash } from "node:crypto";

/** The first hex digits of a SHA-256, for names that must differ whatever the order. */
export function shortHash(text: string, length = 8): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, length);
}
