/** What goes wrong on purpose, so that a client's handling can be seen. */
export interface FaultOptions {
  /** Added before every answer, in milliseconds. */
  readonly latencyMs?: number;
  /** Every n-th request fails with `failStatus`; 0 is never. */
  readonly failEvery?: number;
  /** 503 unless said. */
  readonly failStatus?: number;
  /** Requests allowed in each window of `rateWindowMs`; 0 is no limit. */
  readonly rateLimit?: number;
  /** A minute unless said. */
  readonly rateWindowMs?: number;
}

export interface Faults {
  /** The status that this request fails with, if it does. Counts the request. */
  failure(): number | undefined;
  /** The seconds to wait where the limit is reached. Counts the request. */
  retryAfter(now: number): number | undefined;
}

/** Decides for each request in turn whether it fails or is over the limit. */
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
