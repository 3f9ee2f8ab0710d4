import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printSource } from "../print/source.js";
import { printString } from "../print/string.js";

/** command.ts and its shim in bin/: the command for people and MCP hosts. */
export function emitBin(plan: Plan): GeneratedFile[] {
  const symbols = [
    { name: "definition", from: "./definition.js" },
    { name: "profiles", from: "./profiles/index.js" },
    { name: "runBin", from: "./runtime/bin/run-bin.js" },
    { name: "tools", from: "./tools/index.js" },
  ];
  const command = `/** Runs the command line of this process. */
export function run(version: string): Promise<void> {
  return runBin({ definition, profiles, tools }, version);
}
`;
  // JavaScript, so that the link of the command exists before the pack is built.
  const shim = `import { existsSync, readFileSync } from "node:fs";

const entry = new URL("../dist/command.js", import.meta.url);
if (existsSync(entry)) {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { run } = await import(entry.href);
  await run(version);
} else {
  console.error(${printString(`${plan.model.pack.name} is not built yet: run npm run build in its folder first.`)});
  process.exitCode = 2;
}
`;
  return [
    { path: "command.ts", text: printSource(symbols, command) },
    { path: binPath(plan), text: `#!/usr/bin/env node\n${printSource([], shim)}` },
  ];
}

/** `mem0-toolpack`: what a person types. */
export function binName({ model: { pack } }: Plan): string {
  return pack.name.replace(/^@[^/]*\//, "");
}

/** `bin/mem0.js` */
export function binPath(plan: Plan): string {
  const name = binName(plan);
  return `bin/${name.replace(/-toolpack$/, "") || name}.js`;
}
