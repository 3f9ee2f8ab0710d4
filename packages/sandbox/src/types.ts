/** One of the four types of entity that can own a memory. */
export type EntityType = "user" | "agent" | "app" | "run";

/** The owner ids of a memory; any of them may be null. */
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

/** A memory as stored; each operation builds its response from it. */
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

/** One change of a memory; kept after the memory is deleted. */
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
  /** Null until the work is completed. */
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
  /** Undefined while the job is running. */
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

/** The complete state of the server; discarded when it stops. */
export interface State {
  /** Owner of the API key. */
  readonly account: Person;
  /** People who can become members. */
  readonly people: readonly Person[];
  readonly memories: Map<string, StoredMemory>;
  /** The history of all memories, oldest first. */
  readonly changes: Change[];
  readonly events: Map<string, StoredEvent>;
  /** Keyed by type and id: `user:alice`. */
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

/** Background work. */
export interface Jobs {
  /** Runs work later as an event that is PENDING, RUNNING, then SUCCEEDED or FAILED. */
  queue(type: string, payload: Record<string, unknown>, work: () => readonly Outcome[]): StoredEvent;
  /** Records completed work as an event. */
  record(type: string, payload: Record<string, unknown>, results: readonly Outcome[]): StoredEvent;
  /** Runs work later without an event. */
  later(work: () => void): void;
}

/** A request that passed authentication and validation against the document. */
export interface Call {
  readonly state: State;
  readonly jobs: Jobs;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The URL of the request, for links to other pages. */
  readonly url: URL;
  /** ISO 8601, UTC. */
  now(): string;
  /** Whether the document declares this status for the operation. */
  declares(status: number): boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Handler = (call: Call) => Answer;
