import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildWireDocument } from "../../generator/emit/types/build-wire-document.js";
import { load } from "../../generator/load/load.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** In a process of its own, since which compiler openapi-typescript gets is decided once per process. */
function printAll(documents: readonly unknown[], load: string): readonly string[] {
  const program = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
${load}
const texts = [require("typescript").version];
for (const document of ${JSON.stringify(documents)}) texts.push(await print(document));
process.stdout.write(JSON.stringify(texts));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], {
    cwd: root,
    encoding: "utf8",
    input: program,
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as string[];
}

test("the parts of openapi-typescript, with ts-morph's compiler, print what the whole prints with its own", async () => {
  const cases = readdirSync(`${root}test/cases`).filter((name) => !name.startsWith("fails-"));
  const specs = ["spec/mem0.openapi.yaml", ...cases.map((name) => `test/cases/${name}/openapi.yaml`)];
  const found = specs.filter((spec) => existsSync(`${root}${spec}`));
  const loaded = await Promise.all(found.map((spec) => load({ spec, overlays: [], cwd: root })));
  // The bundler adds empty components.
  const documents = loaded.map(({ loaded: { bareDocument, version } }) => ({
    components: {},
    ...buildWireDocument(bareDocument, version),
  }));
  const [version, ...whole] = printAll(
    documents,
    `const { default: openapiTS, astToString } = require("openapi-typescript");
     const options = { defaultNonNullable: false, emptyObjectsUnknown: true, silent: true };
     const print = async (document) => astToString(await openapiTS(document, options));`,
  );
  const [other, ...parts] = printAll(
    documents,
    'const { printWireTypes: print } = await import("./generator/workers/print-wire-types.js");',
  );
  // Else this compares a compiler with itself.
  expect(other).not.toBe(version);
  expect(parts.length).toBeGreaterThan(15);
  expect(parts).toEqual(whole);
});
