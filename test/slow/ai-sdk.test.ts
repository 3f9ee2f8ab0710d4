import { asSchema, generateText, isStepCount, type ModelMessage, type ToolApprovalResponse, type ToolSet } from "ai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../packages/sandbox/src/index.js";
import { aiSdkApproval, toAiSdkTools } from "../../runtime/adapters/ai-sdk.js";
import { createToolpack, type Toolpack, type ToolpackOptions } from "../../runtime/index.js";
import { contents } from "../pack/command/fixture.js";
import { mockModel, type Step } from "./mock-model.js";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ eventMs: 20 });
});

afterAll(() => sandbox.close());

function makePack(options: ToolpackOptions = {}): Toolpack {
  return createToolpack(contents, { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...options });
}

function ask(pack: Toolpack, messages: ModelMessage[], ...steps: readonly Step[]) {
  const model = mockModel(...steps);
  const tools: ToolSet = toAiSdkTools(pack);
  const result = generateText({
    model,
    tools,
    toolApproval: aiSdkApproval(pack),
    stopWhen: isStepCount(10),
    messages,
  });
  return { model, result };
}

const user = (content: string): ModelMessage[] => [{ role: "user", content }];

/** What the model was told of its tool calls, in order. */
function toolOutputs(model: ReturnType<typeof mockModel>): unknown[] {
  const prompt = model.doGenerateCalls.at(-1)?.prompt ?? [];
  const parts = prompt.flatMap((message) => (message.role === "tool" ? message.content : []));
  return parts.flatMap((part) => (part.type === "tool-result" ? [part.output] : []));
}

describe("a loop of the AI SDK", () => {
  it("shows the model the core tools, less what is withheld", async () => {
    const { model, result } = ask(makePack(), user("Hello"), { text: "Hello" });
    await result;
    const shown = model.doGenerateCalls[0]?.tools ?? [];
    const core = contents.profiles.core ?? [];
    const withheld = ["delete_memory", "delete_entity", "delete_all_memories"];
    expect(shown.map(({ name }) => name)).toEqual(core.filter((name) => !withheld.includes(name)));
    for (const each of shown) expect(each).toMatchObject({ type: "function", strict: false });
  });

  it("adds, finds, and hands the model one failure as error-json", async () => {
    const { model, result } = ask(
      makePack(),
      user("Remember that I like night trains."),
      {
        tool: "add_memory",
        input: { messages: [{ role: "user", content: "Likes night trains" }], user_id: "alice", infer: false },
      },
      { tool: "search_memories", input: { query: "trains", user_id: "alice" } },
      { tool: "get_memory", input: { memory_id: "00000000-0000-4000-8000-000000000000" } },
      { text: "Done." },
    );
    expect((await result).text).toBe("Done.");
    const [added, found, failed] = toolOutputs(model);
    expect(added).toMatchObject({ type: "json" });
    expect(found).toMatchObject({ type: "json", value: { results: [{ memory: "Likes night trains" }] } });
    expect(failed).toMatchObject({ type: "error-json", value: { code: "not_found", hint: expect.any(String) } });
  });

  it("tells the model that an answer is not final yet", async () => {
    const { model, result } = ask(
      makePack(),
      user("I moved."),
      { tool: "add_memory", input: { messages: [{ role: "user", content: "I moved to Lisbon." }], user_id: "bob" } },
      { text: "Noted." },
    );
    await result;
    expect(toolOutputs(model)[0]).toMatchObject({
      type: "json",
      value: { data: {}, note: expect.stringContaining("get_event_status") },
    });
  });

  it("refuses wrong arguments before a request, with the name of the field", async () => {
    const { model, result } = ask(
      makePack({ fetch: () => Promise.reject(new Error("sent")) }),
      user("Search"),
      { tool: "search_memories", input: { query: 5, user_id: "alice" } },
      { text: "Sorry." },
    );
    await result;
    expect(JSON.stringify(toolOutputs(model)[0])).toContain("query: must be string");
  });

  it.each([true, false])("waits for a person before a delete; approved: %s", async (approved) => {
    const pack = makePack({ approve: "caller" });
    const { data } = await pack.call<{ results: { id: string }[] }>("list_memories", { user_id: "alice" });
    const memory_id = data.results[0]?.id ?? "";
    const messages = user("Forget the trains.");
    const first = await ask(pack, messages, { tool: "delete_memory", input: { memory_id } }).result;

    const requests = first.content.filter((part) => part.type === "tool-approval-request");
    expect(requests).toMatchObject([{ reason: "Delete memory requires your approval" }]);
    await pack.call("get_memory", { memory_id });

    const responses = requests.map(
      ({ approvalId }): ToolApprovalResponse => ({ type: "tool-approval-response", approvalId, approved }),
    );
    const next: ModelMessage[] = [...messages, ...first.responseMessages, { role: "tool", content: responses }];
    const second = ask(pack, next, { text: "As you say." });
    expect((await second.result).text).toBe("As you say.");
    const outputs = toolOutputs(second.model);
    expect(outputs).toMatchObject([{ type: approved ? "json" : "execution-denied" }]);
    const gone = await pack.call("get_memory", { memory_id }).then(
      () => false,
      () => true,
    );
    expect(gone).toBe(approved);
    if (gone) {
      const content = "Likes night trains";
      await pack.call("add_memory", { messages: [{ role: "user", content }], user_id: "alice", infer: false });
    }
  });

  it("asks even when the host forgets toolApproval, and leaves the asking to the pack's own hook where there is one", async () => {
    const memory_id = "00000000-0000-4000-8000-000000000000";
    const run = (pack: Toolpack) =>
      generateText({
        model: mockModel({ tool: "delete_memory", input: { memory_id } }, { text: "Done." }),
        tools: toAiSdkTools(pack),
        stopWhen: isStepCount(5),
        prompt: "Delete it.",
      });
    const forgotten = await run(makePack({ approve: "caller" }));
    expect(forgotten.content.some((part) => part.type === "tool-approval-request")).toBe(true);
    const asked: string[] = [];
    const hooked = makePack({
      approve: ({ tool }) => {
        asked.push(tool.name);
        return false;
      },
    });
    expect(aiSdkApproval(hooked)).toEqual({});
    expect((await run(hooked)).text).toBe("Done.");
    expect(asked).toEqual(["delete_memory"]);
  });

  it("stops with the host's signal, and hands its context to the pack", async () => {
    const stop = new AbortController();
    const contexts: unknown[] = [];
    const pack = makePack({
      onCall: ({ context }) => contexts.push(context),
      fetch: (_, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new Error("aborted")));
          stop.abort();
        }),
    });
    const tool = toAiSdkTools(pack).list_events;
    const context = { tenant: "a" };
    await expect(tool?.execute({}, { abortSignal: stop.signal, context })).rejects.toMatchObject({ code: "cancelled" });
    expect(contexts).toEqual([context, context]);
  });
});

describe("schemas", () => {
  it("reach the model as the pack has them, and stay the pack's own", async () => {
    const pack = createToolpack(contents, { profile: "all", approve: "caller" });
    const before = JSON.stringify(pack.tools);
    for (const tool of pack.tools) {
      const made = toAiSdkTools(pack)[tool.name];
      const schema = (await asSchema(made?.inputSchema as never).jsonSchema) as { properties: object };
      expect(schema).toEqual(tool.inputSchema);
      expect(schema).not.toBe(tool.inputSchema);
      Object.assign(schema.properties, { mark: {} });
    }
    expect(JSON.stringify(pack.tools)).toBe(before);
  });
});
