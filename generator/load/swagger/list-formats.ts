import { isObject, type MutableJson, type MutableObject } from "../../shared/json.js";

/** What OpenAPI has a style for, by place. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  query: ["csv", "ssv", "pipes", "multi"],
  formData: ["csv", "ssv", "pipes", "multi"],
  path: ["csv"],
  header: ["csv"],
};

/** The way in which a list is written, if OpenAPI has no style for it: `tsv`, or `nested` for a list of lists. */
export function findFormat({ collectionFormat, in: place, items, type }: MutableObject): string | undefined {
  if (type !== "array") return undefined;
  if (isObject(items) && items.type === "array") return "nested";
  const format = String(collectionFormat ?? "csv");
  return (FORMATS[String(place)] ?? []).includes(format) ? undefined : format;
}

/**
 * A media type that nobody writes, for such a list: the operation is then left out, by the name of the format, and the
 * list is not sent in another form.
 */
export function formatType(format: string): string {
  return `application/vnd.swagger.${/^[a-z]+$/.test(format) ? format : "unknown"}`;
}

/** The items of a list without `collectionFormat`, which is not a keyword of a schema. */
export function dropFormats(value: MutableJson): MutableJson {
  if (!isObject(value)) return value;
  const { collectionFormat: _, ...items } = value;
  return isObject(items.items) ? { ...items, items: dropFormats(items.items) } : items;
}
