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
