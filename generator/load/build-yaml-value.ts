import type { Alias, Pair, Scalar } from "yaml";
import { type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { limits } from "./limits.js";
import { loadYaml } from "./load-yaml.js";
import type { Fault } from "./parsed.js";

interface Anchored {
  readonly node: unknown;
  readonly value: MutableJson;
}

interface State {
  readonly faults: Fault[];
  readonly anchors: Map<string, Anchored>;
  /** The node that each alias stands for. */
  readonly targets: Map<unknown, unknown>;
  aliasNodes: number;
  nodes: number;
}

/** Thrown to leave the tree at once when a limit is passed. */
class LimitPassed extends Error {}

/**
 * Turns a YAML tree into plain JSON values. The library can do so too, but then shares what an alias repeats,
 * so that a small file grows without bound as soon as it is copied or walked; here each alias is a counted copy.
 */
export function buildYamlValue(root: unknown): {
  readonly value: MutableJson;
  readonly targets: ReadonlyMap<unknown, unknown>;
  readonly faults: readonly Fault[];
} {
  const state: State = { faults: [], anchors: new Map(), targets: new Map(), aliasNodes: 0, nodes: 0 };
  let value: MutableJson = null;
  try {
    value = buildValue(root, 1, state);
  } catch (error) {
    if (!(error instanceof LimitPassed)) {
      throw error;
    }
  }
  return { value, targets: state.targets, faults: state.faults };
}

function buildValue(node: unknown, depth: number, state: State): MutableJson {
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
  state.nodes += 1;
  if (depth > limits.depth) {
    stop(state, node, "too-deep", `is nested more than ${limits.depth} levels deep`);
  }
  if (state.nodes > limits.nodes) {
    stop(state, node, "too-many-values", `holds more than ${limits.nodes} values`);
  }
  if (isAlias(node)) {
    return buildAlias(node, depth, state);
  }
  let value: MutableJson;
  if (isMap(node)) {
    value = {};
    for (const pair of node.items) {
      addPair(value, pair, depth, state);
    }
  } else if (isSeq(node)) {
    value = node.items.map((item) => buildValue(item, depth + 1, state));
  } else {
    value = isScalar(node) ? buildScalar(node, state) : null;
  }
  const anchor = (node as { readonly anchor?: string } | null)?.anchor;
  if (anchor !== undefined) {
    state.anchors.set(anchor, { node, value });
  }
  return value;
}

function buildAlias(alias: Alias, depth: number, state: State): MutableJson {
  const anchored = state.anchors.get(alias.source);
  if (anchored === undefined) {
    state.faults.push({
      code: "yaml-alias",
      message: `has an alias \`*${alias.source}\` with no finished anchor before it`,
      fix: "Define the anchor before the alias, and not around it.",
      offset: offsetOf(alias),
    });
    return null;
  }
  state.targets.set(alias, anchored.node);
  return copyValue(anchored.value, alias, depth, state);
}

function copyValue(value: MutableJson, alias: Alias, depth: number, state: State): MutableJson {
  state.aliasNodes += 1;
  if (state.aliasNodes > limits.aliasNodes) {
    stop(
      state,
      alias,
      "alias-expansion",
      `grows past ${limits.aliasNodes} values by its YAML aliases (alias expansion)`,
    );
  }
  if (depth > limits.depth) {
    stop(state, alias, "too-deep", `is nested more than ${limits.depth} levels deep`);
  }
  if (Array.isArray(value)) {
    return value.map((item) => copyValue(item, alias, depth + 1, state));
  }
  if (typeof value === "object" && value !== null) {
    const copy: MutableObject = {};
    for (const key of Object.keys(value)) {
      setOwn(copy, key, copyValue(value[key] ?? null, alias, depth + 1, state));
    }
    return copy;
  }
  return value;
}

function addPair(object: MutableObject, pair: Pair, depth: number, state: State): void {
  const key = readKey(pair.key);
  if (key === undefined) {
    refuse(state, pair.key ?? pair.value, "yaml-key", "has a key that is no plain text");
    return;
  }
  if (key === "<<") {
    refuse(state, pair.key, "yaml-merge-key", "uses the YAML merge key `<<`, which YAML 1.2 no longer has");
    return;
  }
  if (Object.hasOwn(object, key)) {
    refuse(state, pair.key, "duplicate-key", `has the key \`${key}\` twice in one object`);
    return;
  }
  setOwn(object, key, buildValue(pair.value, depth + 1, state));
}

function readKey(key: unknown): string | undefined {
  if (!loadYaml().isScalar(key) || key.value === null) {
    return undefined;
  }
  // `200:` is the text "200", exactly as it is written.
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

function buildScalar(node: Scalar, state: State): MutableJson {
  const { value } = node;
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) {
        return value;
      }
      refuse(state, node, "yaml-number", `has the number \`${node.source ?? value}\`, which JSON cannot hold`);
      return null;
    default:
      return null;
  }
}

function refuse(state: State, node: unknown, code: string, message: string): void {
  state.faults.push({ code, message, fix: "Write this place as plain JSON data would be.", offset: offsetOf(node) });
}

function stop(state: State, node: unknown, code: string, message: string): never {
  state.faults.push({ code, message, fix: "Make the file smaller or flatter.", offset: offsetOf(node) });
  throw new LimitPassed();
}

function offsetOf(node: unknown): number {
  return (node as { readonly range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
}
