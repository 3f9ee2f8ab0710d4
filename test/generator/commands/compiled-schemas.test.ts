import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../../generator/commands/main.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const built = existsSync(`${root}dist/command.cjs`);
if (!built) console.warn("skipped: dist/ is missing, `npm run build` makes it");

const folder = mkdtempSync(join(tmpdir(), "toolpack-schemas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const info = { title: "T", version: "1" };
const answer = { 200: { description: "ok" } };
const documents = {
  "wrong types": { openapi: "3.1.0", info: { title: 1, version: "1" }, paths: { "/a": { get: { responses: [] } } } },
  "an unknown key": { openapi: "3.1.0", info, paths: { "/a": { get: { responses: answer, operationID: "a" } } } },
  "a parameter nowhere": {
    openapi: "3.1.0",
    info,
    paths: { "/a": { get: { parameters: [{ name: "a" }], responses: answer } } },
  },
  "no answers in 3.0": { openapi: "3.0.3", info, paths: { "/a": { get: {} } } },
  "a wrong schema in 3.0": {
    openapi: "3.0.3",
    info,
    paths: {},
    components: { schemas: { A: { type: "strng", nullable: 1 } } },
  },
  "no info": { openapi: "3.0.3", paths: {} },
  "nothing wrong": { openapi: "3.0.3", info, paths: { "/a": { get: { operationId: "a", responses: answer } } } },
};
const overrides = {
  "an unknown key": { actoins: [] },
  "a wrong effect": {
    actions: [{ name: "a", title: "A", group: "g", description: "d", operation: "a", effect: "raed", bind: "none" }],
  },
  "missing keys": { actions: [{ name: "a" }], profiles: { all: { tools: "a" } } },
};

// The command has the schemas compiled by the build; everything else compiles them when it needs them.
describe.skipIf(!built)("the command says what the sources say", () => {
  it.each(Object.keys(documents))("of a document with %s", async (name) => {
    const document = join(folder, "openapi.json");
    writeFileSync(document, JSON.stringify(documents[name as keyof typeof documents]));
    await compare(["list", "--reporter=json", `--spec=${document}`]);
  });

  it.each(Object.keys(overrides))("of overrides with %s", async (name) => {
    const [document, file] = [join(folder, "openapi.json"), join(folder, "overrides.json")];
    writeFileSync(document, JSON.stringify(documents["nothing wrong"]));
    writeFileSync(file, JSON.stringify(overrides[name as keyof typeof overrides]));
    await compare(["list", "--reporter=json", `--spec=${document}`, `--overrides=${file}`]);
  });

  it("has the build's schemas inside", () => {
    expect(readFileSync(`${root}dist/command.cjs`, "utf8")).not.toContain("swagger-parser/lib/validators");
  });
});

async function compare(argv: readonly string[]): Promise<void> {
  let out = "";
  const take = (text: string): void => {
    out += text;
  };
  const code = await main(argv, { out: take, err: take, cwd: folder, color: false, progress: false });
  const command = spawnSync(process.execPath, [`${root}bin/toolpack.js`, ...argv], { cwd: folder, encoding: "utf8" });
  expect({ code: command.status, out: command.stdout + command.stderr }).toEqual({ code, out });
}
