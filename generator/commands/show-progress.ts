import type { Stage } from "../index.js";
import type { Io } from "./types.js";

/** On a terminal, one line a stage; silence elsewhere. */
export function showProgress(io: Io): (stage: Stage) => void {
  if (!io.progress) return () => undefined;
  return ({ name, ms }) => io.err(`${name.padEnd(10)} ${ms.toFixed(0).padStart(6)} ms\n`);
}
