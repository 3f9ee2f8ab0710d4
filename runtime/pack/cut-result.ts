/**
 * Shortens a result until its JSON has at most `longest` characters. Its shape stays: lists lose their last items,
 * long strings their end, objects with very many keys their last ones. Undefined if it is short enough.
 */
export function cutResult(
  data: unknown,
  longest: number,
): { readonly data: unknown; readonly note: string } | undefined {
  if ((JSON.stringify(data) ?? "").length <= longest) return;
  for (let size = 256; ; size >>= 1) {
    const cuts = new Set<string>();
    const text = JSON.stringify(data, (key, value: unknown) => {
      const isText = typeof value === "string";
      const keys = value && !isText ? Object.keys(value) : [];
      const length = isText ? value.length : keys.length;
      const most = isText ? size * 16 + 40 : Array.isArray(value) ? size : size * 4 + 8;
      if (length <= most) return value;
      cuts.add(`${key || "result"} to ${most} of ${length}`);
      if (isText) return `${value.slice(0, most)}…`;
      return Array.isArray(value)
        ? value.slice(0, most)
        : Object.fromEntries(Object.entries(value as object).slice(0, most));
    });
    if (!size || text.length <= longest) {
      return { data: JSON.parse(text), note: `Shortened: ${[...cuts].slice(0, 3).join("; ")}. Request less data.` };
    }
  }
}
