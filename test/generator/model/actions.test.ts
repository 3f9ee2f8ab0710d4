import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Action, JsonSchema } from "../../../generator/model/types.js";
import { actionOf, modelOf } from "../../helpers/model-text.js";

const SPEC = `
paths:
  /orgs/{org_id}/notes/{id}:
    parameters:
      - { name: org_id, in: path, required: true, schema: { type: string } }
      - { name: id, in: path, required: true, schema: { type: string } }
    put:
      operationId: put_note
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: "filter[name]", in: query, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: { type: string, description: What it says. }
                page: { type: integer }
                source: { type: string }
                ids: { type: array, maxItems: 9, items: { type: object, properties: { note_id: { type: string } } } }
                tree: { $ref: '#/components/schemas/Tree' }
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { event_id: { type: string } } } } } } }
  /search:
    post:
      operationId: search
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [query, filters]
              properties: { query: { type: string }, filters: { type: object }, limit: { type: integer } }
      responses: { "200": { description: ok } }
  /events/{event_id}:
    get:
      operationId: get_event
      parameters: [{ name: event_id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok } }
components: { schemas: { Tree: { type: object, properties: { below: { $ref: '#/components/schemas/Tree' } } } } }
`;

const PUT = `
  - name: put_note
    title: Put note
    group: notes
    description: Write a note.
    operation: put_note
    effect: write
    bind: none
`;
const SEARCH = `
  - name: search
    title: Search
    group: notes
    description: Search notes.
    operation: POST /search
    effect: read
    bind: filter
`;

function build(name: string, head: string, rest: string, pack = ""): Action {
  const body = rest.replaceAll("\n", "\n    ");
  return actionOf(modelOf(SPEC, `pack: { unlisted: hide ${pack} }\nactions:${head}    ${body}`), name);
}
const put = (rest: string): Action => build("put_note", PUT, `hide: { "query:page": No need. }\n${rest}`);
const names = (action: Action): string[] => action.arguments.map((argument) => argument.name);
const property = (schema: JsonSchema, name: string): unknown => (schema.properties as JsonSchema)[name];

describe("arguments", () => {
  it("are parameters and body properties under their wire names, required first", () => {
    const action = put("");
    expect(names(action)).toEqual(["org_id", "id", "text", "filter_name", "ids", "page", "source", "tree"]);
    expect(action.inputSchema.required).toEqual(["org_id", "id", "text"]);
    expect(action.inputSchema.additionalProperties).toBe(false);
    expect(Object.keys(action.inputSchema.$defs as object)).toEqual(["Tree"]);
    expect(action.arguments.find(({ name }) => name === "filter_name")?.places[0]?.name).toBe("filter[name]");
    expect(action.hide).toEqual([{ place: "query:page", reason: "No need." }]);
    expect(action.checkedSchema).toBe(action.inputSchema);
    expect(Object.isFrozen(action.inputSchema)).toBe(true);
  });

  it("come in the order of the overrides, with their deltas", () => {
    const action = put(`arguments:
  tree: { schema: { type: string } }
  source: { enum: [a, b], default: a, description: Where from., required: true }
  text: { description: "" }`);
    expect(names(action)).toEqual(["source", "text", "org_id", "id", "tree", "filter_name", "ids", "page"]);
    expect(property(action.inputSchema, "source")).toEqual({
      type: "string",
      description: "Where from.",
      enum: ["a", "b"],
      default: "a",
    });
    expect(property(action.inputSchema, "text")).toEqual({ type: "string" });
    expect(action.inputSchema.$defs).toBeUndefined();
  });

  it("are renamed, sent to several places, and added", () => {
    const action = build(
      "put_note",
      PUT,
      `arguments:
  page_number: { at: ["query:page", "body:/page"] }
  trace: { at: ["header:X-Trace"], schema: { type: string } }`,
    );
    expect(action.arguments.find(({ name }) => name === "page_number")?.places.map((input) => input.place)).toEqual([
      "query:page",
      "body:/page",
    ]);
    expect(action.arguments.find(({ name }) => name === "trace")?.places).toMatchObject([
      { in: "header", name: "X-Trace", required: false },
    ]);
    expect(names(action)).not.toContain("page");
  });

  it("may be constants, filled from others, or wrapped", () => {
    const action = put(`send: { "body:/source": tool }
arguments:
  text: { fill: { from: id } }
  page: { fill: 1 }
  ids: { items: { wrap: note_id } }`);
    expect(action.send).toEqual([{ place: "body:/source", value: "tool" }]);
    const find = (name: string): unknown => action.arguments.find((argument) => argument.name === name);
    expect(find("text")).toMatchObject({ fill: { from: "id" }, required: false });
    expect(find("page")).toMatchObject({ fill: { value: 1 } });
    expect(find("ids")).toMatchObject({
      wrap: "note_id",
      schema: { type: "array", maxItems: 9, items: { type: "string" } },
    });
    expect(names(action)).not.toContain("source");
  });

  it("are checked beyond what is shown, and definitions do not collide", () => {
    const action = put(`arguments:
  page:
    check: { allOf: [{ $ref: "#/$defs/Tree" }], $defs: { Tree: { minimum: 5, items: { $ref: "#/$defs/Tree" } } } }
  text:
    check: { $ref: "#/$defs/Tree", $defs: { Tree: { minLength: 3 } } }
require:
  - any: [page, source]
  - atMostOne: [ids, source]
  - one: [page, ids]`);
    expect(property(action.inputSchema, "text")).toEqual({ type: "string", description: "What it says." });
    expect(action.inputSchema.allOf).toBeUndefined();
    const validate = new Ajv2020({ strict: false }).compile(action.checkedSchema);
    const base = { org_id: "o", id: "i", text: "long" };
    expect(validate({ ...base, page: 6 })).toBe(true);
    expect(validate({ ...base, page: 6, text: "no" })).toBe(false);
    expect(validate({ ...base })).toBe(false);
    expect(validate({ ...base, source: "s" })).toBe(false);
    expect(validate({ ...base, source: "s", ids: [] })).toBe(false);
    expect(validate({ ...base, page: 6, ids: [] })).toBe(false);
    expect(validate({ ...base, page: 6, tree: { below: { below: 1 } } })).toBe(false);
  });
});

describe("filters", () => {
  it("take ids that no place declares and fill the place of the filter", () => {
    const action = build(
      "search",
      SEARCH,
      `filters: { at: "body:/filters", ids: [user_id, app_id], raw: filters, single: and }`,
    );
    expect(names(action)).toEqual(["query", "user_id", "app_id", "filters", "limit"]);
    expect(property(action.inputSchema, "user_id")).toEqual({ type: "string", minLength: 1 });
    expect(action.arguments.find(({ name }) => name === "filters")).toMatchObject({
      places: [],
      required: false,
      schema: { type: "object" },
    });
    expect(action.filters).toMatchObject({
      at: { place: "body:/filters" },
      raw: "filters",
      clauses: [],
      single: "and",
    });
  });
});

it("joins an asynchronous action with the one that asks for its state", () => {
  const events = `
  - { name: get_event, title: Get event, group: notes, description: Ask., operation: get_event, effect: read, bind: none }`;
  const overrides = `
pack: { unlisted: hide, polls: { get_event: { status: /status, pending: [P], failed: [F] } } }
actions:${PUT}    hide: { "query:page": No. }
    event: { id: /event_id, poll: get_event }
${events}`;
  expect(actionOf(modelOf(SPEC, overrides), "put_note").event).toEqual({
    id: "/event_id",
    poll: "get_event",
    argument: "event_id",
    status: "/status",
    pending: ["P"],
    failed: ["F"],
  });
});

it("says where a tool comes from", () => {
  const { operation, override } = put("");
  expect(operation.origin).toEqual({ file: "api.yaml", pointer: operation.pointer, part: "key" });
  expect(override).toEqual({ file: "api.overrides.yaml", pointer: "/actions/0", part: "key" });
});

it("defaults scope, hints and approval, and takes what the overrides say", () => {
  expect(put("")).toMatchObject({
    scope: "notes:write",
    approval: false,
    hints: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  });
  expect(put("scope: x\napproval: true\nhints: { idempotent: false, openWorld: false }")).toMatchObject({
    scope: "x",
    approval: true,
    hints: { idempotent: false, openWorld: false },
  });
});

it("needs the rest of an optional body once a part of it is given", () => {
  const model = modelOf(`
paths:
  /o:
    post:
      operationId: o
      requestBody: { content: { application/json: { schema: { type: object, required: [a], properties: { a: {}, b: {} } } } } }
      responses: {}
`);
  const validate = new Ajv2020().compile(actionOf(model, "o").checkedSchema);
  expect([validate({}), validate({ a: 1 }), validate({ b: 1 }), validate({ a: 1, b: 1 })]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});
