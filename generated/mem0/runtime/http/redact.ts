/** The forms in which text can carry a key. */
export function listForms(key: string): readonly string[] {
  return [...new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)])];
}

/** Text without the keys of which these are the forms. */
export function redact(text: string, forms: readonly string[]): string {
  return forms.reduce((clean, form) => clean.replaceAll(form, "[redacted]"), text);
}
