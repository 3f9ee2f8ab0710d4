import type { PackDefinition } from "../../runtime/types.js";
import type { Action, Model } from "../model/types.js";
import type { PlannedOperation } from "./plan-operation.js";
import type { SamplePlan } from "./plan-sample.js";
import type { Planned } from "./planned.js";

/** Every decision about the output: names, files, imports, order. Emitters only print it. */
export interface Plan {
  readonly model: Model;
  /** `Mem0`: the client class, and `createMem0`. */
  readonly className: string;
  readonly definition: Planned<PackDefinition>;
  /** In the order in which the tools first name them. */
  readonly groups: readonly GroupPlan[];
  /** In reading order. */
  readonly tools: readonly ToolPlan[];
  readonly profiles: readonly ProfilePlan[];
  readonly sample: SamplePlan;
}

export interface ProfilePlan {
  readonly name: string;
  /** Base name of profiles/<file>.ts. */
  readonly file: string;
  /** `readOnlyTools` */
  readonly constant: string;
  readonly tools: readonly ToolPlan[];
  readonly budget: number | undefined;
}

export interface GroupPlan {
  readonly name: string;
  /** Base name of types/<file>.ts and client/<file>.ts, and the folder of the tools and the docs. */
  readonly file: string;
  /** `memories`, the field of the client class */
  readonly field: string;
  /** `Memories` */
  readonly className: string;
  readonly description: string;
  readonly tools: readonly ToolPlan[];
}

export interface ToolPlan {
  readonly action: Action;
  readonly group: string;
  /** `memories/search_memories`, below tools/ and docs/, without extension; closed alphabet. */
  readonly file: string;
  /** Its two halves; the second is unique in the pack and names the validator's files. */
  readonly groupFile: string;
  readonly baseFile: string;
  /** `searchMemories` */
  readonly constant: string;
  /** `searchMemoriesOperation`, in client/<group>.ts */
  readonly operationConstant: string;
  /** `search`, unique in its group */
  readonly method: string;
  /** `SearchMemoriesParams`, `SearchMemoriesResult` */
  readonly paramsType: string;
  readonly resultType: string;
  /** `validateSearchMemories`, in validators/<baseFile>.js */
  readonly validator: string;
  /** Required first. */
  readonly params: readonly PropertyShape[];
  readonly result: TypeShape;
  readonly operation: PlannedOperation;
}

/** A TypeScript type as data; emit/print/type.ts writes it. */
export type TypeShape =
  | { readonly kind: "keyword"; readonly name: "unknown" | "string" | "number" | "boolean" | "null" | "never" }
  | { readonly kind: "void" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: TypeShape }
  | { readonly kind: "tuple"; readonly items: readonly TypeShape[] }
  | { readonly kind: "object"; readonly properties: readonly PropertyShape[]; readonly rest: TypeShape | undefined }
  | { readonly kind: "union" | "intersection"; readonly of: readonly TypeShape[] }
  /** An indexed type of types/openapi.ts: `components["schemas"]["Pet"]`. */
  | {
      readonly kind: "wire";
      readonly root: "components" | "operations" | "paths";
      readonly path: readonly string[];
    };

export interface PropertyShape {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeShape;
  readonly description: string;
}
