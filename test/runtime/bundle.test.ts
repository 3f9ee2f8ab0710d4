import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

async function bundle(code: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format,
    globalName: "runtime",
    target: "esnext",
    // Neither Node nor a browser: an import of node: or of a package is an error.
    platform: "neutral",
  });
  return outputFiles[0]?.text ?? "";
}

const everything = 'export * from "../../runtime/index.js";';

test("importing the runtime touches no global of the platform and makes no code from text", async () => {
  // A bare context has the language and nothing else: no fetch, no URL, no process.
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(await bundle(everything, "iife"), context);
  expect(runInContext("typeof runtime.createToolpack + typeof fetch", context)).toBe("functionundefined");
});

test("what is not used is not bundled", async () => {
  expect((await bundle('export { isToolpackError } from "../../runtime/index.js";')).length).toBeLessThan(300);
  expect((await bundle('import "../../runtime/index.js";')).trim()).toBe("");
  expect(await bundle('export { HttpClient } from "../../runtime/index.js";')).not.toMatch(
    /gen_ai|Still processing|did you mean/,
  );
});

test("a pack contains only the kinds of bodies, styles, readers and credentials that it names", async () => {
  expect(await bundle(everything)).not.toMatch(/atob|x-www-form|event-stream|text\/plain|%7C|%20/);
  const client = "../../generated/mem0/client/memories.ts";
  expect(await bundle(`export { getMemoryOperation } from "${client}";`)).not.toMatch(/AND/);
  expect(await bundle(`export { searchMemoriesOperation } from "${client}";`)).toMatch(/AND/);
});

test.each([
  ["everything", everything, 21_300],
  ["a pack", 'export { createToolpack } from "../../runtime/index.js";', 20_300],
  ["a client", 'export { HttpClient } from "../../runtime/index.js";', 10_300],
])("%s stays within its bytes", async (_, code, most) => {
  const { length } = await bundle(code);
  expect(length).toBeLessThanOrEqual(most);
  // A budget far above what is used guards nothing.
  expect(length).toBeGreaterThan(most * 0.95);
});
