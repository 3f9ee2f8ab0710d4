import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";

const packRoot = fileURLToPath(new URL("../../generated/mem0/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "toolpack-portable-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Runs inside the restricted process: every vector through one pack, over a fetch that answers what it was asked.
const program = `
import { createMem0, isToolpackError } from "./pack.mjs";
import { tools } from "./pack.mjs";
import { readFileSync } from "node:fs";
const vectors = JSON.parse(readFileSync(new URL("./vectors.json", import.meta.url), "utf8"));
let evaluated = true;
try { new Function("return 1")(); } catch { evaluated = false; }
const off = tools.filter((tool) => tool.approval).map((tool) => tool.name);
const fetch = async (url, { method, body }) => new Response(JSON.stringify({ method, url, body }));
const pack = createMem0({ apiKey: "k", profile: "extended", approval: { off }, fetch });
const answers = [];
for (const { tool, args } of vectors) answers.push((await pack.call(tool, args)).data);
const bound = pack.with({ user_id: "alice" });
answers.push((await bound.call("search_memories", { query: "q" })).data);
const refused = await pack.call("search_memories", { query: 7 }).catch((error) => isToolpackError(error) && error.field);
console.log(JSON.stringify({ evaluated, answers, refused }));
`;

test("the whole pack runs where no code may be made from text", async () => {
  const { vectors } = parse(readFileSync(new URL("../pack/wire/vectors.yaml", import.meta.url), "utf8"));
  await build({
    stdin: {
      contents: 'export { createMem0, isToolpackError } from "./index.ts"; export { tools } from "./tools/index.ts";',
      resolveDir: packRoot,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    outfile: join(folder, "pack.mjs"),
    // Neither Node nor a browser: an import of node: or of a package is an error.
    platform: "neutral",
  });
  writeFileSync(join(folder, "vectors.json"), JSON.stringify(vectors));
  writeFileSync(join(folder, "program.mjs"), program);
  const args = ["--disallow-code-generation-from-strings", join(folder, "program.mjs")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const { evaluated, answers, refused } = JSON.parse(stdout);
  expect([evaluated, refused]).toEqual([false, "query"]);
  expect(answers.map((answer: { method: string }) => answer.method)).toEqual([
    ...vectors.map((vector: { method: string }) => vector.method),
    "POST",
  ]);
  expect(answers.at(-1).body).toBe('{"query":"q","filters":{"user_id":"alice"}}');
});

/** Files that run in an application; the command and the MCP server are programs of Node. */
const files = readdirSync(packRoot, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|js)$/.test(path) && !/(^|\/)(dist|node_modules)\/|^bin\/|^runtime\/(bin|mcp)\//.test(path));

/** What a file imports, statically or not. */
function readImports(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(packRoot, path), "utf8"), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

test("no file outside the command and the MCP server imports node: or any package", () => {
  expect(files.length).toBeGreaterThan(150);
  const imports = files.flatMap((path) => readImports(path).map((name) => ({ path, name })));
  expect(imports.length).toBeGreaterThan(400);
  expect(imports.filter(({ name }) => !/^\.{1,2}\//.test(name))).toEqual([]);
});

test("what an application imports leads to neither of them", () => {
  const programs = /^runtime\/(bin|mcp)\//;
  const reaching = files.filter((path) => {
    const base = new URL(path, "file:///");
    return readImports(path).some((name) => programs.test(new URL(name, base).pathname.slice(1)));
  });
  expect(reaching.sort()).toEqual(["command.ts", "mcp.ts"]);
});

test("no file makes code from text", () => {
  const made = files.filter((path) =>
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/.test(readFileSync(join(packRoot, path), "utf8")),
  );
  expect(made).toEqual([]);
});
