import type { Json } from "./types.js";

/**
 * How the arguments of an action become an HTTP request: data that the client classes and the tools share.
 * A plain string in a list names an argument whose wire name is the same.
 *
 * @typeParam Params - arguments, by their wire names
 * @typeParam Result - the decoded response
 */
export interface Operation<Params = never, Result = unknown> {
  /** As it is sent: `GET`, `QUERY`, or one of the service's own. */
  readonly method: string;
  /** Template with argument names in braces: `/v1/memories/{memory_id}/`. */
  readonly path: string;
  readonly query?: readonly (string | QueryPart)[];
  readonly headers?: readonly (string | NamedPart)[];
  readonly cookies?: readonly (string | NamedPart)[];
  /** Top-level body properties; or one argument that is the whole body. */
  readonly body?: readonly (string | NamedPart)[] | { readonly whole: string };
  /** How the body is written. Default JSON. */
  readonly encode?: EncodeBody;
  /** Media type of the body where it is not the encoder's own. */
  readonly mediaType?: string;
  readonly filters?: FilterParts;
  /** Sent when the argument is absent. */
  readonly fill?: Readonly<Record<string, { readonly value: Json } | { readonly from: string }>>;
  /** Sent with every call; keys are places: `query:version`, `body:/source`. */
  readonly send?: Readonly<Record<string, Json>>;
  /** A list of ids sent as a list of objects: argument name -> key of each object. */
  readonly wrap?: Readonly<Record<string, string>>;
  /** How the response is read. Default JSON. */
  readonly read?: ReadAnswer;
  /** The operation may be retried although its method alone does not say so. */
  readonly retry?: "safe";
  /** Never set: carries the types. */
  readonly types?: (params: Params) => Result;
}

/** An argument sent under another name. */
export interface NamedPart {
  readonly argument: string;
  readonly name: string;
}

/** A parameter of the query that is not an argument of the same name in the default style. */
export interface QueryPart {
  readonly argument: string;
  /** Wire name where it differs. */
  readonly name?: string;
  /** Default `form` with explode. */
  readonly style?: Style;
  /** How names and values become text. Default: percent-encoded. */
  readonly encode?: EncodeText;
}

/** Flat ids that become a filter object. */
export interface FilterParts {
  readonly build: BuildFilter;
  /** Name of the body property (or `query:name`) that receives the filter. */
  readonly at: string;
  /** How it is written in the query. */
  readonly style?: Style;
  readonly ids: readonly string[];
  readonly clauses?: readonly string[];
  /** Argument that is a whole filter. */
  readonly raw?: string;
  /** How a filter of one clause is sent: itself, or inside `AND`. */
  readonly single: "bare" | "and";
}

// What an operation or a definition needs beyond the usual is a function that it imports and names, one file each in
// request/bodies, request/styles, http/readers and http/credentials: a pack contains only the kinds that it uses.

/**
 * Writes a body. What an encoder needs besides the value, it reads of the operation. The media type is a part of the result,
 * since it may depend on the body: a boundary, for example.
 */
export type EncodeBody = (
  value: unknown,
  operation: Operation,
) => { readonly body: string | ArrayBuffer; readonly mediaType: string };

/** Reads the response of a success. */
export type ReadAnswer = (answer: ReceivedAnswer) => unknown;

export interface ReceivedAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** The same bytes as text, without the key. */
  readonly text: string;
}

/** Writes a parameter, with its name if the style includes it: `ids=1,2`. An empty text is not sent. */
export type Style = (name: string, value: unknown, encode: (value: unknown) => string) => string;

/** A name or a value as text. `field` is the argument that an error names. */
export type EncodeText = (value: unknown, field: string) => string;

/** Builds a filter from arguments. Undefined where none is given. */
export type BuildFilter = (parts: FilterParts, read: (argument: string) => unknown) => unknown;
