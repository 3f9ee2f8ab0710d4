import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { load } from "../../../generator/load/load.js";
import { buildModel } from "../../../generator/model/build-model.js";
import { ProblemsError } from "../../../generator/shared/problems.js";
import { cpuTime } from "../../helpers/cpu-time.js";

/** A sample of what is tried against generators; it comes with some checkouts only. */
const folder = fileURLToPath(new URL("../../../../shared/hostile/", import.meta.url));

interface Case {
  readonly id: string;
  readonly outcome: "refuse" | "inert" | "either";
  readonly spec: string;
  readonly overrides?: string;
  readonly error_names?: readonly string[];
  readonly warn_names?: readonly string[];
}

const present = existsSync(`${folder}index.json`);

/** The overrides of a case are neutral and not in our format. */
const needsOverrides = new Set(["124-overrides-unknown-operation"]);

describe.runIf(present)("hostile inputs, through LOAD and MODEL", () => {
  const { cases } = present
    ? (JSON.parse(readFileSync(`${folder}index.json`, "utf8")) as { readonly cases: readonly Case[] })
    : { cases: [] };

  for (const one of cases) {
    it(`${one.id}: ${one.outcome}`, async () => {
      let outcome: Awaited<ReturnType<typeof run>> = { refused: false, text: "" };
      const spent = await cpuTime(async () => {
        outcome = await run(one.spec);
      });
      expect(spent).toBeLessThan(10_000);
      const names = (wanted: readonly string[] = []): boolean =>
        wanted.some((name) => outcome.text.toLowerCase().includes(name.toLowerCase()));
      if (one.outcome === "inert" || needsOverrides.has(one.id)) {
        expect(outcome).toMatchObject({ refused: false });
      }
      if (one.outcome === "refuse" && !needsOverrides.has(one.id)) {
        expect(outcome).toMatchObject({ refused: true });
      }
      if (outcome.refused) {
        expect(names(one.error_names), outcome.text).toBe(true);
      }
      if (one.warn_names !== undefined) {
        expect(names(one.warn_names), outcome.text).toBe(true);
      }
      expect(globalThis).not.toHaveProperty("__pwned");
      expect({}).not.toHaveProperty("polluted");
    });
  }
});

if (!present) it.skip("hostile inputs: the sample is not beside this checkout", () => undefined);

async function run(spec: string): Promise<{ readonly refused: boolean; readonly text: string }> {
  const show = (problems: readonly { readonly message: string }[]): string =>
    problems.map(({ message }) => message).join("\n");
  try {
    const { loaded } = await load({ spec, overlays: [], cwd: folder });
    const { model, problems } = buildModel(loaded);
    return { refused: model === undefined, text: show([...loaded.problems, ...problems]) };
  } catch (error) {
    if (error instanceof ProblemsError) {
      return { refused: true, text: show(error.problems) };
    }
    throw error;
  }
}
