import type { ActionOverride, BindKind, Effect, Pointer, Requirement } from "../load/overrides.js";
import type { Json, JsonObject } from "../shared/json.js";
import type { Location } from "../shared/problems.js";
import type { Input, Operation } from "./operations/types.js";
import type { Scheme, Security } from "./security/types.js";

/** The API and its tools: frozen plain data that knows OpenAPI and the overrides, not TypeScript. */
export interface Model {
  readonly pack: Pack;
  /** Every operation of the document, ordered by path, then method. */
  readonly operations: readonly Operation[];
  /** Every tool, in reading order: the overrides' order, then derived ones by path and method. */
  readonly actions: readonly Action[];
  /** Operations that are not tools, with the reason. */
  readonly hidden: readonly HiddenOperation[];
  /** Always holds `all`: from the overrides, else every action. */
  readonly profiles: readonly Profile[];
  /** Component schemas as JSON Schema 2020-12 with `$ref: "#/$defs/Name"`; only those that inputs or results reach. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** Where in the document those of `schemas` are that are the same in a request and in a response. */
  readonly pointers?: Readonly<Record<string, Pointer>>;
}

export interface HiddenOperation {
  readonly operation: Operation;
  readonly reason: string;
  /** `hidden` if the overrides leave it out, else the kind of reason why it cannot be a tool: `media-type`. */
  readonly code: string;
}

/** JSON Schema 2020-12 as an object; OpenAPI 3.0 forms are already translated. */
export type JsonSchema = JsonObject;

export interface Pack {
  /** npm name: `mem0-toolpack`. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly namePrefix: string;
  /** Undefined where the document names no address that can be used: the host of the pack says where it is. */
  readonly baseUrl: string | undefined;
  /** Set where `baseUrl` is not: what it may look like, `https://HOST/api/v3`. */
  readonly baseUrlExample: string | undefined;
  /** Those that some tool needs; `apiKey` is short for the first one. */
  readonly schemes: readonly Scheme[];
  /** What a tool needs that says nothing itself. */
  readonly security: Security;
  readonly bindings: Bindings;
  /** One sentence per group, for those that have one. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface Bindings {
  readonly ids: readonly string[];
  readonly ownership: { readonly read: string; readonly ids: Readonly<Record<string, Pointer>> } | undefined;
  readonly entity:
    | { readonly type: string; readonly id: string; readonly values: Readonly<Record<string, string>> }
    | undefined;
}

export interface Action {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
  readonly operation: Operation;
  readonly effect: Effect;
  readonly approval: boolean;
  readonly scope: string;
  readonly hints: {
    readonly readOnly: boolean;
    readonly destructive: boolean;
    readonly idempotent: boolean;
    readonly openWorld: boolean;
  };
  readonly aliases: readonly string[];
  readonly bind: BindKind;
  /** Required first, then in the order of the overrides, then of the document. */
  readonly arguments: readonly Argument[];
  readonly filters: Filters | undefined;
  readonly send: readonly { readonly place: string; readonly value: Json }[];
  readonly hide: readonly { readonly place: string; readonly reason: string }[];
  /** What a host must give: the operation's, without the keys that the tool sends itself. */
  readonly security: Security;
  readonly require: readonly Requirement[];
  readonly examples: NonNullable<ActionOverride["examples"]>;
  readonly event:
    | {
        readonly id: Pointer;
        readonly poll: string;
        readonly argument: string;
        readonly status: Pointer;
        readonly pending: readonly string[];
        readonly failed: readonly string[];
      }
    | undefined;
  readonly pages: NonNullable<ActionOverride["pages"]> | undefined;
  /** Set if the effect alone would mislead the retry policy. */
  readonly retry: "safe" | undefined;
  /** What the model sees: root object, `properties`, `required`, `additionalProperties: false`, `$defs` only for recursion. */
  readonly inputSchema: JsonSchema;
  /** What is enforced: inputSchema with `check`s, and `require` as standard `anyOf`/`oneOf`/`not` under a root `allOf`. */
  readonly checkedSchema: JsonSchema;
  /** Self-contained schema of the result (`$defs` where refs recur), or undefined. */
  readonly outputSchema: JsonSchema | undefined;
  /** The entry of the overrides; undefined for a tool that is derived from the document alone. */
  readonly override: Location | undefined;
}

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  /** As in inputSchema.properties[name]. */
  readonly schema: JsonSchema;
  readonly description: string;
  /** Where it is sent; empty for an argument that only feeds `filters` or another's `fill`. */
  readonly places: readonly Input[];
  readonly fill: { readonly value: Json } | { readonly from: string } | undefined;
  readonly wildcard: "refuse" | undefined;
  readonly wrap: string | undefined;
}

export interface Filters {
  readonly at: Input;
  readonly ids: readonly string[];
  readonly clauses: readonly string[];
  readonly raw: string | undefined;
  readonly single: "bare" | "and";
}

export interface Profile {
  readonly name: string;
  readonly tools: readonly string[];
  /** Maximum number of tokens, if the overrides set one. */
  readonly budget: number | undefined;
}
