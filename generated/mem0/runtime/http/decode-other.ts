/** An answer that is not JSON: text as it is, binary as base64. */
export function decodeOther(kind: "text" | "binary" | "empty", bytes: Uint8Array, text: string): unknown {
  if (kind === "text") return text;
  if (kind === "empty") return null;
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
