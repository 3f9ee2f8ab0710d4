// The worker thread with the TypeScript compiler.
import { parentPort } from "node:worker_threads";
import { printSources } from "./print-sources.js";
import { printWireTypes } from "./print-wire-types.js";

const printers = { wireTypes: printWireTypes, sources: printSources };

parentPort?.on("message", ({ id, kind, input }) => {
  try {
    parentPort?.postMessage({ id, output: printers[kind](input) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
