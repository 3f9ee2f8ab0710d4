import type { Problem } from "../shared/problems.js";

/** The world as a command sees it, so that a test can be one. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  /** Colour what goes to `err`. */
  readonly color: boolean;
  /** Say on `err` what is being done. */
  readonly progress: boolean;
}

/** Flags that say which pack a command is about. */
export interface PackFlags {
  readonly spec?: string;
  readonly overrides?: string;
  readonly overlay: readonly string[];
  readonly out?: string;
}

/** The inputs of one pack and where it goes, from the flags or from toolpack.config.json. */
export interface PackInputs {
  readonly spec: string;
  readonly overlays: readonly string[];
  readonly overrides?: string;
  readonly out: string | undefined;
}

/** What a command found out. Printing it is somebody else's work. */
export interface Outcome {
  /** Printed by the JSON reporter. */
  readonly data: object;
  /** Printed by the pretty reporter, each escaped; they may hold text of the inputs. */
  readonly lines: readonly string[];
  /** Warnings, and the findings that decide the exit code. */
  readonly problems: readonly Problem[];
}
