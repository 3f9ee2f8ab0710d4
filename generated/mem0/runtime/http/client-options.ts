import type { ReadFile } from "../operation.js";
import type { Json } from "../types.js";
import type { RetryLimits } from "./decide-retry.js";

/** The part of `fetch` that a pack uses; the global one is compatible, with DOM types and with those of Node. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string | ArrayBuffer;
  redirect: "manual";
  signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      // Loose on purpose: DOM and Node describe the pair differently.
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

export interface ClientOptions {
  /** Read for every call. Default: the environment variable that the pack names. */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /** https, or http on localhost. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: FetchLike | undefined;
  /** Limit for one attempt, including the reading of the response. Default 60 000. */
  readonly timeoutMs?: number | undefined;
  /** Maximum size of a response in bytes. Default 10 000 000. */
  readonly maxBytes?: number | undefined;
  readonly retry?: Partial<RetryLimits> | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Reads a file argument that is a path. Without it, a path is rejected. */
  readonly readFile?: ReadFile | undefined;
  /** For tests: time and randomness. */
  readonly clock?: Clock | undefined;
}

export interface Clock {
  readonly now: () => number;
  readonly random: () => number;
  /** Returns early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** For one call of the client. */
export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** The host's own value, passed to its hooks. */
  readonly context?: unknown;
  /** Places that are not arguments: `{ "query:output_format": "v1.1" }`. */
  readonly extra?: Readonly<Record<string, Json>> | undefined;
  /** Called before each retry. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Called with the size of a successful response, in bytes. */
  readonly onAnswer?: ((bytes: number) => void) | undefined;
}

export interface Retry {
  /** 1 for the first retry. */
  readonly attempt: number;
  readonly waitMs: number;
  /** Absent when there was no response. */
  readonly status: number | undefined;
}
