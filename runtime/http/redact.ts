// In a longer text, a short plain word or number is no sign of a key: only a value that is nothing else is one.
const isTelling = (form: string): boolean => form.length > 7 || /^(?=.{4}).*([a-z][^a-z]|[^a-z][a-z])/i.test(form);
const mark = "[redacted]";

/**
 * A text or a JSON value without a key in any of these forms. Values are changed in place, text by text, so that
 * nothing else about them changes; only a name that contains a telling key is written anew.
 */
export function redact<Value>(value: Value, forms: readonly string[]): Value {
  const telling = forms.filter(isTelling);
  const hide = (text: string): string =>
    telling.reduce((clean, form) => clean.replaceAll(form, mark), forms.includes(text) ? mark : text);
  const root = [value];
  // A list and not a recursion: an answer may be nested deeper than the stack.
  const open: object[] = forms[0] ? [root] : [];
  for (const each of open as Record<string, unknown>[]) {
    for (const name of Object.keys(each)) {
      const inner = each[name];
      if (typeof inner === "string") each[name] = hide(inner);
      else if (inner && typeof inner === "object") open.push(inner);
      if (telling.some((form) => name.includes(form))) {
        each[hide(name)] = each[name];
        delete each[name];
      }
    }
  }
  return root[0] as Value;
}
