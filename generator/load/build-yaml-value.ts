import type { Alias, Pair } from "yaml";
import { type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { buildYamlScalar, checkYamlTag } from "./build-yaml-scalar.js";
import { limits } from "./limits.js";
import type { Fault, Repeat } from "./parsed.js";
import { keyText, loadYaml, offsetOf } from "./yaml-node.js";

interface Anchored {
  readonly node: unknown;
  readonly value: MutableJson;
}

interface State {
  readonly faults: Fault[];
  readonly repeats: Repeat[];
  /** The keys down to the value that is being built. */
  readonly path: string[];
  readonly anchors: Map<string, Anchored>;
  /** The node that each alias refers to. */
  readonly targets: Map<unknown, unknown>;
  aliasNodes: number;
  nodes: number;
}

/** Thrown to leave the tree at once when a limit is passed. */
class LimitPassed extends Error {}

/**
 * Turns a YAML tree into plain JSON values. The library's aliases share one object, so copying or walking a small
 * file could take unbounded memory; here each alias is a counted copy.
 */
export function buildYamlValue(root: unknown): {
  readonly value: MutableJson;
  readonly targets: ReadonlyMap<unknown, unknown>;
  readonly faults: readonly Fault[];
  readonly repeats: readonly Repeat[];
} {
  const state: State = {
    faults: [],
    repeats: [],
    path: [],
    anchors: new Map(),
    targets: new Map(),
    aliasNodes: 0,
    nodes: 0,
  };
  let value: MutableJson = null;
  try {
    value = buildValue(root, 1, state);
  } catch (error) {
    if (!(error instanceof LimitPassed)) {
      throw error;
    }
  }
  const { targets, faults, repeats } = state;
  return { value, targets, faults, repeats };
}

function buildValue(node: unknown, depth: number, state: State): MutableJson {
  const { isAlias, isMap, isScalar, isSeq } = loadYaml();
  state.nodes += 1;
  if (depth > limits.depth) {
    stop(state, node, "too-deep", `is nested more than ${limits.depth} levels deep`);
  }
  if (state.nodes > limits.nodes) {
    stop(state, node, "too-many-values", `has more than ${limits.nodes} values`);
  }
  if (isAlias(node)) {
    return buildAlias(node, depth, state);
  }
  checkYamlTag(node, state.faults);
  let value: MutableJson;
  if (isMap(node)) {
    value = {};
    for (const pair of node.items) {
      addPair(value, pair, depth, state);
    }
  } else if (isSeq(node)) {
    value = node.items.map((item, index) => buildBelow(item, String(index), depth, state));
  } else {
    value = isScalar(node) ? buildYamlScalar(node, state.faults) : null;
  }
  const anchor = (node as { readonly anchor?: string } | null)?.anchor;
  if (anchor !== undefined) {
    state.anchors.set(anchor, { node, value });
  }
  return value;
}

function buildBelow(node: unknown, key: string, depth: number, state: State): MutableJson {
  state.path.push(key);
  const value = buildValue(node, depth + 1, state);
  state.path.pop();
  return value;
}

function buildAlias(alias: Alias, depth: number, state: State): MutableJson {
  const anchored = state.anchors.get(alias.source);
  if (anchored === undefined) {
    state.faults.push({
      code: "yaml-alias",
      message: `has the alias \`*${alias.source}\` without a complete anchor before it`,
      fix: "Define the anchor before the alias, not around it.",
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
    stop(state, alias, "alias-expansion", `expands to more than ${limits.aliasNodes} values through YAML aliases`);
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
    refuse(state, pair.key ?? pair.value, "yaml-key", "has a key that is not plain text");
    return;
  }
  if (key === "<<") {
    refuse(state, pair.key, "yaml-merge-key", "uses the merge key `<<`, which YAML 1.2 does not support");
    return;
  }
  checkYamlTag(pair.key, state.faults);
  if (Object.hasOwn(object, key)) {
    state.repeats.push({ path: [...state.path, key], offset: offsetOf(pair.key) });
  }
  setOwn(object, key, buildBelow(pair.value, key, depth, state));
}

function readKey(key: unknown): string | undefined {
  return loadYaml().isScalar(key) && key.value !== null ? keyText(key) : undefined;
}

function refuse(state: State, node: unknown, code: string, message: string): void {
  state.faults.push({ code, message, fix: "Write the value in JSON syntax.", offset: offsetOf(node) });
}

function stop(state: State, node: unknown, code: string, message: string): never {
  state.faults.push({ code, message, fix: "Reduce the size or the nesting of the file.", offset: offsetOf(node) });
  throw new LimitPassed();
}
