/** The JSON pointer that a local `$ref` names: `#/components/schemas/A%20B` -> `/components/schemas/A B`. */
export function refPointer(ref: string): string | undefined {
  if (ref === "#") return "";
  if (!ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
