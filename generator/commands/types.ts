import type { Problem } from "../shared/problems.js";

/** The environment of a command, so that a test can replace it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  /** Colour the text on `err`. */
  readonly color: boolean;
  /** Print progress on `err`. */
  readonly progress: boolean;
}

/** Flags that select the packs of a command. */
export interface PackFlags {
  readonly spec?: string;
  readonly overrides?: string;
  readonly overlay: readonly string[];
  /** Read the files that the document refers to, below its folder. */
  readonly allowRefs?: true;
  readonly allowUnusedOverlayTargets?: true;
  readonly strict?: true;
  readonly out?: string;
}

/** The result of a command; `printOutcome` prints it. */
export interface Outcome {
  /** Printed by the JSON reporter. */
  readonly data: object;
  /** Printed by the pretty reporter, each escaped; they may hold text of the inputs. */
  readonly lines: readonly string[];
  /** Warnings, and the findings that decide the exit code. */
  readonly problems: readonly Problem[];
}
