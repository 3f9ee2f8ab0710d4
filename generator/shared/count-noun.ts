/** A number with its noun: `1 tool`, `2 tools`. */
export function countNoun(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
