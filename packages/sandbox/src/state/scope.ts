import type { EntityType, Scope } from "../types.js";

/** The id arguments that scope a memory, with their entity types. */
export const SCOPE_IDS: Readonly<Record<ScopeId, EntityType>> = {
  user_id: "user",
  agent_id: "agent",
  app_id: "app",
  run_id: "run",
};

/** The reverse mapping. */
export const ID_OF: Readonly<Record<EntityType, ScopeId>> = {
  user: "user_id",
  agent: "agent_id",
  app: "app_id",
  run: "run_id",
};

export type ScopeId = keyof Scope;

export function isScopeId(name: string): name is ScopeId {
  return Object.hasOwn(SCOPE_IDS, name);
}

/** Reads the four ids from a body or a query; missing or blank ids are null. */
export function readScope(source: Readonly<Record<string, unknown>>): Scope {
  const read = (name: ScopeId): string | null => {
    const value = source[name];
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  return { user_id: read("user_id"), agent_id: read("agent_id"), app_id: read("app_id"), run_id: read("run_id") };
}

/** The ids that are set in a body or a query. */
export function givenIds(source: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(readScope(source));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}
