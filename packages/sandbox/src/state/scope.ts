import type { EntityType, Scope } from "../types.js";

/** The argument names that scope a memory, with the entity type each stands for. */
export const SCOPE_IDS: Readonly<Record<ScopeId, EntityType>> = {
  user_id: "user",
  agent_id: "agent",
  app_id: "app",
  run_id: "run",
};

/** The same the other way round. */
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

/** Reads the four ids out of a body or a query; what is missing or blank is null. */
export function readScope(source: Readonly<Record<string, unknown>>): Scope {
  const read = (name: ScopeId): string | null => {
    const value = source[name];
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  return { user_id: read("user_id"), agent_id: read("agent_id"), app_id: read("app_id"), run_id: read("run_id") };
}

/** The ids that a body or a query does give. */
export function givenIds(source: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(readScope(source));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}
