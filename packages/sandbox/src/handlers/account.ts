import { answer } from "../http/answer.js";
import type { Handler } from "../types.js";

/** Operations on the API key: usage totals and the key check. */
export const account: Readonly<Record<string, Handler>> = {
  stats_list(call) {
    const { memories, counts } = call.state;
    const owners = (name: "user_id" | "agent_id" | "run_id"): number =>
      new Set([...memories.values()].map((memory) => memory[name]).filter((id) => id !== null)).size;
    const per = (count: number): number => (count === 0 ? 0 : Math.round(memories.size / count));
    const [users, agents, runs] = [owners("user_id"), owners("agent_id"), owners("run_id")];
    return answer({
      total_memories: memories.size,
      total_retrieval_events: counts.retrievals,
      total_add_events: counts.adds,
      total_api_retrieval_events: counts.retrievals,
      total_retrieval_events_limit: 1000,
      total_users_with_memories: users,
      total_agents_with_memories: agents,
      total_runs_with_memories: runs,
      memories_per_user: per(users),
      memories_per_agent: per(agents),
      memories_per_run: per(runs),
    });
  },

  ping_read(call) {
    const { account, defaultOrganization, defaultProject } = call.state;
    return answer({ status: "ok", org_id: defaultOrganization, project_id: defaultProject, user_email: account.email });
  },
};
