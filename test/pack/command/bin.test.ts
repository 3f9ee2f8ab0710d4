import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../packages/sandbox/src/index.js";
import { type BuiltBin, buildBin } from "../../helpers/build-bin.js";

let sandbox: Sandbox;
let bin: BuiltBin;

beforeAll(async () => {
  [sandbox, bin] = await Promise.all([startSandbox({ seed: true, latencyMs: 0 }), buildBin()]);
});

afterAll(async () => {
  bin.remove();
  await sandbox.close();
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(argv: readonly string[], input = "", stopAfterMs?: number, path = bin.path): Promise<Ended> {
  const child = spawn(process.execPath, [path, ...argv], { env: { MEM0_API_KEY: sandbox.apiKey } });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  if (stopAfterMs) setTimeout(() => child.kill("SIGINT"), stopAfterMs);
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

describe("the pack's bin", () => {
  it("calls a tool with arguments from the standard input, and ends", async () => {
    const argv = ["call", "search_memories", "--json", "-", "--base-url", sandbox.url, "--reporter", "json"];
    const { code, err, out } = await run(argv, '{"query":"what does alice like","user_id":"alice"}');
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out).data.results.length).toBeGreaterThan(0);
  });

  it("tells its version, and a wrong line by its exit code", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
    expect(await run(["call", "delete_memory", "--memory-id", "11111111-1111-4111-8111-111111111111"])).toEqual({
      code: 2,
      out: "",
      err: "invalid_option: delete_memory requires approval. Without a terminal, pass --yes\n",
    });
  });

  it("says in one line what mcp needs where the server package is not installed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mem0-bin-"));
    cpSync(dirname(dirname(bin.path)), folder, { recursive: true });
    const ended = await run(["mcp"], "", undefined, join(folder, "bin/mem0.js"));
    rmSync(folder, { recursive: true, force: true });
    expect(ended).toEqual({
      code: 2,
      out: "",
      err: "invalid_option: mcp requires a package that is not installed: npm install @modelcontextprotocol/server@2.4\n",
    });
  });

  it("says so when the pack is not built", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mem0-bin-"));
    cpSync(dirname(bin.path), join(folder, "bin"), { recursive: true });
    const ended = await run(["list"], "", undefined, join(folder, "bin/mem0.js"));
    rmSync(folder, { recursive: true, force: true });
    expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining("npm install") });
  });

  it.skipIf(process.platform === "win32")("ends with 130 on SIGINT", async () => {
    const slow = await startSandbox({ latencyMs: 20_000 });
    const { code, out } = await run(["call", "list_events", "--base-url", slow.url], "", 1500);
    await slow.close();
    expect({ code, out }).toEqual({ code: 130, out: "" });
  });
});
