import { expect, test } from "vitest";
import { buildFacts } from "../../../../generator/emit/docs/build-facts.js";
import { buildFixture } from "./fixture.js";

const fixture = buildFixture();

test.each([
  [{ actions: 1, groups: 1, approvals: 0 }, "1 action in 1 group."],
  [{ actions: 1, groups: 1, approvals: 1 }, "1 action in 1 group; 1 of them needs approval."],
  [{ actions: 2, groups: 1, approvals: 0 }, "2 actions in 1 group."],
  [{ actions: 12, groups: 3, approvals: 2 }, "12 actions in 3 groups; 2 of them need approval."],
])("the facts of %j", (counts, sentence) => {
  const facts = buildFacts({ ...fixture, sample: { ...fixture.sample, counts } });
  expect(facts).toBe(`${sentence} Base URL: \`https://api.notes.example\`.`);
});

test("the facts say where requests go", () => {
  const { baseUrl, ...definition } = fixture.definition;
  const facts = (more: object): string => buildFacts({ ...fixture, definition: { ...definition, ...more } });
  expect(facts({ baseUrlExample: "https://HOST/v1" })).toContain(
    "Base URL: none; pass `baseUrl`, such as `https://HOST/v1`.",
  );
  expect(facts({ baseUrl, servers: ["https://a.test", "https://b.test"] })).toContain(
    "Base URL: `https://api.notes.example`. Some actions are sent to `https://a.test`, `https://b.test`.",
  );
});
