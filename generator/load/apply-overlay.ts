import { createRequire } from "node:module";
import type { MutableJson, MutableObject } from "../shared/json.js";
import type { Touch } from "../shared/origin.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem } from "../shared/problems.js";
import { mergeUpdate } from "./merge-update.js";
import type { Overlay, OverlayAction } from "./read-overlay.js";

/**
 * Applies an overlay to the document, in place and in order. A target that matches nothing is an error: the document
 * has moved on, and what the overlay was to mend would silently stay.
 */
export function applyOverlay(
  document: MutableObject,
  overlay: Overlay,
): { readonly touches: readonly Touch[]; readonly problems: readonly Problem[] } {
  const touches: Touch[] = [];
  const problems: Problem[] = [];
  for (const action of overlay.actions) {
    const changes: Change[] = [];
    for (const message of applyAction(document, action, changes)) {
      problems.push({
        code: message.code,
        kind: "spec",
        severity: "error",
        message: message.text,
        fix: message.fix,
        at: overlay.file.locate(`${action.pointer}/${message.field}`),
      });
    }
    if (changes.length > 0) touches.push({ file: overlay.file.path, action: action.pointer, changes });
  }
  return { touches, problems };
}

type Change = Touch["changes"][number];

interface Refusal {
  readonly code: string;
  readonly text: string;
  readonly fix: string;
  readonly field: "target" | "update";
}

function applyAction(document: MutableObject, action: OverlayAction, changes: Change[]): readonly Refusal[] {
  const { target, change } = action;
  let paths: readonly (readonly string[])[];
  try {
    paths = findPaths(document, target);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    return [
      {
        code: "overlay-target",
        text: `The overlay target \`${target}\` is no JSONPath (RFC 9535): ${reason}.`,
        fix: "Mend the expression.",
        field: "target",
      },
    ];
  }
  if (paths.length === 0) {
    return [
      {
        code: "overlay-no-match",
        text: `The overlay target \`${target}\` matches nothing in the document.`,
        fix: "Aim it at what the document holds now, or take the action out.",
        field: "target",
      },
    ];
  }
  if (change.kind === "remove") {
    return removeAll(document, action, paths, changes);
  }
  return paths.flatMap((path): readonly Refusal[] => {
    const reason = mergeUpdate(document, path, change.value, `${action.pointer}/update`, changes);
    return reason === undefined
      ? []
      : [
          {
            code: "overlay-update",
            text: `${reason}.`,
            fix: "Remove the old value in an action before.",
            field: "update",
          },
        ];
  });
}

function findPaths(document: MutableObject, target: string): readonly (readonly string[])[] {
  // Loaded here, since most runs have no overlay.
  const { exec } = createRequire(import.meta.url)("jsonpath-rfc9535") as typeof import("jsonpath-rfc9535");
  const found = new Map<string, readonly string[]>();
  exec(document, target, (_, path) => {
    const keys = path.map(String);
    found.set(toPointer(keys), keys);
  });
  return [...found.values()];
}

function removeAll(
  document: MutableObject,
  { pointer: from, target }: OverlayAction,
  paths: readonly (readonly string[])[],
  changes: Change[],
): readonly Refusal[] {
  if (paths.some((path) => path.length === 0)) {
    const text = `The overlay target \`${target}\` would remove the whole document.`;
    return [{ code: "overlay-target", text, fix: "Aim it at a part.", field: "target" }];
  }
  // From the back, so that an index still means what it meant when it was found.
  for (const path of [...paths].sort(fromTheBack)) {
    const key = path.at(-1) ?? "";
    const holder = path
      .slice(0, -1)
      .reduce<MutableJson>((value, step) => (value as MutableObject)[step] ?? null, document);
    if (Array.isArray(holder)) {
      holder.splice(Number(key), 1);
    } else {
      delete (holder as MutableObject)[key];
    }
    changes.push({ pointer: toPointer(path), from });
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
