import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../generator/load/read-config.js";
import { ProblemsError } from "../../../generator/shared/problems.js";
import { document, loadText, refusal, show } from "./load-text.js";

const api = document("  /a: { get: { operationId: getA, responses: { default: { description: done } } } }");

const action = (fields = ""): string => `  - name: get_a
    title: Get A
    group: things
    description: Gets it.
    operation: getA
    effect: read
    bind: none
${fields}`;

describe("overrides", () => {
  it("derives every tool when there is no file", async () => {
    const { overrides, overridesFile } = await loadText(api);
    expect(overrides).toEqual({ pack: { unlisted: "derive" }, actions: [], hidden: {}, profiles: {} });
    expect(overridesFile).toBeUndefined();
  });

  it("hands over the file as it is, from YAML or JSON", async () => {
    const { overrides } = await loadText({ ...api, "overrides.yaml": `actions:\n${action()}` });
    expect(overrides.actions?.[0]?.operation).toBe("getA");
    const json = JSON.stringify({ hidden: { getA: "Nobody needs it." } });
    expect((await loadText({ ...api, "overrides.json": json })).overrides.hidden).toEqual({ getA: "Nobody needs it." });
  });

  const cases: readonly [string, string, string][] = [
    ["an empty file", "\n", "empty-file overrides.yaml:1:1"],
    [
      "an unknown key",
      "acitons: []\n",
      "unknown-key overrides.yaml:1:1 `overrides.yaml` has the unknown key `acitons`.",
    ],
    [
      "an unknown key of an action",
      `actions:\n${action("    titel: x\n")}`,
      "unknown-key overrides.yaml:9:5 `actions.0` (`get_a`) has the unknown key `titel`.",
    ],
    [
      "a wrong type",
      `actions:\n${action("    approval: maybe\n")}`,
      "wrong-type overrides.yaml:9:15 `actions.0.approval` (`get_a`) must be of type boolean.",
    ],
    [
      "a wrong value",
      `actions:\n${action().replace("effect: read", "effect: reed")}`,
      "wrong-value overrides.yaml:7:13 `actions.0.effect` (`get_a`) must be one of `read`, `write`, `delete`.",
    ],
    [
      "a missing key",
      `actions:\n${action().replace("    bind: none\n", "")}`,
      "missing-key overrides.yaml:2:5 `actions.0` (`get_a`) is missing the key `bind`.",
    ],
    [
      "a hidden character",
      `actions:\n${action().replace("Gets it", '"Gets\\u200B it"').replace('it".', 'it."')}`,
      "hidden-character overrides.yaml:5:18 The value at `actions.0.description` contains U+200B.",
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(`refuses ${name}`, async () => {
      const [first, ...others] = await refusal({ ...api, "overrides.yaml": text });
      expect(first?.startsWith(expected), first).toBe(true);
      expect(others).toEqual([]);
    });
  }

  it("says what to write instead of an unknown key, as a problem of usage", async () => {
    await expect(loadText({ ...api, "overrides.yaml": "acitons: []\n" })).rejects.toMatchObject({
      problems: [{ kind: "usage", fix: "Did you mean `actions`?" }],
    });
  });
});

describe("toolpack.config.json", () => {
  async function read(text?: string): Promise<unknown> {
    const cwd = await mkdtemp(join(tmpdir(), "load-"));
    try {
      if (text !== undefined) {
        await writeFile(join(cwd, "toolpack.config.json"), text);
      }
      return (await readConfig(cwd)).packs;
    } catch (error) {
      return error instanceof ProblemsError ? error.problems.map(show) : error;
    } finally {
      await rm(cwd, { recursive: true });
    }
  }

  it("reads packs, and no overlays as none", async () => {
    expect(await read('{"packs": [{"spec": "a.yaml", "out": "a"}]}')).toEqual([
      { spec: "a.yaml", overlays: [], out: "a" },
    ]);
  });

  it("refuses a missing file, a missing key and an unknown one", async () => {
    expect(await read()).toEqual([
      "missing-file toolpack.config.json:1:1 The config file `toolpack.config.json` does not exist.",
    ]);
    expect(await read('{"packs": [{"spec": "a.yaml", "output": "a"}]}')).toEqual([
      "missing-key toolpack.config.json:1:12 `packs.0` is missing the key `out`.",
      "unknown-key toolpack.config.json:1:31 `packs.0` has the unknown key `output`.",
    ]);
  });
});
