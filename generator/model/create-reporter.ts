import type { Loaded } from "../load/types.js";
import { listNames } from "../shared/list-names.js";
import { originOf } from "../shared/origin.js";
import type { Finding } from "../shared/problems.js";
import { nameOwner } from "./name-owner.js";

/** A problem to report. */
export interface Report {
  readonly code: string;
  /** JSON pointer in the overrides, or in the document. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
  readonly severity?: Finding["severity"];
  /** About a choice that holds for the whole document: told at the first place only. */
  readonly once?: true;
  /** Equal ones about several operations or schemas are one problem, which names them. */
  readonly grouped?: true;
}

/** Collects problems, so that a run reports all of them at once. */
export interface Reporter {
  readonly problems: readonly Finding[];
  /** Reports a problem in the overrides, at the key. */
  overrides(report: Report): void;
  /** Reports a problem in the document, or in what an overlay changed in it. */
  spec(report: Report): void;
}

export function createReporter(loaded: Loaded): Reporter {
  const problems: Finding[] = [];
  // Many operations may reach one place.
  const told = new Set<string>();
  const groups = new Map<string, { readonly index: number; readonly owners: Set<string> }>();
  return {
    get problems() {
      const named = [...problems];
      for (const { index, owners } of groups.values()) {
        const first = problems[index];
        if (first === undefined) continue;
        named[index] = { ...first, message: `${first.message.replace(/\.$/, "")} (${listNames([...owners])}).` };
      }
      return named;
    },
    overrides({ pointer, severity = "error", once: _, grouped: __, ...said }) {
      const file = loaded.overridesFile?.path;
      problems.push({ ...said, kind: "usage", severity, ...(file && { at: { file, pointer, part: "key" } }) });
    },
    spec({ pointer, severity = "error", once, grouped, ...said }) {
      const key = JSON.stringify(once ? said.code : [said.code, pointer, said.message]);
      if (told.has(key)) return;
      told.add(key);
      if (grouped) {
        const same = JSON.stringify([said.code, said.message, said.fix]);
        const owner = nameOwner(loaded.document, pointer);
        const group = groups.get(same);
        if (group !== undefined) return void group.owners.add(owner);
        groups.set(same, { index: problems.length, owners: new Set([owner]) });
      }
      problems.push({ ...said, kind: "spec", severity, at: originOf(pointer, "key", loaded) });
    },
  };
}
