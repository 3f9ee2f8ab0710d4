import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../../generator/commands/main.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const built = existsSync(`${root}dist/command.cjs`);
if (!built) console.warn("skipped: dist/ is missing, `npm run build` makes it");

const folder = mkdtempSync(join(tmpdir(), "toolpack-schema-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, "api.json"),
  JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {} }),
);

const action = { name: "a", title: "A", group: "g", description: "d", operation: "a", effect: "raed", bind: "none" };
const overrides = {
  "an unknown key": { actoins: [] },
  "a wrong value": { actions: [action] },
  "missing keys": { actions: [{ name: "a" }], profiles: { all: { tools: "a" } } },
  "nothing wrong": { pack: { name: "t-toolpack" } },
};

// The command has the schema of overrides compiled by the build; everything else compiles it when it is needed.
describe.skipIf(!built)("the built command says what the sources say", () => {
  it.each(Object.entries(overrides))("of overrides with %s", async (_, value) => {
    writeFileSync(join(folder, "overrides.json"), JSON.stringify(value));
    const argv = ["list", "--reporter=json", "--spec=api.json", "--overrides=overrides.json"];
    let out = "";
    const write = (text: string): void => {
      out += text;
    };
    const code = await main(argv, { out: write, err: write, cwd: folder, color: false, progress: false });
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}bin/toolpack.js`, ...argv], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ code: status, out: stdout + stderr }).toEqual({ code, out });
  });
});
