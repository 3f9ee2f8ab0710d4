import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createMem0 } from "../../generated/mem0/dist/index.js";
import { tools } from "../../generated/mem0/dist/tools/index.js";
import { startPrism } from "./start-prism.mjs";

const overrides = new URL("../../spec/mem0.overrides.yaml", import.meta.url);
/** Prism never responds to some requests. */
const timeoutMs = 5_000;

/** Requests that the pack would not send. If Prism accepted them, its other results would mean nothing. */
const wrong = [
  ["no key", "GET", "/v1/ping/", {}, undefined],
  ["a wrong type", "POST", "/v3/memories/search/", undefined, { query: 7, filters: { user_id: "alice" } }],
  ["an unknown role", "POST", "/api/v1/orgs/organizations/org_1/members/", undefined, { email: "a@b.c", role: "X" }],
  ["a missing field", "POST", "/v3/memories/add/", undefined, { user_id: "alice" }],
];

/** Calls every action with each of its examples. Returns the requests that Prism rejected. */
export async function checkPrism() {
  const { actions } = parse(readFileSync(overrides, "utf8"), { merge: true });
  const examples = new Map(actions.map(({ name, examples: { accept } }) => [name, accept]));
  const problems = [];
  const refused = new Set();
  const refuse = (name, why) => {
    problems.push(`${name}: ${why}`);
    refused.add(name);
  };
  const prism = await startPrism();
  let calls = 0;
  try {
    const off = tools.filter(({ approval }) => approval).map(({ name }) => name);
    const pack = createMem0({
      apiKey: "test",
      baseUrl: prism.url,
      profile: "extended",
      approval: { off },
      timeoutMs,
      retry: { max: 0 },
    });
    for (const { name } of pack.tools) {
      if (!examples.get(name)?.length) refuse(name, "has no example");
      for (const example of examples.get(name) ?? []) {
        calls++;
        await pack.call(name, example).catch(({ code, hint }) => refuse(name, `${code}, ${hint}`));
      }
    }
    for (const [what, method, path, headers = { authorization: "Token test" }, body] of wrong) {
      const { status } = await fetch(prism.url + path, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body && { body: JSON.stringify(body) }),
      });
      if (status < 400 || status > 499) problems.push(`Prism accepts ${what}: ${status}`);
    }
    const accepted = pack.tools.filter(({ name }) => !refused.has(name)).length;
    console.log(`Prism accepts ${accepted} of ${tools.length} actions (${calls} calls).`);
    if (accepted < tools.length && refused.size === 0) problems.push("Some actions were not called");
  } finally {
    await prism.close();
  }
  return problems;
}
