import type { Plan } from "../../plan/types.js";

/** The size of a pack in a sentence. */
export function buildFacts(plan: Plan): string {
  const approvals = plan.tools.filter((tool) => tool.action.approval).length;
  const parts = [
    `${count(plan.tools.length, "action")} in ${count(plan.groups.length, "group")}`,
    ...(approvals === 0 ? [] : [`${approvals} of them ${approvals === 1 ? "needs" : "need"} approval`]),
  ];
  return `${parts.join(", ")}. Service: \`${plan.model.pack.baseUrl}\`.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
