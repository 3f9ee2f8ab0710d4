#!/usr/bin/env node
import { startSandbox } from "./index.js";
import { readOptions } from "./read-options.js";

const options = readOptions(process.argv);
try {
  const sandbox = await startSandbox(options);
  process.stdout.write(`Mem0 sandbox on ${sandbox.url}, key ${sandbox.apiKey}. Ctrl-C stops it.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const taken = `Port ${options.port} is taken. Choose another with --port, or let --port 0 find one.`;
  process.stderr.write(`${code === "EADDRINUSE" ? taken : message}\n`);
  process.exitCode = 1;
}
