/** The first and last millisecond of a date string or a number of Unix seconds; a date covers the whole day. */
export function readTime(value: unknown): { readonly start: number; readonly end: number } | undefined {
  const start = typeof value === "number" ? value * 1000 : typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(new Date(start).getTime())) return undefined;
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { start, end: isDay ? start + 86_399_999 : start };
}
