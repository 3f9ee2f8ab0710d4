import type { Pointer } from "../../load/overrides.js";
import type { Location } from "../../shared/problems.js";
import type { KeyParameter } from "../security/add-keys.js";
import type { Security } from "../security/types.js";
import type { JsonSchema } from "../types.js";
import type { AnswerKind } from "./read-answer-type.js";

/** As it is sent: `GET`, `QUERY`, or one of a document's own such as `PURGE`. One that fetch does not send is unsupported. */
export type Method = string;

export interface Operation {
  /** operationId, or `METHOD /path`. */
  readonly id: string;
  readonly operationId: string | undefined;
  readonly method: Method;
  /** The key of `paths` as the document writes it: `/v1/memories/{memory_id}/`, `/#Action=List`. */
  readonly path: string;
  /** What is sent of it, encoded: a leading slash, no fragment, a query only with constants. */
  readonly template: string;
  /** Its own server where that is not the pack's: an absolute URL, or a path on the host of the pack's. */
  readonly server: string | undefined;
  /** `/paths/~1v1~1memories~1/get` */
  readonly pointer: Pointer;
  /** Where that is written: in the document or in an overlay. */
  readonly origin: Location;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly inputs: readonly Input[];
  /** Parameters that are keys: filled by a scheme unless an action names their place. */
  readonly keys: readonly KeyParameter[];
  /** What a request needs, keys included; empty for nothing. */
  readonly security: Security;
  readonly body: Body | undefined;
  readonly result: Result;
  /** Set where the operation cannot be a tool. */
  readonly unsupported: Unsupported | undefined;
}

/** Why an operation cannot be a tool. */
export interface Unsupported {
  /** The kind of reason, kebab-case: `media-type`. Counted at the end of a run. */
  readonly code: string;
  /** The end of a sentence: `the request body multipart/form-data is not supported`. */
  readonly reason: string;
  /** What to change in the document; undefined if only the generator can fix it. */
  readonly fix: string | undefined;
  readonly pointer: Pointer;
}

/** One place that receives a value: a parameter, a top-level body property, the whole body, or what a body has besides. */
export interface Input {
  /** `query:page`, `body:/filters`, `body:`; `body:*` for the properties that an open body does not name. */
  readonly place: string;
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** The wire name; "" for the whole body. */
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description: string;
  readonly deprecated: boolean;
  /** Parameters only; defaults of the standard filled in. `json` and `text` are a `content` of that kind. */
  readonly style: Style | undefined;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Parameters only: the value may be a list or an object. */
  readonly compound?: true;
  /** An empty list or object is sent by its name alone. */
  readonly allowEmpty?: true;
  /** Enforced but not shown to the model. */
  readonly check?: JsonSchema;
  /** The value is a file, or a list of files. */
  readonly file?: "one" | "list";
  readonly pointer: Pointer;
}

export type Style =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie"
  | "json"
  | "text";

/** How a property of a form is written, where it is not the default of its type. */
export interface FormPart {
  /** Where `encoding` has a style; it outweighs the media type. */
  readonly style: Style | undefined;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media types by commas. */
  readonly mediaType: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** A file, or a list of files, sent as it is or as base64 text. */
  readonly file: "bytes" | "base64" | undefined;
}

export interface Body {
  readonly required: boolean;
  /** What is sent; for a file, the types and ranges that it may have, by commas. */
  readonly mediaType: string;
  readonly encoding: "json" | "form" | "multipart" | "text" | "binary";
  /** Of a form, by wire names; a property that is not here is written by the type of its value. */
  readonly parts?: Readonly<Record<string, FormPart>>;
  /** Media types that the document offers as well. */
  readonly others?: readonly string[];
  /** True: its top-level properties are inputs. False: one input `body:`. */
  readonly flat: boolean;
  /** Of a required flat body: it must have at least one property. */
  readonly notEmpty?: true;
  /** Of a flat body that may be omitted: the properties (wire names) that it must have once it is sent. */
  readonly needs: readonly string[];
}

/** What a successful call returns. */
export interface Result {
  /** 2xx (or `default`) statuses as the document writes them, with the media type that is preferred, if any. */
  readonly answers: readonly {
    readonly status: string;
    readonly mediaType: string | undefined;
    readonly kind: AnswerKind | "empty";
    readonly schema: JsonSchema | undefined;
    /** Of each item of a stream: a line, or the data of an event. */
    readonly items: JsonSchema | undefined;
  }[];
  /** `stream`: nothing but streams; `redirect`: only the address of another resource. */
  readonly kind: "json" | "text" | "binary" | "stream" | "redirect" | "empty";
  /** The header that asks for it: `application/json, text/csv;q=0.5`. */
  readonly accept: string;
  /** One of the media types is a stream, whether or not it is preferred. */
  readonly streams: boolean;
  /** A redirect is among the responses. */
  readonly redirects: boolean;
  /** The schema of the response (anyOf where statuses differ); undefined if none is declared. */
  readonly schema: JsonSchema | undefined;
}
