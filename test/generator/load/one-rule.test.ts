import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../generator/load/read-config.js";
import { ProblemsError } from "../../../generator/shared/problems.js";
import { findings, type Inputs, loadText, refusal, show } from "./load-text.js";

// Every text here is JSON, which is YAML as well, so that one list tries both parsers.
const formats = ["json", "yaml"];

/** A document with further fields in its operation, in a schema, and at the end. */
function api({ operation = "", schema = "{}", rest = "" } = {}): string {
  return `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"},
"paths": {"/a": {"get": {${operation}"responses": {"default": {"description": "d"}}}}},
"components": {"schemas": {"A":
${schema}
}}${rest}}`;
}

function overlay(update: string, target = "$.info", rest = ""): string {
  return `{"overlay": "1.0.0", "info": {"title": "T", "version": "1"}${rest}, "actions": [{"target": "${target}", "update":\n${update}\n}]}`;
}

describe.each(formats)("in %s", (format) => {
  /** The same value at the start of the second line of each kind of file. */
  const kinds: Readonly<Record<string, (value: string) => Inputs>> = {
    document: (value) => ({ [`api.${format}`]: `{"openapi": "3.1.0", "paths": {}, "info":\n${value}}` }),
    overlay: (value) => ({ "api.json": api(), [`fix.overlay.${format}`]: overlay(value) }),
    overrides: (value) => ({ "api.json": api(), [`overrides.${format}`]: `{"hidden":\n${value}}` }),
  };
  const rules: readonly [string, string, string][] = [
    ["a repeated key", '{"title": 1, "title": 2}', "duplicate-key FILE:2:14 The key `title` is repeated in"],
    ["a number that overflows", '{"title": 1e999}', "number-overflow FILE:2:11"],
    ["an integer that overflows", `{"title": -1${"0".repeat(400)}}`, "number-overflow FILE:2:11"],
  ];
  const tries = Object.keys(kinds).flatMap((kind) => rules.map((rule) => [kind, ...rule] as const));

  it.each(tries)("the %s is refused for %s", async (kind, _, value, expected) => {
    const files = kinds[kind]?.(value) ?? {};
    const lines = await refusal(files);
    const [first = ""] = lines;
    expect(first.startsWith(expected.replace("FILE", Object.keys(files).at(-1) ?? "")), first).toBe(true);
  });

  describe("repeated keys", () => {
    it("are errors that lose no operation silently", async () => {
      const paths = api().replace('"/a": {', '"/a": {}, "/a": {');
      expect(await refusal({ [`api.${format}`]: paths })).toEqual([
        `duplicate-key api.${format}:2:21 The key \`/a\` is repeated in \`paths\`.`,
      ]);
    });

    it("are warnings in examples and extensions of a document, and the last one counts", async () => {
      const twice = '{"a": 1, "a": 2}';
      const text = api({
        operation: `"x-a": ${twice}, `,
        schema: `{"example": ${twice}, "examples": [${twice}], "properties": {"example": {"type": "string"}}}`,
        rest: `, "x-b": {"c": [${twice}]}`,
      });
      const { document, problems } = await loadText({ [`api.${format}`]: text });
      expect(JSON.stringify(document)).not.toContain('"a":1');
      expect(problems.map(show)).toEqual([
        `warning duplicate-key api.${format}:2:42 The key \`a\` is repeated in \`paths./a.get.x-a\`; the last value is used.`,
        `warning duplicate-key api.${format}:4:22 The key \`a\` is repeated in \`components.schemas.A.example\`; the last value is used.`,
        `warning duplicate-key api.${format}:4:53 The key \`a\` is repeated in \`components.schemas.A.examples.0\`; the last value is used.`,
        `warning duplicate-key api.${format}:5:28 The key \`a\` is repeated in \`x-b.c.0\`; the last value is used.`,
      ]);
    });

    it("are errors in a property that is called example", async () => {
      const schema = '{"properties": {"example": {"type": "string", "type": "integer"}}}';
      const [first] = await refusal({ [`api.${format}`]: api({ schema }) });
      expect(first).toMatch(/^duplicate-key api\.\w+:4:47 /);
    });

    it("are judged in an overlay by what its target makes of them", async () => {
      const files = (text: string): Inputs => ({ "api.json": api(), [`fix.overlay.${format}`]: text });
      const example = overlay('{"example": {"a": 1, "a": 2}}', "$.components.schemas.A", ', "x-a": {"b": 1, "b": 2}');
      const { document, problems } = await loadText(files(example));
      expect(JSON.stringify(document)).toContain('"example":{"a":2}');
      expect(problems.map((problem) => show(problem).split(" The ")[0])).toEqual([
        `warning duplicate-key fix.overlay.${format}:1:78`,
        `warning duplicate-key fix.overlay.${format}:2:22`,
      ]);
      const property = overlay('{"example": {"type": "string", "type": "string"}}', "$.components.schemas", "");
      expect((await refusal(files(property)))[0]).toMatch(/^duplicate-key fix\.overlay\.\w+:2:32 /);
      const own = overlay("{}").replace('"overlay": "1.0.0"', '"overlay": "1.0.0", "overlay": "1.0.0"');
      expect((await refusal(files(own)))[0]).toMatch(/^duplicate-key fix\.overlay\.\w+:1:22 /);
    });

    it("are errors everywhere in overrides", async () => {
      const text =
        '{"actions": [{"name": "a", "title": "A", "group": "g", "description": "d", "operation": "GET /a", "effect": "read", "bind": "none",\n"examples": {"accept": [{"b": 1, "b": 2}], "refuse": []}}]}';
      const [first] = await refusal({ "api.json": api(), [`overrides.${format}`]: text });
      expect(first).toMatch(/^duplicate-key overrides\.\w+:2:34 /);
    });
  });

  describe("integers that would be rounded", () => {
    const big = "9223372036854775807";

    it("omit the keyword of a schema, with a warning each", async () => {
      const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
      const sizes = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
      const keywords = [...bounds, ...sizes, "default", "const"];
      const fields = [...keywords.map((key) => `"${key}": ${big}`), `"enum": [1, ${big}]`, '"type": "integer"'];
      const { document, problems } = await loadText({ [`api.${format}`]: api({ schema: `{${fields.join(",\n")}}` }) });
      expect(document).toMatchObject({ components: { schemas: { A: { type: "integer" } } } });
      expect(JSON.stringify(document)).toContain('"schemas":{"A":{"type":"integer"}}');
      expect(problems.map(({ code, severity, at }) => [code, severity, at?.line])).toEqual(
        [...keywords, "enum"].map((_, index) => ["unsafe-integer", "warning", 4 + index]),
      );
      expect(problems[1]).toMatchObject({
        message: `\`components.schemas.A.maximum\` has the integer ${big}, which JavaScript would round; \`maximum\` is omitted.`,
        fix: "Remove `maximum` or write a value within ±9007199254740991, in the document or in an overlay.",
      });
    });

    it("are found in the item of a list", async () => {
      const { problems } = await loadText({ [`api.${format}`]: api({ schema: `{"enum": [1,\n${big}]}` }) });
      expect(problems.map(show)).toEqual([
        `warning unsafe-integer api.${format}:5:1 \`components.schemas.A.enum\` has the integer ${big}, which JavaScript would round; \`enum\` is omitted.`,
      ]);
    });

    it("are kept as digits in examples and extensions", async () => {
      const schema = `{"example": {"id": ${big}}, "x-id": -${big}}`;
      const { document, problems } = await loadText({ [`api.${format}`]: api({ schema }) });
      expect(problems).toEqual([]);
      expect(document).toMatchObject({ components: { schemas: { A: { example: { id: big }, "x-id": `-${big}` } } } });
    });

    it("cost the operation elsewhere, also where nobody knows the keyword", async () => {
      const lines = await findings({
        [`api.${format}`]: api({ operation: `"tags": [${big}], `, schema: `{"foo": ${big}}` }),
      });
      expect(lines.filter((line) => line.startsWith("warning unsafe-integer"))).toEqual([
        `warning unsafe-integer api.${format}:4:2 \`components.schemas.A.foo\` is the integer ${big}, which JavaScript would round.`,
        `warning unsafe-integer api.${format}:2:35 GET /a is omitted: \`GET /a\` (tags.0) is the integer ${big}, which JavaScript would round.`,
      ]);
    });

    it("are an error in a value of an override", async () => {
      const text =
        '{"actions": [{"name": "a", "title": "A", "group": "g", "description": "d", "operation": "GET /a", "effect": "read", "bind": "none",\n' +
        `"send": {"query:q": ${big}}}]}`;
      const lines = await refusal({ "api.json": api(), [`overrides.${format}`]: text });
      expect(lines).toEqual([
        `unsafe-integer overrides.${format}:2:21 The value at \`actions.0.send.query:q\` is the integer ${big}, which JavaScript would round.`,
      ]);
    });

    it("are settled behind an overlay, and reported in it", async () => {
      const update = `{"maximum": ${big},\n"example": ${big}}`;
      const { document, problems } = await loadText({
        "api.json": api({ schema: `{"type": "integer", "minimum": ${big}}` }),
        // The filter compares what the document holds.
        [`fix.overlay.${format}`]: overlay(update, "$.components.schemas[?@.minimum > 9]"),
      });
      expect(document).toMatchObject({ components: { schemas: { A: { example: big } } } });
      expect(problems.map((problem) => show(problem).split(" `")[0])).toEqual([
        "warning unsafe-integer api.json:4:32",
        `warning unsafe-integer fix.overlay.${format}:2:13`,
      ]);
    });

    it("are only those: what a number holds and prints exactly stays a number", async () => {
      const schema = '{"maximum": 9223372036854776000, "minimum": -1e300, "default": 9007199254740992}';
      const { document, problems } = await loadText({ [`api.${format}`]: api({ schema }) });
      expect(problems).toEqual([]);
      expect(document).toMatchObject({
        components: { schemas: { A: { maximum: 2 ** 63, minimum: -1e300, default: 2 ** 53 } } },
      });
    });

    it("are also those that would be printed with other digits, however they are written", async () => {
      const schema =
        '{"maximum": 9223372036854775808, "minimum": -9223372036854775808.0, "multipleOf": 9223372036854775.808e3}';
      const { document, problems } = await loadText({ [`api.${format}`]: api({ schema }) });
      expect(problems.map(({ code, message }) => [code, /-?\d{19}/.exec(message)?.[0]])).toEqual([
        ["unsafe-integer", "9223372036854775808"],
        ["unsafe-integer", "-9223372036854775808"],
        ["unsafe-integer", "9223372036854775808"],
      ]);
      const { A } = (document as unknown as { components: { schemas: Record<string, object> } }).components.schemas;
      for (const key of ["maximum", "minimum", "multipleOf"]) expect(A).not.toHaveProperty(key);
    });

    it("are also found in a version that is not text", async () => {
      const [first] = await refusal({ [`api.${format}`]: `{"openapi": ${big}, "paths": {}}` });
      expect(first).toContain(`openapi-version api.${format}:1:13 The document says \`openapi: ${big}\``);
    });
  });
});

describe("tags of YAML", () => {
  const tagged = ["!!binary aGk=", "!!timestamp 2001-01-01", "!!omap [a: 1]", "!!pairs [a: 1]", "!!set {a}", "!mine x"];
  const kinds: Readonly<Record<string, (value: string) => Inputs>> = {
    "api.yaml": (value) => ({ "api.yaml": `openapi: 3.1.0\npaths: {}\nx-a: ${value}\n` }),
    "fix.overlay.yaml": (value) => ({ "api.json": api(), "fix.overlay.yaml": `overlay: 1.0.0\n\nx-a: ${value}\n` }),
    "overrides.yaml": (value) => ({ "api.json": api(), "overrides.yaml": `# Ours\n\na: ${value}\n` }),
  };
  it.each(Object.keys(kinds).flatMap((file) => tagged.map((value) => [file, value] as const)))(
    "%s is refused for %s",
    async (file, value) => {
      const [first] = await refusal(kinds[file]?.(value) ?? {});
      expect(first?.startsWith(`unknown-tag ${file}:3:`), first).toBe(true);
      expect(first).toContain(`has the tag \`${value.split(" ")[0]}\`, which is not supported.`);
    },
  );

  it("are errors as tags of keys, and with values that do not fit them", async () => {
    expect((await refusal({ "api.yaml": "!!binary aGk=: 1\n" }))[0]).toContain("unknown-tag api.yaml:1:");
    expect((await refusal({ "api.yaml": "a: !!int abc\n" }))[0]).toContain("`!!int`, which does not fit its value.");
  });

  it("are read where the core schema has them", async () => {
    const text = `x-a: [!!str 1, !!int "2", !!float 1.5, !!bool "true", !!null "", !!map {}, !!seq [], ! 3]`;
    const { document } = await loadText({ "api.yaml": `${api().slice(0, -1)}\n, ${text.replace("x-a", '"x-a"')}}` });
    expect(document["x-a"]).toEqual(["1", 2, 1.5, true, null, {}, [], "3"]);
  });
});

describe("toolpack.config.json", () => {
  it.each([
    ['{"packs": [],\n"packs": []}', "duplicate-key toolpack.config.json:2:1 The key `packs` is repeated"],
    ['{"packs": [{"spec": "a",\n"spec": "b", "out": "c"}]}', "duplicate-key toolpack.config.json:2:1 The key `spec`"],
    ['{"packs":\n1e999}', "number-overflow toolpack.config.json:2:1"],
    ['{"packs":\n9223372036854775807}', "wrong-type toolpack.config.json:2:1"],
    ['{"packs": // none\n[]}', "json-syntax toolpack.config.json:1:11"],
    ['{"packs": [\n],}', "json-syntax toolpack.config.json:2:3"],
  ])("is refused: %j", async (text, expected) => {
    const cwd = await mkdtemp(join(tmpdir(), "load-"));
    try {
      await writeFile(join(cwd, "toolpack.config.json"), text);
      const problems = await readConfig(cwd).then(
        () => [],
        (error: unknown) => (error instanceof ProblemsError ? error.problems : []),
      );
      expect(problems.map(show)[0]?.startsWith(expected), problems.map(show)[0]).toBe(true);
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
