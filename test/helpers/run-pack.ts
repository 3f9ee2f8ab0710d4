import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import type { GeneratedFile } from "../../generator/shared/generated-file.js";

/** What a program sees that imports a whole pack, lists its tools and calls each. */
export interface Seen {
  /** Names that the text of a document would have set if any of it had run. */
  readonly globals: readonly string[];
  readonly polluted: boolean;
  readonly tools: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  /** Paths and queries that were asked for. */
  readonly requests: readonly string[];
}

const PROGRAM = `
import * as pack from "./index.ts";
import { tools } from "./tools/index.ts";
import { definition } from "./definition.ts";
import { profiles } from "./profiles/index.ts";
import { createToolpack } from "./runtime/index.ts";

const before = new Set(BEFORE);
const requests = [];
const fetch = async (url) => {
  requests.push(url);
  return new Response("{}", { headers: { "content-type": "application/json" } });
};
const off = tools.filter((tool) => tool.approval).map((tool) => tool.name);
const all = createToolpack({ definition, tools, profiles }, { profile: "all", apiKey: "key", fetch, approval: { off } });
for (const { name, inputSchema } of tools) {
  const args = Object.fromEntries(
    (inputSchema.required ?? []).map((key) => [key, inputSchema.properties[key].enum?.[0] ?? "x"]),
  );
  await all.call(name, args).catch(() => undefined);
}
const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
console.log(JSON.stringify({
  globals,
  polluted: "polluted" in {},
  tools: tools.map(({ name, title, description }) => ({ name, title, description })),
  requests,
}));
void pack;
`;

/** Bundles a pack as it came out of the generator and runs it in a process of its own. */
export async function runPack(files: readonly GeneratedFile[]): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), "toolpack-run-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "program.ts"), PROGRAM.replace("BEFORE", "globalThis.__before"));
    const outfile = join(folder, "program.mjs");
    const banner = { js: "globalThis.__before = [...Object.getOwnPropertyNames(globalThis), '__before'];" };
    const entryPoints = [join(folder, "program.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", banner, logLevel: "silent" });
    return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8", timeout: 300_000 })) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
