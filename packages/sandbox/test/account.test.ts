import { describe, expect, it } from "vitest";
import { type Sandbox, SEED } from "../src/index.js";
import { ask, call } from "./client.js";
import { finish, inSandbox, remember } from "./world.js";

const seeded = <T>(test: (sandbox: Sandbox) => Promise<T>): Promise<T> => inSandbox(test, { seed: true });
const org = { org_id: SEED.organization };
const project = { ...org, project_id: SEED.project };

describe("entities", () => {
  const names = async (sandbox: Sandbox): Promise<string[]> => {
    const { results } = await ask(sandbox, "entities_list");
    return results.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`).sort();
  };

  it("appear with their memories and vanish with all that is theirs", () =>
    seeded(async (sandbox) => {
      await remember(sandbox, ["Bob told the guide."], {
        user_id: "bob",
        agent_id: "guide",
        app_id: "web",
        run_id: "r1",
      });
      expect(await names(sandbox)).toEqual(["agent guide", "app web", "run r1", "user alice", "user bob"]);
      const list = await ask(sandbox, "entities_list");
      expect(list).toMatchObject({ total_users: 2, total_agents: 1, total_apps: 1, total_runs: 1 });
      const { event_id } = await ask(sandbox, "entities_delete", { path: { entity_type: "user", entity_id: "alice" } });
      expect(await names(sandbox)).toContain("user alice");
      finish(sandbox);
      expect(await names(sandbox)).not.toContain("user alice");
      expect((await ask(sandbox, "memories_list_v3", { body: { filters: { user_id: "alice" } } })).count).toBe(0);
      const event = await ask(sandbox, "event_read", { path: { event_id } });
      expect(event.results.map((result: { id: string }) => result.id)).toEqual(SEED.memories);
      expect((await ask(sandbox, "stats_list")).total_memories).toBe(1);
    }));

  it("are listed under the name that a deletion takes, and under the number that the old one takes", () =>
    seeded(async (sandbox) => {
      const { results } = await ask(sandbox, "entities_list");
      const { id, name, type } = results[0];
      const [read] = await ask(sandbox, "entities_read", { path: { entity_type: type, entity_id: name } });
      expect(read).toEqual(results[0]);
      await ask(sandbox, "entities_delete_v1", { path: { entity_type: type, entity_id: id } });
      finish(sandbox);
      expect(await names(sandbox)).toEqual([]);
    }));

  it("can be made by hand, and made again they are changed", () =>
    inSandbox(async (sandbox) => {
      const make = (name: string) =>
        ask(sandbox, "agents_create", { body: { agent_id: "guide", name, metadata: { name } } });
      const first = await make("Guide");
      const second = await make("Better guide");
      expect(second).toMatchObject({
        id: first.id,
        agent_id: "guide",
        name: "Better guide",
        created_at: first.created_at,
      });
      expect(await names(sandbox)).toEqual(["agent guide"]);
      const user = await ask(sandbox, "users_create", { body: { user_id: "bob" } });
      expect(user).not.toHaveProperty("name");
    }));

  it("come in pages, and their memories too", () =>
    inSandbox(async (sandbox) => {
      for (const user_id of ["u1", "u2", "u3"]) await remember(sandbox, ["A fact."], { user_id });
      const list = await ask(sandbox, "entities_list", { query: { page: "2", page_size: "2" } });
      expect(list).toMatchObject({ count: 3, next: null, results: [{ name: "u3" }] });
      await remember(
        sandbox,
        Array.from({ length: 101 }, (_, index) => `Fact ${index}.`),
        { user_id: "u1" },
      );
      const path = { entity_type: "user", entity_id: "u1" };
      const page = await ask(sandbox, "memories_entity_read", { path, query: { page: "2" } });
      expect(page).toMatchObject({ count: 102, next: null, results: [{}, { memory: "A fact.", is_updated: false }] });
    }));

  it.each(["a/b", "50% off", "%2F", "é?x=1#y", "..%2e", "*", "__proto__"])("keep the name %s as it is", (name) =>
    inSandbox(async (sandbox) => {
      await remember(sandbox, ["A fact."], { user_id: name });
      await remember(sandbox, ["Not theirs."], { user_id: "other" });
      const path = { entity_type: "user", entity_id: name };
      expect(await ask(sandbox, "entities_read", { path })).toMatchObject([{ name }]);
      expect((await ask(sandbox, "memories_entity_read", { path })).results).toMatchObject([{ memory: "A fact." }]);
    }),
  );
});

describe("organizations", () => {
  it("are made, read, filled and deleted", () =>
    inSandbox(async (sandbox) => {
      const { org_id } = await ask(sandbox, "create_organization", { body: { name: "New" } });
      const path = { org_id };
      expect(await ask(sandbox, "get_organization", { path })).toMatchObject({
        name: "New",
        is_owner: true,
        user_role: "OWNER",
      });
      const { project_id } = await ask(sandbox, "create_project", { path, body: { name: "P", description: "D" } });
      expect(await ask(sandbox, "get_project", { path: { org_id, project_id } })).toMatchObject({
        name: "P",
        description: "D",
      });
      expect(await ask(sandbox, "organizations_read")).toHaveLength(3);
      await ask(sandbox, "delete_organization", { path });
      expect((await call(sandbox, "get_organization", { path })).status).toBe(404);
      expect((await call(sandbox, "get_project_webhooks", { path: { project_id } })).status).toBe(404);
    }));

  it("have members with roles, found by e-mail", () =>
    inSandbox(async (sandbox) => {
      const roles = async () =>
        Object.fromEntries(
          (await ask(sandbox, "get_organization", { path: org })).members.map((m: { email: string; role: string }) => [
            m.email,
            m.role,
          ]),
        );
      const email = "cleo@example.com";
      await ask(sandbox, "add_organization_member", { path: org, body: { email, role: "READER" } });
      expect(await roles()).toMatchObject({ [email]: "READER", "ada@example.com": "OWNER" });
      const again = await call(sandbox, "add_organization_member", { path: org, body: { email, role: "OWNER" } });
      expect({ status: again.status, body: again.body }).toEqual({
        status: 400,
        body: { errors: { email: [expect.any(String)] } },
      });
      await ask(sandbox, "update_organization_member_role", { path: org, body: { email, role: "OWNER" } });
      expect(await roles()).toMatchObject({ [email]: "OWNER" });
      const { members } = await ask(sandbox, "get_organization_members", { path: org });
      expect(members).toContainEqual({ user_id: "user_cleo", role: "OWNER" });
      await ask(sandbox, "remove_organization_member", { path: org, body: { email } });
      expect(await roles()).not.toHaveProperty([email]);
    }));

  it("that the key only reads can be read and not changed, and those it left are gone", () =>
    inSandbox(async (sandbox) => {
      const path = { org_id: SEED.foreignOrganization };
      expect(await ask(sandbox, "get_organization", { path })).toMatchObject({ is_owner: false, user_role: "READER" });
      expect(await ask(sandbox, "get_projects", { path })).toHaveLength(1);
      await ask(sandbox, "remove_organization_member", { path: org, body: { email: "ada@example.com" } });
      expect((await call(sandbox, "get_organization", { path: org })).status).toBe(404);
      expect(await ask(sandbox, "organizations_read")).toHaveLength(1);
    }));
});

describe("projects", () => {
  it("keep the settings that are not given or null, and read a list as a text", () =>
    inSandbox(async (sandbox) => {
      const change = (body: object) => ask(sandbox, "update_project", { path: project, body });
      await change({ custom_instructions: ["Be brief.", "Be kind."], custom_categories: ["food", { work: "Jobs" }] });
      await change({ name: "Renamed", decay: true });
      expect(await ask(sandbox, "get_project", { path: project })).toMatchObject({
        name: "Renamed",
        decay: true,
        custom_instructions: "Be brief.\nBe kind.",
        custom_categories: [{ food: "" }, { work: "Jobs" }],
      });
      const [id = ""] = await remember(sandbox, ["My jobs are many."], { user_id: "bob" });
      expect((await ask(sandbox, "memories_read", { path: { memory_id: id } })).categories).toEqual(["work"]);
      await change({ name: null, description: null, custom_instructions: null, custom_categories: null });
      expect(await ask(sandbox, "get_project", { path: project })).toMatchObject({
        name: "Renamed",
        custom_instructions: "Be brief.\nBe kind.",
        custom_categories: [{ food: "" }, { work: "Jobs" }],
      });
      await change({ custom_categories: [] });
      expect(await ask(sandbox, "get_project", { path: project })).toMatchObject({ custom_categories: [] });
    }));

  it("have members with roles, removed by a query", () =>
    inSandbox(async (sandbox) => {
      const email = "cleo@example.com";
      const members = async () => (await ask(sandbox, "get_project_members", { path: project })).members;
      await ask(sandbox, "add_project_member", { path: project, body: { email, role: "READER" } });
      expect(
        (await call(sandbox, "add_project_member", { path: project, body: { email, role: "OWNER" } })).status,
      ).toBe(400);
      await ask(sandbox, "update_project_member", { path: project, body: { email, role: "OWNER" } });
      expect(await members()).toEqual([
        { username: "ada", role: "OWNER" },
        { username: "cleo", role: "OWNER" },
      ]);
      await ask(sandbox, "deleteProjectMember", { path: project, query: { email } });
      expect(await members()).toEqual([{ username: "ada", role: "OWNER" }]);
    }));

  it("take everything in them with them", () =>
    seeded(async (sandbox) => {
      await ask(sandbox, "delete_project", { path: project });
      expect((await call(sandbox, "get_project", { path: project })).status).toBe(404);
      expect((await ask(sandbox, "stats_list")).total_memories).toBe(0);
      expect((await ask(sandbox, "entities_list")).count).toBe(0);
      expect((await ask(sandbox, "memories_events_list")).count).toBe(0);
    }));

  it("other than the key's own are refused beside memories, as the service refuses them", () =>
    seeded(async (sandbox) => {
      const own = { org_id: SEED.organization, project_id: SEED.project };
      expect((await call(sandbox, "entities_list", { query: own })).status).toBe(200);
      for (const other of [{ org_id: SEED.foreignOrganization }, { project_id: SEED.foreignProject }]) {
        const wrong = { ...own, ...other };
        const filters = { user_id: "alice" };
        expect((await call(sandbox, "memories_list", { query: { ...filters, ...wrong } })).status).toBe(401);
        expect((await call(sandbox, "memories_list_v2", { body: { filters, ...wrong } })).status).toBe(401);
        expect((await call(sandbox, "memories_delete_all", { query: { ...filters, ...wrong } })).status).toBe(401);
      }
    }));
});

describe("webhooks", () => {
  it("are kept, listed under the project's name, changed and deleted", () =>
    inSandbox(async (sandbox) => {
      const path = { project_id: SEED.project };
      const body = { name: "Audit", url: "https://example.com/hook", event_types: ["memory_add"], is_active: false };
      const made = await ask(sandbox, "create_webhook", { path, body });
      expect(made).toMatchObject({ ...body, owner: "ada", project: "Default project" });
      await ask(sandbox, "update_webhook", { path: { webhook_id: made.webhook_id }, body: { name: "Log" } });
      expect(await ask(sandbox, "get_project_webhooks", { path })).toMatchObject([{ ...body, name: "Log" }]);
      await ask(sandbox, "delete_webhook", { path: { webhook_id: made.webhook_id } });
      expect(await ask(sandbox, "get_project_webhooks", { path })).toEqual([]);
    }));

  it.each(["ftp://example.com", "nowhere", ""])("refuse the URL %j and name the field", (url) =>
    inSandbox(async (sandbox) => {
      const path = { project_id: SEED.project };
      const { status, body } = await call(sandbox, "create_webhook", {
        path,
        body: { name: "A", url, event_types: [] },
      });
      expect({ status, body }).toEqual({ status: 400, body: { url: [expect.any(String)] } });
    }),
  );
});

describe("the key", () => {
  it("belongs to an organization and a project, and its use is counted", () =>
    seeded(async (sandbox) => {
      expect(await ask(sandbox, "ping_read")).toEqual({
        status: "ok",
        org_id: SEED.organization,
        project_id: SEED.project,
        user_email: "ada@example.com",
      });
      await remember(sandbox, ["One fact.", "Another fact."], { user_id: "bob" });
      expect(await ask(sandbox, "stats_list")).toMatchObject({
        total_memories: 6,
        total_add_events: 1,
        total_users_with_memories: 2,
        memories_per_user: 3,
        total_agents_with_memories: 0,
        memories_per_agent: 0,
      });
      const filters = await ask(sandbox, "entities_filters_list");
      expect(filters).toMatchObject({ users: ["alice", "bob"], categories: expect.arrayContaining(["food"]) });
    }));
});
