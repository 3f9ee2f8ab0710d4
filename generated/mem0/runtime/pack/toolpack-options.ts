import type { ErrorCode, ToolpackError } from "../errors/toolpack-error.js";
import type { ClientOptions } from "../http/client-options.js";
import type { AnyTool, Effect, PackDefinition } from "../types.js";

/** What a pack is made of: its definition, its tools and its named subsets. */
export interface PackContents {
  readonly definition: PackDefinition;
  readonly tools: readonly AnyTool[];
  readonly profiles: Readonly<Record<string, readonly string[]>>;
}

export interface ToolpackOptions extends ClientOptions {
  /** A named subset. Default `core` where the pack has one, else every tool. */
  readonly profile?: string | undefined;
  /** These tools instead of a profile: names, or tools themselves. */
  readonly tools?: readonly (string | AnyTool)[] | undefined;
  /** Ids that every call is restricted to: `{ user_id: "alice" }`. A model neither sees nor sets them. */
  readonly bind?: Bound | undefined;
  /**
   * Called before each call of a tool with `approval`; without it those tools are withheld. `"caller"` leaves approval to
   * the caller, an agent framework for example: `call` then runs those tools only with `approved: true`.
   */
  readonly approve?: "caller" | ((request: ApprovalRequest) => boolean | Promise<boolean>) | undefined;
  /** Names of tools with `approval` that run without it. */
  readonly approval?: { readonly off: readonly string[] } | undefined;
  /** Allow `*` for every id where the service supports it. Default false. */
  readonly allowWildcards?: boolean | undefined;
  /** Added to the front of each tool's name. */
  readonly namePrefix?: string | undefined;
  /** Maximum length of a result, in tokens of about four characters. Default 6 000. */
  readonly maxTokens?: number | undefined;
  /** Called at each start, retry, denial and end. What it throws is ignored. */
  readonly onCall?: ((record: CallRecord) => unknown) | undefined;
  /** An OpenTelemetry tracer: one span per call. */
  readonly tracer?: TracerLike | undefined;
  /** Include arguments or results, without the key, in records and spans. Default neither. */
  readonly capture?: { readonly arguments?: boolean; readonly results?: boolean } | undefined;
}

export type Bound = Readonly<Record<string, string>>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** The host's own value: passed to `approve`, `onCall` and functions of `credentials` as it is, never sent. */
  readonly context?: unknown;
  /** Maximum time to wait for an asynchronous operation. Default 0. */
  readonly waitMs?: number | undefined;
  /** Overrides the pack's `maxTokens`. */
  readonly maxTokens?: number | undefined;
  /** A person has approved this call. Used only with `approve: "caller"`. */
  readonly approved?: true | undefined;
}

export interface ApprovalRequest {
  readonly tool: AnyTool;
  /** As they will be sent, bound ids included. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly effect: Effect;
  readonly context: unknown;
  readonly signal: AbortSignal | undefined;
}

export interface CallResult<Result = unknown> {
  /** What the service returned; shortened if `note` says so. */
  readonly data: Result;
  /** Final state of an asynchronous operation that was waited for. */
  readonly event?: unknown;
  /** An asynchronous operation that is not finished: its id, and the tool that reads its state if the pack has it. */
  readonly pending?: { readonly id: string; readonly tool?: string };
  /** One or two sentences for the model about this result. */
  readonly note?: string;
}

/** One entry of a host's log of calls. */
export type CallRecord = {
  /** The name that was called. */
  readonly tool: string;
  readonly context: unknown;
} & (
  | { readonly kind: "start"; readonly arguments?: unknown }
  | { readonly kind: "retry"; readonly attempt: number; readonly waitMs: number; readonly status: number | undefined }
  | { readonly kind: "denial"; readonly code: ErrorCode; readonly reason: string }
  | {
      readonly kind: "end";
      readonly durationMs: number;
      /** Absent after a success. */
      readonly error?: ToolpackError;
      readonly result?: unknown;
    }
);

/** What a pack needs of an OpenTelemetry tracer. */
export interface TracerLike {
  startActiveSpan<Answer>(
    name: string,
    options: { attributes: Record<string, string> },
    run: (span: SpanLike) => Answer,
  ): Answer;
}

export interface SpanLike {
  setAttribute(name: string, value: string): this;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

export interface Selection {
  readonly groups?: readonly string[];
  readonly effects?: readonly Effect[];
  readonly scopes?: readonly string[];
  /** Only these, of those that the other fields leave. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

/** Tools of one API, ready for a model. */
export interface Toolpack {
  readonly definition: PackDefinition;
  /**
   * What a model may call, as it should see it. Check arguments with `check`: a tool's own `validate` expects the
   * bound ids among them.
   */
  readonly tools: readonly AnyTool[];
  /** What was omitted from the selection, and why. */
  readonly withheld: readonly { readonly name: string; readonly reason: string }[];
  /** Names of the tools that `call` runs only with `approved: true`. Empty unless `approve` is `"caller"`. */
  readonly approvals: readonly string[];
  /** The same pack with fewer tools. */
  select(selection: Selection): Toolpack;
  /** The same pack, also restricted to these ids. */
  with(bind: Bound): Toolpack;
  /** The error that `call` would throw for these arguments before it requests approval or sends anything. */
  check(name: string, args: unknown): ToolpackError | undefined;
  /**
   * Runs a tool by its name or by a former one.
   *
   * @throws ToolpackError whatever goes wrong
   */
  call<Result = unknown>(name: string, args: unknown, options?: CallOptions): Promise<CallResult<Result>>;
}
