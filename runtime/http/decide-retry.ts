import { readRetryAfter } from "./read-retry-after.js";

export interface RetryLimits {
  /** Repetitions after the first try. Default 2. */
  readonly max: number;
  /** A longer wait is not waited: the call fails at once and says how long it would be. Default 10 000. */
  readonly maxWaitMs: number;
  /** First back-off, doubled each time. Default 500. */
  readonly baseMs: number;
}

export interface Failure {
  readonly method: string;
  /** The operation may be repeated although its method alone does not say so. */
  readonly safe: boolean;
  /** 0 for the first try. */
  readonly attempt: number;
  /** Absent when no answer came. */
  readonly status?: number | undefined;
  readonly retryAfter?: string | null | undefined;
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  readonly limits: RetryLimits;
}

export interface RetryDecision {
  /** Repeating cannot apply the call twice, and may help. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** Wait this long and try again; absent: give up. */
  readonly waitMs: number | undefined;
}

/** Whether a failed try is repeated. A POST or PATCH that may have been applied is not, unless marked safe. */
export function decideRetry({
  method,
  safe,
  attempt,
  status,
  retryAfter,
  now,
  random,
  limits,
}: Failure): RetryDecision {
  const passing = status === undefined || status === 408 || (status > 501 && status < 505);
  const retryable = status === 429 || (passing && (safe || !/^P(OS|AT)/.test(method)));
  const retryAfterMs = readRetryAfter(retryAfter, now);
  // Half of the back-off is chance, so that clients that failed together do not return together.
  const waitMs = retryAfterMs ?? Math.min(limits.baseMs * 2 ** attempt, limits.maxWaitMs) * (0.5 + random / 2);
  const again = retryable && attempt < limits.max && waitMs <= limits.maxWaitMs;
  return { retryable, retryAfterMs, waitMs: again ? waitMs : undefined };
}
