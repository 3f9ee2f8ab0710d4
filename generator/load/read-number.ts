import type { Fault } from "./parsed.js";

const decimal = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
const otherBase = /^0(?:x[\da-fA-F]+|o[0-7]+)$/;

/**
 * The exact value of a number as it is written: an integer is a bigint if it would be printed with other digits, however
 * it is written (2^63 is held exactly, and printed as 9223372036854776000). Returns undefined for one that is too big for
 * a number; decimals are rounded as usual.
 */
export function readNumber(written: string, value: number): number | bigint | undefined {
  if (!Number.isFinite(value)) return undefined;
  // Below this, every integer is exact, and a fraction is a decimal.
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  const exact = readInteger(written);
  return exact === undefined || exact === readInteger(String(value)) ? value : exact;
}

/** The integer that a text writes; undefined for a decimal. */
function readInteger(written: string): bigint | undefined {
  if (otherBase.test(written)) return BigInt(written);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = decimal.exec(written) ?? [];
  const digits = (whole + fraction).replace(/0+$/, "");
  const zeros = whole.length + Number(exponent) - digits.length;
  // What is too big was refused before, so that few zeros are added.
  if (zeros < 0 || digits === "") return undefined;
  const magnitude = BigInt(digits + "0".repeat(zeros));
  return sign === "-" ? -magnitude : magnitude;
}

/** The fault of a number that JavaScript would read as Infinity. */
export function overflowFault(written: string, offset: number): Fault {
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  return {
    code: "number-overflow",
    message: `has the number \`${shown}\`, which is too large to represent`,
    fix: "Write a number below 1.8e308, or remove it.",
    offset,
  };
}
