import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../../generator/load/limits.js";
import { load } from "../../../generator/load/load.js";
import { originOf } from "../../../generator/shared/origin.js";
import { type Inputs, loadFiles, loadText, refusal, show } from "./load-text.js";

const allowed = { allowRefs: true };
const main = (paths: string, rest = ""): string =>
  `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${paths}\n${rest}`;
const answer = (schema: string): string =>
  `{ responses: { "200": { description: d, content: { application/json: { schema: ${schema} } } } } }`;

/** A library in files: a path item, parameters and responses as JSON, two schemas that refer to each other. */
const library: Inputs = {
  "api.yaml": main(
    '  /books: { $ref: paths/books.yaml }\n  /books/{id}: { $ref: "paths/one%20book.yaml#/item", summary: One book }',
    "components:\n  schemas:\n    Book: { $ref: schemas/book.yaml }\n    Fault: { type: object }",
  ),
  "paths/books.yaml": `get:
  operationId: listBooks
  parameters: [{ $ref: "../common.json#/parameters/limit" }]
  responses:
    "200": { description: d, content: { application/json: { schema: { $ref: ../schemas/book.yaml } } } }
    default: { $ref: "../common.json#/responses/Failed" }
`,
  "paths/one book.yaml": `item:\n  get: ${answer('{ $ref: "../api.yaml#/components/schemas/Book" }')}\n`,
  "common.json": JSON.stringify({
    parameters: { limit: { name: "limit", in: "query", schema: { type: "integer" } } },
    responses: {
      Failed: {
        description: "f",
        content: { "application/json": { schema: { $ref: "api.yaml#/components/schemas/Fault" } } },
      },
    },
  }),
  "schemas/book.yaml": "type: object\nproperties:\n  writer: { $ref: writer.yaml#/Writer }\n",
  "schemas/writer.yaml":
    "Writer:\n  type: object\n  properties: { books: { type: array, items: { $ref: ./book.yaml } } }\n",
};

describe("several files", () => {
  it("become the one document that a person would have bundled them to", async () => {
    const { document, parts } = await loadText(library, allowed);
    const ok = (schema: object): object => ({ description: "d", content: { "application/json": { schema } } });
    const book = { $ref: "#/components/schemas/Book" };
    expect(document).toEqual({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {
        "/books": {
          get: {
            operationId: "listBooks",
            parameters: [{ $ref: "#/components/parameters/limit" }],
            responses: { "200": ok(book), default: { $ref: "#/components/responses/Failed" } },
          },
        },
        "/books/{id}": { summary: "One book", get: { responses: { "200": ok(book) } } },
      },
      components: {
        schemas: {
          Book: { type: "object", properties: { writer: { $ref: "#/components/schemas/Writer" } } },
          Fault: { type: "object" },
          Writer: { type: "object", properties: { books: { type: "array", items: book } } },
        },
        parameters: { limit: { name: "limit", in: "query", schema: { type: "integer" } } },
        responses: {
          Failed: {
            description: "f",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Fault" } } },
          },
        },
      },
    });
    const names = parts.map(({ name }) => name).sort();
    expect(names).toEqual(
      Object.keys(library)
        .filter((name) => name !== "api.yaml")
        .sort(),
    );
  });

  it("keep their places", async () => {
    const { loaded, locate } = await loadFiles(library, allowed);
    const at = (pointer: string): string => {
      const { file, line, column } = locate(originOf(pointer, "value", loaded));
      return `${file}:${line}:${column}`;
    };
    expect(at("/paths/~1books/get/operationId")).toBe("paths/books.yaml:2:16");
    expect(at("/paths/~1books~1{id}/summary")).toBe("api.yaml:5:64");
    expect(at("/paths/~1books~1{id}/get/responses")).toMatch(/^paths\/one book\.yaml:2:/);
    expect(at("/components/schemas/Writer/type")).toBe("schemas/writer.yaml:2:9");
    expect(at("/components/schemas/Fault")).toBe("api.yaml:9:12");
  });

  it("report what is wrong in the file that has it", async () => {
    const files = { ...library, "schemas/book.yaml": "type: object\nproperties: { a: { $ref: '#/missing' } }\n" };
    expect(await refusal(files, allowed)).toEqual([
      "unresolved-ref schemas/book.yaml:2:26 `#/missing` names nothing in its file.",
    ]);
    const shape = { ...library, "common.json": String(library["common.json"]).replace('"query"', '"query", "foo": 1') };
    expect((await loadText(shape, allowed)).problems.map(show)).toEqual([
      expect.stringMatching(/^warning unknown-key common\.json:1:\d+ .*`foo`/),
    ]);
    const syntax = { ...library, "schemas/writer.yaml": "a: [" };
    expect((await refusal(syntax, allowed))[0]).toMatch(/^yaml-syntax schemas\/writer\.yaml:1:/);
  });

  it("are changed by an overlay as one document", async () => {
    const overlay = `overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions:\n  - target: $.components.schemas.Writer\n    update: { title: W }\n`;
    const { document } = await loadText({ ...library, "a.overlay.yaml": overlay }, allowed);
    expect(document).toMatchObject({ components: { schemas: { Writer: { title: "W" } } } });
  });

  it("are read from where a relative $self says that the document is", async () => {
    const paths = `/a: { get: { responses: { default: { $ref: "parts/r.yaml#/R" } } } }`;
    const api = `openapi: 3.2.0\n$self: v1/store.yaml\ninfo: { title: T, version: "1" }\npaths: { ${paths} }\n`;
    const { document } = await loadText({ "api.yaml": api, "v1/parts/r.yaml": "R: { description: d }" }, allowed);
    expect(document).toMatchObject({ components: { responses: { R: { description: "d" } } } });
  });

  it("are not read unless that is allowed", async () => {
    const lines = await refusal(library);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^file-ref api\.yaml:4:19 .*only with --allow-refs\.$/);
  });
});

describe("what a reference leads to", () => {
  it("gets a name that is free, whatever the order", async () => {
    const paths = (...refs: string[]): string =>
      refs.map((ref, index) => `  /${index}: { get: ${answer(`{ $ref: "${ref}" }`)} }`).join("\n");
    const files = {
      "a/pet.yaml": "type: string",
      "b/pet.yaml": "type: integer",
      "b/more.yaml": "Own: { type: boolean }\n'odd name!': { type: number }\n",
    };
    const refs = ["a/pet.yaml", "b/pet.yaml", "b/more.yaml#/Own", "b/more.yaml#/odd%20name!"];
    const rest = "components: { schemas: { Own: { type: array } } }";
    const schemas = {
      Own: { type: "array" },
      a_pet: { type: "string" },
      b_pet: { type: "integer" },
      b_more_Own: { type: "boolean" },
      odd_name_: { type: "number" },
    };
    for (const order of [refs, refs.toReversed()]) {
      const { document } = await loadText({ "api.yaml": main(paths(...order), rest), ...files }, allowed);
      expect(document.components).toEqual({ schemas });
    }
  });

  it("is followed through files that only refer on", async () => {
    const files = {
      "api.yaml": main(`  /a: { get: ${answer("{ $ref: index.yaml#/Pet }")} }`),
      "index.yaml": "Pet: { $ref: pet.yaml }",
      "pet.yaml": "type: string",
    };
    const { document } = await loadText(files, allowed);
    expect(document.components).toEqual({ schemas: { pet: { type: "string" } } });
  });

  it("may be the mapping of a discriminator", async () => {
    const files = {
      "api.yaml": main(`  /a: { get: ${answer("{ $ref: pet.yaml }")} }`),
      "pet.yaml":
        "oneOf: [{ $ref: cat.yaml }]\ndiscriminator: { propertyName: kind, mapping: { cat: cat.yaml, dog: Dog } }\n",
      "cat.yaml": "type: object",
    };
    const { document } = await loadText(files, allowed);
    expect(document).toMatchObject({
      components: { schemas: { pet: { discriminator: { mapping: { cat: "#/components/schemas/cat", dog: "Dog" } } } } },
    });
  });

  it("may be a list, a map, or all paths", async () => {
    const files = {
      "api.yaml":
        'openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths: { $ref: paths.yaml }\ntags: { $ref: tags.yaml }\n',
      "paths.yaml": `/a: { get: ${answer("{ properties: { $ref: properties.yaml } }")} }`,
      "tags.yaml": "- name: one\n",
      "properties.yaml": "id: { type: string }\n",
    };
    const { document } = await loadText(files, allowed);
    expect(document.tags).toEqual([{ name: "one" }]);
    expect(JSON.stringify(document.paths)).toContain('"properties":{"id":{"type":"string"}}');
  });

  it("is read once and used twice, also a path item", async () => {
    const files = {
      "api.yaml": main("  /a: { $ref: item.yaml }\n  /b: { $ref: ./x/../item.yaml }"),
      "item.yaml": `get: ${answer("{ type: string }")}`,
    };
    const { document, parts } = await loadText(files, allowed);
    const paths = document.paths as Readonly<Record<string, unknown>>;
    expect(paths["/b"]).toEqual(paths["/a"]);
    expect(parts).toHaveLength(1);
  });

  it("may have hostile names", async () => {
    const files = {
      "api.yaml": main(`  /a: { get: ${answer("{ $ref: p.json#/__proto__ }")} }`),
      "p.json": '{ "__proto__": { "type": "string", "title": "mine" } }',
    };
    const { document } = await loadText(files, allowed);
    expect(JSON.stringify(document.components)).toContain('"title":"mine"');
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

describe("references that are refused", () => {
  const one = (ref: string, more: Inputs = {}): Promise<readonly string[]> =>
    refusal({ "api.yaml": main(`  /a: { get: ${answer(`{ $ref: ${JSON.stringify(ref)} }`)} }`), ...more }, allowed);

  it.each([
    ["https://host.test/a.yaml", "remote-ref"],
    ["//host.test/a.yaml", "remote-ref"],
    ["file:///etc/hostname", "remote-ref"],
    ["/etc/hostname", "ref-outside"],
    ["../a.yaml", "ref-outside"],
    ["%2e%2e/a.yaml", "ref-outside"],
    ["x/../../a.yaml", "ref-outside"],
    ["missing.yaml", "missing-file"],
    ["a%00.yaml", "missing-file"],
    ["part.yaml#/nope", "unresolved-ref"],
    ["part.yaml#anchor", "unresolved-ref"],
  ])("%s is %s", async (ref, code) => {
    const [first] = await one(ref, { "part.yaml": "a: 1" });
    expect(first).toMatch(new RegExp(`^${code} api\\.yaml:4:`));
  });

  it("are named with the file that has them, when they lead to the network", async () => {
    const [first] = await one("part.yaml", { "part.yaml": "properties:\n  a: { $ref: 'http://host.test/x' }\n" });
    expect(first).toMatch(/^remote-ref part\.yaml:2:14 /);
  });

  it("are those that lead in a circle", async () => {
    expect((await one("a.yaml", { "a.yaml": "$ref: b.yaml", "b.yaml": "$ref: a.yaml" }))[0]).toMatch(
      /^ref-loop api\.yaml/,
    );
    const nested = { "api.yaml": main("  /a: { x: { $ref: a.yaml } }"), "a.yaml": "b: { $ref: a.yaml }" };
    expect((await refusal(nested, allowed))[0]).toMatch(/^ref-loop a\.yaml:1:/);
  });

  it("are too many values in too many copies", async () => {
    const files: Record<string, string> = { "api.yaml": main("  /a: { x: { $ref: f0.yaml } }") };
    for (let index = 0; index < 24; index += 1)
      files[`f${index}.yaml`] = `a: { $ref: f${index + 1}.yaml }\nb: { $ref: f${index + 1}.yaml }\n`;
    files["f24.yaml"] = "c: 1";
    const [first] = await refusal(files, allowed);
    expect(first).toContain(`repeat more than ${limits.aliasNodes}`);
  });

  it("are nested too deeply in too many files", async () => {
    const files: Record<string, string> = { "api.yaml": main("  /a: { x: { $ref: f0.yaml } }"), "f60.yaml": "c: 1" };
    for (let index = 0; index < 60; index += 1)
      files[`f${index}.yaml`] = `{ a: { a: { a: { a: { $ref: f${index + 1}.yaml } } } } }`;
    expect(await refusal(files, allowed)).toEqual([expect.stringMatching(/^too-deep api\.yaml:1:1 /)]);
  });

  it("are those through a link that leaves the folder", async () => {
    const cwd = await mkdtemp(join(tmpdir(), "load-"));
    try {
      await mkdir(join(cwd, "api"));
      await writeFile(join(cwd, "secret.yaml"), "type: string");
      await symlink(join(cwd, "secret.yaml"), join(cwd, "api/link.yaml"));
      await writeFile(join(cwd, "api/api.yaml"), main(`  /a: { get: ${answer("{ $ref: link.yaml }")} }`));
      const refused = load({ spec: "api/api.yaml", overlays: [], cwd, ...allowed }).catch(({ problems }) =>
        problems.map(show),
      );
      expect(await refused).toEqual([
        expect.stringMatching(/^ref-outside api\/api\.yaml:4:\d+ `link\.yaml` is outside the folder of the document/),
      ]);
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
