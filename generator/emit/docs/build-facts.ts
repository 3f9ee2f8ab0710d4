import type { Plan } from "../../plan/types.js";
import { countNoun } from "../../shared/count-noun.js";

/** The size of a pack and where its API is, for the README, the index and the page. */
export function buildFacts({ model, sample }: Plan): string {
  const { actions, groups, approvals } = sample.counts;
  const size = `${countNoun(actions, "action")} in ${countNoun(groups, "group")}`;
  const asked = approvals === 0 ? "" : `; ${approvals} of them ${approvals === 1 ? "needs" : "need"} approval`;
  return `${size}${asked}. Base URL: \`${model.pack.baseUrl}\`.`;
}
