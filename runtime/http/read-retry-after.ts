/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date. Anything else counts as absent. */
export function readRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Dates begin with the name of a day; Date.parse alone would read "-1" as a year.
  const time = /^[A-Z][a-z]+, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
