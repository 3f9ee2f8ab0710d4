import type { Json, JsonObject } from "../shared/json.js";

/** `path:memory_id`, `query:page`, `header:X-Trace`, `cookie:s`, `body:/filters`; `body:` is the whole body. */
export type Place = `${"path" | "query" | "header" | "cookie" | "body"}:${string}`;
/** An operationId, or `METHOD /path`. */
export type OperationRef = string;
/** RFC 6901 pointer into an answer: `/event_id`. */
export type Pointer = string;
export type Effect = "read" | "write" | "delete";
export type BindKind = "argument" | "filter" | "ownership" | "none";

/** The overrides file, as data. spec/overrides.schema.json is the same shape for editors and for LOAD. */
export interface Overrides {
  readonly pack?: PackOverrides;
  /** In reading order; several actions may share an operation. */
  readonly actions?: readonly ActionOverride[];
  /** Operations that are no tool, each with the reason. */
  readonly hidden?: Readonly<Record<OperationRef, string>>;
  /** Named subsets, each with a token budget. `all` and `core` are read by the pack when they exist. */
  readonly profiles?: Readonly<Record<string, { readonly tools: readonly string[]; readonly budget: number }>>;
}

export interface PackOverrides {
  readonly name?: string;
  readonly title?: string;
  readonly version?: string;
  readonly description?: string;
  readonly namePrefix?: string;
  readonly nameBudget?: { readonly max: number; readonly reserve: string };
  readonly baseUrl?: string;
  readonly auth?: { readonly scheme: string; readonly env: string; readonly prefix?: string };
  /** What happens to an operation that is neither mapped nor hidden. Default `derive`. */
  readonly unlisted?: "error" | "hide" | "derive";
  /** One sentence for each group, shown on the client class and in the docs. */
  readonly groups?: Readonly<Record<string, string>>;
  /** How a host-side binding of ids reaches the four `bind` kinds; declared once, used by every action. */
  readonly bindings?: {
    /** The names a host may bind: user_id, agent_id, ... */
    readonly ids: readonly string[];
    /** For `ownership`: the action that reads the object, and where each id stands in its answer. */
    readonly ownership?: { readonly read: string; readonly ids: Readonly<Record<string, Pointer>> };
    /** For `argument` actions that take a type and an id instead of one argument an id. */
    readonly entity?: { readonly type: string; readonly id: string; readonly values: Readonly<Record<string, string>> };
  };
  /** Actions that `event.poll` names: where the state stands and which states are not final or mean failure. */
  readonly polls?: Readonly<
    Record<
      string,
      { readonly status: Pointer; readonly pending: readonly string[]; readonly failed: readonly string[] }
    >
  >;
}

export interface ActionOverride {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
  readonly operation: OperationRef;
  readonly effect: Effect;
  readonly approval?: boolean;
  /** Defaults to `group:effect`. */
  readonly scope?: string;
  readonly hints?: { readonly idempotent?: boolean; readonly destructive?: boolean; readonly openWorld?: boolean };
  readonly aliases?: readonly string[];
  readonly bind: BindKind;
  readonly arguments?: Readonly<Record<string, ArgumentOverride>>;
  readonly filters?: FiltersOverride;
  /** Constants sent with every call. */
  readonly send?: Readonly<Record<Place, Json>>;
  /** Places that are no argument, each with the reason; they stay reachable in the client. */
  readonly hide?: Readonly<Record<Place, string>>;
  readonly require?: readonly Requirement[];
  readonly examples?: {
    readonly accept: readonly JsonObject[];
    readonly refuse: readonly { readonly args: JsonObject; readonly field: string }[];
  };
  /** An asynchronous answer: where its event id stands and which action asks for its state. */
  readonly event?: { readonly id: Pointer; readonly poll: string };
  readonly pages?: { readonly page: string; readonly size?: string; readonly items: Pointer; readonly next: Pointer };
  /** A POST that only reads, or may be repeated. */
  readonly retry?: "safe";
  /** `sha256:<16 hex>` of the upstream summary and description that this entry's description replaces. */
  readonly expect?: string;
}

export interface ArgumentOverride {
  /** Rename, or send one argument to several places. Needed where a name stands in two places. */
  readonly at?: readonly Place[];
  /** Only where no place declares it, or to narrow. May hold its own `$defs`, reached by `#/$defs/Name`. */
  readonly schema?: JsonObject;
  readonly description?: string;
  readonly required?: boolean;
  readonly enum?: readonly Json[];
  /** Shown to the model; the service applies it. */
  readonly default?: Json;
  /** Sent when the argument is absent: a value, or another argument's value. */
  readonly fill?: Json | { readonly from: string };
  /** Enforced by the validator and not shown to the model. May hold its own `$defs`. */
  readonly check?: JsonObject;
  /** Refuse the value `*` unless the host allows wildcards. */
  readonly wildcard?: "refuse";
  /** A list of ids sent as a list of objects with this one key. */
  readonly items?: { readonly wrap: string };
}

export interface FiltersOverride {
  /** Where the filter object is sent. */
  readonly at: Place;
  /** Arguments that become `{name: value}` clauses; at least one must be given unless `raw` is. */
  readonly ids: readonly string[];
  /** Other arguments that become clauses of the filter under their own name. */
  readonly clauses?: readonly string[];
  /** The argument that holds a whole filter. */
  readonly raw?: string;
  /** One clause alone: sent bare (`{user_id}`) or as `{AND: [{user_id}]}`. */
  readonly single: "bare" | "and";
}

export type Requirement =
  | { readonly any: readonly string[] }
  | { readonly one: readonly string[] }
  | { readonly atMostOne: readonly string[] };
