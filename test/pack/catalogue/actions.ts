import type { BindKind, Effect } from "../../../generator/load/overrides.js";

/** One of the 47 actions, as the public API promises it. */
export interface ActionRow {
  readonly name: string;
  readonly group: string;
  readonly effect: Effect;
  readonly approval: boolean;
  readonly bind: BindKind;
  /** Whether a call may overwrite or remove what was there, and whether a second one changes nothing more. */
  readonly destructive: boolean;
  readonly idempotent: boolean;
  readonly required: readonly string[];
}

type Trait = "approval" | "destructive" | "idempotent";

/** In the order of the catalogue. */
export const actions: readonly ActionRow[] = [
  row("add_project_member", "projects", "write", "none", "approval", "org_id project_id email role"),
  row("add_memory", "memories", "write", "argument", "", "messages"),
  row("add_organization_member", "organizations", "write", "none", "approval", "org_id email role"),
  row("create_agent", "entities", "write", "argument", "", "agent_id"),
  row("create_run", "entities", "write", "argument", "", "run_id"),
  row("create_app", "entities", "write", "argument", "", "app_id"),
  row("create_organization", "organizations", "write", "none", "", "name"),
  row("create_user", "entities", "write", "argument", "", "user_id"),
  row("list_memories_with_filters", "memories", "read", "filter", "idempotent", "filters"),
  row("create_project", "projects", "write", "none", "", "org_id name"),
  row("create_webhook", "webhooks", "write", "none", "approval", "project_id name url event_types"),
  row("delete_organization", "organizations", "delete", "none", "approval destructive idempotent", "org_id"),
  row("delete_memory", "memories", "delete", "ownership", "approval destructive idempotent", "memory_id"),
  row("delete_entity", "entities", "delete", "argument", "approval destructive idempotent", "entity_type entity_id"),
  row("delete_all_memories", "memories", "delete", "argument", "approval destructive idempotent", ""),
  row("batch_delete_memories", "memories", "delete", "none", "approval destructive idempotent", "memory_ids"),
  row("delete_project", "projects", "delete", "none", "approval destructive idempotent", "org_id project_id"),
  row(
    "remove_project_member",
    "projects",
    "delete",
    "none",
    "approval destructive idempotent",
    "org_id project_id email",
  ),
  row("delete_webhook", "webhooks", "delete", "none", "approval destructive idempotent", "webhook_id"),
  row("create_memory_export", "exports", "write", "filter", "", "schema"),
  row("list_organizations", "organizations", "read", "none", "idempotent", ""),
  row("get_organization", "organizations", "read", "none", "idempotent", "org_id"),
  row("list_entity_filters", "entities", "read", "none", "idempotent", ""),
  row("get_entity", "entities", "read", "argument", "idempotent", "entity_type entity_id"),
  row("get_event_status", "events", "read", "none", "idempotent", "event_id"),
  row("list_entity_memories", "memories", "read", "argument", "idempotent", "entity_type entity_id"),
  row("get_memory_export", "exports", "read", "none", "idempotent", "memory_export_id"),
  row("list_organization_members", "organizations", "read", "none", "idempotent", "org_id"),
  row("get_project", "projects", "read", "none", "idempotent", "org_id project_id"),
  row("list_project_members", "projects", "read", "none", "idempotent", "org_id project_id"),
  row("list_projects", "projects", "read", "none", "idempotent", "org_id"),
  row("list_webhooks", "webhooks", "read", "none", "idempotent", "project_id"),
  row("get_memory_stats", "stats", "read", "none", "idempotent", ""),
  row("list_entities", "entities", "read", "none", "idempotent", ""),
  row("search_memories", "memories", "read", "argument", "idempotent", "query"),
  row(
    "remove_organization_member",
    "organizations",
    "delete",
    "none",
    "approval destructive idempotent",
    "org_id email",
  ),
  row("list_events", "events", "read", "none", "idempotent", ""),
  row("list_memory_changes", "memories", "read", "none", "idempotent", ""),
  row("get_memory", "memories", "read", "ownership", "idempotent", "memory_id"),
  row("get_memory_history", "memories", "read", "ownership", "idempotent", "memory_id"),
  row("list_memories", "memories", "read", "argument", "idempotent", ""),
  row("search_memories_with_filters", "memories", "read", "filter", "idempotent", "query filters"),
  row("batch_update_memories", "memories", "write", "none", "approval destructive idempotent", "memories"),
  row("update_memory", "memories", "write", "ownership", "destructive idempotent", "memory_id"),
  row(
    "update_organization_member_role",
    "organizations",
    "write",
    "none",
    "approval destructive idempotent",
    "org_id email role",
  ),
  row("update_project", "projects", "write", "none", "approval destructive idempotent", "org_id project_id"),
  row(
    "update_project_member_role",
    "projects",
    "write",
    "none",
    "approval destructive idempotent",
    "org_id project_id email role",
  ),
];

function row(name: string, group: string, effect: Effect, bind: BindKind, traits: string, required: string): ActionRow {
  const has = (trait: Trait): boolean => words(traits).includes(trait);
  return {
    name,
    group,
    effect,
    bind,
    approval: has("approval"),
    destructive: has("destructive"),
    idempotent: has("idempotent"),
    required: words(required),
  };
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
