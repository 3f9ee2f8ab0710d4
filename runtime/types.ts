import type { CreateCredentials } from "./http/read-credential.js";
import type { Operation } from "./operation.js";
import type { BindEntity } from "./pack/bind-entity.js";
import type { SendOwned } from "./pack/send-owned.js";
import type { WaitForEvent } from "./pack/wait-for-event.js";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema 2020-12 object, read by models, hosts and MCP clients. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What an action does to the service. */
export type Effect = "read" | "write" | "delete";

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

/** Arguments with the integers that were given as text. The schema is that of the arguments. */
export type ReadIntegers = (
  args: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
) => Readonly<Record<string, unknown>>;

/** How a host's binding of ids (user, agent, ...) restricts an action. */
export type Bind =
  /** The action accepts the ids itself: `ids` are argument names; `entity` is a pair of type and id instead. */
  | { readonly kind: "argument"; readonly ids: readonly string[]; readonly entity?: EntityBind }
  /** The action accepts a whole filter, which is put inside an outer `AND`. */
  | { readonly kind: "filter"; readonly ids: readonly string[] }
  /** The object is read first with the same argument; its ids are at these pointers. */
  | {
      readonly kind: "ownership";
      readonly send: SendOwned;
      readonly read: Operation;
      readonly argument: string;
      readonly ids: Readonly<Record<string, string>>;
    }
  /** Cannot be restricted: not exported under a binding. */
  | { readonly kind: "none" };

export interface EntityBind {
  readonly bind: BindEntity;
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
 * @typeParam Result - what a successful call returns
 */
export interface Tool<Params = never, Result = unknown> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly effect: Effect;
  /** `memories:read` */
  readonly scope: string;
  /** A person or the host must approve each call. */
  readonly approval?: true;
  readonly annotations: ToolAnnotations;
  readonly bind: Bind;
  /** Former and foreign names that `call` also accepts. */
  readonly aliases?: readonly string[];
  /** Root object without combinators. */
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly validate: Validate;
  /** Reads large integers, in a tool that accepts them. */
  readonly readIntegers?: ReadIntegers;
  /** In a tool that accepts none: an integer that a number does not hold exactly can only be one that was rounded. */
  readonly exact?: true;
  readonly operation: Operation<Params, Result>;
  /** Rules between arguments. The validator enforces them; here so that errors and bindings can name them. */
  readonly require?: readonly Requirement[];
  /** Arguments that reject `*` unless the host allows it. */
  readonly wildcards?: readonly string[];
  readonly event?: EventAnswer;
  readonly pages?: PagedAnswer;
}

/** At least one, exactly one, or at most one of these arguments. */
export type Requirement =
  | { readonly any: readonly string[] }
  | { readonly one: readonly string[] }
  | { readonly atMostOne: readonly string[] };

/** The result is an event whose state can be read. */
export interface EventAnswer {
  /** Pointer to the event's id in the result. */
  readonly id: string;
  /** Name of the tool that reads the state, for the text that a model reads. */
  readonly tool: string;
  readonly wait: WaitForEvent;
  readonly poll: Operation;
  readonly argument: string;
  /** Pointer to the state in the poll's result. */
  readonly status: string;
  readonly pending: readonly string[];
  readonly failed: readonly string[];
}

/** The result is one page of a list. */
export interface PagedAnswer {
  readonly page: string;
  readonly size?: string;
  readonly items: string;
  readonly next: string;
}

/** A tool of any types, as lists contain it. */
export type AnyTool = Tool<never, unknown>;

/** What a pack knows about its API: its definition.ts. */
export interface PackDefinition {
  readonly name: string;
  readonly title: string;
  /** Absent where the API's document names no address: the host passes `baseUrl`. */
  readonly baseUrl?: string;
  /** Then what it may look like: `https://HOST/api/v3`. */
  readonly baseUrlExample?: string;
  /** Other addresses that actions are sent to, unless the option `servers` says another for each. */
  readonly servers?: readonly string[];
  /** The security schemes that tools need; `apiKey` is short for the first one. */
  readonly auth?: readonly [AuthDefinition, ...AuthDefinition[]];
  /** Reads the credentials of a call: of one key, or among several schemes. */
  readonly credentials?: CreateCredentials;
  /** What an operation needs that says nothing itself. Default nothing. */
  readonly security?: Security;
  /** Ids that `bind` and `with` accept. */
  readonly bindings: readonly string[];
}

/**
 * What a request needs, as OpenAPI writes it: one of these alternatives, and all schemes of it, each with its scopes.
 * `{}` needs nothing.
 */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** A credential: a key or a token; for HTTP basic authentication, `user:password` or both as an object. */
export type Credential = string | { readonly username: string; readonly password: string };

/** How the credential of a security scheme is sent. */
export interface AuthDefinition {
  /** Name of the scheme. */
  readonly scheme: string;
  readonly send: SendKey;
  /** How the credential becomes text. Default: as it is. */
  readonly encode?: EncodeCredential;
  /** Of the header, the parameter or the cookie. */
  readonly name: string;
  /** Sent before the key: `Token `. */
  readonly prefix: string;
  /** Environment variables with the credential, used when none is passed: one, or user name and password. */
  readonly env: readonly string[];
}

/** The text that is sent, and then the other texts that must not be shown; empty for what cannot be sent. */
export type EncodeCredential = (credential: Credential) => readonly string[];

/** A security scheme of the document, for a host that obtains credentials: the fields of OpenAPI. */
export interface SecurityScheme {
  readonly type: "apiKey" | "http" | "oauth2" | "openIdConnect";
  readonly description?: string;
  readonly in?: "header" | "query" | "cookie";
  readonly name?: string;
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly flows?: Readonly<Record<string, OAuthFlow>>;
  readonly openIdConnectUrl?: string;
  readonly oauth2MetadataUrl?: string;
  readonly deprecated?: boolean;
}

/** URLs as the document writes them, and the scopes with their descriptions. */
export interface OAuthFlow {
  readonly authorizationUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: Readonly<Record<string, string>>;
}

/** Adds the key to a request that is about to be sent. */
export type SendKey = (request: KeyedRequest, auth: AuthDefinition, key: string) => void;

export interface KeyedRequest {
  url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
}
