import { afterAll, beforeAll, expect, test } from "vitest";
import { emitSources, emitTexts } from "../../../generator/emit/emit-pack.js";
import { emitPackage } from "../../../generator/emit/package/emit-package.js";
import { emitWireTypes } from "../../../generator/emit/types/emit-wire-types.js";
import { planPack } from "../../../generator/plan/plan-pack.js";
import { startTypeScript, type TypeScript } from "../../../generator/workers/start-typescript.js";
import { compileTree } from "../../helpers/compile-tree.js";
import { readRuntime } from "../../helpers/read-runtime.js";
import { readTemplates } from "../../helpers/read-templates.js";
import { petsDocument, petsModel } from "./fixtures/pets.js";

let typescript: TypeScript;
let files: Map<string, string>;
beforeAll(async () => {
  typescript = startTypeScript();
  const spec = { path: "pets.yaml", hash: "" };
  const wire = await emitWireTypes({ bareDocument: petsDocument, version: "3.1", spec }, typescript);
  if (wire.kind === "failed") throw new Error(wire.problem.message);
  const plan = planPack(petsModel());
  const emitted = [...emitTexts(plan, readTemplates()), ...(await emitSources(plan, typescript)), wire.file];
  files = new Map(emitted.map((file) => [file.path, file.text]));
});
afterAll(() => typescript.close());

const read = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
};
const importsOf = (path: string): string[] =>
  [...read(path).matchAll(/^.*from "(.+)";$/gm)].map((match) => match[1] ?? "");

test("the pack compiles with the strictest settings", () => {
  expect(compileTree(new Map([...files, ...readRuntime()]))).toEqual([]);
});

test("package.json has the description on one line", () => {
  const { pack, ...model } = petsModel();
  const plan = planPack({ ...model, pack: { ...pack, description: "Welcome\nPets\n  and toys." } });
  const text = emitPackage(plan).find(({ path }) => path === "package.json")?.text ?? "";
  expect(JSON.parse(text).description).toBe("Welcome Pets and toys.");
});

test("a command that is not built yet names the way that works in a new folder", () => {
  const [path = ""] = [...files.keys()].filter((each) => each.startsWith("bin/"));
  expect(read(path)).toContain("is not built yet: run npm install in its folder");
  expect(JSON.parse(read("package.json")).scripts.prepare).toBe("npm run build");
});

test("a tool imports its own group and validator and nothing of other tools", () => {
  expect(importsOf("tools/pets/get_pet.ts")).toEqual([
    "../../client/pets.js",
    "../../runtime/index.js",
    "../../types/pets.js",
    "../../validators/get_pet.js",
  ]);
});

test("a tool needs no code of the runtime, and a client's group only what its operations name", () => {
  expect(read("tools/pets/get_pet.ts")).toContain('import type { Tool } from "../../runtime/index.js";');
  const client = read("client/pets.ts");
  expect(client.match(/^import \{.*/gm)).toEqual(['import { readText } from "../runtime/http/readers/read-text.js";']);
  expect(client).toContain("read: readText,");
});

test("a component keeps its name in the arguments", () => {
  expect(read("types/pets.ts")).toContain('  pet: components["schemas"]["Pet"];');
});

test("every text file ends in one line break and has no other kind", () => {
  for (const [path, text] of files) {
    if (path.startsWith("docs/")) continue;
    expect(text.endsWith("\n") && !text.endsWith("\n\n"), path).toBe(true);
    expect(text, path).not.toMatch(/\r|[ \t]+$/m);
  }
});

test("every folder that package.json exports is there", () => {
  const { exports, version } = JSON.parse(read("package.json")) as {
    version: string;
    exports: Record<string, { source: string } | string>;
  };
  expect(version).toBe("1.2.3");
  const paths = [...files.keys(), ...readRuntime().keys()];
  for (const [name, entry] of Object.entries(exports)) {
    const source = (typeof entry === "string" ? entry : entry.source).slice(2);
    const [start = "", end = ""] = source.split("*");
    expect(
      paths.some((path) => path.startsWith(start) && path.endsWith(end)),
      name,
    ).toBe(true);
  }
});

test("two runs give the same bytes", async () => {
  const plan = planPack(petsModel());
  const again = [...emitTexts(plan, readTemplates()), ...(await emitSources(plan, typescript))];
  for (const { path, text } of again) expect(text, path).toBe(read(path));
});
