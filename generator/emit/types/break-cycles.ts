import { asList, asText, isObject, type Json, type JsonObject } from "../../shared/json.js";
import { refName } from "./wire-refs.js";

type Components = ReadonlyMap<string, JsonObject>;

/** Keywords whose schemas TypeScript reads as soon as it reads the schema; members of objects can wait. */
const AT_ONCE: readonly string[] = ["allOf", "anyOf", "oneOf", "prefixItems"];

/**
 * Components of which none leads back to itself at once: TypeScript refuses `A: B | null` beside `B: A[]`, which a document
 * may say. What closes such a circle is replaced by the properties that its target has of its own.
 */
export function breakCycles(components: Components): Components {
  const cuts = findCuts(components);
  return new Map(
    [...components].map(([name, schema]) => {
      const cut = cuts.get(name);
      return [name, cut === undefined ? schema : replaceRefs(schema, cut, components)];
    }),
  );
}

/** By component, the targets that are still open where a walk comes to the component. */
function findCuts(components: Components): ReadonlyMap<string, ReadonlySet<string>> {
  const cuts = new Map<string, Set<string>>();
  const state = new Map<string, "open" | "done">();
  // A union comes before its parts, which then lose what the union says instead of the union its parts.
  const first = [...components].filter(([, schema]) => isUnion(schema) || asList(schema.allOf).some(isUnion));
  for (const [root] of [...first, ...components]) {
    const trail: { name: string; targets: string[] }[] = [];
    const enter = (name: string): void => {
      state.set(name, "open");
      trail.push({ name, targets: listRefs(components.get(name)).reverse() });
    };
    if (!state.has(root)) enter(root);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const target = top.targets.pop();
      if (target === undefined) {
        state.set(top.name, "done");
        trail.pop();
      } else if (state.get(target) === "open") cuts.set(top.name, (cuts.get(top.name) ?? new Set()).add(target));
      else if (!state.has(target)) enter(target);
    }
  }
  return cuts;
}

function isUnion(schema: Json): boolean {
  return isObject(schema) && (asList(schema.anyOf).length > 1 || asList(schema.oneOf).length > 1);
}

function listRefs(schema: Json | undefined): string[] {
  if (!isObject(schema)) return [];
  if (typeof schema.$ref === "string") return [refName(schema.$ref)];
  return [...AT_ONCE.flatMap((keyword) => asList(schema[keyword]).flatMap(listRefs)), ...listRefs(schema.items)];
}

function replaceRefs(schema: JsonObject, cut: ReadonlySet<string>, components: Components): JsonObject {
  if (typeof schema.$ref === "string") {
    const { $ref, ...note } = schema;
    const name = refName(asText($ref));
    return cut.has(name) ? { ...note, ...ownMembers(components.get(name)) } : schema;
  }
  const replaced = Object.entries(schema).map(([keyword, value]): [string, Json] => {
    if (keyword === "items" && isObject(value)) return [keyword, replaceRefs(value, cut, components)];
    if (!AT_ONCE.includes(keyword)) return [keyword, value];
    return [keyword, asList(value).map((part) => (isObject(part) ? replaceRefs(part, cut, components) : part))];
  });
  return Object.fromEntries(replaced);
}

function ownMembers({ properties, required }: JsonObject = {}): JsonObject {
  if (properties === undefined) return {};
  return { type: "object", properties, ...(required !== undefined && { required }) };
}
