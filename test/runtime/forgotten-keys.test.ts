import { expect, test } from "vitest";
import { createClient } from "../../runtime/http/create-client.js";
import { headerKey } from "../../runtime/http/credentials/header-key.js";
import { oneKey } from "../../runtime/http/credentials/one-key.js";

test("a key in use is redacted, however many came after its first use", async () => {
  let key = "";
  const client = createClient(
    {
      name: "pack",
      title: "Pack",
      baseUrl: "https://api.example.test",
      auth: [{ scheme: "key", send: headerKey, name: "Authorization", prefix: "", env: ["NO_SUCH_VARIABLE"] }],
      credentials: oneKey,
      security: [{ key: [] }],
      bindings: [],
    },
    { apiKey: () => key, fetch: async () => new Response("{}") },
  );
  const use = async (next: string): Promise<void> => {
    key = next;
    await client.request({ method: "GET", path: "/" }, {} as never);
  };
  await use("first-key");
  for (let count = 0; count < 90; count++) await use(`other-key-${count}`);
  await use("first-key");
  for (let count = 90; count < 150; count++) await use(`other-key-${count}`);
  expect(client.redact("first-key")).toBe("[redacted]");
  // Only so many are remembered: the oldest unused ones are gone.
  expect(client.redact("other-key-0")).toBe("other-key-0");
});
