import { type MutableJson, type MutableObject, ownValue } from "../shared/json.js";
import type { Change, Touch } from "../shared/origin.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem } from "../shared/problems.js";
import { findPaths, SearchTimeout } from "./find-paths.js";
import { limits } from "./limits.js";
import { mergeUpdate } from "./merge-update.js";
import { createSizeWatch } from "./overlay-size.js";
import type { Overlay, OverlayAction } from "./read-overlay.js";
import { isData, readKind } from "./read-slot.js";
import { buildRepeatProblem } from "./repeated-key.js";

/**
 * Applies an overlay to the document, in place and in order. A target that matches nothing is an error unless
 * `allowUnused` is set: the document has changed, and what the overlay was meant to fix would silently stay. Stops at an
 * action that makes the document too large.
 */
export function applyOverlay(
  document: MutableObject,
  overlay: Overlay,
  allowUnused: boolean,
): { readonly touches: readonly Touch[]; readonly problems: readonly Problem[] } {
  const touches: Touch[] = [];
  const problems: Problem[] = [];
  const exceeds = createSizeWatch(document);
  for (const action of overlay.actions) {
    const changes: Change[] = [];
    const found = find(document, action);
    const size = found.kind === "paths" ? exceeds(action, found.paths) : undefined;
    if (size !== undefined) {
      problems.push({
        code: size.code,
        kind: "spec",
        severity: "error",
        message: `The overlay action at \`${action.target}\` would make the document have ${size.message}.`,
        fix: "Make the target match less, or the update smaller.",
        at: overlay.file.locate(`${action.pointer}/target`),
      });
      break;
    }
    const refusals = found.kind === "paths" ? applyAction(document, action, found.paths, changes) : [found];
    problems.push(
      ...refusals.map(({ code, text, fix, field }): Problem => {
        const at = overlay.file.locate(`${action.pointer}/${field}`);
        const severity = code === "overlay-no-match" && allowUnused ? "warning" : "error";
        return { code, kind: "spec", severity, message: text, fix, at };
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
    if (error instanceof SearchTimeout)
      return {
        kind: "refusal",
        code: "overlay-target",
        text: `The search for the overlay target \`${target}\` takes more than ${limits.searchSeconds} seconds.`,
        fix: "Write a target that names its place, without nested `..` or a pattern that backtracks.",
        field: "target",
      };
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
