#!/usr/bin/env node
import { startSandbox } from "./index.js";
import { readOptions } from "./read-options.js";

const options = readOptions(process.argv);
try {
  const sandbox = await startSandbox(options);
  process.stdout.write(`Mem0 sandbox listening on ${sandbox.url}, API key ${sandbox.apiKey}. Press Ctrl-C to stop.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const taken = `Port ${options.port} is taken. Set another port with --port, or use --port 0 to pick a free one.`;
  process.stderr.write(`${code === "EADDRINUSE" ? taken : message}\n`);
  process.exitCode = 1;
}
