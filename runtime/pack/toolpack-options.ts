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
  /** These tools in place of a profile: names, or tools themselves. */
  readonly tools?: readonly (string | AnyTool)[] | undefined;
  /** Ids that every call is held to: `{ user_id: "alice" }`. A model neither sees nor sets them. */
  readonly bind?: Bound | undefined;
  /**
   * Asked before each call of a tool with `approval`; without it those tools are withheld. `"caller"` leaves the asking
   * to whoever calls, an agent framework for instance: then `call` runs those tools only with `approved: true`.
   */
  readonly approve?: "caller" | ((request: ApprovalRequest) => boolean | Promise<boolean>) | undefined;
  /** Tools with `approval` that the host lets run unasked, by name. */
  readonly approval?: { readonly off: readonly string[] } | undefined;
  /** Let `*` stand for every id where the service reads it so. Default false. */
  readonly allowWildcards?: boolean | undefined;
  /** Put before each tool's name. */
  readonly namePrefix?: string | undefined;
  /** Longest result, in tokens of about four characters. Default 6 000. */
  readonly maxTokens?: number | undefined;
  /** Told of each start, repetition, refusal and end. What it throws changes nothing. */
  readonly onCall?: ((record: CallRecord) => unknown) | undefined;
  /** An OpenTelemetry tracer: one span a call. */
  readonly tracer?: TracerLike | undefined;
  /** Put arguments or results, without the key, into records and spans. Default neither. */
  readonly capture?: { readonly arguments?: boolean; readonly results?: boolean } | undefined;
}

export type Bound = Readonly<Record<string, string>>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** The host's own: handed to `approve` and `onCall` as it is, never sent. */
  readonly context?: unknown;
  /** How long to wait for an asynchronous answer. Default: not at all. */
  readonly waitMs?: number | undefined;
  /** In place of the pack's `maxTokens`. */
  readonly maxTokens?: number | undefined;
  /** A person has agreed to this call. Counts only where the pack says `approve: "caller"`. */
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
  /** What the service answered; shortened where `note` says so. */
  readonly data: Result;
  /** Final state of an asynchronous answer that was waited for. */
  readonly event?: unknown;
  /** An asynchronous answer that is not final: its id, and the tool that asks for it where the pack has it. */
  readonly pending?: { readonly id: string; readonly tool?: string };
  /** One or two sentences for the model about this result. */
  readonly note?: string;
}

/** One line of a host's record of calls. */
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
  /** Only these, of those that the rest leaves. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

/** Tools of one API, ready to hand to a model. */
export interface Toolpack {
  readonly definition: PackDefinition;
  /**
   * What a model may call, as it should see it. Check arguments with `check`: a tool's own `validate` expects the
   * bound ids among them.
   */
  readonly tools: readonly AnyTool[];
  /** What was left out of the selection, and why. */
  readonly withheld: readonly { readonly name: string; readonly reason: string }[];
  /** Names of the tools that `call` runs only with `approved: true`: there are some under `approve: "caller"` only. */
  readonly approvals: readonly string[];
  /** The same pack with fewer tools. */
  select(selection: Selection): Toolpack;
  /** The same pack held to these ids too. */
  with(bind: Bound): Toolpack;
  /** The error that `call` would throw for these arguments before it asks or sends anything. */
  check(name: string, args: unknown): ToolpackError | undefined;
  /**
   * Runs a tool by its name or by a former one.
   *
   * @throws ToolpackError for everything that goes wrong
   */
  call<Result = unknown>(name: string, args: unknown, options?: CallOptions): Promise<CallResult<Result>>;
}
