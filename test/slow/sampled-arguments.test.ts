import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { type Generated, generate } from "../../generator/generate.js";
import type { Action, Argument } from "../../generator/model/types.js";
import { sameSchema } from "../../generator/plan/same-schema.js";
import { type JsonObject, ownValue } from "../../generator/shared/json.js";
import type { Toolpack } from "../../runtime/pack/toolpack-options.js";
import { sampleArguments } from "../helpers/sample-arguments.js";

// What the document allows must reach the wire: arguments that a library samples from the document's schemas pass the
// tool's own validator and become a request.
const root = fileURLToPath(new URL("../..", import.meta.url));
const cases = join(root, "test/cases");
const packs = [
  ...readdirSync(cases)
    .filter((name) => !existsSync(join(cases, name, "problems.txt")))
    .map((name) => ({ name, cwd: join(cases, name), spec: "openapi.yaml", overrides: "overrides.yaml" })),
  { name: "mem0", cwd: join(root, "spec"), spec: "mem0.openapi.yaml", overrides: "mem0.overrides.yaml" },
];
const seeds = [1, 2, 3, 4, 5];

describe.concurrent("arguments from the document are accepted and become a request", () => {
  test.for(packs)("$name", async ({ cwd, spec, overrides }) => {
    const written = existsSync(join(cwd, overrides)) ? { overrides } : {};
    const generated = await generate({ spec, overlays: [], ...written, cwd });
    const pack = await importPack(generated);
    const refused: unknown[] = [];
    for (const { action } of generated.plan.tools) {
      const own = new Set(
        action.arguments.filter((each) => !isDeclared(each, action, generated)).map(({ name }) => name),
      );
      const sampled = seeds.flatMap((seed) =>
        (["required", "all"] as const).map((only) =>
          sampleArguments(generated.loaded.document, action, own, seed, only),
        ),
      );
      const found = sampled.filter((args) => args !== undefined);
      const tried = found.length > 0 ? found : action.examples.accept;
      expect(tried.length, action.name).toBeGreaterThan(0);
      for (const args of tried) {
        const error = pack.check(action.name, args);
        // What is empty is no segment of a path; no schema says so.
        if (error !== undefined && !/must be a non-empty/.test(error.hint))
          refused.push([action.name, error.hint, JSON.stringify(args).slice(0, 500)]);
      }
    }
    expect(refused).toEqual([]);
  });
});

/** Whether an argument is what its place in the document declares. */
function isDeclared(argument: Argument, { checkedSchema }: Action, { plan }: Generated): boolean {
  const [place] = argument.places;
  if (place === undefined || argument.wrap !== undefined) return false;
  const own = (checkedSchema.$defs ?? {}) as Readonly<Record<string, JsonObject>>;
  return sameSchema(ownValue(checkedSchema.properties, argument.name), place.schema, own, plan.model.schemas);
}

/** The pack as a program would import it, with every tool and no approval needed. */
async function importPack({ files, plan }: Generated): Promise<Toolpack> {
  const folder = mkdtempSync(join(tmpdir(), "toolpack-sampled-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outfile = join(folder, "pack.mjs");
    await build({ entryPoints: [join(folder, "index.ts")], outfile, bundle: true, format: "esm", logLevel: "silent" });
    const module = (await import(pathToFileURL(outfile).href)) as Record<string, (options: object) => Toolpack>;
    const create = module[plan.symbols.create.name];
    const tools = plan.tools.map(({ action }) => action.name);
    if (create === undefined) throw new Error("the pack has no function that creates it");
    return create({ tools, baseUrl: "https://api.test", approve: "caller" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
