import { expect, it } from "vitest";
import { modelOf, problemsOf } from "../../helpers/model-text.js";

const SPEC = `
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: Get
      description: One pet.
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: verbose, in: query, schema: { type: boolean } }]
      responses: { "200": { description: ok } }
    put:
      operationId: putPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { id: { type: string }, name: { type: string } } } } } }
      responses: { "200": { description: ok } }
`;
const action = (more: string, fields: Record<string, string> = {}): string => {
  const all = {
    name: "get_pet",
    title: "T",
    group: "pets",
    description: "D.",
    operation: "getPet",
    effect: "read",
    bind: "none",
    ...fields,
  };
  return `  - { ${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")}${more ? `, ${more}` : ""} }\n`;
};
const only = (...actions: readonly string[]): string => `pack: { unlisted: hide }\nactions:\n${actions.join("")}`;
const PUT = { name: "put_pet", operation: "putPet", effect: "write" };

it.each([
  ["unknown-operation", only(action("", { operation: "getPte" })), "getPet"],
  ["unknown-operation", `hidden: { getPte: Because. }`, "getPet"],
  ["hidden-and-mapped", `${only(action(""))}hidden: { getPet: Because. }`, "hidden"],
  [
    "duplicate-name",
    only(action(""), action("", PUT).replace("put_pet", "get_pet").replace("}", ', hide: { "body:/id": no } }')),
    "Rename one",
  ],
  ["duplicate-name", only(action("aliases: [get_pet]")), "Rename one"],
  ["unknown-argument", only(action("arguments: { verbos: { description: x } }")), "verbose"],
  ["unused-argument", only(action("arguments: { extra: { schema: { type: string } } }")), "`at`"],
  ["unknown-place", only(action('arguments: { loud: { at: ["query:verbos"] } }')), "query:verbose"],
  ["unknown-place", only(action('hide: { "query:verbos": no }')), "query:verbose"],
  ["unknown-place", only(action('send: { "query:verbos": true }')), "query:verbose"],
  [
    "place-twice",
    only(action('hide: { "query:verbose": no }, arguments: { v: { at: ["query:verbose"] } }')),
    "Remove one",
  ],
  [
    "argument-taken",
    only(action('hide: { "query:verbose": no }, arguments: { verbose: { description: x } }')),
    "Remove",
  ],
  ["ambiguous-argument", only(action("", PUT)), "`at`"],
  ["unfilled-place", only(action('hide: { "path:id": no }')), "`send`"],
  ["unfilled-place", only(action("arguments: { id: { required: false } }")), "required"],
  ["unknown-argument", only(action("require: [{ any: [id, verbse] }]")), "verbose"],
  ["unknown-argument", only(action("arguments: { verbose: { fill: { from: i } } }")), "id"],
  ["unknown-argument", only(action("pages: { page: pag, items: /a, next: /b }")), "id"],
  [
    "unknown-definition",
    only(action('arguments: { verbose: { check: { $ref: "#/$defs/Nme", $defs: { Name: {} } } } }')),
    "Name",
  ],
  [
    "endless-schema",
    only(
      action(
        'arguments: { verbose: { check: { $ref: "#/$defs/A", $defs: { A: { anyOf: [{ $ref: "#/$defs/A" }] } } } } }',
      ),
    ),
    "items",
  ],
  ["unknown-keyword", only(action("arguments: { verbose: { check: { minimun: 3 } } }")), "minimum"],
  ["unknown-action", only(action("event: { id: /id, poll: get_pte }")), "get_pet"],
  ["event-poll", only(action("event: { id: /id, poll: get_pet }")), "pack.polls"],
  ["bad-name", only(action("", { name: "GetPet" })), "get_pet"],
  ["bad-name", only(action("", { group: "Pets" })), "pets"],
  [
    "name-too-long",
    `${only(action("", { name: "get_one_pet_by_its_identifier_now" })).replace("unlisted: hide", "unlisted: hide, nameBudget: { max: 40, reserve: mcp__pets__ }")}`,
    "29",
  ],
  ["unknown-tool", `${only(action(""))}profiles: { core: { tools: [get_pt], budget: 9 } }`, "get_pet"],
  ["operation-unlisted", `pack: { unlisted: error }\nactions:\n${action("")}`, "putPet"],
  ["unknown-group", only(action("")).replace("unlisted: hide", "unlisted: hide, groups: { pet: Pets. }"), "pets"],
  ["bad-binding", only(action("", { bind: "ownership" })), "Fix"],
  [
    "bad-binding",
    only(action("", { bind: "argument" })).replace("unlisted: hide", "unlisted: hide, bindings: { ids: [user_id] }"),
    "Fix",
  ],
  [
    "bad-binding",
    only(action("")).replace(
      "unlisted: hide",
      "unlisted: hide, bindings: { ids: [user_id], ownership: { read: get_pt, ids: { user_id: /u } } }",
    ),
    "get_pet",
  ],
  [
    "unknown-scheme",
    only(action("")).replace("unlisted: hide", "unlisted: hide, auth: { scheme: key, env: KEY }"),
    "Declare",
  ],
  ["wrap-without-list", only(action("arguments: { verbose: { items: { wrap: x } } }")), "schema"],
])("%s %#", (code, overrides, fix) => {
  const problems = problemsOf(SPEC, overrides);
  expect(problems.map((problem) => [problem.code, problem.severity, problem.kind])).toEqual([[code, "error", "usage"]]);
  expect(problems[0]?.fix).toContain(fix);
  expect(problems[0]?.at?.file).toBe("api.overrides.yaml");
});

it("says where a name is already used, and reports the alias where a name is the same", () => {
  const twice = only(
    action("aliases: [get_pets]"),
    action("", { operation: "getPet" }),
    action("aliases: [get_pets]", { name: "a" }),
  );
  expect(problemsOf(SPEC, twice).map(({ message, at }) => `${at?.line} ${message}`)).toEqual([
    '4 The name "get_pet" is already used as the name of `actions.0` ("get_pet").',
    '5 The name "get_pets" is already used as an alias of `actions.0` ("get_pet").',
  ]);
  const [alias] = problemsOf(SPEC, only(action("aliases: [b]"), action("", { name: "b" })));
  expect(alias).toMatchObject({ code: "duplicate-name", at: { line: 3 } });
});

it("reports everything at once, each at its own line", () => {
  const overrides = only(action("", { operation: "getPte" }), action("arguments: { verbos: {} }"));
  expect(problemsOf(SPEC, overrides).map((problem) => [problem.code, problem.at?.line])).toEqual([
    ["unknown-operation", 3],
    ["unknown-argument", 4],
    ["duplicate-name", 4],
  ]);
});

it("asks for a review when the text that a description replaces has changed", () => {
  const stale = only(action('expect: "sha256:0000000000000000"'));
  const [problem] = problemsOf(SPEC, stale);
  expect(problem).toMatchObject({ code: "upstream-text-changed", severity: "warning" });
  const hash = /sha256:[0-9a-f]{16}/.exec(problem?.fix ?? "")?.[0] ?? "";
  expect(problemsOf(SPEC, only(action(`expect: "${hash}"`)))).toEqual([]);
});

it("hides what the overrides do not list when they say so", () => {
  expect(modelOf(SPEC, only(action(""))).hidden).toMatchObject([{ operation: { id: "putPet" } }]);
});
