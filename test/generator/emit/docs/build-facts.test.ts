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
