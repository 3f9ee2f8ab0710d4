import { describe, expect, it } from "vitest";
import { createToolpack, type ToolpackOptions } from "../../runtime/index.js";
import { canary, caught, contents, json, stub } from "./fixtures.js";

const note_id = "n1";

function makePack(options: ToolpackOptions = {}) {
  const { fetch, sent } = stub(json({}));
  return { sent, pack: createToolpack(contents, { apiKey: canary, fetch, approve: "caller", ...options }) };
}

describe('approve: "caller"', () => {
  it("exports what needs approval, and names it", () => {
    const { pack } = makePack({ namePrefix: "x_" });
    expect(pack.approvals).toEqual(["x_delete_note"]);
    expect(pack.tools.map(({ name }) => name)).toContain("x_delete_note");
    expect(pack.select({ effects: ["read"] }).approvals).toEqual([]);
    expect(createToolpack(contents, { approve: () => true }).approvals).toEqual([]);
    expect(makePack({ approval: { off: ["delete_note"] } }).pack.approvals).toEqual([]);
  });

  it("runs it only when the caller says that it was approved", async () => {
    const { pack, sent } = makePack();
    expect(await caught(pack.call("delete_note", { note_id }))).toMatchObject({ code: "denied" });
    expect(sent).toHaveLength(0);
    await pack.call("delete_note", { note_id }, { approved: true });
    expect(sent).toHaveLength(1);
  });

  it("lets no caller approve where the pack has a hook of its own, or none", async () => {
    const hooked = makePack({ approve: () => false });
    const error = await caught(hooked.pack.call("delete_note", { note_id }, { approved: true }));
    expect(error).toMatchObject({ code: "denied" });
    const bare = makePack({ approve: undefined });
    expect(await caught(bare.pack.call("delete_note", { note_id }, { approved: true }))).toMatchObject({
      code: "withheld",
    });
    expect([...hooked.sent, ...bare.sent]).toEqual([]);
  });
});
