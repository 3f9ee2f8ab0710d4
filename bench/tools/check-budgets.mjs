/**
 * Prints whether each budget is met. If one is exceeded, the process exits with 1.
 *
 * @param {readonly { what: string; found: number; most: number; unit: string }[]} budgets
 */
export function checkBudgets(budgets) {
  for (const { what, found, most, unit } of budgets) {
    const kept = found <= most;
    if (!kept) process.exitCode = 1;
    console.log(`${kept ? "within" : "OVER"} the budget: ${what} ${found.toFixed(2)}${unit} (at most ${most}${unit})`);
  }
}
