import { describe, expect, it } from "vitest";
import { actionOf, modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

const ok = 'responses: { "200": { description: d } }';
const servers = "openapi: 3.2.0\nservers: [{ url: https://x.test }]\n";

describe("methods without a field of their own before 3.2", () => {
  const paths = `${servers}paths:
  /a:
    query: { operationId: ask, ${ok} }
    additionalOperations:
      COPY: { ${ok} }
      PURGE: { operationId: purge, ${ok} }
      REPORT: { operationId: report, ${ok} }`;

  it("are sent as they are written, and found where they are written", () => {
    const model = modelOf(paths);
    expect(model.operations.map(({ id, method, pointer }) => [id, method, pointer])).toEqual([
      ["ask", "QUERY", "/paths/~1a/query"],
      ["COPY /a", "COPY", "/paths/~1a/additionalOperations/COPY"],
      ["purge", "PURGE", "/paths/~1a/additionalOperations/PURGE"],
      ["report", "REPORT", "/paths/~1a/additionalOperations/REPORT"],
    ]);
  });

  it("have the effect that they are known for, else they write", () => {
    const model = modelOf(paths);
    const effects = ["ask", "copy_a", "purge", "report"].map((name) => {
      const { effect, hints } = actionOf(model, name);
      return [name, effect, hints.idempotent];
    });
    expect(effects).toEqual([
      ["ask", "read", true],
      ["copy_a", "write", false],
      ["purge", "delete", false],
      ["report", "read", true],
    ]);
  });

  it.each([
    ["TRACK", "fetch cannot send TRACK", "method-track"],
    ["connect", "fetch cannot send CONNECT", "method-connect"],
    ["post", "the method post differs from POST only in case, which fetch does not keep"],
    ['"A B"', '"A B" is not a method of HTTP'],
    ['"A\\r\\nB"', '"A\\\\r\\\\nB" is not a method of HTTP'],
  ])("leave the operation out when they cannot be sent: %s", (method, reason, code = "method") => {
    const [only] = problemsOf(
      `${servers}paths: { /a: { additionalOperations: { ${method}: { operationId: a, ${ok} } } } }`,
    );
    expect(only).toMatchObject({ code, severity: "warning" });
    expect(only?.message.replaceAll("\\\\", "\\")).toContain(reason.replaceAll("\\\\", "\\"));
  });
});

describe("a parameter that is the whole query string", () => {
  const get = (content: string): string =>
    `${servers}paths: { /a: { get: { operationId: a, parameters: [{ name: q, in: querystring, required: true, content: { ${content} } }], ${ok} } } }`;
  const form = "application/x-www-form-urlencoded";

  it("is the parameters that it stands for", () => {
    const schema =
      "{ type: object, required: [a], properties: { a: { type: string, description: A. }, l: { type: array, items: {} }, o: { type: object } } }";
    const encoding = "{ l: { style: pipeDelimited, explode: false } }";
    const { inputs } = operationOf(modelOf(get(`${form}: { schema: ${schema}, encoding: ${encoding} }`)), "a");
    expect(inputs.map(({ place, required, style, explode }) => [place, required, style, explode])).toEqual([
      ["query:a", true, "form", true],
      ["query:l", false, "pipeDelimited", false],
      ["query:o", false, "json", true],
    ]);
    expect(inputs[0]?.description).toBe("A.");
  });

  it.each([
    ["application/json: { schema: { type: object } }", "the query string q as application/json is not supported"],
    [
      `${form}: { schema: { type: object, additionalProperties: true } }`,
      "whose schema is more than a list of properties",
    ],
    [`${form}: {}`, "whose schema is more than a list of properties"],
  ])("leaves the operation out when it is something else: %s", (content, reason) => {
    const [only] = problemsOf(get(content));
    expect(only).toMatchObject({ code: "querystring", severity: "warning" });
    expect(only?.message).toContain(reason);
  });
});

describe("a stream", () => {
  const itemsOf = (mediaType: string, itemSchema: string): unknown => {
    const content = `{ ${mediaType}: { itemSchema: ${itemSchema} } }`;
    const rest = "components: { schemas: { Tick: { required: [data], properties: { data: { type: object } } } } }";
    const text = `${servers}paths: { /a: { get: { operationId: a, responses: { "200": { content: ${content} } } } } }\n${rest}`;
    return operationOf(modelOf(text), "a").result.answers[0]?.items;
  };
  const object = "{ type: object, properties: { n: { type: integer } } }";

  it("has the schema of its lines", () => {
    expect(itemsOf("application/jsonl", object)).toEqual({ type: "object", properties: { n: { type: "integer" } } });
  });

  it.each([
    [
      "that is JSON in a text",
      `{ type: string, contentMediaType: application/json, contentSchema: ${object} }`,
      "object",
    ],
    ["that is no text", object, "object"],
    ["that may or may not be JSON", "{ type: string }", undefined],
  ])("of events has the schema of their data %s", (_, data, type) => {
    const items = itemsOf("text/event-stream", `{ properties: { event: { const: e }, data: ${data} } }`);
    expect((items as { type?: string } | undefined)?.type).toBe(type);
  });

  it("of events may refer to a component", () => {
    expect(itemsOf("text/event-stream", "{ $ref: '#/components/schemas/Tick' }")).toEqual({ type: "object" });
  });

  it("that is something else has no items", () => {
    expect(itemsOf("application/json", object)).toBeUndefined();
  });
});
