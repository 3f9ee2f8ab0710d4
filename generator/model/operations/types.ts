import type { Pointer } from "../../load/overrides.js";
import type { Location } from "../../shared/problems.js";
import type { JsonSchema } from "../types.js";

/** As it is sent: `GET`, `QUERY`, or one of a document's own such as `PURGE`. */
export type Method = string;

export interface Operation {
  /** operationId, or `METHOD /path`. */
  readonly id: string;
  readonly operationId: string | undefined;
  readonly method: Method;
  /** The template as the document writes it: `/v1/memories/{memory_id}/`. */
  readonly path: string;
  /** `/paths/~1v1~1memories~1/get` */
  readonly pointer: Pointer;
  /** Where that is written: in the document or in an overlay. */
  readonly origin: Location;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly inputs: readonly Input[];
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

/** One place that receives a value: a parameter, a top-level body property, or the whole body. */
export interface Input {
  /** `query:page`, `body:/filters`, `body:` */
  readonly place: string;
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** The wire name; "" for the whole body. */
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description: string;
  readonly deprecated: boolean;
  /** Parameters only; defaults of the standard filled in. `json` is `content: application/json`. */
  readonly style: "simple" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "json" | undefined;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly pointer: Pointer;
}

export interface Body {
  readonly required: boolean;
  readonly mediaType: string;
  readonly encoding: "json" | "form" | "text" | "binary";
  /** True: its top-level properties are inputs. False: one input `body:`. */
  readonly flat: boolean;
  /** Of a flat body that may be omitted: the properties (wire names) that it must have once it is sent. */
  readonly needs: readonly string[];
}

/** What a successful call returns. */
export interface Result {
  /** 2xx (or `default`) statuses as the document writes them, with the media type to read, if any. */
  readonly answers: readonly {
    readonly status: string;
    readonly mediaType: string | undefined;
    readonly schema: JsonSchema | undefined;
    /** Of each item of a stream: an event, a line. */
    readonly items: JsonSchema | undefined;
  }[];
  readonly kind: "json" | "text" | "binary" | "empty";
  /** The schema of the response (anyOf where statuses differ); undefined if none is declared. */
  readonly schema: JsonSchema | undefined;
}
