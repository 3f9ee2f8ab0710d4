import { expect } from "vitest";
import { SEED } from "../../../packages/sandbox/src/index.js";
import type { World } from "../../../packages/sandbox/test/world.js";

export type Arguments = Readonly<Record<string, unknown>>;

/** How one action is called well, and badly in each of the ways that it can be. */
export interface Row {
  readonly good: Arguments | ((world: World) => Arguments);
  /** Some of what a good call answers. */
  readonly answers: unknown;
  /** Refused before anything is sent, with the argument that is to blame. */
  readonly bad: readonly [field: string, args: Arguments];
  /** For something that is not there. */
  readonly missing?: Arguments;
  /** Where the key has no rights. */
  readonly forbidden?: Arguments;
}

/** A text that holds another. */
const some = (part: string): unknown => expect.stringContaining(part);

export const nobody = "99999999-9999-4999-8999-999999999999";
const [memory_id, other_id] = SEED.memories;
const org = { org_id: SEED.organization };
const project = { ...org, project_id: SEED.project };
const noOrg = { org_id: nobody };
const noProject = { ...org, project_id: nobody };
const theirOrg = { org_id: SEED.foreignOrganization };
const theirs = { ...theirOrg, project_id: SEED.foreignProject };
const ben = { email: "ben@example.com" };
const cleo = { email: "cleo@example.com" };
const alice = { entity_type: "user", entity_id: "alice" };
const bob = { entity_type: "user", entity_id: "bob" };
const filters = { user_id: "alice" };
const hook = { name: "Log", url: "https://example.com/log", event_types: ["memory_update"] };
const schema = { type: "object", properties: { facts: { type: "array", items: { type: "string" } } } };
const peanuts = { id: memory_id, memory: some("peanuts"), user_id: "alice" };

/** Every tool of the profile `extended`. */
export const rows: Readonly<Record<string, Row>> = {
  add_project_member: {
    good: { ...project, ...cleo, role: "READER" },
    answers: { message: "User added to the project successfully." },
    bad: ["role", { ...project, ...cleo, role: "ADMIN" }],
    missing: { ...project, email: "nobody@example.com", role: "READER" },
    forbidden: { ...theirs, ...cleo, role: "READER" },
  },
  add_memory: {
    good: { messages: [{ role: "user", content: "I like long walks by the sea." }], user_id: "alice" },
    answers: { status: "PENDING" },
    bad: ["messages[0].role", { messages: [{ role: "robot", content: "hi" }], user_id: "alice" }],
  },
  add_organization_member: {
    good: { ...org, ...cleo, role: "OWNER" },
    answers: { message: "User added to the organization." },
    bad: ["email", { ...org, email: "cleo", role: "OWNER" }],
    missing: { ...org, email: "nobody@example.com", role: "OWNER" },
    forbidden: { ...theirOrg, ...cleo, role: "OWNER" },
  },
  create_agent: {
    good: { agent_id: "guide" },
    answers: { agent_id: "guide", name: "guide" },
    bad: ["agent_id", { agent_id: " " }],
  },
  create_run: {
    good: { run_id: "trip", name: "The trip", metadata: { days: 3 } },
    answers: { run_id: "trip", name: "The trip", metadata: { days: 3 } },
    bad: ["run_id", {}],
  },
  create_app: {
    good: { app_id: "web" },
    answers: { app_id: "web", name: "web" },
    bad: ["metadata", { app_id: "web", metadata: [] }],
  },
  create_organization: {
    good: { name: "New" },
    answers: { org_id: some("-") },
    bad: ["name", { name: "" }],
  },
  create_user: {
    good: { user_id: "bob" },
    answers: { user_id: "bob" },
    bad: ["user_id", { user_id: 7 }],
  },
  list_memories_with_filters: {
    good: { filters: { AND: [filters, { categories: { in: ["food"] } }] } },
    answers: { count: 1, results: [peanuts] },
    bad: ["filters", { filters: { NOT: [filters] } }],
  },
  create_project: {
    good: { ...org, name: "New", description: "A new one." },
    answers: { project_id: some("-") },
    bad: ["name", { ...org }],
    missing: { ...noOrg, name: "New" },
    forbidden: { ...theirOrg, name: "New" },
  },
  create_webhook: {
    good: { project_id: SEED.project, ...hook },
    answers: { ...hook, is_active: true },
    bad: ["url", { project_id: SEED.project, ...hook, url: "nowhere" }],
    missing: { project_id: nobody, ...hook },
    forbidden: { project_id: SEED.foreignProject, ...hook },
  },
  delete_organization: {
    good: org,
    answers: { message: "Organization deleted successfully!" },
    bad: ["org_id", { org_id: "" }],
    missing: noOrg,
    forbidden: theirOrg,
  },
  delete_memory: {
    good: { memory_id },
    answers: { message: "Memory deleted successfully!" },
    bad: ["memory_id", { memory_id: "../users" }],
    missing: { memory_id: nobody },
  },
  delete_entity: {
    good: alice,
    answers: { event_id: some("-") },
    bad: ["entity_id", { ...alice, entity_id: "*" }],
    missing: bob,
  },
  delete_all_memories: {
    good: { user_id: "alice" },
    answers: { event_id: some("-") },
    bad: ["user_id", { user_id: "*" }],
  },
  batch_delete_memories: {
    good: { memory_ids: [memory_id, other_id] },
    answers: { message: "Successfully deleted 2 memories" },
    bad: ["memory_ids", { memory_ids: [memory_id, memory_id] }],
  },
  delete_project: {
    good: project,
    answers: { message: "Project and related data deleted successfully." },
    bad: ["project_id", { ...org, project_id: "" }],
    missing: noProject,
    forbidden: theirs,
  },
  remove_project_member: {
    good: { ...project, ...ben },
    answers: { message: "Member removed from the project" },
    bad: ["email", { ...project }],
    missing: { ...project, ...cleo },
    forbidden: { ...theirs, ...ben },
  },
  delete_webhook: {
    good: ({ webhook }) => ({ webhook_id: webhook }),
    answers: { message: "Webhook deleted successfully" },
    bad: ["webhook_id", { webhook_id: 12 }],
    missing: { webhook_id: "wh_none" },
    forbidden: { webhook_id: SEED.foreignWebhook },
  },
  create_memory_export: {
    good: { schema, user_id: "alice" },
    answers: { id: some("-") },
    bad: ["schema", { user_id: "alice" }],
  },
  list_organizations: {
    good: {},
    answers: [
      { ...org, user_role: "OWNER" },
      { ...theirOrg, user_role: "READER" },
    ],
    bad: ["page", { page: 2 }],
  },
  get_organization: {
    good: org,
    answers: { ...org, name: "Sandbox" },
    bad: ["org_id", {}],
    missing: noOrg,
  },
  list_entity_filters: {
    good: {},
    answers: { users: ["alice"] },
    bad: ["entity_type", { entity_type: "user" }],
  },
  get_entity: {
    good: alice,
    answers: [{ name: "alice", type: "user" }],
    bad: ["entity_type", { ...alice, entity_type: "__proto__" }],
    missing: bob,
  },
  get_event_status: {
    good: ({ event }) => ({ event_id: event }),
    answers: { event_type: "ADD", status: "SUCCEEDED" },
    bad: ["event_id", { event_id: "last" }],
    missing: { event_id: nobody },
  },
  list_entity_memories: {
    good: alice,
    answers: { count: 5 },
    bad: ["page", { ...alice, page: 0 }],
    missing: { ...alice, page: 9 },
  },
  get_memory_export: {
    good: (world) => ({ memory_export_id: world.export }),
    answers: { facts: [some("peanuts"), some("Lisbon"), some("morning"), some("marathon")] },
    bad: ["memory_export_id", { memory_export_id: "" }],
    missing: { memory_export_id: nobody },
  },
  list_organization_members: {
    good: org,
    answers: { members: [{ role: "OWNER" }, { role: "READER" }] },
    bad: ["org_id", { org_id: null }],
    missing: noOrg,
  },
  get_project: {
    good: project,
    answers: { project_id: SEED.project, name: "Default project" },
    bad: ["project_id", { ...org }],
    missing: { ...theirOrg, project_id: SEED.project },
  },
  list_project_members: {
    good: project,
    answers: { members: [{ username: "ada" }, { username: "ben" }] },
    bad: ["project_id", { ...org, project_id: " " }],
    missing: noProject,
  },
  list_projects: {
    good: org,
    answers: [{ project_id: SEED.project }],
    bad: ["org_id", {}],
    missing: noOrg,
  },
  list_webhooks: {
    good: { project_id: SEED.project },
    answers: [{ name: "Audit" }],
    bad: ["org_id", { ...project }],
    missing: { project_id: nobody },
    forbidden: { project_id: SEED.foreignProject },
  },
  get_memory_stats: {
    good: {},
    answers: { total_memories: 5 },
    bad: ["user_id", { user_id: "alice" }],
  },
  list_entities: {
    good: { page_size: 1 },
    answers: { count: 1, results: [{ name: "alice" }] },
    bad: ["page", { page: 0 }],
  },
  search_memories: {
    good: { query: "What is she allergic to? Peanuts?", user_id: "alice", top_k: 1 },
    answers: { results: [peanuts] },
    bad: ["threshold", { query: "food", user_id: "alice", threshold: 1.1 }],
  },
  remove_organization_member: {
    good: { ...org, ...ben },
    answers: { message: "User removed from organization." },
    bad: ["email", { ...org }],
    missing: { ...org, ...cleo },
    forbidden: { ...theirOrg, ...ben },
  },
  list_events: {
    good: { event_type: "ADD", start_date: "2020-01-01" },
    answers: { count: 1, results: [{ event_type: "ADD" }] },
    bad: ["start_date", { start_date: "1 Jan 2026" }],
  },
  list_memory_changes: {
    good: { page: 1 },
    answers: { count: 5 },
    bad: ["page", { page: "first" }],
    missing: { page: 50 },
  },
  get_memory: {
    good: { memory_id },
    answers: peanuts,
    bad: ["memory_id", { memory_id: "nonsense" }],
    missing: { memory_id: nobody },
  },
  get_memory_history: {
    good: { memory_id },
    answers: [{ memory_id, event: "ADD", new_memory: some("peanuts") }],
    bad: ["memory_id", { memory_id: `${memory_id}/../..` }],
    missing: { memory_id: nobody },
  },
  list_memories: {
    good: { user_id: "alice", categories: ["food"] },
    answers: { count: 1, results: [peanuts] },
    bad: ["user_id", { categories: ["food"] }],
  },
  search_memories_with_filters: {
    good: { query: "peanuts", filters: { OR: [{ user_id: "bob" }, filters] }, top_k: 1 },
    answers: { results: [peanuts] },
    bad: [
      "filters.AND[1].keywords",
      { query: "peanuts", filters: { AND: [filters, { keywords: { contains: "nuts" } }] } },
    ],
  },
  batch_update_memories: {
    good: { memories: [{ memory_id, text: "Alice is vegan." }] },
    answers: { message: "Successfully updated 1 memories" },
    bad: ["memories[0].text", { memories: [{ memory_id, text: 7 }] }],
  },
  update_memory: {
    good: { memory_id, text: "Alice is vegan.", expiration_date: null },
    answers: { id: memory_id, memory: "Alice is vegan." },
    bad: ["text", { memory_id, text: 7 }],
    missing: { memory_id: nobody, text: "Alice is vegan." },
  },
  update_organization_member_role: {
    good: { ...org, ...ben, role: "OWNER" },
    answers: { message: "User role updated successfully" },
    bad: ["role", { ...org, ...ben }],
    missing: { ...org, ...cleo, role: "OWNER" },
    forbidden: { ...theirOrg, ...ben, role: "READER" },
  },
  update_project: {
    good: { ...project, name: null, custom_instructions: "Be brief.", custom_categories: ["food"] },
    answers: { message: "Project updated successfully" },
    bad: ["custom_categories", { ...project, custom_categories: "food" }],
    missing: { ...noProject, name: "Renamed" },
    forbidden: { ...theirs, name: "Renamed" },
  },
  update_project_member_role: {
    good: { ...project, ...ben, role: "OWNER" },
    answers: { message: "User role updated successfully" },
    bad: ["email", { ...project, role: "OWNER" }],
    missing: { ...project, ...cleo, role: "OWNER" },
    forbidden: { ...theirs, ...ben, role: "READER" },
  },
  check_api_key: {
    good: {},
    answers: { ...project, user_email: "ada@example.com" },
    bad: ["api_key", { api_key: "x" }],
  },
  get_memory_summary: {
    good: { user_id: "alice" },
    answers: [some("peanuts")],
    bad: ["user_id", {}],
  },
  submit_feedback: {
    good: { memory_id, feedback: "NEGATIVE", feedback_reason: "Out of date." },
    answers: { feedback: "NEGATIVE", feedback_reason: "Out of date." },
    bad: ["feedback", { memory_id, feedback: "MEH" }],
  },
  update_webhook: {
    good: ({ webhook }) => ({ webhook_id: webhook, url: "https://example.com/moved" }),
    answers: { message: "Webhook updated successfully" },
    bad: ["event_types", { webhook_id: SEED.foreignWebhook, event_types: [] }],
    missing: { webhook_id: "wh_none", name: "Gone" },
    forbidden: { webhook_id: SEED.foreignWebhook, name: "Mine" },
  },
};
