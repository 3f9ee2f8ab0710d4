import type { Plan } from "../../plan/types.js";

/** The size of a pack and where its API is, for the README and the index. */
export function buildFacts({ model, sample }: Plan): string {
  const { actions, groups, approvals } = sample.counts;
  const size = `${count(actions, "action")} in ${count(groups, "group")}`;
  const asked = approvals === 0 ? "" : `; ${approvals} of them ${approvals === 1 ? "needs" : "need"} approval`;
  return `${size}${asked}. Base URL: \`${model.pack.baseUrl}\`.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
