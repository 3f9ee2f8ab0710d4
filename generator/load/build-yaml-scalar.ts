import type { Scalar } from "yaml";
import type { MutableJson } from "../shared/json.js";
import type { Fault } from "./parsed.js";
import { overflowFault, readNumber } from "./read-number.js";
import { offsetOf } from "./yaml-node.js";

/** The JSON value of a scalar; null, with a fault, where it has none. */
export function buildYamlScalar(node: Scalar, faults: Fault[]): MutableJson {
  const { value, source = String(value) } = node;
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number": {
      const exact = readNumber(source, value);
      if (exact === undefined) faults.push(/\d/.test(source) ? overflowFault(source, offsetOf(node)) : noNumber(node));
      return exact ?? null;
    }
    default:
      return null;
  }
}

function noNumber(node: Scalar): Fault {
  return {
    code: "yaml-number",
    message: `has the number \`${node.source}\`, which JSON cannot represent`,
    fix: "Write the value in JSON syntax.",
    offset: offsetOf(node),
  };
}

const core = new Set(["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`));

/**
 * Reports tags outside the core schema. The library also supports dates, bytes and pairs, which JSON cannot represent.
 */
export function checkYamlTag(node: unknown, faults: Fault[]): void {
  const tag = (node as { readonly tag?: string } | null | undefined)?.tag;
  if (tag !== undefined && tag !== "!" && !core.has(tag)) faults.push(tagFault(tag, offsetOf(node)));
}

/** The fault of a tag that is not supported, or not for its value. */
export function tagFault(tag: string, offset: number): Fault {
  const shown = tag.replace(/^tag:yaml\.org,2002:/, "!!");
  return {
    code: "unknown-tag",
    message: `has the tag \`${shown}\`, which ${core.has(tag) ? "does not fit its value" : "is not supported"}`,
    fix: "Remove the tag and write the value in JSON syntax.",
    offset,
  };
}
