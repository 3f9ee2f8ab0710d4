import { createRequire } from "node:module";
import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../shared/json.js";
import type { Change, Touch } from "../shared/origin.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem } from "../shared/problems.js";
import { mergeUpdate } from "./merge-update.js";
import type { Overlay, OverlayAction } from "./read-overlay.js";
import { isData, readKind } from "./read-slot.js";
import { buildRepeatProblem } from "./repeated-key.js";

/**
 * Applies an overlay to the document, in place and in order. A target that matches nothing is an error: the document
 * has changed, and what the overlay was meant to fix would silently stay.
 */
export function applyOverlay(
  document: MutableObject,
  overlay: Overlay,
): { readonly touches: readonly Touch[]; readonly problems: readonly Problem[] } {
  const touches: Touch[] = [];
  const problems: Problem[] = [];
  for (const action of overlay.actions) {
    const changes: Change[] = [];
    const found = find(document, action);
    const refusals = found.kind === "paths" ? applyAction(document, action, found.paths, changes) : [found];
    problems.push(
      ...refusals.map(({ code, text, fix, field }): Problem => {
        const at = overlay.file.locate(`${action.pointer}/${field}`);
        return { code, kind: "spec", severity: "error", message: text, fix, at };
      }),
      ...(found.kind === "paths" ? checkRepeats(document, action, found.paths) : []),
    );
    if (changes.length > 0) touches.push({ file: overlay.file.path, action: action.pointer, changes });
  }
  return { touches, problems };
}

interface Refusal {
  readonly kind: "refusal";
  readonly code: string;
  readonly text: string;
  readonly fix: string;
  readonly field: "target" | "update";
}

type Paths = readonly (readonly string[])[];

function find(
  document: MutableObject,
  { target }: OverlayAction,
): Refusal | { readonly kind: "paths"; readonly paths: Paths } {
  try {
    const paths = findPaths(document, target);
    if (paths.length > 0) return { kind: "paths", paths };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    return {
      kind: "refusal",
      code: "overlay-target",
      text: `The overlay target \`${target}\` is not a JSONPath (RFC 9535): ${reason}.`,
      fix: "Fix the expression.",
      field: "target",
    };
  }
  return {
    kind: "refusal",
    code: "overlay-no-match",
    text: `The overlay target \`${target}\` matches nothing in the document.`,
    fix: "Change it to match the current document, or remove the action.",
    field: "target",
  };
}

function applyAction(
  document: MutableObject,
  action: OverlayAction,
  paths: Paths,
  changes: Change[],
): readonly Refusal[] {
  const { change, pointer } = action;
  if (change.kind === "remove") {
    return removeAll(document, action, paths, changes);
  }
  return paths.flatMap((path): readonly Refusal[] => {
    const reason = mergeUpdate(document, path, change.value, `${pointer}/update`, changes);
    if (reason === undefined) return [];
    const fix = "Remove the old value in an earlier action.";
    return [{ kind: "refusal", code: "overlay-update", text: `${reason}.`, fix, field: "update" }];
  });
}

function findPaths(document: MutableObject, target: string): Paths {
  // Loaded here, since most runs have no overlay.
  const { exec } = createRequire(import.meta.url)("jsonpath-rfc9535") as typeof import("jsonpath-rfc9535");
  const found = new Map<string, readonly string[]>();
  // A filter compares values, and the library does not know bigints.
  const searched = target.includes("?") ? withoutBigints(document) : document;
  exec(searched as Parameters<typeof exec>[0], target, (_, path) => {
    const keys = path.map(String);
    found.set(toPointer(keys), keys);
  });
  return [...found.values()];
}

function withoutBigints(value: MutableJson): MutableJson {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(withoutBigints);
  if (!isObject(value)) return value;
  const copy: MutableObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, withoutBigints(value[key] ?? null));
  return copy;
}

function removeAll(
  document: MutableObject,
  { pointer: from, target }: OverlayAction,
  paths: Paths,
  changes: Change[],
): readonly Refusal[] {
  if (paths.some((path) => path.length === 0)) {
    const text = `The overlay target \`${target}\` would remove the whole document.`;
    return [{ kind: "refusal", code: "overlay-target", text, fix: "Target a part of it.", field: "target" }];
  }
  // Back to front, so that each index is still valid when it is used.
  for (const path of [...paths].sort(fromTheBack)) {
    const key = path.at(-1) ?? "";
    const holder = valueAt(document, path.slice(0, -1));
    if (Array.isArray(holder)) {
      holder.splice(Number(key), 1);
    } else {
      delete (holder as MutableObject)[key];
    }
    changes.push({ pointer: toPointer(path), from, removed: Array.isArray(holder) ? "item" : "key" });
  }
  return [];
}

function fromTheBack(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [one = "", other = ""] = [a[index], b[index]];
    if (one !== other) {
      const difference = Number(other) - Number(one);
      return Number.isNaN(difference) ? (one < other ? 1 : -1) : difference;
    }
  }
  return b.length - a.length;
}

/** Repeated keys of an update are an error or a warning depending on where the update is applied. */
function checkRepeats(document: MutableObject, { change }: OverlayAction, paths: Paths): readonly Problem[] {
  if (change.kind === "remove") return [];
  return change.repeats.map((repeat) => {
    const kinds = paths.map((path) => {
      const place = Array.isArray(valueAt(document, path)) ? [...path, "0"] : path;
      return readKind([...place, ...repeat.path]);
    });
    return buildRepeatProblem(repeat, "spec", kinds.every(isData));
  });
}

function valueAt(document: MutableObject, path: readonly string[]): MutableJson | undefined {
  return path.reduce<MutableJson | undefined>((value, key) => ownValue(value, key), document);
}
