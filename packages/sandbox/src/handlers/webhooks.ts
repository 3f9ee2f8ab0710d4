import { randomUUID } from "node:crypto";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { requireOwner } from "../state/access.js";
import type { Call, Handler, StoredProject, StoredWebhook } from "../types.js";

type Change = Partial<Pick<StoredWebhook, "name" | "url" | "event_types">>;

/** Webhooks are stored and listed, but never called. */
export const webhooks: Readonly<Record<string, Handler>> = {
  get_project_webhooks(call) {
    const { project_id } = ownProject(call, call.path.project_id);
    const found = [...call.state.webhooks.values()].filter((webhook) => webhook.project_id === project_id);
    return answer(found.map((webhook) => view(call, webhook)));
  },

  create_webhook(call) {
    const { project_id } = ownProject(call, call.path.project_id);
    const { name, url, event_types, is_active = true } = call.body as Required<Change> & { is_active?: boolean };
    requireUrl(url);
    const webhook_id = `wh_${randomUUID().slice(0, 8)}`;
    const times = { created_at: call.now(), updated_at: call.now() };
    const webhook: StoredWebhook = { webhook_id, project_id, name, url, event_types, is_active, ...times };
    call.state.webhooks.set(webhook_id, webhook);
    return answer(view(call, webhook), 201);
  },

  update_webhook(call) {
    const webhook = find(call);
    const { name = webhook.name, url = webhook.url, event_types = webhook.event_types } = call.body as Change;
    requireUrl(url);
    Object.assign(webhook, { name, url, event_types, updated_at: call.now() });
    return answer({ message: "Webhook updated successfully" });
  },

  delete_webhook(call) {
    call.state.webhooks.delete(find(call).webhook_id);
    return answer({ message: "Webhook deleted successfully" });
  },
};

/** A project whose webhooks the key may read and change; requires the OWNER role. */
function ownProject(call: Call, project_id: string | undefined): StoredProject {
  const project = call.state.projects.get(String(project_id));
  if (project === undefined) throw new ApiError(404, "Project not found");
  requireOwner(call, project, "You don't have access to this project");
  return project;
}

function find(call: Call): StoredWebhook {
  const webhook = call.state.webhooks.get(String(call.path.webhook_id));
  if (webhook === undefined) throw new ApiError(404, "Webhook not found");
  ownProject(call, webhook.project_id);
  return webhook;
}

function requireUrl(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ApiError(400, "Enter a valid URL.", "url");
  }
}

function view(call: Call, { project_id, ...webhook }: StoredWebhook): Record<string, unknown> {
  const project = call.state.projects.get(project_id)?.name;
  return { ...webhook, owner: call.state.account.username, project };
}
