/** An argument as text, the same wherever it travels. */
export function printText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
