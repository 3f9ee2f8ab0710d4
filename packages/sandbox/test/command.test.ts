import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const running = new Set<ChildProcess>();
let folder: string;

/** Builds the command file by file beside `src`, so that it finds the document and its libraries as `dist` does. */
beforeAll(async () => {
  folder = mkdtempSync(join(root, ".command-test-"));
  const files = { entryPoints: ["src/**/*.ts"], outbase: "src", outdir: folder, absWorkingDir: root };
  await build({ ...files, format: "esm", platform: "node", target: "node20", logLevel: "error" });
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything that the command printed, once a text appeared in it. */
  printed(text: string): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

function run(...flags: readonly string[]): Run {
  const child = spawn(process.execPath, [join(folder, "cli.js"), ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Awaited<Run["ended"]>>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  const printed = async (text: string): Promise<string> => {
    await expect.poll(() => out + err, { interval: 10, timeout: 120_000 }).toContain(text);
    return out;
  };
  return { child, printed, ended };
}

const authorization = "Token tea";
const address = (text: string): string => text.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? "";

describe("the command", () => {
  it("starts, says where, answers with its seed, and ends on a signal", async () => {
    const { child, printed, ended } = run("--port", "0", "--api-key", "tea", "--event-ms", "10");
    const url = address(await printed("Ctrl-C"));
    const list = await fetch(`${url}/v1/memories/?user_id=alice`, { headers: { authorization } });
    expect(await list.json()).toHaveLength(4);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: process.platform === "win32" ? null : 0, err: "" });
  });

  it("takes its faults from flags, and starts empty when told to", async () => {
    const flags = [
      "--port",
      "0",
      "--api-key",
      "tea",
      "--no-seed",
      "--rate-limit",
      "2",
      "--fail-every",
      "4",
      "--fail-status",
      "502",
    ];
    const { child, printed, ended } = run(...flags, "--latency-ms", "5");
    const url = address(await printed("Ctrl-C"));
    const list = () => fetch(`${url}/v1/memories/?user_id=alice`, { headers: { authorization } });
    expect(await (await list()).json()).toEqual([]);
    expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([200, 429, 502]);
    child.kill();
    await ended;
  });

  it("shows in its help every flag that there is", async () => {
    const { code, out } = await run("--help").ended;
    expect(code).toBe(0);
    for (const name of [
      "port",
      "api-key",
      "no-seed",
      "event-ms",
      "latency-ms",
      "fail-every",
      "fail-status",
      "rate-limit",
    ]) {
      expect(out).toContain(`--${name}`);
    }
    expect(out).toContain("127.0.0.1");
  });

  it("says that a port is taken and how to get another", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = await run("--port", String(port)).ended;
    other.close();
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`Port ${port} is taken`) });
    expect(err).toContain("--port 0");
  });

  it.each([
    ["an unknown flag", ["--seeds"], "--seeds"],
    ["a word too many", ["4010"], "too many arguments"],
    ["a port that is none", ["--port", "eleven"], "--port"],
    ["a port out of range", ["--port", "65536"], "65535"],
    ["a status that is no failure", ["--fail-status", "200"], "--fail-status"],
    ["a key with a space", ["--api-key", "a b"], "--api-key"],
  ])("names %s", async (_, flags, named) => {
    const { code, err } = await run(...flags).ended;
    expect(code).toBe(1);
    expect(err).toContain(named);
  });
});
