import { median } from "./median.mjs";

/**
 * Prints one line per contestant and returns the median of its ratios to the first one, computed within each round.
 *
 * @param {Record<string, readonly number[]>} times in round order
 * @param {string} unit
 * @returns {Record<string, number>}
 */
export function printRatios(times, unit) {
  const [first] = Object.values(times);
  const ratios = {};
  for (const [name, values] of Object.entries(times)) {
    ratios[name] = median(values.map((value, round) => value / first[round]));
    const range = `${Math.min(...values).toFixed(1)}-${Math.max(...values).toFixed(1)}`;
    const middle = `${median(values).toFixed(1).padStart(7)} ${unit}`;
    console.log(`  ${name.padEnd(34)}${middle}  (${range})  ${ratios[name].toFixed(2)}x`);
  }
  return ratios;
}
