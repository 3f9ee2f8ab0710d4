import type { Plan } from "../../plan/types.js";
import { countNoun } from "../../shared/count-noun.js";

/** The size of a pack and where its API is, for the README, the index and the page. */
export function buildFacts({ definition, sample }: Plan): string {
  const { actions, groups, approvals } = sample.counts;
  const size = `${countNoun(actions, "action")} in ${countNoun(groups, "group")}`;
  const asked = approvals === 0 ? "" : `; ${approvals} of them ${approvals === 1 ? "needs" : "need"} approval`;
  const { baseUrl, baseUrlExample, servers = [] } = definition;
  const base = baseUrl === undefined ? `none; pass \`baseUrl\`, such as \`${baseUrlExample}\`` : `\`${baseUrl}\``;
  const others =
    servers.length === 0 ? "" : ` Some actions are sent to ${servers.map((url) => `\`${url}\``).join(", ")}.`;
  return `${size}${asked}. Base URL: ${base}.${others}`;
}
