import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Generated, generate } from "../../generator/generate.js";
import { ProblemsError } from "../../generator/shared/problems.js";
import { stripMarkup } from "../../generator/shared/strip-markup.js";
import { compileTree } from "../helpers/compile-tree.js";
import { runPack } from "../helpers/run-pack.js";

/** Ways out of a comment, a string, a template, a name, a type and a page. */
const escapes: Readonly<Record<string, string>> = {
  comment: "*/ globalThis.pwned = 1; /*",
  line: "text\n globalThis.pwned = 1; //",
  double: '"; globalThis.pwned = 1; "',
  single: "'; globalThis.pwned = 1; '",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what must stay text
  template: "`; globalThis.pwned = 1; ` ${(globalThis.pwned = 1)}",
  handlebars: "{{#each this}}{{lookup . 'constructor'}}{{/each}} {{{pwned}}}",
  member: "x: 1 }; globalThis.pwned = 1; const y = { z",
  html: "</script><script>globalThis.pwned = 1</script><img src=x onerror=globalThis.pwned=1>",
  replacement: "$& $` $' $1 $$",
};

const document = (text: string): object => ({
  openapi: "3.1.0",
  info: { title: text, version: "1.0.0", description: text },
  servers: [{ url: "https://api.example.test" }],
  tags: [{ name: "things", description: text }],
  components: {
    schemas: {
      Thing: {
        type: "object",
        description: text,
        properties: { [text]: { type: "string", default: text, description: text } },
      },
    },
  },
  paths: {
    "/things/{id}": {
      post: {
        operationId: "makeThing",
        tags: ["things"],
        summary: text,
        description: text,
        parameters: [
          { name: "id", in: "path", required: true, description: text, schema: { type: "string" } },
          { name: "kind", in: "query", required: true, schema: { type: "string", enum: [text, "plain"] } },
        ],
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", properties: { name: { type: "string", const: text, description: text } } },
            },
          },
        },
        responses: {
          "200": {
            description: text,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
    },
  },
});

describe("text of a document never becomes code", () => {
  it.each(Object.entries(escapes))("%s", async (_, text) => {
    const { files } = await generateFrom(JSON.stringify(document(text)));
    const seen = await runPack(files);
    expect(seen.globals).toEqual([]);
    expect(seen.polluted).toBe(false);
    // What the model reads is the text itself, without its markup: nothing evaluated it, nothing else lost it.
    expect(seen.tools[0]?.description.replaceAll(/\s+/g, " ")).toContain(
      stripMarkup(text).trim().replaceAll(/\s+/g, " "),
    );
    expect(seen.requests).toHaveLength(1);
    expect(new URL(seen.requests[0] as string).searchParams.get("kind")).toBe(text);
    expect(compileTree(new Map(files.filter(isSource).map(({ path, text: source }) => [path, source])))).toEqual([]);
  });
});

const shared = fileURLToPath(new URL("../../../shared/hostile/", import.meta.url));
const present = existsSync(`${shared}index.json`);

interface Case {
  readonly id: string;
  readonly outcome: "refuse" | "inert" | "either";
  readonly spec: string;
  readonly overrides?: string;
}

describe.runIf(present)("the hostile sample, through the whole generator", () => {
  const { cases } = present
    ? (JSON.parse(readFileSync(`${shared}index.json`, "utf8")) as { readonly cases: readonly Case[] })
    : { cases: [] };

  it.each(cases.filter(({ overrides }) => overrides === undefined))("$id: $outcome", async ({ outcome, spec }) => {
    const generated = await attempt(`${shared}${spec}`);
    if (generated instanceof ProblemsError) {
      expect(outcome).not.toBe("inert");
      return;
    }
    expect(outcome).not.toBe("refuse");
    const { files } = generated;
    for (const { path } of files) expect(path).toMatch(/^(?:[A-Za-z0-9._-]{1,120}\/)*[A-Za-z0-9._-]{1,120}$/);
    const seen = await runPack(files);
    expect(seen.globals).toEqual([]);
    expect(seen.polluted).toBe(false);
    expect(compileTree(new Map(files.filter(isSource).map(({ path, text }) => [path, text])))).toEqual([]);
  });
});

if (!present) it.skip("the hostile sample: it is not beside this checkout", () => undefined);

const isSource = ({ path }: { readonly path: string }): boolean =>
  /\.(?:ts|js)$/.test(path) && !path.startsWith("docs/");

async function generateFrom(text: string): Promise<Generated> {
  const folder = mkdtempSync(join(tmpdir(), "toolpack-hostile-"));
  try {
    writeFileSync(join(folder, "openapi.json"), text);
    return await generate({ spec: "openapi.json", overlays: [], cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function attempt(spec: string): Promise<Generated | ProblemsError> {
  try {
    return await generate({ spec, overlays: [], cwd: process.cwd() });
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
}
