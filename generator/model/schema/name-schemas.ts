import { shortHash } from "../../shared/hash.js";
import { isObject, type Json, type JsonObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { readPointer, refPointer, splitPointer } from "../../shared/pointer.js";

/** The name of every `$ref` target of a document under `$defs`. */
export interface SchemaNames {
  /** Whether a schema has this name already. */
  isTaken(name: string): boolean;
  /** The name of the schema at a pointer, in a request or in a response. */
  nameOf(pointer: string, direction: "input" | "output"): string | undefined;
}

interface Target {
  readonly refs: ReadonlySet<string>;
  /** Contains readOnly, writeOnly or a discriminator, so that its schemas in a request and in a response differ. */
  readonly directed: boolean;
}

/** Names the targets of all `$ref`s, and `others`, from the document alone, so that neither order nor use matters. */
export function nameSchemas(document: JsonObject, others: readonly string[] = []): SchemaNames {
  const targets = new Map<string, Target>();
  const waiting = [...scan(document).refs, ...others];
  for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
    const value = targets.has(pointer) ? undefined : readPointer(document, pointer);
    if (value === undefined) continue;
    const target = scan(value);
    targets.set(pointer, target);
    waiting.push(...target.refs);
  }
  const directed = findDirected(targets);
  const names = new Map<string, string>();
  for (const [name, pointers] of groupByName([...targets.keys()]))
    for (const pointer of pointers)
      names.set(pointer, pointers.length === 1 ? name : `${name}_${shortHash(pointer, 6)}`);
  // A component may itself be called PetInput; then the request's Pet gets another name.
  const taken = new Set(names.values());
  return {
    isTaken: (name) => taken.has(name),
    nameOf(pointer, direction) {
      const name = names.get(pointer);
      if (name === undefined || direction === "output" || !directed.has(pointer)) return name;
      return taken.has(`${name}Input`) ? `${name}Input_${shortHash(pointer, 6)}` : `${name}Input`;
    },
  };
}

/** Names for changed forms of definitions: that of the definition, and the key of the change in words. */
export function createVariants(names: SchemaNames): { nameOf(base: string, key: string): string } {
  const known = new Map<string, string>();
  return {
    nameOf(base, key) {
      const words = key.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "");
      const plain = words.length > 40 ? `${base}_${shortHash(key, 6)}` : `${base}_${words}`;
      const isFree = !names.isTaken(plain) && (known.get(plain) ?? key) === key;
      const name = isFree ? plain : `${plain}_${shortHash(key, 6)}`;
      known.set(name, key);
      return name;
    },
  };
}

function groupByName(pointers: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const pointer of [...pointers].sort(compareText)) {
    const name = plainName(pointer);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [pointer]);
    else group.push(pointer);
  }
  return groups;
}

function plainName(pointer: string): string {
  const parts = splitPointer(pointer);
  const words = parts[0] === "components" ? parts.slice(2) : parts.slice(-2);
  const name = words
    .filter((word) => word !== "properties" && word !== "schema")
    .join("_")
    .replace(/[^A-Za-z0-9_]+/g, "_");
  const cut = name.length > 56 ? `${name.slice(0, 48)}_${shortHash(pointer, 7)}` : name;
  return /^[A-Za-z]/.test(cut) && !Object.hasOwn(Object.prototype, cut) ? cut : `S_${cut}`;
}

function scan(value: Json): Target {
  const refs = new Set<string>();
  let directed = false;
  const visit = (part: Json): void => {
    if (typeof part !== "object" || part === null) return;
    const object = part as JsonObject;
    const target = typeof object.$ref === "string" ? refPointer(object.$ref) : undefined;
    if (target !== undefined) refs.add(target);
    if (object.readOnly === true || object.writeOnly === true || isObject(object.discriminator)) directed = true;
    for (const key of Object.keys(object)) visit(object[key] as Json);
  };
  visit(value);
  return { refs, directed };
}

function findDirected(targets: ReadonlyMap<string, Target>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const waiting: string[] = [];
  for (const [pointer, target] of targets) {
    if (target.directed) waiting.push(pointer);
    for (const ref of target.refs) {
      const known = users.get(ref);
      if (known === undefined) users.set(ref, [pointer]);
      else known.push(pointer);
    }
  }
  const directed = new Set<string>();
  for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
    if (directed.has(pointer)) continue;
    directed.add(pointer);
    waiting.push(...(users.get(pointer) ?? []));
  }
  return directed;
}
