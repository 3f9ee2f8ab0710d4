import type { Pointer } from "../../load/overrides.js";
import type { JsonObject } from "../../shared/json.js";
import type { Resolved } from "../../shared/ref.js";
import type { Method, Unsupported } from "./types.js";

/** One method of one path, as the document writes it. */
export interface RawOperation {
  readonly path: string;
  readonly method: Method;
  /** The path item, which may be defined elsewhere, behind a `$ref`. */
  readonly item: Resolved;
  readonly raw: JsonObject;
}

/** Leaves the operation out of the tools; the first reason counts. */
export type Refuse = (code: Unsupported["code"], reason: string, pointer?: Pointer, fix?: string) => void;
