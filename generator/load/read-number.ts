import type { Fault } from "./parsed.js";

const integer = /^(?:[-+]?\d+|0x[\da-fA-F]+|0o[0-7]+)$/;

/**
 * The exact value of a number as it is written: an integer that a number would round is a bigint. Returns undefined for
 * one that is too big for a number; decimals are rounded as usual.
 */
export function readNumber(written: string, value: number): number | bigint | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isSafeInteger(value) || !integer.test(written)) return value;
  const exact = BigInt(written.replace(/^\+/, ""));
  return exact === BigInt(value) ? value : exact;
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
