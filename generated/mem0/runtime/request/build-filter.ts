import type { FilterParts } from "../types.js";

/** One filter out of flat ids, other clauses and a whole filter: all of them must hold. */
export function buildFilter(parts: FilterParts, read: (argument: string) => unknown): unknown {
  const clauses: unknown[] = [];
  for (const name of [...parts.ids, ...(parts.clauses ?? [])]) {
    const value = read(name);
    if (value != null) clauses.push({ [name]: value });
  }
  const raw = parts.raw && read(parts.raw);
  if (raw) clauses.push(raw);
  const bare = parts.single === "bare" || (raw && Object.keys(raw).some((key) => /^(AND|OR|NOT)$/.test(key)));
  const [only, second] = clauses;
  return only && (second || !bare ? { AND: clauses } : only);
}
