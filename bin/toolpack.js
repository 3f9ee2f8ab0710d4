#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

// Node 22 caches compiled code between runs; Node 20 does not. Workers read the setting from the environment.
const cache = module.enableCompileCache?.().directory;
if (cache !== undefined) process.env.NODE_COMPILE_CACHE = cache;

const entry = new URL("../dist/command.cjs", import.meta.url);
if (existsSync(entry)) {
  const { run } = await import(entry.href);
  await run();
} else {
  process.stderr.write("toolpack is not built yet: run `npm run build` in its folder.\n");
  process.exitCode = 2;
}
