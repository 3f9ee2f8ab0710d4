import { describe, expect, it } from "vitest";
import { lintModel } from "../../../generator/lint/lint-model.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { modelOf, problemsOf } from "../../helpers/model-text.js";

const operation = (method: string, path: string, id = "", summary = ""): string =>
  `paths: { ${JSON.stringify(path)}: { ${method}: { ${id && `operationId: ${JSON.stringify(id)},`} summary: ${JSON.stringify(summary)}, responses: {} } } }`;

const toolOf = (text: string): unknown => {
  const [action] = modelOf(text).actions;
  return [action?.effect, action?.approval, problemsOf(text).map(({ code }) => code)];
};

describe("what an operation calls itself", () => {
  it.each([
    ["get", "/#Action=DeleteQueue", "GET_DeleteQueue", ""],
    ["get", "/#Action=PurgeQueue", "", ""],
    ["get", "/a", "", "Deletes the account."],
    ["get", "/a", "batchRemoveUsers", ""],
    ["get", "/a", "get_delete_user", "Delete a user"],
    ["head", "/a", "destroy", ""],
    ["get", "/users/delete", "", ""],
  ])("makes it a delete that a finding names: %s %s %s %s", (method, path, id, summary) => {
    expect(toolOf(operation(method, path, id, summary))).toEqual(["delete", true, ["effect-method"]]);
  });

  it.each([
    ["/#X-Amz-Target=Sessions_2014.TerminateSession", "", ""],
    ["/a", "post-delete-user", ""],
    ["/a", "POST_RevokeAccess", ""],
    ["/chat.delete", "chat_delete", ""],
    ["/files/{id}:purge", "", ""],
    ["/a", "", "<p>Removes one.</p>"],
  ])("makes a POST a delete: %s %s %s", (path, id, summary) => {
    const text = operation("post", path.replace("{id}", "1"), id, summary);
    expect(toolOf(text)).toEqual(["delete", true, []]);
  });

  it.each([
    ["/#Action=CreateQueue", "GET_CreateQueue"],
    ["/a", "sendMessageUsingGET"],
    ["/a", "updateUser"],
  ])("makes a GET a write that a finding names: %s %s", (path, id) => {
    expect(toolOf(operation("get", path, id))).toEqual(["write", false, ["effect-method"]]);
  });

  it.each([
    ["get", "/items/deleted", "list_deleted_items", "List deleted items", "read"],
    ["get", "/a", "getDeleteJob", "", "read"],
    ["get", "/a", "get_delete_job", "Get the state of a delete job", "read"],
    ["get", "/a", "getUpdate", "Retrieve an update", "read"],
    ["get", "/sets", "GET_sets", "Sets of cards", "read"],
    ["post", "/a", "undeleteUser", "Undelete a user", "write"],
    ["post", "/a", "searchDeleted", "Searches what was deleted", "write"],
    ["put", "/a", "createOrDelete", "", "write"],
  ])("is no more than it says: %s %s %s", (method, path, id, summary, effect) => {
    expect(toolOf(operation(method, path, id, summary))).toEqual([effect, false, []]);
  });
});

it("tells of all such operations at once, and lint does not repeat it", () => {
  const each = (name: string): string => `/${name}: { get: { operationId: delete${name}, responses: {} } }`;
  const text = `paths: { ${["A", "B", "C", "D", "E"].map(each).join(", ")} }`;
  expect(problemsOf(text)).toMatchObject([
    { code: "effect-method", message: expect.stringContaining("deleteA, deleteB, deleteC and 2 more") },
  ]);
  const model = modelOf(text);
  expect(lintModel(model).map(({ code }) => code)).not.toContain("effect-method");
  expect(model.actions[0]?.hints).toMatchObject({ readOnly: false, destructive: true, idempotent: false });
});

it("reads hostile paths in linear time", async () => {
  for (const path of ["/#Action=".repeat(20_000), `/#Action=${".".repeat(200_000)}`, "/a".repeat(100_000)])
    expect(await cpuTime(() => void modelOf(operation("get", path)))).toBeLessThan(5_000);
});
