import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { findNode } from "./find-node.mjs";

const program = fileURLToPath(new URL("node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));
const document = fileURLToPath(new URL("../../spec/mem0.openapi.yaml", import.meta.url));

/** Starts Prism with our document on a free port. It validates requests and its own responses against the document. */
export async function startPrism() {
  const port = await findPort();
  const args = [program, "mock", "--host", "127.0.0.1", "--port", String(port), "--errors", "--verboseLevel", "error"];
  const child = spawn(findNode(), [...args, document], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SCARF_ANALYTICS: "false", DO_NOT_TRACK: "1", NO_COLOR: "1" },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log += chunk;
    });
  }
  const ended = once(child, "exit");
  const close = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  // Stops Prism even if this process exits early.
  process.once("exit", () => child.kill("SIGKILL"));

  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150 && child.exitCode === null; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answers = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (answers) return { url, close };
  }
  await close();
  throw new Error(`Prism did not start:\n${log.slice(-2_000)}`);
}

async function findPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
