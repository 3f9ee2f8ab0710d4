import type { FetchAnswer } from "./http/client-options.js";
import type { Json, Security } from "./types.js";

/**
 * How the arguments of an action become an HTTP request: data that the client classes and the tools share.
 * A plain string in a list names an argument whose wire name is the same.
 *
 * @typeParam Params - arguments, by their wire names
 * @typeParam Result - the response as the document declares it; what a service sends instead is returned as what it is
 */
export interface Operation<Params = never, Result = unknown> {
  /** As it is sent: `GET`, `QUERY`, or one of the service's own. */
  readonly method: string;
  /** Template with argument names in braces: `/v1/memories/{memory_id}/`. */
  readonly path: string;
  /** Where it is sent, if not to the base URL. */
  readonly server?: OwnServer;
  /** Of path parameters that are not one value in the style `simple`. */
  readonly segments?: SegmentParts;
  readonly query?: readonly (string | ParameterPart)[];
  readonly headers?: readonly (string | ParameterPart)[];
  readonly cookies?: readonly (string | ParameterPart)[];
  /** Top-level body properties; or one argument that is the whole body. */
  readonly body?: readonly (string | NamedPart)[] | { readonly whole: string };
  /** Argument with an object whose members become further top-level properties of the body. */
  readonly rest?: string;
  /** A body of which nothing is given is sent as an empty one. Otherwise none is sent. */
  readonly emptyBody?: true;
  /** How the body is written. Default JSON. */
  readonly encode?: EncodeBody;
  /** How properties of a form are written, by their wire names; of a body that is one file, under the empty name. */
  readonly parts?: Readonly<Record<string, BodyPart>>;
  readonly files?: FileParts;
  /** Media type of the body where it is not the encoder's own. */
  readonly mediaType?: string;
  readonly filters?: FilterParts;
  /** Sent when the argument is absent. */
  readonly fill?: Readonly<Record<string, { readonly value: Json } | { readonly from: string }>>;
  /** Sent with every call; keys are places: `query:version`, `body:/source`. A part can name one, for its style. */
  readonly send?: Readonly<Record<string, Json>>;
  /** A list of ids sent as a list of objects: argument name -> key of each object. */
  readonly wrap?: Readonly<Record<string, string>>;
  /** Media types of its responses, as the header `Accept` lists them. Default `application/json`. */
  readonly accept?: string;
  /** How the response of a success is read. Default: as what it is, JSON where it can be. */
  readonly read?: ReadAnswer;
  /** The credentials that it needs, where they are not those of the pack's definition. */
  readonly security?: Security;
  /** A redirect is a result: its target is returned and not followed. */
  readonly redirect?: "return";
  /** The operation may be retried although its method alone does not say so. */
  readonly retry?: "safe";
  /** Never set: carries the types. */
  readonly types?: (params: Params) => Result;
}

/** The server of an operation that the document gives one of its own. */
export interface OwnServer {
  /** As the document names it: an absolute URL, or a path on the host of the base URL. */
  readonly url: string;
  readonly locate: LocateServer;
}

/** An argument sent under another name. */
export interface NamedPart {
  readonly argument: string;
  readonly name: string;
}

/** A parameter that is not an argument of the same name in the default style of its place. */
export interface ParameterPart {
  readonly argument: string;
  /** Wire name where it differs. */
  readonly name?: string;
  /** Default in the query: `form` with explode. Elsewhere: one value. */
  readonly style?: Style;
  /** How names and values become text. Default: percent-encoded; in a header, as they are. */
  readonly encode?: EncodeText;
  /** Adds a header or a cookie that has one of these. */
  readonly add?: AddParameter;
}

/** How path parameters are written. */
export interface SegmentParts {
  readonly write: WriteSegment;
  readonly parts: readonly ParameterPart[];
}

/** How one property of a form is written. */
export interface BodyPart {
  /** In `application/x-www-form-urlencoded`, default `form` with explode. In a multipart body, default one part for each value. */
  readonly style?: Style;
  readonly encode?: EncodeText;
  /** Media types that the part may have, by commas. */
  readonly mediaType?: string;
  /** Further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The value is a file, or a list of files; `base64` sends the content as base64. */
  readonly file?: "bytes" | "base64";
}

/** Arguments that are files. */
export interface FileParts {
  readonly arguments: readonly string[];
  /** Copies arguments some of which are not JSON. */
  readonly copy: CopyFiles;
  /** Reads the content of files that are not JSON. */
  readonly read: ReadFiles;
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
 * The URL that requests to a server begin with. `base` is where the pack sends its requests, `declared` the document's own base
 * URL, `servers` what the host says of servers.
 */
export type LocateServer = (
  url: string,
  base: string,
  declared: string | undefined,
  servers: Readonly<Record<string, string>> | undefined,
) => string;

/**
 * Writes a body. What an encoder needs besides the value, it reads of the operation. The media type is a part of the result,
 * since it may depend on the body: a boundary, for example.
 */
export type EncodeBody = (
  value: unknown,
  operation: Operation,
) => { readonly body: string | ArrayBuffer; readonly mediaType: string };

/** Reads the response of a success, within the time limit of one attempt. */
export type ReadAnswer = (answer: FetchAnswer, reading: Reading) => Promise<unknown>;

/** What a reader needs to know, and what it reports. */
export interface Reading {
  readonly maxBytes: number;
  /** Of the caller, not of the time limit. */
  readonly signal: AbortSignal | undefined;
  /** Removes the keys of this call. */
  readonly clean: <Value>(value: Value) => Value;
  /** The size of the response so far. */
  bytes: number;
  /** A sentence about a result that is not complete. */
  note?: string;
}

/** Writes a parameter, with its name if the style includes it: `ids=1,2`. An empty text is not sent. */
export type Style = (name: string, value: unknown, encode: (value: unknown) => string) => string;

/** A name or a value as text. `field` is the argument that an error names. */
export type EncodeText = (value: unknown, field: string) => string;

/** Builds a filter from arguments. Undefined where none is given. */
export type BuildFilter = (parts: FilterParts, read: (argument: string) => unknown) => unknown;

/** Adds a parameter to the headers of a request. */
export type AddParameter = (
  headers: Record<string, string>,
  kind: string,
  name: string,
  value: unknown,
  field: string,
  part: Partial<ParameterPart>,
) => void;

/** Writes a path parameter. `encode` checks and encodes one value. */
export type WriteSegment = (
  segments: SegmentParts,
  argument: string,
  value: unknown,
  encode: (value: unknown) => string,
) => string;

/** A copy of arguments that nothing outside can change. */
export type CopyFiles = (given: unknown, files: FileParts, exact?: boolean) => unknown;

/** The arguments with the content of every file. */
export type ReadFiles = (
  files: FileParts,
  args: Readonly<Record<string, unknown>>,
  options: { readonly readFile?: ReadFile | undefined },
  call: { readonly context?: unknown },
) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Reads a file that a caller names by its path. Decides which paths may be read: a model may name any. What it throws is
 * told as "cannot be read", unless it is a ToolpackError.
 */
export type ReadFile = (path: string, call: { readonly context: unknown }) => Promise<Uint8Array | Blob>;
