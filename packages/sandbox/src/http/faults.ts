/** Failures to produce on purpose, to test how a client handles them. */
export interface FaultOptions {
  /** Delay before every response, in milliseconds. */
  readonly latencyMs?: number;
  /** Every n-th request fails with `failStatus`; 0 means never. */
  readonly failEvery?: number;
  /** Default 503. */
  readonly failStatus?: number;
  /** Requests allowed per window of `rateWindowMs`; 0 means no limit. */
  readonly rateLimit?: number;
  /** Default one minute. */
  readonly rateWindowMs?: number;
}

export interface Faults {
  /** The status that this request fails with, if any. Counts the request. */
  failure(): number | undefined;
  /** The seconds to wait if the limit is exceeded. Counts the request. */
  retryAfter(now: number): number | undefined;
}

/** Decides for each request whether it fails or exceeds the limit. */
export function faults({
  failEvery = 0,
  failStatus = 503,
  rateLimit = 0,
  rateWindowMs = 60_000,
}: FaultOptions): Faults {
  let requests = 0;
  let windowEnd = 0;
  let inWindow = 0;
  return {
    failure() {
      requests++;
      return failEvery > 0 && requests % failEvery === 0 ? failStatus : undefined;
    },
    retryAfter(now) {
      if (now >= windowEnd) {
        windowEnd = now + rateWindowMs;
        inWindow = 0;
      }
      inWindow++;
      return rateLimit > 0 && inWindow > rateLimit ? Math.max(1, Math.ceil((windowEnd - now) / 1000)) : undefined;
    },
  };
}
