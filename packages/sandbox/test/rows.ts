import { SEED } from "../src/index.js";
import type { Request } from "./client.js";
import type { World } from "./world.js";

/** How one operation is called well, badly, for something that is not there, and where the key has no rights. */
export interface Row {
  readonly success: number;
  readonly good: (world: World) => Request;
  readonly bad?: Request;
  /** 400 unless said. */
  readonly badStatus?: number;
  readonly missing?: Request;
  readonly forbidden?: Request;
}

const nobody = "99999999-9999-4999-8999-999999999999";
const memory = { memory_id: SEED.memories[0] };
const org = { org_id: SEED.organization };
const project = { ...org, project_id: SEED.project };
const theirOrg = { org_id: SEED.foreignOrganization };
const theirs = { ...theirOrg, project_id: SEED.foreignProject };
const ben = { email: "ben@example.com", role: "OWNER" };
const cleo = { email: "cleo@example.com", role: "READER" };
const stranger = { email: "nobody@example.com", role: "READER" };
const filters = { user_id: "alice" };
const messages = [{ role: "user", content: "I like long walks by the sea." }];
const hook = { name: "Log", url: "https://example.com/log", event_types: ["memory_update"] };
const anything = (request: Request) => (): Request => request;

/** Every operation of the document. */
export const rows: Readonly<Record<string, Row>> = {
  memories_add_v3: {
    success: 200,
    good: anything({ body: { messages, user_id: "alice" } }),
    bad: { body: { messages } },
  },
  memories_list_v3: {
    success: 200,
    good: anything({ query: { page_size: "2" }, body: { filters } }),
    bad: { body: { filters: {} } },
  },
  memories_search_v3: {
    success: 200,
    good: anything({ body: { query: "food", filters } }),
    bad: { body: { query: "", filters } },
  },
  memories_read: {
    success: 200,
    good: anything({ path: memory }),
    bad: { path: { memory_id: "nonsense" } },
    missing: { path: { memory_id: nobody } },
  },
  memories_update: {
    success: 200,
    good: anything({ path: memory, body: { text: "Alice is vegan." } }),
    bad: { path: memory, body: { text: 7 } },
    missing: { path: { memory_id: nobody }, body: { text: "Alice is vegan." } },
  },
  memories_delete: {
    success: 200,
    good: anything({ path: memory, query: { delete_linked: "true" } }),
    bad: { path: memory, query: { delete_linked: "perhaps" } },
    missing: { path: { memory_id: nobody } },
  },
  memories_history_list: {
    success: 200,
    good: anything({ path: memory }),
    bad: { path: { memory_id: "nonsense" } },
    missing: { path: { memory_id: nobody } },
  },
  memories_events_list: {
    success: 200,
    good: anything({ query: { limit: "3" } }),
    bad: { query: { limit: "0" } },
    badStatus: 404,
    missing: { query: { page: "50" } },
  },
  memories_entity_read: {
    success: 200,
    good: anything({ path: { entity_type: "user", entity_id: "alice" } }),
    bad: { path: { entity_type: "robot", entity_id: "alice" } },
    missing: { path: { entity_type: "user", entity_id: "alice" }, query: { page: "9" } },
  },
  memories_batch_update: {
    success: 200,
    good: anything({ body: { memories: [{ ...memory, text: "Alice is vegan." }] } }),
    bad: { body: { memories: [{ memory_id: nobody, text: "Alice is vegan." }] } },
  },
  memories_batch_delete: {
    success: 200,
    good: anything({ body: { memories: [memory] } }),
    bad: { body: { memories: [{ memory_id: nobody }] } },
  },
  summary_create: { success: 200, good: anything({ body: { filters } }), bad: { body: {} } },
  submit_feedback: {
    success: 200,
    good: anything({ body: { ...memory, feedback: "NEGATIVE", feedback_reason: "Wrong." } }),
    bad: { body: { ...memory, feedback: "MEH" } },
  },
  memories_list: {
    success: 200,
    good: anything({ query: { user_id: "alice" } }),
    bad: {},
    missing: { query: { user_id: "alice", page: "9", page_size: "5" } },
  },
  memories_create: {
    success: 200,
    good: anything({ body: { messages, user_id: "alice" } }),
    bad: { body: { messages } },
  },
  memories_delete_all: { success: 200, good: anything({ query: { user_id: "alice" } }), bad: {} },
  memories_search_create: {
    success: 200,
    good: anything({ body: { query: "food", user_id: "alice" } }),
    bad: { body: { query: "food" } },
  },
  memories_list_v2: { success: 200, good: anything({ body: { filters } }), bad: { body: { filters, page_size: 0 } } },
  memories_search_v2: {
    success: 200,
    good: anything({ body: { query: "peanuts", filters } }),
    bad: { body: { query: "food" } },
  },
  entities_list: {
    success: 200,
    good: anything({ query: { page: "1", page_size: "5" } }),
    bad: { query: { page: "0" } },
  },
  entities_filters_list: { success: 200, good: anything({}) },
  entities_delete_v1: {
    success: 200,
    good: (world) => ({ path: { entity_type: "user", entity_id: world.entity } }),
    bad: { path: { entity_type: "user", entity_id: "alice" } },
    missing: { path: { entity_type: "user", entity_id: "4711" } },
  },
  entities_read: {
    success: 200,
    good: anything({ path: { entity_type: "user", entity_id: "alice" } }),
    bad: { path: { entity_type: "robot", entity_id: "alice" } },
    missing: { path: { entity_type: "agent", entity_id: "alice" } },
  },
  entities_delete: {
    success: 200,
    good: anything({ path: { entity_type: "user", entity_id: "alice" } }),
    bad: { path: { entity_type: "robot", entity_id: "alice" } },
    missing: { path: { entity_type: "user", entity_id: "bob" } },
  },
  users_create: { success: 201, good: anything({ body: { user_id: "bob" } }), bad: { body: { user_id: "" } } },
  agents_create: {
    success: 201,
    good: anything({ body: { agent_id: "guide", name: "Guide" } }),
    bad: { body: { agent_id: "guide" } },
  },
  apps_create: {
    success: 201,
    good: anything({ body: { app_id: "web", name: "Web" } }),
    bad: { body: { name: "Web" } },
  },
  runs_create: {
    success: 201,
    good: anything({ body: { run_id: "trip", name: "Trip" } }),
    bad: { body: { run_id: 7, name: "Trip" } },
  },
  events_list: {
    success: 200,
    good: anything({ query: { event_type: "ADD", start_date: "2020-01-01", page_size: "10" } }),
    bad: { query: { start_date: "yesterday" } },
  },
  event_read: {
    success: 200,
    good: (world) => ({ path: { event_id: world.event } }),
    bad: { path: { event_id: "nonsense" } },
    badStatus: 404,
    missing: { path: { event_id: nobody } },
  },
  exports_create: {
    success: 201,
    good: anything({ body: { schema: { type: "object", properties: {} }, filters: { AND: [filters] } } }),
    bad: { body: { filters: { AND: [filters] } } },
  },
  exports_list: {
    success: 200,
    good: (world) => ({ body: { memory_export_id: world.export } }),
    bad: { body: {} },
    missing: { body: { memory_export_id: nobody } },
  },
  stats_list: { success: 200, good: anything({}) },
  ping_read: { success: 200, good: anything({}) },
  organizations_read: { success: 200, good: anything({}) },
  create_organization: { success: 201, good: anything({ body: { name: "New" } }), bad: { body: {} } },
  get_organization: { success: 200, good: anything({ path: org }), missing: { path: { org_id: nobody } } },
  delete_organization: {
    success: 200,
    good: anything({ path: org }),
    missing: { path: { org_id: nobody } },
    forbidden: { path: theirOrg },
  },
  get_organization_members: { success: 200, good: anything({ path: org }), missing: { path: { org_id: nobody } } },
  add_organization_member: {
    success: 201,
    good: anything({ path: org, body: cleo }),
    bad: { path: org, body: { ...cleo, role: "ADMIN" } },
    missing: { path: org, body: stranger },
    forbidden: { path: theirOrg, body: cleo },
  },
  update_organization_member_role: {
    success: 200,
    good: anything({ path: org, body: ben }),
    bad: { path: org, body: { email: ben.email } },
    missing: { path: org, body: cleo },
    forbidden: { path: theirOrg, body: ben },
  },
  remove_organization_member: {
    success: 200,
    good: anything({ path: org, body: { email: ben.email } }),
    bad: { path: org, body: {} },
    missing: { path: org, body: { email: cleo.email } },
    forbidden: { path: theirOrg, body: { email: ben.email } },
  },
  get_projects: { success: 200, good: anything({ path: org }), missing: { path: { org_id: nobody } } },
  create_project: {
    success: 200,
    good: anything({ path: org, body: { name: "New", description: "A new one." } }),
    bad: { path: org, body: { description: "No name." } },
    missing: { path: { org_id: nobody }, body: { name: "New" } },
    forbidden: { path: theirOrg, body: { name: "New" } },
  },
  get_project: {
    success: 200,
    good: anything({ path: project }),
    missing: { path: { ...theirOrg, project_id: SEED.project } },
  },
  update_project: {
    success: 200,
    good: anything({
      path: project,
      body: { custom_instructions: ["Be brief."], custom_categories: ["food"], decay: true },
    }),
    bad: { path: project, body: { decay: "yes" } },
    missing: { path: { ...org, project_id: nobody }, body: { decay: true } },
    forbidden: { path: theirs, body: { decay: true } },
  },
  delete_project: {
    success: 200,
    good: anything({ path: project }),
    missing: { path: { ...org, project_id: nobody } },
    forbidden: { path: theirs },
  },
  get_project_members: {
    success: 200,
    good: anything({ path: project }),
    missing: { path: { ...org, project_id: nobody } },
  },
  add_project_member: {
    success: 200,
    good: anything({ path: project, body: cleo }),
    bad: { path: project, body: { ...cleo, role: "ADMIN" } },
    missing: { path: project, body: stranger },
    forbidden: { path: theirs, body: cleo },
  },
  update_project_member: {
    success: 200,
    good: anything({ path: project, body: ben }),
    bad: { path: project, body: { email: ben.email } },
    missing: { path: project, body: cleo },
    forbidden: { path: theirs, body: ben },
  },
  deleteProjectMember: {
    success: 200,
    good: anything({ path: project, query: { email: ben.email } }),
    bad: { path: project },
    missing: { path: project, query: { email: cleo.email } },
    forbidden: { path: theirs, query: { email: ben.email } },
  },
  get_project_webhooks: {
    success: 200,
    good: anything({ path: { project_id: SEED.project } }),
    missing: { path: { project_id: nobody } },
    forbidden: { path: { project_id: SEED.foreignProject } },
  },
  create_webhook: {
    success: 201,
    good: anything({ path: { project_id: SEED.project }, body: hook }),
    bad: { path: { project_id: SEED.project }, body: { ...hook, url: "nowhere" } },
    missing: { path: { project_id: nobody }, body: hook },
    forbidden: { path: { project_id: SEED.foreignProject }, body: hook },
  },
  update_webhook: {
    success: 200,
    good: (world) => ({ path: { webhook_id: world.webhook }, body: { event_types: ["memory_delete"] } }),
    bad: { path: { webhook_id: SEED.foreignWebhook }, body: { event_types: ["memory:add"] } },
    missing: { path: { webhook_id: "wh_none" }, body: { name: "Gone" } },
    forbidden: { path: { webhook_id: SEED.foreignWebhook }, body: { name: "Mine" } },
  },
  delete_webhook: {
    success: 200,
    good: (world) => ({ path: { webhook_id: world.webhook } }),
    missing: { path: { webhook_id: "wh_none" } },
    forbidden: { path: { webhook_id: SEED.foreignWebhook } },
  },
};
