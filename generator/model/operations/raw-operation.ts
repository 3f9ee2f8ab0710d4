import type { JsonObject } from "../../load/types.js";
import type { Resolved } from "../document/resolve-ref.js";
import type { Method } from "../types.js";

/** One method of one path, as the document writes it. */
export interface RawOperation {
  readonly path: string;
  readonly method: Method;
  /** The path item, which may stand elsewhere behind a `$ref`. */
  readonly item: Resolved;
  readonly raw: JsonObject;
}
