import { expect, test } from "vitest";
import { mem0Pack } from "../helpers/mem0-pack.js";

test("nobody is asked about a call that cannot be sent", async () => {
  const asked: string[] = [];
  const { pack, sent } = mem0Pack({
    approval: { off: [] },
    approve: ({ tool }) => {
      asked.push(tool.name);
      return true;
    },
  });
  const args = { org_id: "acme", project_id: ".." };
  await expect(pack.call("delete_project", args)).rejects.toMatchObject({
    code: "invalid_argument",
    field: "project_id",
  });
  expect(pack.check("delete_project", args)).toMatchObject({ code: "invalid_argument", field: "project_id" });
  expect([asked, sent]).toEqual([[], []]);
  expect(pack.check("delete_project", { ...args, project_id: "p1" })).toBeUndefined();
});

test("the key that was used last is redacted, however many there were before", async () => {
  let turn = 0;
  const names: string[] = [];
  const { pack } = mem0Pack({
    apiKey: () => (turn++ % 2 === 0 ? "first-key" : `other-key-${turn}`),
    onCall: (record) => names.push(JSON.stringify(record)),
    capture: { arguments: true },
  });
  for (let call = 0; call < 150; call++) await pack.call("list_organizations", {});
  names.length = 0;
  await pack.call("search_memories", { query: "first-key", user_id: "alice" }).catch(() => undefined);
  expect(names.join()).toContain("[redacted]");
  expect(names.join()).not.toContain("first-key");
});
