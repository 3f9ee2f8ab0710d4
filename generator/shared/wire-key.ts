/**
 * A key of `paths` as types/openapi.ts has it: as written, unless it holds a percent sign that encodes nothing or
 * another percent sign, which openapi-typescript cannot read.
 */
export function wireKey(path: string): string {
  try {
    if (!decodeURIComponent(path).includes("%")) return path;
  } catch {}
  return path.replaceAll("%", "~25");
}
