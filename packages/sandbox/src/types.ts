/** One of the four kinds of owner a memory may have. */
export type EntityType = "user" | "agent" | "app" | "run";

/** The ids a memory carries; any of them may be missing. */
export interface Scope {
  readonly user_id: string | null;
  readonly agent_id: string | null;
  readonly app_id: string | null;
  readonly run_id: string | null;
}

export interface Message {
  readonly role: string;
  readonly content: string;
}

/** A stored memory, as the store keeps it; answers are made from it per operation. */
export interface StoredMemory extends Scope {
  readonly id: string;
  text: string;
  metadata: Record<string, unknown> | null;
  categories: string[];
  input: readonly Message[];
  readonly immutable: boolean;
  expiration_date: string | null;
  created_at: string;
  updated_at: string;
}

/** One change of a memory; kept after the memory is gone. */
export interface Change {
  readonly id: string;
  readonly memory: StoredMemory;
  readonly event: "ADD" | "UPDATE" | "DELETE";
  readonly old_memory: string | null;
  readonly new_memory: string | null;
  readonly at: string;
}

/** What an event did to one memory. */
export type Outcome = Readonly<Record<string, unknown>>;

export interface StoredEvent {
  readonly id: string;
  readonly event_type: string;
  status: "PENDING" | "RUNNING" | "FAILED" | "SUCCEEDED";
  readonly payload: Record<string, unknown>;
  /** Null until the work is done. */
  results: readonly Outcome[] | null;
  readonly created_at: string;
  updated_at: string;
  started_at: string | null;
  completed_at: string | null;
  error: string | null;
}

export interface StoredEntity {
  readonly id: number;
  readonly type: EntityType;
  /** The caller's own id, such as `alice`. */
  readonly entity_id: string;
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface StoredExport {
  readonly id: string;
  readonly schema: Record<string, unknown>;
  readonly filters: Record<string, unknown>;
  readonly created_at: string;
  /** Undefined while the job is under way. */
  data: Record<string, unknown> | undefined;
}

export type Role = "READER" | "OWNER";

export interface Person {
  readonly user_id: string;
  readonly username: string;
  readonly email: string;
}

export interface Member extends Person {
  role: Role;
}

export interface StoredProject {
  readonly project_id: string;
  readonly org_id: string;
  name: string;
  readonly created_at: string;
  updated_at: string;
  members: Member[];
  settings: Record<string, unknown>;
  readonly is_default: boolean;
}

export interface StoredOrganization {
  readonly org_id: string;
  name: string;
  readonly created_at: string;
  updated_at: string;
  members: Member[];
  readonly is_default: boolean;
}

export interface StoredWebhook {
  readonly webhook_id: string;
  readonly project_id: string;
  name: string;
  url: string;
  event_types: string[];
  is_active: boolean;
  readonly created_at: string;
  updated_at: string;
}

/** Everything the server knows; one object, thrown away with the server. */
export interface State {
  /** Whose key it is. */
  readonly account: Person;
  /** People who could become members. */
  readonly people: readonly Person[];
  readonly memories: Map<string, StoredMemory>;
  /** The history of all memories, oldest first. */
  readonly changes: Change[];
  readonly events: Map<string, StoredEvent>;
  /** By type and id: `user:alice`. */
  readonly entities: Map<string, StoredEntity>;
  readonly exports: Map<string, StoredExport>;
  readonly organizations: Map<string, StoredOrganization>;
  readonly projects: Map<string, StoredProject>;
  readonly webhooks: Map<string, StoredWebhook>;
  readonly counts: { adds: number; retrievals: number };
  readonly defaultOrganization: string;
  readonly defaultProject: string;
  nextEntityId: number;
}

/** Work that takes its time. */
export interface Jobs {
  /** Does work later as an event that is PENDING, RUNNING, then SUCCEEDED or FAILED. */
  queue(type: string, payload: Record<string, unknown>, work: () => readonly Outcome[]): StoredEvent;
  /** Notes work that is done already as an event. */
  record(type: string, payload: Record<string, unknown>, results: readonly Outcome[]): StoredEvent;
  /** Does work later without an event. */
  later(work: () => void): void;
}

/** A request that passed authentication and the document's checks. */
export interface Call {
  readonly state: State;
  readonly jobs: Jobs;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The request's own address, for links to other pages. */
  readonly url: URL;
  /** ISO 8601, UTC. */
  now(): string;
  /** Whether the document knows this status for the operation. */
  declares(status: number): boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Handler = (call: Call) => Answer;
