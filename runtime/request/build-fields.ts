import type { NamedPart, Operation } from "../types.js";
import { buildFilter } from "./build-filter.js";

/** The properties of a JSON body: arguments under their wire names, and the filter. */
export function buildFields(
  { body, filters }: Operation,
  read: (argument: string) => unknown,
): Record<string, unknown> {
  // No prototype: a property of a document may have any name.
  const fields: Record<string, unknown> = Object.create(null);
  for (const part of body as readonly (string | NamedPart)[]) {
    const { argument, name } = typeof part === "string" ? { argument: part, name: part } : part;
    fields[name] = read(argument);
  }
  if (filters && !filters.at.includes(":")) fields[filters.at] = buildFilter(filters, read);
  return fields;
}
