import type { Member, Person, State, StoredProject } from "../types.js";
import { addMemory } from "./memory-store.js";
import { SEED } from "./seed-ids.js";

const ADA: Person = { user_id: "user_ada", username: "ada", email: "ada@example.com" };
const BEN: Person = { user_id: "user_ben", username: "ben", email: "ben@example.com" };
const CLEO: Person = { user_id: "user_cleo", username: "cleo", email: "cleo@example.com" };

const MEMORIES = [
  { text: "Alice eats vegetarian food and is allergic to peanuts.", categories: ["food", "health"], source: "signup" },
  { text: "Alice lives in Lisbon and works as a marine biologist.", categories: ["personal"], source: "signup" },
  { text: "Alice prefers morning meetings before ten.", categories: ["preferences"], source: "chat" },
  { text: "Alice is training for a half marathon in May.", categories: ["sports"], source: "chat" },
] as const;

/** The state of a new server: two organizations, two projects and, optionally, memories of the user `alice`. */
export function seed(withMemories: boolean, now: string): State {
  const times = { created_at: now, updated_at: now };
  const own = (): Member[] => [{ ...ADA, role: "OWNER" }];
  const foreign = (): Member[] => [
    { ...ADA, role: "READER" },
    { ...BEN, role: "OWNER" },
  ];
  const project = (rest: Pick<StoredProject, "project_id" | "org_id" | "name" | "members" | "is_default">) =>
    [rest.project_id, { ...rest, ...times, settings: {} }] as const;

  const { organization, project: project_id, foreignOrganization, foreignProject, foreignWebhook } = SEED;
  const theirs = { name: "Somebody else's", members: foreign(), is_default: false };
  const state: State = {
    account: ADA,
    people: [ADA, BEN, CLEO],
    memories: new Map(),
    changes: [],
    events: new Map(),
    entities: new Map(),
    exports: new Map(),
    organizations: new Map([
      [
        organization,
        {
          org_id: organization,
          name: "Sandbox",
          ...times,
          members: [...own(), { ...BEN, role: "READER" }],
          is_default: true,
        },
      ],
      [foreignOrganization, { org_id: foreignOrganization, ...theirs, ...times }],
    ]),
    projects: new Map([
      project({ project_id, org_id: organization, name: "Default project", members: own(), is_default: true }),
      project({ ...theirs, project_id: foreignProject, org_id: foreignOrganization, members: foreign() }),
    ]),
    webhooks: new Map([
      [
        foreignWebhook,
        {
          webhook_id: foreignWebhook,
          project_id: foreignProject,
          name: "Not yours",
          url: "https://example.com/hook",
          event_types: ["memory_add"],
          is_active: true,
          ...times,
        },
      ],
    ]),
    counts: { adds: 0, retrievals: 0 },
    defaultOrganization: organization,
    defaultProject: project_id,
    nextEntityId: 1,
  };
  if (withMemories) addMemories(state, now);
  return state;
}

function addMemories(state: State, now: string): void {
  for (const [index, { text, categories, source }] of MEMORIES.entries()) {
    addMemory(
      state,
      {
        id: SEED.memories[index] as string,
        text,
        categories: [...categories],
        metadata: { source },
        input: [{ role: "user", content: text }],
        user_id: "alice",
        agent_id: null,
        app_id: null,
        run_id: null,
        immutable: false,
        expiration_date: null,
        created_at: now,
      },
      now,
    );
  }
}
