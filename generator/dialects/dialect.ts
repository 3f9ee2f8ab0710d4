import type { Action } from "../model/types.js";
import type { JsonObject } from "../shared/json.js";

/** The parts of a tool that a dialect can use. */
export interface DialectTool
  extends Pick<Action, "name" | "title" | "description" | "inputSchema" | "checkedSchema" | "outputSchema"> {
  /** What MCP calls tool annotations. */
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}

/** A form in which hosts or providers read tools, and in which their models write arguments. */
export interface Dialect {
  /** Of definitions/<name>.json. */
  readonly name: string;
  /** `every` tool is for hosts that choose themselves; `offered` are those of profile `all`, to be sent as they are. */
  readonly tools: "every" | "offered";
  /** A tool in this form. */
  readonly map: (tool: DialectTool) => JsonObject;
  /** How the arguments that a model of this dialect writes become those of the tool; `identity`: they are the same. */
  readonly decode: "identity";
}
