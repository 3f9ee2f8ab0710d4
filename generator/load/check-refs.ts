import { isObject, type MutableJson, type MutableObject, ownValue } from "../shared/json.js";
import { nearestName } from "../shared/nearest-name.js";
import { refPointer, splitPointer, toPointer } from "../shared/pointer.js";
import { describePlace } from "./describe-place.js";
import { findRefLoops } from "./find-ref-loops.js";
import { type Kind, readSlot } from "./read-slot.js";
import type { Report } from "./report.js";
import { settleKind, type Visitor } from "./walk-document.js";

interface Reference {
  readonly ref: string;
  readonly path: readonly string[];
  readonly kind: Kind;
  /** The object with the `$ref`. */
  readonly holder: MutableObject;
}

/** Collects each `$ref` while the document is walked; `check` reports those that cannot be followed. */
export interface RefCheck {
  readonly visitor: Visitor;
  /**
   * Takes out the references that do not resolve to what is expected there: faults of what reaches them. One that leaves
   * the document or does not end is an error; returns whether there is none.
   */
  check(document: MutableJson, report: Report): boolean;
}

/** References must be local by now: nothing is ever fetched, and other files are a part of the document already. */
export function createRefCheck(allowRefs = false): RefCheck {
  const references: Reference[] = [];
  /** From a place to the places that define it: the target of its `$ref`, the parts of its `allOf`. */
  const edges = new Map<string, string[]>();
  return {
    visitor: {
      object(value, kind, path) {
        const ref = ownValue(value, "$ref");
        if (typeof ref === "string") {
          references.push({ ref, path: [...path], kind, holder: value });
        }
        const parts = kind.kind === "object" && kind.shape === "Schema" ? ownValue(value, "allOf") : undefined;
        if (Array.isArray(parts)) {
          const pointer = toPointer(path);
          edges.set(
            pointer,
            parts.map((_, index) => `${pointer}/allOf/${index}`),
          );
        }
      },
    },
    check(document, report) {
      let sound = true;
      for (const reference of references) {
        if (leavesDocument(document, reference, allowRefs, report)) {
          sound = false;
          continue;
        }
        // No other key of a map, and nothing in what the format does not know, is followed.
        if (reference.kind.kind !== "object") continue;
        const target = checkTarget(document, reference, report);
        if (target === undefined) {
          delete reference.holder.$ref;
        } else {
          const pointer = toPointer(reference.path);
          edges.set(pointer, [...(edges.get(pointer) ?? []), target]);
        }
      }
      for (const loop of findRefLoops(edges)) {
        sound = false;
        const [first = ""] = loop;
        report.add({
          code: "ref-loop",
          message: `References form a loop without a definition: ${[...loop, first].map((pointer) => `\`#${pointer}\``).join(" -> ")}.`,
          fix: "Replace one of the references with a definition.",
          path: splitPointer(first),
        });
      }
      return sound;
    },
  };
}

/** Reports a reference to the network or to another file, wherever it is. */
function leavesDocument(document: MutableJson, { ref, path }: Reference, allowRefs: boolean, report: Report): boolean {
  const remote = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref);
  if (!remote && ref.startsWith("#")) return false;
  const where = describePlace(document, path);
  const unread = allowRefs ? "not read from there" : "read only with --allow-refs";
  report.add({
    code: remote ? "remote-ref" : "file-ref",
    message: remote
      ? `${where} refers to \`${ref}\`; remote references are not supported.`
      : `${where} refers to the file \`${ref}\`; other files are ${unread}.`,
    fix:
      remote || allowRefs
        ? "Bundle the document first."
        : "Pass --allow-refs, or set `allowRefs` in toolpack.config.json, to read files below the folder of the document.",
    path: [...path, "$ref"],
  });
  return true;
}

/** The pointer of the reference's target; undefined if a fault was reported. */
function checkTarget(document: MutableJson, { ref, path, kind }: Reference, report: Report): string | undefined {
  const where = describePlace(document, path);
  const add = (code: string, message: string, fix: string): undefined =>
    report.fault({ code, message, fix, path: [...path, "$ref"] }) as undefined;

  const pointer = refPointer(ref);
  if (pointer === undefined) {
    return add(
      "ref-form",
      `${where} refers to \`${ref}\`, which is not a \`#/…\` pointer.`,
      "Write the pointer of the target.",
    );
  }
  const target = findTarget(document, splitPointer(pointer));
  if (target.kind === "missing") {
    const near = target.near === undefined ? "Define it, or fix the name." : `Did you mean \`#${target.near}\`?`;
    return add("unresolved-ref", `${where} refers to \`${ref}\`, which is missing from the document.`, near);
  }
  if (!fits(kind, target.of, target.value)) {
    const wanted = kind.kind === "object" ? kind.shape : "value";
    return add(
      "ref-target",
      `${where} refers to \`${ref}\`, which is not a ${wanted}.`,
      "Refer to something of the same kind, such as an entry of `components`.",
    );
  }
  return pointer;
}

type Target =
  | { readonly kind: "found"; readonly value: MutableJson; readonly of: Kind }
  | { readonly kind: "missing"; readonly near: string | undefined };

function findTarget(document: MutableJson, keys: readonly string[]): Target {
  let value = document;
  let of: Kind = { kind: "object", shape: "Document" };
  for (const [index, key] of keys.entries()) {
    const child = ownValue(value, key);
    if (child === undefined) {
      const near = isObject(value) ? nearestName(key, Object.keys(value)) : undefined;
      return {
        kind: "missing",
        near: near === undefined ? undefined : toPointer([...keys.slice(0, index), near, ...keys.slice(index + 1)]),
      };
    }
    of = readSlot(settleKind(of, value), key);
    value = child;
  }
  return { kind: "found", value, of };
}

function fits(wanted: Kind, of: Kind, value: MutableJson): boolean {
  if (of.kind !== "object" || wanted.kind !== "object") {
    return false;
  }
  return of.shape === wanted.shape && (isObject(value) || (of.shape === "Schema" && typeof value === "boolean"));
}
