import type { Argument, JsonSchema } from "../types.js";

/** An argument before the schemas of its action are put together: its schema may still name shared definitions. */
export interface ArgumentDraft extends Argument {
  /** Enforced and not shown. */
  readonly check: JsonSchema | undefined;
}
