import { type Sandbox, type SandboxOptions, SEED, startSandbox } from "../src/index.js";
import { ask } from "./client.js";

/** A sandbox with one of everything in it. */
export interface World {
  readonly sandbox: Sandbox;
  readonly event: string;
  readonly export: string;
  readonly webhook: string;
  /** Number of the user `alice`. */
  readonly entity: string;
}

/** Starts a sandbox whose queued work waits for `advance()`, gives it to the test, and stops it. */
export async function inSandbox<T>(test: (sandbox: Sandbox) => Promise<T>, options: SandboxOptions = {}): Promise<T> {
  const sandbox = await startSandbox({ eventMs: 600_000, ...options });
  try {
    return await test(sandbox);
  } finally {
    await sandbox.close();
  }
}

export function inWorld<T>(test: (world: World) => Promise<T>): Promise<T> {
  return inSandbox(async (sandbox) => test(await fill(sandbox)), { seed: true });
}

/** Lets all queued work come to its end. */
export function finish(sandbox: Sandbox): void {
  sandbox.advance();
  sandbox.advance();
}

/** Adds texts as they are and gives their ids. */
export async function remember(sandbox: Sandbox, texts: readonly string[], rest: object): Promise<string[]> {
  const messages = texts.map((content) => ({ role: "user", content }));
  const { results } = await ask(sandbox, "memories_add_v3", { body: { messages, infer: false, ...rest } });
  return results.map((result: { id: string }) => result.id);
}

/** Puts one of everything into a sandbox that has memories of `alice`. */
export async function fill(sandbox: Sandbox): Promise<World> {
  const filters = { AND: [{ user_id: "alice" }] };
  const schema = { type: "object", properties: { facts: { type: "array", items: { type: "string" } } } };
  const added = await ask(sandbox, "memories_add_v3", {
    body: { user_id: "alice", messages: [{ role: "user", content: "I moved to Porto last week." }] },
  });
  const job = await ask(sandbox, "exports_create", { body: { schema, filters } });
  finish(sandbox);
  const webhook = await ask(sandbox, "create_webhook", {
    path: { project_id: SEED.project },
    body: { name: "Audit", url: "https://example.com/hook", event_types: ["memory_add"] },
  });
  await ask(sandbox, "add_project_member", {
    path: { org_id: SEED.organization, project_id: SEED.project },
    body: { email: "ben@example.com", role: "READER" },
  });
  const entities = await ask(sandbox, "entities_list");
  return {
    sandbox,
    event: added.event_id,
    export: job.id,
    webhook: webhook.webhook_id,
    entity: entities.results[0].id,
  };
}
