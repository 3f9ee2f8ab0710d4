import { describe, expect, test } from "vitest";
import { buildRequest, type WireRequest } from "../../../runtime/request/build-request.js";
import { actionOf, modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";
import { requestOf, runtimeOperation, specOf } from "../../helpers/request-of.js";

const multipart = (schema: string, encoding = "{}", type = "multipart/form-data"): string =>
  `requestBody: { required: true, content: { ${type}: { schema: ${schema}, encoding: ${encoding} } } }`;
const binary = "{ type: string, format: binary }";
const one = `{ type: object, required: [file], properties: { file: ${binary} } }`;

/** A multipart body as text, its boundary written as B. */
function read({ body, headers }: WireRequest): string {
  const [, boundary = "?"] = /; boundary=(\S+)$/.exec(headers["content-type"] ?? "") ?? [];
  return new TextDecoder("latin1")
    .decode(body as ArrayBuffer)
    .replaceAll(boundary, "B")
    .replaceAll("\r\n", "\n");
}
const part = (lines: string, content: string): string => `--B\n${lines}\n\n${content}\n`;
const disposition = (name: string, filename?: string): string =>
  `Content-Disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}`;

describe("a multipart body", () => {
  test("has a part for each property and each item of a list", async () => {
    const schema = `{ type: object, properties: { a: { type: string }, n: { type: integer }, l: { type: array, items: { type: string } }, o: { type: object }, u: { type: array, items: { type: object } } } }`;
    const request = await requestOf(multipart(schema), {
      a: "é",
      n: 1,
      l: ["x", "y"],
      o: { k: [1] },
      u: [{}, { z: 1 }],
    });
    const json = (name: string, text: string): string =>
      part(`${disposition(name)}\nContent-Type: application/json`, text);
    expect(read(request)).toBe(
      [
        part(disposition("a"), "Ã©"),
        part(disposition("l"), "x"),
        part(disposition("l"), "y"),
        part(disposition("n"), "1"),
        json("o", '{"k":[1]}'),
        json("u", "{}"),
        json("u", '{"z":1}'),
        "--B--\n",
      ].join(""),
    );
    expect(request.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=[\w-]{10,70}$/);
  });

  test.each([
    [{ text: "hi" }, "file", "application/octet-stream", "hi"],
    [{ base64: "AP8=", name: "a.png", type: "image/png" }, "a.png", "image/png", "\u0000ÿ"],
    [{ text: "", name: 'a"\r\nb' }, "a%22%0D%0Ab", "application/octet-stream", ""],
  ])("sends the file %j", async (file, name, type, content) => {
    expect(read(await requestOf(multipart(one), { file }))).toBe(
      `${part(`${disposition("file", name)}\nContent-Type: ${type}`, content)}--B--\n`,
    );
  });

  test.each([
    [{}, "file: must have exactly one of base64, text and path"],
    [{ text: "a", base64: "" }, "file: must have exactly one of base64, text and path"],
    [{ base64: "%" }, "file.base64: must be base64"],
    [{ text: 1 }, "file.text: must be a string"],
    [{ text: "a", bytes: "b" }, "file.bytes: is not a known argument"],
    [{ text: "a", type: "a/b\r\nX: y" }, "file.type: must be a media type"],
    ["text", "file: must be an object with base64, text or path"],
  ])("refuses the file %j", async (file, message) => {
    await expect(requestOf(multipart(one), { file })).rejects.toThrow(message);
  });

  test("follows `encoding`", async () => {
    const schema = `{ type: object, properties: { cover: ${binary}, meta: { type: string }, tags: { type: array, items: { type: string } }, where: { type: object } } }`;
    const encoding =
      "{ cover: { contentType: 'image/png, image/*', headers: { X-Kind: { schema: { const: cover } }, Content-Type: {} } }, meta: { contentType: application/xml }, tags: { explode: false }, where: { style: deepObject } }";
    const send = (type?: string): Promise<WireRequest> =>
      requestOf(multipart(schema, encoding), {
        cover: { text: "c", name: "c", ...(type && { type }) },
        meta: "<m/>",
        tags: ["a,b", "c"],
        where: { a: 1 },
      });
    const cover = (type: string): string =>
      part(`${disposition("cover", "c")}\nX-Kind: cover\nContent-Type: ${type}`, "c");
    const rest = [
      part(`${disposition("meta")}\nContent-Type: application/xml`, "<m/>"),
      part(disposition("tags"), "a,b,c"),
      part(disposition("where[a]"), "1"),
      "--B--\n",
    ].join("");
    expect(read(await send())).toBe(cover("image/png") + rest);
    expect(read(await send("image/gif"))).toBe(cover("image/gif") + rest);
    expect(read(await send("text/html"))).toBe(cover("image/png") + rest);
  });

  test("may be multipart/mixed, and has a boundary that no content contains", async () => {
    const request = await requestOf(multipart(one, "{}", "multipart/mixed"), { file: { text: "a" } });
    expect(request.headers["content-type"]).toMatch(/^multipart\/mixed; boundary=/);
    const random = Math.random;
    const first = 0.123;
    const guess = `part-${first.toString(36).slice(2)}${first.toString(36).slice(2)}`;
    const rolls = [first, first, 0.456, 0.789];
    Math.random = () => rolls.shift() ?? random();
    try {
      const { headers } = await requestOf(multipart(one), { file: { text: `--${guess}--` } });
      expect(headers["content-type"]).not.toContain(guess);
    } finally {
      Math.random = random;
    }
  });

  test("tells of a header that has no fixed value, and refuses a required one", () => {
    const header = (required: boolean): string =>
      specOf(multipart(one, `{ file: { headers: { X-Id: { required: ${required}, schema: { type: string } } } } }`));
    expect(problemsOf(header(false))).toMatchObject([{ code: "encoding-header", severity: "warning" }]);
    expect(operationOf(modelOf(header(true)), "run").unsupported?.code).toBe("encoding-header");
  });
});

test.each([
  ["3.0.3", "{ type: string, format: binary }", "one"],
  ["3.0.3", "{ type: array, items: { type: string, format: binary } }", "list"],
  ["3.0.3", "{}", undefined],
  ["3.0.3", "{ type: string, format: byte }", undefined],
  ["3.1.0", "{}", "one"],
  ["3.1.0", "{ type: array, items: {} }", "list"],
  ["3.1.0", "{ contentMediaType: image/png }", "one"],
  ["3.1.0", "{ type: string, contentMediaType: application/pdf, contentEncoding: base64 }", "one"],
  ["3.1.0", "{ type: string, contentMediaType: text/html }", undefined],
  ["3.1.0", "{ $ref: '#/components/schemas/F' }", "one"],
])("in %s a part %s is a file: %s", (version, schema, file) => {
  const spec = `${specOf(multipart(`{ type: object, properties: { p: ${schema} } }`), version)}
components: { schemas: { F: { type: string, format: binary } } }`;
  expect(operationOf(modelOf(spec), "run").inputs[0]?.file).toBe(file);
});

test("a file with contentEncoding travels as base64 text", async () => {
  const schema = "{ type: object, properties: { p: { type: string, contentEncoding: base64 } } }";
  expect(read(await requestOf(multipart(schema), { p: { text: "hi" } }))).toContain("\n\naGk=\n");
});

describe("a body that is a file", () => {
  const body = (types: string): string => `requestBody: { required: true, content: { ${types} } }`;
  test.each([
    ["application/octet-stream: {}", undefined, "application/octet-stream"],
    ["application/octet-stream: {}", "text/plain", "application/octet-stream"],
    ["image/png: {}", "text/html", "image/png"],
    ["image/*: {}", "image/webp", "image/webp"],
    ["image/png: {}, image/gif: {}", "image/png", "image/png"],
    ["image/png: {}, image/gif: {}", "text/html", "image/gif"],
    ["'*/*': { schema: { type: string, format: binary } }", undefined, "application/octet-stream"],
  ])("%s of the type %s is sent as %s", async (types, type, sent) => {
    const request = await requestOf(body(types), { body: { base64: "AAEC", ...(type && { type }) } });
    expect(request.headers["content-type"]).toBe(sent);
    expect([...new Uint8Array(request.body as ArrayBuffer)]).toEqual([0, 1, 2]);
  });

  test("may be bytes that code passes", async () => {
    const operation = await runtimeOperation(specOf(body("application/octet-stream: {}")));
    const bytes = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    expect([...new Uint8Array(buildRequest(operation, { body: bytes }).body as ArrayBuffer)]).toEqual([1, 2]);
  });

  test("tells a model what to write", () => {
    const [argument] = actionOf(modelOf(specOf(body("application/octet-stream: {}"))), "run").arguments;
    expect(argument?.schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(argument?.description).toContain("exactly one of `base64`, `text` and `path`");
  });
});

describe("a file that is no part of its own", () => {
  const object = `{ type: object, properties: { a: { type: string }, inner: ${binary} } }`;
  const json = (schema: string): string =>
    `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
  const picture = "{ type: string, contentMediaType: image/png }";

  test.each([
    ["in an object of a part", multipart(`{ type: object, properties: { meta: ${object}, file: ${binary} } }`)],
    [
      "in a list of objects of a part",
      multipart(`{ type: object, properties: { l: { type: array, items: ${object} } } }`),
    ],
    ["among further properties", multipart(`{ type: object, additionalProperties: ${binary} }`)],
    ["in a form", multipart(one, "{}", "application/x-www-form-urlencoded")],
    ["in JSON", json(`{ type: array, items: { allOf: [${object}] } }`)],
    ["in JSON, by its media type", json(`{ type: object, properties: { p: ${picture} } }`)],
  ])("is reported: %s", (_, fields) => {
    expect(problemsOf(specOf(fields))).toMatchObject([
      { code: "nested-file", severity: "warning", message: expect.stringContaining("sent as text, as it stands") },
    ]);
  });

  test.each([
    ["a part", multipart(one)],
    ["a list of files", multipart(`{ type: object, properties: { l: { type: array, items: ${binary} } } }`)],
    [
      "base64",
      json(
        "{ type: object, properties: { p: { type: string, contentMediaType: image/png, contentEncoding: base64 } } }",
      ),
    ],
    [
      "text of a type",
      json("{ type: object, properties: { p: { type: string, contentMediaType: application/json } } }"),
    ],
    [
      "a property of answers",
      json(`{ type: object, properties: { p: { type: string, format: binary, readOnly: true } } }`),
    ],
    ["a whole body", `requestBody: { content: { image/png: { schema: ${binary} } } }`],
  ])("is not: %s", (_, fields) => {
    expect(problemsOf(specOf(fields))).toEqual([]);
  });

  test("is sent as the text that it is", async () => {
    const request = await requestOf(multipart(`{ type: object, properties: { meta: ${object} } }`), {
      meta: { inner: "AP8=" },
    });
    expect(read(request)).toContain('{"inner":"AP8="}');
  });
});
