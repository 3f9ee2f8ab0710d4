import type { JsonObject } from "../../shared/json.js";
import type { Resolved } from "../../shared/ref.js";
import type { Method, Operation } from "../types.js";

/** One method of one path, as the document writes it. */
export interface RawOperation {
  readonly path: string;
  readonly method: Method;
  /** The path item, which may be defined elsewhere, behind a `$ref`. */
  readonly item: Resolved;
  readonly raw: JsonObject;
}

/** Notes why an operation cannot be a tool: `request body multipart/form-data`; the operation is the default place. */
export type Refuse = (reason: string, pointer?: Operation["pointer"]) => void;
