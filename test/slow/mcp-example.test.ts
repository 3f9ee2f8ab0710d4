import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { startSandbox } from "../../packages/sandbox/src/index.js";
import { buildBin } from "../helpers/build-bin.js";
import { importExample } from "../helpers/import-example.js";

interface Example {
  recall(options: object): Promise<{ tools: string[]; memory: string; deleted: boolean }>;
}

const path = new URL("../../examples/mcp/recall.mjs", import.meta.url);

it("is at most 40 lines", () => {
  expect(readFileSync(path, "utf8").split("\n").length).toBeLessThanOrEqual(41);
});

it.each([true, false])(
  "adds, finds and deletes over standard input and output; the person agrees: %s",
  async (agrees) => {
    const [sandbox, bin] = await Promise.all([startSandbox(), buildBin()]);
    const { recall } = await importExample<Example>("mcp/recall.mjs");
    const { deleted, memory, tools } = await recall({
      command: process.execPath,
      args: [bin.path, "mcp", "--base-url", sandbox.url],
      env: { MEM0_API_KEY: sandbox.apiKey },
      userId: "alice",
      confirm: async () => agrees,
    });
    expect(tools).toContain("search_memories");
    expect({ deleted, memory }).toEqual({ deleted: agrees, memory: "Likes night trains" });
    bin.remove();
    await sandbox.close();
  },
);
