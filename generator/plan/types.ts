import type { PackDefinition, Tool } from "../../runtime/types.js";
import type { Action, Model } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import type { JsonObject } from "../shared/json.js";
import type { AdapterPlan } from "./adapters.js";
import type { PlannedOperation } from "./plan-operation.js";
import type { SamplePlan } from "./plan-sample.js";
import type { Planned } from "./planned.js";
import type { RuntimeSymbols } from "./runtime-symbols.js";

/** Every decision about the output: names, files, imports, order, what each profile means. Emitters only print it. */
export interface Plan {
  readonly model: Model;
  readonly symbols: PackSymbols;
  /** What generated code may use of the runtime, and what index.ts exports of it. */
  readonly runtime: RuntimeSymbols;
  readonly exported: readonly ImportSymbol[];
  /** The command: what a person types, and its file (`bin/mem0.js`). */
  readonly bin: { readonly name: string; readonly path: string };
  /** What the runtime has to know about the API. */
  readonly definition: Planned<PackDefinition>;
  /** The security schemes as the document declares them, for hosts; undefined for a pack without. */
  readonly schemes: JsonObject | undefined;
  /** In the order in which the tools first name them. */
  readonly groups: readonly GroupPlan[];
  /** In reading order. */
  readonly tools: readonly ToolPlan[];
  readonly profiles: readonly ProfilePlan[];
  readonly offered: Offered;
  readonly sample: SamplePlan;
  readonly definitions: readonly DefinitionFile[];
  readonly adapters: readonly AdapterPlan[];
}

/** The names that a pack exports besides its tools. */
export interface PackSymbols {
  /** `Mem0`, the client class. */
  readonly client: ImportSymbol;
  /** `createMem0` */
  readonly create: ImportSymbol;
  /** `serveMem0` */
  readonly serve: ImportSymbol;
  readonly definition: ImportSymbol;
  readonly profiles: ImportSymbol;
  readonly run: ImportSymbol;
  readonly schemes: ImportSymbol;
  readonly tools: ImportSymbol;
}

/** The tools that a host gets by default. */
export interface Offered {
  /** Those of profile `all`. */
  readonly all: readonly ToolPlan[];
  /** The profile that a pack has by default, as `createToolpack` of the runtime decides it. */
  readonly profile: "all" | "core";
  /** Its tools. */
  readonly byDefault: readonly ToolPlan[];
}

/** A file of definitions/: the tools in the form of one dialect. */
export interface DefinitionFile {
  readonly path: string;
  readonly tools: readonly JsonObject[];
}

export interface ProfilePlan {
  readonly name: string;
  /** Base name of profiles/<file>.ts. */
  readonly file: string;
  /** `readOnlyTools` */
  readonly symbol: ImportSymbol;
  readonly tools: readonly ToolPlan[];
  readonly budget: number | undefined;
}

export interface GroupPlan {
  readonly name: string;
  /** Base name of types/<file>.ts and client/<file>.ts, and the folder of the tools and the docs. */
  readonly file: string;
  /** `memories`, the field of the client class */
  readonly field: string;
  /** `Memories`, the class of that field */
  readonly symbol: ImportSymbol;
  readonly description: string;
  readonly tools: readonly ToolPlan[];
}

export interface ToolPlan {
  readonly action: Action;
  readonly group: string;
  /** `memories/search_memories`, below tools/ and docs/, without extension; closed alphabet. */
  readonly file: string;
  /** `search`, unique in its group */
  readonly method: string;
  /** All parameters of the method may be absent. */
  readonly optional: boolean;
  /** What the method does, "" where the document does not say; without it, the comment names the operation alone. */
  readonly description: string;
  readonly symbols: ToolSymbols;
  /** Required first. */
  readonly params: readonly PropertyShape[];
  /** Types that the arguments use by name, declared beside them. */
  readonly types: readonly NamedType[];
  readonly result: TypeShape;
  readonly operation: PlannedOperation;
  /** What its file exports: the runtime's `Tool`, keys in the order in which a person reads them. */
  readonly tool: Planned<Tool>;
}

/** The symbols of a tool. */
export interface ToolSymbols {
  /** `searchMemories` */
  readonly tool: ImportSymbol;
  /** `searchMemoriesOperation`, in client/<group>.ts */
  readonly operation: ImportSymbol;
  /** `SearchMemoriesParams`, `SearchMemoriesResult`, in types/<group>.ts */
  readonly params: ImportSymbol;
  readonly result: ImportSymbol;
  /** `validateSearchMemories`, in validators/<action>.js */
  readonly validate: ImportSymbol;
}

/** Where the types of components and results come from: types/openapi.ts, or what the model knows of their schemas. */
export type TypeSource = "document" | "schemas";

/** A type that is one word; the last two are globals of every platform. */
type Keyword = "unknown" | "string" | "number" | "boolean" | "null" | "never" | "Blob" | "Uint8Array";

/** A TypeScript type as data; emit/print/type.ts writes it. */
export type TypeShape =
  | { readonly kind: "keyword"; readonly name: Keyword }
  | { readonly kind: "void" }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: TypeShape }
  | { readonly kind: "tuple"; readonly items: readonly TypeShape[] }
  | { readonly kind: "object"; readonly properties: readonly PropertyShape[]; readonly rest: TypeShape | undefined }
  | { readonly kind: "union" | "intersection"; readonly of: readonly TypeShape[] }
  /** An indexed type of types/openapi.ts: `components["schemas"]["Pet"]`. */
  | { readonly kind: "wire"; readonly root: ImportSymbol; readonly path: readonly string[] }
  /** A type that is declared beside the arguments. */
  | { readonly kind: "named"; readonly symbol: ImportSymbol };

/** A type with a name of its own. */
export interface NamedType {
  readonly symbol: ImportSymbol;
  readonly type: TypeShape;
}

export interface PropertyShape {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeShape;
  readonly description: string;
}
