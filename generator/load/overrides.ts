// Generated from spec/overrides.schema.json by `npm run types:overrides`; do not edit.
import type { Json, JsonObject } from "../shared/json.js";

/**
 * Shapes the tools that openapi-toolpack generates from an OpenAPI document: which operations become tools, under which names, with which descriptions and rules.
 */
export interface Overrides {
  /**
   * For editors; the generator ignores it.
   */
  readonly $schema?: string;
  readonly pack?: PackOverrides;
  /**
   * One entry per tool, in reading order. Several tools may share an operation.
   */
  readonly actions?: readonly ActionOverride[];
  /**
   * Operations that are not tools, each with the reason.
   */
  readonly hidden?: {
    readonly [k: string]: Reason;
  };
  /**
   * Named subsets of the tools, each with a token budget. `core` is what a pack offers by default, `all` is every tool; a pack reads both if they exist.
   */
  readonly profiles?: {
    readonly [k: string]: ProfileOverride;
  };
}

/**
 * Settings of the pack as a whole.
 */
export interface PackOverrides {
  /**
   * Name of the npm package: `mem0-toolpack` or `@scope/name`.
   */
  readonly name?: string;
  /**
   * Name of the service as people write it. Class names are derived from it.
   */
  readonly title?: string;
  /**
   * Version of the npm package. It is not set anywhere else.
   */
  readonly version?: string;
  /**
   * One sentence for package.json and the top of the documentation.
   */
  readonly description?: string;
  /**
   * Prepended to every tool name, for hosts that load several packs.
   */
  readonly namePrefix?: string;
  /**
   * How long a tool name may be once a host has prepended its own prefix.
   */
  readonly nameBudget?: {
    /**
     * Maximum number of characters, including the prefix. Most hosts allow 64.
     */
    readonly max: number;
    /**
     * The host's prefix to leave room for: `mcp__mem0__`.
     */
    readonly reserve: string;
  };
  /**
   * Base URL of the service. A host can set another one.
   */
  readonly baseUrl?: string;
  /**
   * Which security schemes carry the credentials, and where they are read from: one scheme, or a list. An operation without `security` needs all of them; one that leaves a choice is decided by them.
   */
  readonly auth?: AuthOverride | readonly AuthOverride[];
  /**
   * What happens to an operation that is neither used by an action nor hidden: `error` stops the run, `hide` omits it, `derive` (the default) generates a tool from the document alone.
   */
  readonly unlisted?: "error" | "hide" | "derive";
  /**
   * One sentence per group, shown on the client class and in the documentation.
   */
  readonly groups?: {
    readonly [k: string]: string;
  };
  readonly bindings?: BindingsOverride;
  /**
   * Actions that return the state of an event, by name: those that `event.poll` names.
   */
  readonly polls?: {
    readonly [k: string]: PollOverride;
  };
}

/**
 * Which ids a host may bind for a session, and how they reach actions of each `bind` kind. Declared once, used by every action.
 */
export interface BindingsOverride {
  /**
   * Names of the arguments that a host may bind: `user_id`, `agent_id`.
   */
  readonly ids: readonly ArgumentName[];
  /**
   * For actions with `bind: ownership`: how to find out who owns an object.
   */
  readonly ownership?: {
    /**
     * The action that reads the object before the call.
     */
    readonly read: ActionName;
    /**
     * For each bound id, the pointer to it in the response.
     */
    readonly ids: {
      readonly [k: string]: Pointer;
    };
  };
  /**
   * For actions with `bind: argument` that accept a type and an id instead of one argument per id.
   */
  readonly entity?: {
    /**
     * Name of the argument that holds the type.
     */
    readonly type: ArgumentName;
    /**
     * Name of the argument that holds the id.
     */
    readonly id: ArgumentName;
    /**
     * For each bound id, the value of the type argument: `user_id: user`.
     */
    readonly values: {
      readonly [k: string]: string;
    };
  };
}

/**
 * Where the response holds the state of an event, and what its values mean.
 */
export interface PollOverride {
  /**
   * Pointer to the state in the response.
   */
  readonly status: Pointer;
  /**
   * States that are not final.
   */
  readonly pending: readonly string[];
  /**
   * Final states that mean failure. Every other state means success.
   */
  readonly failed: readonly string[];
}

/**
 * One tool.
 */
export interface ActionOverride {
  /**
   * Name of the tool, unique within the pack: `search_memories`.
   */
  readonly name: ActionName;
  /**
   * Name for people: `Search memories`.
   */
  readonly title: string;
  /**
   * Property of the client, folder of the tool, first half of the default scope.
   */
  readonly group: GroupName;
  /**
   * For the model that chooses a tool: what it does, when to use another tool instead, what cannot be undone, and every rule that the schema cannot express.
   */
  readonly description: string;
  /**
   * The operation that the tool calls: an operationId of the document, or `METHOD /path`.
   */
  readonly operation: OperationRef;
  readonly effect: Effect;
  /**
   * Whether a person or the host must approve each call.
   */
  readonly approval?: boolean;
  /**
   * Permission that a call requires. Default: `group:effect`, as in `memories:read`.
   */
  readonly scope?: string;
  /**
   * What a host is told beyond the effect. Defaults follow from the effect and the HTTP method.
   */
  readonly hints?: {
    /**
     * Repeating a call with the same arguments changes nothing more.
     */
    readonly idempotent?: boolean;
    /**
     * A call may overwrite or remove existing data.
     */
    readonly destructive?: boolean;
    /**
     * A call reaches systems beyond the service itself.
     */
    readonly openWorld?: boolean;
  };
  /**
   * Former or alternative names that also work when a tool is called by name.
   */
  readonly aliases?: readonly string[];
  readonly bind: BindKind;
  /**
   * Differences from the operation's own parameters and top-level body properties, by argument name. Their order is the order in which arguments are shown.
   */
  readonly arguments?: {
    readonly [k: string]: ArgumentOverride;
  };
  readonly filters?: FiltersOverride;
  /**
   * Constants sent with every call, by place.
   */
  readonly send?: {
    readonly [k: string]: Json;
  };
  /**
   * Places of the operation that are not arguments, each with the reason. They stay available in the client.
   */
  readonly hide?: {
    readonly [k: string]: Reason;
  };
  /**
   * Rules between arguments, enforced before the call. The description must state them.
   */
  readonly require?: readonly Requirement[];
  /**
   * Calls that the validator must accept, and calls that it must reject. `toolpack lint` checks them.
   */
  readonly examples?: {
    /**
     * Arguments of valid calls.
     */
    readonly accept: readonly JsonObject[];
    /**
     * Arguments of invalid calls, each with the argument that the error names.
     */
    readonly refuse: readonly RefusedExample[];
  };
  /**
   * The response is asynchronous: the work continues after it.
   */
  readonly event?: {
    /**
     * Pointer to the event id in the response.
     */
    readonly id: Pointer;
    /**
     * Name of the action, listed under `pack.polls`, that returns the state.
     */
    readonly poll: ActionName;
  };
  /**
   * The response is one page of a list.
   */
  readonly pages?: {
    /**
     * Name of the argument for the page number.
     */
    readonly page: ArgumentName;
    /**
     * Name of the argument for the page size.
     */
    readonly size?: ArgumentName;
    /**
     * Pointer to the list in the response.
     */
    readonly items: Pointer;
    /**
     * Pointer to a value of the response that is null on the last page.
     */
    readonly next: Pointer;
  };
  /**
   * The call may be retried although its method alone does not say so: a POST that only reads, or that may be repeated.
   */
  readonly retry?: "safe";
  /**
   * `sha256:` and 16 hex digits: hash of the document's summary and description that this description replaces. When they change, a warning asks for a review.
   */
  readonly expect?: string;
}

/**
 * What a call does to the service: `read` changes nothing, `write` adds or changes, `delete` removes.
 */
export type Effect = "read" | "write" | "delete";

/**
 * How a call is restricted to the ids that the host bound: `argument` sets the argument of that name, `filter` narrows the filter, `ownership` reads the object first and checks who owns it, `none` cannot be restricted, so the tool is omitted when ids are bound.
 */
export type BindKind = "argument" | "filter" | "ownership" | "none";

/**
 * Differences from what the document declares. An empty object keeps the argument as it is and sets only its position.
 */
export interface ArgumentOverride {
  /**
   * Where the value is sent: to rename an argument, to send it to several places, or to choose one where a name is declared in two.
   */
  readonly at?: readonly Place[];
  /**
   * JSON Schema that replaces the document's. Use it only where the document declares none, or to narrow it. It may have its own `$defs`, referenced as `#/$defs/Name`.
   */
  readonly schema?: Schema;
  /**
   * Replaces the document's description. An empty string removes it, for names that say everything.
   */
  readonly description?: string;
  /**
   * Replaces what the document declares.
   */
  readonly required?: boolean;
  /**
   * The only accepted values. Each must be valid for the declared schema.
   */
  readonly enum?: readonly Json[];
  /**
   * Default value that the service applies; shown to the model. It must be valid for the schema of the argument.
   */
  readonly default?: Json;
  /**
   * What is sent when the argument is absent: a value, or `{ from: other_argument }` for the value of another argument.
   */
  readonly fill?: Json;
  /**
   * JSON Schema that is enforced but not shown to the model. It may have its own `$defs`, referenced as `#/$defs/Name`.
   */
  readonly check?: Schema;
  /**
   * `refuse`: reject the value `*` unless the host allows wildcards.
   */
  readonly wildcard?: "refuse";
  /**
   * How the items of a list are sent, if not as they are.
   */
  readonly items?: {
    /**
     * Send each item of the list as an object with this one key.
     */
    readonly wrap: string;
  };
}

/**
 * Arguments of an invalid call, with the argument that the error names.
 */
export interface RefusedExample {
  /**
   * Arguments of the call.
   */
  readonly args: JsonObject;
  /**
   * The invalid argument, or one that a rule of `require` names.
   */
  readonly field: string;
}

/**
 * Arguments that are sent together as one filter object.
 */
export interface FiltersOverride {
  /**
   * Place that receives the filter object.
   */
  readonly at: Place;
  /**
   * Arguments that become `{name: value}` clauses. At least one is required unless the raw filter is given.
   */
  readonly ids: readonly ArgumentName[];
  /**
   * Other arguments that become clauses under their own name.
   */
  readonly clauses?: readonly ArgumentName[];
  /**
   * Name of the argument that holds a whole filter.
   */
  readonly raw?: ArgumentName;
  /**
   * How a filter with a single clause is sent: `bare` as `{user_id}`, `and` as `{AND: [{user_id}]}`.
   */
  readonly single: "bare" | "and";
}

/**
 * A security scheme of the document, or one that it lacks.
 */
export interface AuthOverride {
  /**
   * Name of a scheme under `components.securitySchemes` of the document, of a parameter that is a key, or of the scheme that `in` and `name` declare.
   */
  readonly scheme: string;
  /**
   * Environment variable that holds the credential when the host passes none. For a user name and a password, the start of both names, or both.
   */
  readonly env?: Variable | BasicVariables;
  /**
   * Prepended to the key, including the space: `Token `, `Bearer `.
   */
  readonly prefix?: string;
  /**
   * Where a scheme that the document lacks is sent.
   */
  readonly in?: "header" | "query" | "cookie";
  /**
   * Name of the header, the parameter or the cookie.
   */
  readonly name?: string;
}

/**
 * Those of a user name and of a password.
 */
export interface BasicVariables {
  readonly username: Variable;
  readonly password: Variable;
}

/**
 * Upper case, digits and underscores.
 */
export type Variable = string;

/**
 * `any`: at least one of these arguments; `one`: exactly one; `atMostOne`: none or one.
 */
export type Requirement =
  | {
      readonly any: ArgumentNames;
    }
  | {
      readonly one: ArgumentNames;
    }
  | {
      readonly atMostOne: ArgumentNames;
    };

/**
 * A subset of the tools.
 */
export interface ProfileOverride {
  /**
   * Names of actions.
   */
  readonly tools: readonly ActionName[];
  /**
   * Maximum number of tokens (o200k_base) of all definitions together.
   */
  readonly budget: number;
}

/**
 * Draft 2020-12.
 */
export type Schema = JsonObject;

/**
 * Lower case, digits and underscores, starting with a letter.
 */
export type ActionName = string;

/**
 * Name of an argument: the wire name, or the name that the overrides give it.
 */
export type ArgumentName = string;

/**
 * Names of arguments of the action.
 */
export type ArgumentNames = readonly ArgumentName[];

/**
 * Lower case, digits and underscores, starting with a letter.
 */
export type GroupName = string;

/**
 * Lower case, digits and hyphens, starting with a letter.
 */
export type ProfileName = string;

/**
 * An operationId, or `METHOD /path`.
 */
export type OperationRef = string;

/**
 * `path:id`, `query:page`, `header:X-Trace`, `cookie:s`, `body:/filters`; `body:` is the whole body, `body:*` what an open body has besides its named properties.
 */
export type Place = `${"path" | "query" | "header" | "cookie" | "body"}:${string}`;

/**
 * RFC 6901: `/event_id`.
 */
export type Pointer = string;

/**
 * The reason, in one sentence.
 */
export type Reason = string;
