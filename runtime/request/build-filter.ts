import type { BuildFilter } from "../operation.js";

/** One filter from flat ids, other clauses and a whole filter: all of them must match. */
export const buildFilter: BuildFilter = (parts, read) => {
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
};
