export interface RetryLimits {
  /** Retries after the first attempt. Default 2. */
  readonly max: number;
  /** If the wait would be longer, the call fails at once and says how long it would be. Default 10 000. */
  readonly maxWaitMs: number;
  /** First delay, doubled each time. Default 500. */
  readonly baseMs: number;
}

export interface Failure {
  readonly method: string;
  /** The operation may be retried although its method alone does not say so. */
  readonly safe: boolean;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** Absent when there was no response. */
  readonly status?: number | undefined;
  readonly retryAfter?: string | null | undefined;
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  readonly limits: RetryLimits;
}

export interface RetryDecision {
  /** A retry cannot apply the call twice, and may help. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** Wait this long, then retry; absent: give up. */
  readonly waitMs: number | undefined;
}

/** Whether a failed attempt is retried. One that may have been applied is not, unless its method or a mark says that twice is the same as once. */
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
  const retryable = status === 429 || (passing && (safe || /^(GET|HEAD|PUT|DELETE|OPTIONS|QUERY)$/.test(method)));
  const retryAfterMs = readRetryAfter(retryAfter, now);
  // Half of the delay is random, so that clients that failed together do not retry together.
  const waitMs = retryAfterMs ?? Math.min(limits.baseMs * 2 ** attempt, limits.maxWaitMs) * (0.5 + random / 2);
  const again = retryable && attempt < limits.max && waitMs <= limits.maxWaitMs;
  return { retryable, retryAfterMs, waitMs: again ? waitMs : undefined };
}

/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date. Anything else counts as absent. */
function readRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Dates begin with the name of a day; Date.parse alone would read "-1" as a year.
  const time = /^[A-Z][a-z]+, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
