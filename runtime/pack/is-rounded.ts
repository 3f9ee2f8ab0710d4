/** Whether a value is an integer that a number does not hold exactly. */
export function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

export const ROUNDED = "is too large to be exact as a number: pass its digits as text";
