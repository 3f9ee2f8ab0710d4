/** Text without the keys, in the forms that text carries them in. */
export function redact(text: string, keys: readonly string[]): string {
  let clean = text;
  for (const key of keys.filter(Boolean)) {
    for (const form of [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]) {
      clean = clean.replaceAll(form, "[redacted]");
    }
  }
  return clean;
}
