import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printSource } from "../print/source.js";
import { printString } from "../print/string.js";

/** The shim in bin/: JavaScript, so that the link of the command exists before the pack is built. */
export function emitBin({ bin, model }: Plan): GeneratedFile {
  const shim = `import { existsSync, readFileSync } from "node:fs";

const entry = new URL("../dist/command.js", import.meta.url);
if (existsSync(entry)) {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const { run } = await import(entry.href);
  await run(version);
} else {
  console.error(${printString(`${model.pack.name} is not built yet: run npm install in its folder, which builds it.`)});
  process.exitCode = 2;
}
`;
  return { path: bin.path, text: `#!/usr/bin/env node\n${printSource(shim)}` };
}
