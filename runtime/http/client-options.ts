import type { ReadFile } from "../operation.js";
import type { Credential, Json } from "../types.js";
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

/** A credential, or a function that chooses it for each call; undefined or "" where there is none. */
export type CredentialSource =
  | Credential
  | ((call: CredentialCall) => Credential | undefined | Promise<Credential | undefined>);

/** The call that needs a credential. */
export interface CredentialCall {
  /** What the host passed with the call as `context`. */
  readonly context: unknown;
  readonly scheme: string;
  /** Those that the operation asks for; absent in a pack without scopes. */
  readonly scopes?: readonly string[] | undefined;
}

export interface ClientOptions {
  /** The credential of the pack's only or first security scheme. */
  readonly apiKey?: CredentialSource | undefined;
  /**
   * Credentials by security scheme. A scheme that is not listed is read from its environment variable, unless a listed
   * credential that would have done is absent.
   */
  readonly credentials?: Readonly<Record<string, CredentialSource | undefined>> | undefined;
  /** https, or http on localhost. Required where the definition has none. */
  readonly baseUrl?: string | undefined;
  /**
   * For actions with a server of their own: the URL in the definition -> the URL to use. Required for them once `baseUrl`
   * is another than the definition's, so that no key goes to a server that the host did not choose.
   */
  readonly servers?: Readonly<Record<string, string>> | undefined;
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
  /** Called with the size of a successful response, in bytes, and with a sentence about it if it is not complete. */
  readonly onAnswer?: ((bytes: number, note: string | undefined) => void) | undefined;
}

export interface Retry {
  /** 1 for the first retry. */
  readonly attempt: number;
  readonly waitMs: number;
  /** Absent when there was no response. */
  readonly status: number | undefined;
}
