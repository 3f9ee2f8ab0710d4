import type { State, StoredProject } from "../types.js";

/** Removes a project and everything in it. All memories are in the default project, the key's project. */
export function removeProject(state: State, { project_id }: StoredProject): void {
  state.projects.delete(project_id);
  for (const webhook of [...state.webhooks.values()]) {
    if (webhook.project_id === project_id) state.webhooks.delete(webhook.webhook_id);
  }
  if (project_id !== state.defaultProject) return;
  for (const kept of [state.memories, state.entities, state.events, state.exports]) kept.clear();
  state.changes.length = 0;
}
