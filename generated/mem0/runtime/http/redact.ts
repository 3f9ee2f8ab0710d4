const mark = "[redacted]";

/**
 * A text or a JSON value without what these patterns find. Values are changed in place, one by one, so that nothing else
 * about them changes; a name that contains a key is written anew. The pattern of a key that is too short to be told from
 * other words begins with ^: it is only looked for in texts.
 */
export function redact<Value>(value: Value, patterns: readonly RegExp[]): Value {
  const hide = (text: string, list = patterns): string =>
    list.reduce((clean, pattern) => clean.replace(pattern, mark), text);
  const telling = patterns.filter(({ source }) => source[0] !== "^");
  const root = [value];
  // A list and not a recursion: an answer may be nested deeper than the stack.
  const open: object[] = patterns[0] ? [root] : [];
  for (const each of open as Record<string, unknown>[]) {
    for (const name of Object.keys(each)) {
      const inner = each[name];
      if (typeof inner === "string") each[name] = hide(inner);
      else if (inner && typeof inner === "object") open.push(inner);
      else if (hide(`${inner}`, telling) === mark) each[name] = mark;
      const clean = hide(name, telling);
      if (clean !== name) {
        each[clean] = each[name];
        delete each[name];
      }
    }
  }
  return root[0] as Value;
}
