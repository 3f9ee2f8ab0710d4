/**
 * A number for each integer that no number holds exactly, so that comparing the numbers compares the integers: equal for
 * the same, in the same order for others, and next to the integer, so that it compares with usual numbers as well.
 */
export function rankIntegers(integers: readonly bigint[]): ReadonlyMap<bigint, number> {
  const ranks = new Map<bigint, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const integer of [...new Set(integers)].sort((a, b) => (a < b ? -1 : 1))) {
    const rounded = Number(integer);
    last = rounded > last ? rounded : nextAbove(last);
    ranks.set(integer, last);
  }
  return ranks;
}

/** The smallest number above a finite one that is not 0. */
function nextAbove(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, value > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}
