import { randomUUID } from "node:crypto";
import type { Change, EntityType, Scope, State, StoredMemory } from "../types.js";
import { ID_OF, SCOPE_IDS, type ScopeId } from "./scope.js";

export type NewMemory = Omit<StoredMemory, "id" | "updated_at"> & { readonly id?: string };

/** Adds a memory with its first history entry, and creates the entities it names. */
export function addMemory(state: State, { id = randomUUID(), ...rest }: NewMemory, now: string): StoredMemory {
  const memory: StoredMemory = { id, ...rest, updated_at: rest.created_at };
  state.memories.set(id, memory);
  note(state, memory, "ADD", null, now);
  for (const name of Object.keys(SCOPE_IDS) as ScopeId[]) addEntity(state, name, memory, now);
  return memory;
}

/** Updates the given fields of a memory and keeps the previous version in its history. */
export function changeMemory(
  state: State,
  memory: StoredMemory,
  change: Partial<Pick<StoredMemory, "text" | "metadata" | "expiration_date" | "created_at">>,
  now: string,
): void {
  const old = memory.text;
  Object.assign(memory, change, { updated_at: now });
  note(state, memory, "UPDATE", old, now);
}

/** Removes a memory. Its history is kept and ends with the deletion. */
export function removeMemory(state: State, memory: StoredMemory, now: string): void {
  state.memories.delete(memory.id);
  note(state, memory, "DELETE", memory.text, now);
}

/** Removes an entity and all its data, and returns what was removed. */
export function removeEntity(state: State, type: EntityType, entity_id: string, now: string): StoredMemory[] {
  state.entities.delete(`${type}:${entity_id}`);
  const owned = [...state.memories.values()].filter((memory) => memory[ID_OF[type]] === entity_id);
  for (const memory of owned) removeMemory(state, memory, now);
  return owned;
}

function note(state: State, memory: StoredMemory, event: Change["event"], old: string | null, at: string): void {
  const new_memory = event === "DELETE" ? null : memory.text;
  state.changes.push({ id: randomUUID(), memory: { ...memory }, event, old_memory: old, new_memory, at });
}

function addEntity(state: State, name: ScopeId, scope: Scope, now: string): void {
  const type = SCOPE_IDS[name];
  const entity_id = scope[name];
  if (entity_id === null || state.entities.has(`${type}:${entity_id}`)) return;
  const times = { created_at: now, updated_at: now };
  const id = state.nextEntityId++;
  state.entities.set(`${type}:${entity_id}`, { id, type, entity_id, name: entity_id, metadata: null, ...times });
}
