import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { cleanDocument } from "../../../generator/emit/types/clean-document.js";
import { load } from "../../../generator/load/load.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The thread's own program, as a process, with or without the line that gives openapi-typescript ts-morph's compiler. */
function printAll(documents: readonly unknown[], shared: boolean): readonly string[] {
  const source = readFileSync(`${root}generator/workers/typescript.js`, "utf8");
  const line = /^require\.cache\[peer\] = .*$/m;
  expect(source).toMatch(line);
  const program = (shared ? source : source.replace(line, ""))
    .replace('import { parentPort } from "node:worker_threads";', "")
    .replace(/^parentPort\?\.on\([\s\S]*?^\}\);$/m, "")
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(`${root}generator/workers/typescript.js`).href));
  const answer = `[require("typescript").version, ...${JSON.stringify(documents)}.map(printWireTypes)]`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], {
    cwd: root,
    encoding: "utf8",
    input: `${program}\nprocess.stdout.write(JSON.stringify(${answer}));`,
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as string[];
}

test("openapi-typescript writes the same with ts-morph's compiler as with its own", async () => {
  const cases = readdirSync(`${root}test/cases`).filter((name) => !name.startsWith("fails-"));
  const specs = ["spec/mem0.openapi.yaml", ...cases.map((name) => `test/cases/${name}/openapi.yaml`)];
  const found = specs.filter((spec) => existsSync(`${root}${spec}`));
  const loaded = await Promise.all(found.map((spec) => load({ spec, overlays: [], cwd: root })));
  const documents = loaded.map(({ loaded: { bareDocument } }) => cleanDocument(bareDocument));
  const [version, ...own] = printAll(documents, false);
  const [other, ...shared] = printAll(documents, true);
  // Else this compares a compiler with itself.
  expect(other).not.toBe(version);
  expect(shared.length).toBeGreaterThan(15);
  expect(shared).toEqual(own);
});
