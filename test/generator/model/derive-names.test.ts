import { describe, expect, it } from "vitest";
import { modelOf } from "../../helpers/model-text.js";

const responses = `responses: { "200": { description: ok } }`;

describe("names", () => {
  it.each([
    ["get: { operationId: getPetByID, R }", "get_pet_by_id"],
    ["get: { operationId: 'repos/list-for-org', R }", "repos_list_for_org"],
    ["get: { operationId: 'Événement lu', R }", "evenement_lu"],
    ["get: { operationId: '2fa', R }", "call_2fa"],
    ["get: { operationId: '日本', R }", "get_pets"],
    ["get: { R }", "get_pets"],
    ["delete: { operationId: pets, R }", "delete_pets"],
    ["get: { operationId: pets, summary: Lists the pets, R }", "list_pets"],
    ["get: { operationId: pets, R }", "pets"],
    ["delete: { operationId: clearPets, R }", "clear_pets"],
    ["delete: { operationId: petNote, summary: Delete a pet, R }", "pet_note"],
    ["get: { operationId: getPetIDs, R }", "get_pet_ids"],
    ["get: { operationId: HTMLPageOfDBMSsByID, R }", "html_page_of_dbmss_by_id"],
  ])("%s -> %s", (operation, name) => {
    const model = modelOf(`paths: { /pets: { ${operation.replace("R", responses)} } }`);
    expect(model.actions.map((action) => action.name)).toEqual([name]);
  });

  it("takes the verb of the summary where an operationId only repeats the path", () => {
    const spec = `paths: { "/client/{client_id}": { parameters: [{ name: client_id, in: path, required: true, schema: { type: string } }], post: { operationId: clientClient_id, summary: Revoke a client, ${responses} } } }`;
    expect(modelOf(spec).actions[0]?.name).toBe("revoke_client_client_id");
  });

  it("takes the words of a path", () => {
    const spec = `paths: { "/pets/{id}/toys": { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], get: { ${responses} } } }`;
    expect(modelOf(spec).actions[0]?.name).toBe("get_pets_by_id_toys");
  });

  it("tells every member of a collision apart, whatever the order", () => {
    const build = (ids: readonly [string, string][]): Map<string, string> =>
      new Map(
        modelOf(
          `paths: { ${ids.map(([path, id]) => `${path}: { get: { operationId: ${id}, ${responses} } }`).join(", ")} }`,
        ).actions.map((action) => [action.operation.path, action.name]),
      );
    const found = build([
      ["/a", "getPet"],
      ["/b", "get_pet"],
    ]);
    expect([...found]).toEqual([
      ["/a", "get_a_pet"],
      ["/b", "get_b_pet"],
    ]);
    expect(
      build([
        ["/b", "get_pet"],
        ["/a", "getPet"],
      ]),
    ).toEqual(found);
  });

  it("gives way to names of the overrides, and keeps to the budget", () => {
    const spec = `paths: { /a: { get: { operationId: getPet, ${responses} }, put: { operationId: "the long long winded name of the API indeed, by v2", ${responses} } }, /b: { get: { operationId: other, ${responses} } } }`;
    const overrides = `pack: { namePrefix: p_, nameBudget: { max: 40, reserve: mcp__x__ } }
actions: [{ name: get_pet, title: T, group: g, description: D., operation: other, effect: read, bind: none }]`;
    const names = modelOf(spec, overrides).actions.map((action) => action.name);
    expect(names[0]).toBe("get_pet");
    expect(names.slice(1)).toEqual(["get_a_pet", "the_long_winded_name_indeed"]);
  });

  it("are cut to what they are about, so that a host can put its own prefix before them", () => {
    const name = (id: string, path = "/a"): string | undefined => {
      const declared = [...path.matchAll(/\{(\w+)\}/g)].map(
        ([, each]) => `{ name: ${each}, in: path, required: true, schema: { type: string } }`,
      );
      const operation = `operationId: "${id}", parameters: [${declared.join(", ")}], ${responses}`;
      return modelOf(`paths: { "${path}": { get: { ${operation} } } }`).actions[0]?.name;
    };
    expect(name("listEveryCommentOfTheMemberForTheBoardInAWorkspace")).toBe("list_comment_member_board_workspace");
    expect(name("sheets.spreadsheets.values.batchClearByDataFilterForTabs")).toBe(
      "values_batch_clear_data_filter_tabs",
    );
    expect(name("x".repeat(90))).toBe("x".repeat(40));
    expect(name("read_items_api_v1_items__item_id__get", "/api/v1/items/{item_id}")).toBe("read_items");
    const path = "/organizations/{organization_id}/repositories/{repository_id}/comments/{comment_id}";
    expect(name("", path)).toBe("get_organizations_repositories_comment");
  });

  it("keep what they are about and what tells them apart", () => {
    const names = (paths: readonly string[]): readonly string[] => {
      const item = (path: string): string => {
        const declared = [...path.matchAll(/\{(\w+)\}/g)].map(
          ([, each]) => `{ name: ${each}, in: path, required: true, schema: { type: string } }`,
        );
        return `"${path}": { delete: { parameters: [${declared.join(", ")}], ${responses} } }`;
      };
      return modelOf(`paths: { ${paths.map(item).join(", ")} }`).actions.map((action) => action.name);
    };
    const inner = "orders/{order_id}/invoices/{invoice_id}/attachments/{attachment_id}";
    expect(names([`/users/{user_id}/${inner}`, `/accounts/{account_id}/${inner}`])).toEqual([
      "delete_accounts_invoices_attachment",
      "delete_users_orders_invoices_attachment",
    ]);
    expect(names(["/users/{user}/links/{link}/transactionsclusters/{id_transactionscluster}"])).toEqual([
      "delete_users_links_transactionscluster",
    ]);
    expect(names(["/organizations/{organization}/departments/{department}/organizations"])).toEqual([
      "delete_departments_organizations",
    ]);
    expect(names(["/.well-known/mercure/subscriptions/{topic}"])).toEqual(["delete_mercure_subscriptions_topic"]);
    expect(names(["/.well-known/a/{topic}"])).toEqual(["delete_well_known_a_by_topic"]);
    expect(names([`/${"very-".repeat(12)}long-things/{id}`])).toEqual(["delete_very_long_things"]);
  });

  it("end in a hash only where nothing readable is left", () => {
    const same = `get: { operationId: read-it, ${responses} }`;
    const spec = `paths: { /a: { ${same} }, /A: { ${same.replace("read-it", "read_it")} }, /b: { ${same.replace("read-it", "readIt")} } }`;
    const names = modelOf(spec).actions.map((action) => action.name);
    expect(names.filter((each) => /^read_it_[0-9a-f]{8}$/.test(each))).toHaveLength(2);
    expect(names).toContain("read_b_it");
  });
});
