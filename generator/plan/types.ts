import type { JsonObject } from "../load/types.js";
import type { Action, Model } from "../model/types.js";

/** Every decision about the output: names, files, imports, order. Emitters only print it. */
export interface Plan {
  readonly model: Model;
  /** `Mem0`: the client class, and `createMem0`. */
  readonly className: string;
  readonly groups: readonly GroupPlan[];
  /** In reading order. */
  readonly tools: readonly ToolPlan[];
  readonly profiles: readonly {
    readonly name: string;
    readonly file: string;
    readonly constant: string;
    readonly tools: readonly ToolPlan[];
    readonly budget: number | undefined;
  }[];
}

export interface GroupPlan {
  readonly name: string;
  /** `memories` -> field `memories`, class `Memories`, files types/memories.ts and client/memories.ts. */
  readonly field: string;
  readonly className: string;
  readonly description: string;
  readonly tools: readonly ToolPlan[];
}

export interface ToolPlan {
  readonly action: Action;
  readonly group: string;
  /** tools/memories/search_memories.ts without extension: closed alphabet, one file a tool. */
  readonly file: string;
  /** `searchMemories` */
  readonly constant: string;
  /** `searchMemoriesOperation`, in client/<group>.ts */
  readonly operationConstant: string;
  /** `search`, unique in its group */
  readonly method: string;
  /** `SearchMemoriesParams`, `SearchMemoriesResult` */
  readonly paramsType: string;
  readonly resultType: string;
  /** `validateSearchMemories`, in validators/<action>.js */
  readonly validator: string;
  /** Property order and TypeScript text of each argument; every piece went through a printer. */
  readonly params: readonly {
    readonly name: string;
    readonly optional: boolean;
    readonly type: string;
    readonly doc: string;
  }[];
  /** TypeScript text of the result type, an alias into types/openapi.ts: `operations["x"]["responses"]["200"][...]`. */
  readonly resultText: string;
  /** The operation descriptor as data (runtime/types.ts `Operation`), printed by the literal printer. */
  readonly operation: JsonObject;
}
