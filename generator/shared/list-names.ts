/** How many are named; one fault may concern hundreds. */
const SHOWN = 3;

/** `a`, `a, b`, `a, b, c and 5 more` */
export function listNames(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return more > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${more} more` : names.join(", ");
}
