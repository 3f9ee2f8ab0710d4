import { hasKind, type Profile } from "./profile-schema.js";

/** Branches that are compared in pairs; of more, nothing is proven. */
const MAX_BRANCHES = 100;

/** Whether no value fits two of these schemas, as far as that can be proven. */
export function excludeEachOther(branches: readonly Profile[]): boolean {
  if (branches.length > MAX_BRANCHES) return false;
  return branches.every((one, index) => branches.slice(index + 1).every((other) => areDisjoint(one, other)));
}

function areDisjoint(a: Profile, b: Profile): boolean {
  const shared = [...a.types].filter((type) => hasKind(b.types, type));
  if (shared.length === 0) return true;
  if (a.values && b.values) return ![...a.values].some((value) => b.values?.has(value));
  return shared.every((type) => {
    if (type === "object") return areDisjointObjects(a, b);
    return (type === "number" || type === "integer") && (a.maximum < b.minimum || b.maximum < a.minimum);
  });
}

function areDisjointObjects(a: Profile, b: Profile): boolean {
  const tells = (one: Profile, other: Profile): boolean =>
    [...one.required].some((name) => {
      const mine = one.properties.get(name);
      const theirs = other.properties.get(name);
      if (theirs === undefined) return other.closed;
      return mine !== undefined && areDisjoint(mine, theirs);
    });
  return tells(a, b) || tells(b, a);
}
