/**
 * Says for each budget whether it is kept; the process ends with 1 when one is not.
 *
 * @param {readonly { what: string; found: number; most: number; unit: string }[]} budgets
 */
export function checkBudgets(budgets) {
  for (const { what, found, most, unit } of budgets) {
    const kept = found <= most;
    if (!kept) process.exitCode = 1;
    console.log(`${kept ? "within" : "OVER"} the budget: ${what} ${found.toFixed(2)}${unit} of at most ${most}${unit}`);
  }
}
