/** Any JSON value, as sent and answered. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema 2020-12 object, read by models, hosts and MCP clients. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What an action does to the service. */
export type Effect = "read" | "write" | "delete";

/**
 * How the arguments of an action become an HTTP request: data that the client classes and the tools share.
 * A plain string in a list names an argument whose wire name is the same.
 *
 * @typeParam Params - arguments, by their wire names
 * @typeParam Result - the decoded answer
 */
export interface Operation<Params = never, Result = unknown> {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH";
  /** Template with argument names in braces: `/v1/memories/{memory_id}/`. */
  readonly path: string;
  readonly query?: readonly (string | QueryPart)[];
  readonly headers?: readonly (string | NamedPart)[];
  readonly cookies?: readonly (string | NamedPart)[];
  /** Top-level body properties; or one argument that is the whole body. */
  readonly body?: readonly (string | NamedPart)[] | { readonly whole: string };
  /** How the body is written; JSON unless said. */
  readonly encoding?: "form" | "text" | "binary";
  /** Media type of the body where it is not the encoding's usual one. */
  readonly mediaType?: string;
  readonly filters?: FilterParts;
  /** Sent when the argument is absent. */
  readonly fill?: Readonly<Record<string, { readonly value: Json } | { readonly from: string }>>;
  /** Sent with every call; keys are places: `query:version`, `body:/source`. */
  readonly send?: Readonly<Record<string, Json>>;
  /** A list of ids sent as a list of objects: argument name -> key of each object. */
  readonly wrap?: Readonly<Record<string, string>>;
  /** How the answer is read; JSON unless said. */
  readonly answer?: "text" | "binary" | "empty";
  /** The operation may be repeated although its method alone does not say so. */
  readonly retry?: "safe";
  /** Never set: carries the types. */
  readonly types?: (params: Params) => Result;
}

/** An argument sent under another name. */
export interface NamedPart {
  readonly argument: string;
  readonly name: string;
}

export interface QueryPart {
  readonly argument: string;
  /** Wire name where it differs. */
  readonly name?: string;
  /** `form` with explode unless said. `json` is a parameter with `content: application/json`. */
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json";
  readonly explode?: false;
  readonly allowReserved?: true;
}

/** Flat ids that become a filter object. */
export interface FilterParts {
  /** Name of the body property (or `query:name`) that takes the filter. */
  readonly at: string;
  readonly ids: readonly string[];
  readonly clauses?: readonly string[];
  /** Argument that is a whole filter. */
  readonly raw?: string;
  /** How a filter of one clause is sent: itself, or inside `AND`. */
  readonly single: "bare" | "and";
}

/** One thing that a validator found. The shape of Ajv's errors without messages. */
export interface ValidationIssue {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A precompiled validator: true, or false with `errors` set. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationIssue[] | null;
}

/** How a host's binding of ids (user, agent, ...) holds an action. */
export type Bind =
  /** The action takes the ids itself: `ids` are argument names; `entity` is a pair of type and id instead. */
  | { readonly kind: "argument"; readonly ids: readonly string[]; readonly entity?: EntityBind }
  /** The action takes a whole filter, which is put inside an outer `AND`. */
  | { readonly kind: "filter"; readonly ids: readonly string[] }
  /** The object is read first with the same argument; its ids stand at these pointers. */
  | {
      readonly kind: "ownership";
      readonly read: Operation;
      readonly argument: string;
      readonly ids: Readonly<Record<string, string>>;
    }
  /** Cannot be held: not exported under a binding. */
  | { readonly kind: "none" };

export interface EntityBind {
  readonly type: string;
  readonly id: string;
  /** Bound name -> value of the type argument: `user_id` -> `user`. */
  readonly values: Readonly<Record<string, string>>;
}

/** What MCP calls tool annotations. */
export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/**
 * One action of an API, ready for any agent framework.
 *
 * @typeParam Params - arguments, as `inputSchema` describes them
 * @typeParam Result - what a successful call answers
 */
export interface Tool<Params = never, Result = unknown> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly effect: Effect;
  /** `memories:read` */
  readonly scope: string;
  /** A person or the host must agree to each call. */
  readonly approval?: true;
  readonly annotations: ToolAnnotations;
  readonly bind: Bind;
  /** Former and foreign names that `call` also accepts. */
  readonly aliases?: readonly string[];
  /** Root object without combinators. */
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly validate: Validate;
  readonly operation: Operation<Params, Result>;
  /** Rules between arguments. The validator enforces them; here so that errors and bindings can name them. */
  readonly require?: readonly Requirement[];
  /** Arguments that refuse `*` unless the host allows it. */
  readonly wildcards?: readonly string[];
  readonly event?: EventAnswer;
  readonly pages?: PagedAnswer;
}

/** At least one, exactly one, or at most one of these arguments. */
export type Requirement =
  | { readonly any: readonly string[] }
  | { readonly one: readonly string[] }
  | { readonly atMostOne: readonly string[] };

/** The answer is an event to ask for. */
export interface EventAnswer {
  /** Pointer to the event's id in the answer. */
  readonly id: string;
  /** Name of the tool that asks for the state, for the text a model reads. */
  readonly tool: string;
  readonly poll: Operation;
  readonly argument: string;
  /** Pointer to the state in the poll's answer. */
  readonly status: string;
  readonly pending: readonly string[];
  readonly failed: readonly string[];
}

/** The answer is one page of a list. */
export interface PagedAnswer {
  readonly page: string;
  readonly size?: string;
  readonly items: string;
  readonly next: string;
}

/** A tool whose types no longer matter, as lists hold them. */
export type AnyTool = Tool<never, unknown>;

/** What a pack knows about its API: printed into its index.ts. */
export interface PackDefinition {
  readonly name: string;
  readonly title: string;
  readonly baseUrl: string;
  readonly auth?: AuthDefinition;
  /** Ids that `bind` and `with` accept. */
  readonly bindings: readonly string[];
}

export interface AuthDefinition {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  /** Put before the key: `Token `. */
  readonly prefix: string;
  /** Variable that holds the key when none is given. */
  readonly env: string;
}
