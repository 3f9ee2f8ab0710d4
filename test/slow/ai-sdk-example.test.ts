import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { startSandbox } from "../../packages/sandbox/src/index.js";
import { importExample } from "../helpers/import-example.js";
import { mockModel } from "./mock-model.js";

interface Example {
  answer(options: object): Promise<string>;
}

const path = new URL("../../examples/ai-sdk/answer.mjs", import.meta.url);

it("is at most 40 lines", () => {
  expect(readFileSync(path, "utf8").split("\n").length).toBeLessThanOrEqual(41);
});

it("answers with the user's memory, and deletes when the person agrees", async () => {
  const sandbox = await startSandbox();
  const { answer } = await importExample<Example>("ai-sdk/answer.mjs");
  const questions: unknown[][] = [];
  const options = {
    userId: "alice",
    apiKey: sandbox.apiKey,
    baseUrl: sandbox.url,
    confirm: async (...question: unknown[]) => {
      questions.push(question);
      return true;
    },
  };
  const messages = [{ role: "user", content: "Likes night trains" }];
  const adding = mockModel({ tool: "add_memory", input: { messages, infer: false } }, { text: "I will remember." });
  expect(await answer({ ...options, model: adding, prompt: "I like night trains." })).toBe("I will remember.");

  const finding = mockModel({ tool: "search_memories", input: { query: "trains" } }, { text: "Night trains." });
  expect(await answer({ ...options, model: finding, prompt: "What do I like?" })).toBe("Night trains.");
  const [, memory_id = ""] = /"id":"([^"]+)"/.exec(JSON.stringify(finding.doGenerateCalls[1]?.prompt)) ?? [];
  expect(memory_id).not.toBe("");
  expect(finding.doGenerateCalls[0]?.tools?.[0]).not.toHaveProperty("inputSchema.properties.user_id");

  const deleting = mockModel({ tool: "delete_memory", input: { memory_id } }, { text: "Gone." });
  expect(await answer({ ...options, model: deleting, prompt: "Forget it." })).toBe("Gone.");
  expect(questions).toEqual([["Delete memory requires your approval", { memory_id }]]);
  await sandbox.close();
});
