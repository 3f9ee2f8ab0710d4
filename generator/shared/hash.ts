import { createHash } from "node:crypto";

/** SHA-256 of bytes, or of a text as UTF-8. */
export function hashText(text: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string {
  return createHash("sha256").update(text).digest(encoding);
}

/** The first hex digits of it, for names that must differ whatever the order. */
export function shortHash(text: string, length = 8): string {
  return hashText(text).slice(0, length);
}
