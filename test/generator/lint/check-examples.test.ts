import { expect, it } from "vitest";
import { lintModel } from "../../../generator/lint/lint-model.js";
import { modelOf } from "../../helpers/model-text.js";

const SPEC = `
paths:
  /a:
    post:
      operationId: a
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 2 }
                email: { type: string, format: email }
                page: { type: integer }
                cursor: { type: string }
                deep: { type: object, properties: { "x/y": { type: integer } } }
      responses: {}
`;

/** What lint says about one example. */
function lintExample(kind: "accept" | "refuse", example: string, require = ""): readonly string[] {
  const overrides = `
pack: { unlisted: hide }
actions:
  - name: a
    title: A
    group: g
    operation: a
    effect: write
    bind: none
    description: A description that is long enough to choose by.
    ${require}
    examples: { accept: [], refuse: [], ${kind}: [${example}] }
`;
  return lintModel(modelOf(SPEC, overrides)).map(({ code, severity, message }) => `${severity} ${code} ${message}`);
}

it.each(["{ name: ok }", "{ name: ok, email: a@b.test, page: 1 }"])("accepts %s", (args) => {
  expect(lintExample("accept", args)).toEqual([]);
});

it.each([
  ["{ name: o }", `/name must NOT have fewer than 2 characters`],
  ["{}", "the call must have required property 'name'"],
  ["{ name: ok, email: no }", `/email must match format "email"`],
  ["{ name: ok, more: 1 }", "the call must NOT have additional properties"],
])("reports that %s is not accepted", (args, why) => {
  expect(lintExample("accept", args)).toEqual([
    expect.stringMatching(/^error example-fails a: \{.*\} should be accepted: /),
  ]);
  expect(lintExample("accept", args)[0]).toContain(why);
});

it.each([
  ["{ name: o }", "name"],
  ["{}", "name"],
  ["{ name: ok, more: 1 }", "more"],
  ["{ name: ok, email: no }", "email"],
  ["{ name: o, email: no }", "email"],
  ["{ name: ok, deep: { x/y: z } }", "deep"],
  ["{ name: ok, deep: { x/y: z } }", "x/y"],
])("rejects %s because of %s", (args, field) => {
  expect(lintExample("refuse", `{ args: ${args}, field: ${field} }`)).toEqual([]);
});

it("reports an example that should be rejected and is accepted", () => {
  expect(lintExample("refuse", "{ args: { name: ok }, field: name }")).toEqual([
    `error example-fails a: {"name":"ok"} should be rejected because of "name".`,
  ]);
});

it.each([
  ["{ name: o }", "email"],
  ["{ name: ok, email: no }", "name"],
  ["{}", "nam"],
])("reports that %s is rejected, but not because of %s", (args, field) => {
  expect(lintExample("refuse", `{ args: ${args}, field: ${field} }`)).toEqual([
    expect.stringMatching(/^error example-fails a: \{.*\} is rejected, but not because of "\w+"\.$/),
  ]);
});

it.each([
  ["any: [page, cursor]", "{ name: ok }", "{ name: ok, page: 1 }"],
  ["one: [page, cursor]", "{ name: ok }", "{ name: ok, cursor: c }"],
  ["one: [page, cursor]", "{ name: ok, page: 1, cursor: c }", "{ name: ok, page: 1 }"],
  ["atMostOne: [page, cursor]", "{ name: ok, page: 1, cursor: c }", "{ name: ok }"],
])("tells by the rule { %s } that %s is wrong and %s right", (rule, wrong, right) => {
  // Another rule stands first, so that the place of each counts.
  const require = `require: [{ any: [name, email] }, { ${rule} }]`;
  for (const field of ["page", "cursor"]) {
    expect(lintExample("refuse", `{ args: ${wrong}, field: ${field} }`, require)).toEqual([]);
    expect(lintExample("refuse", `{ args: ${right}, field: ${field} }`, require)).toHaveLength(1);
  }
  expect(lintExample("accept", right, require)).toEqual([]);
  expect(lintExample("accept", wrong, require)).toHaveLength(1);
  expect(lintExample("refuse", `{ args: ${wrong}, field: email }`, require)).toHaveLength(1);
});

it("does not count a rule that is met", () => {
  const require = "require: [{ atMostOne: [page, cursor] }]";
  expect(lintExample("refuse", "{ args: { name: o }, field: page }", require)).toEqual([
    `error example-fails a: {"name":"o"} is rejected, but not because of "page".`,
  ]);
});
