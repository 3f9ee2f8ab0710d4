import { afterEach, beforeEach, expect, it } from "vitest";
import { makePlace, type Place, SPEC } from "./command-line.js";

const [paths = "", schemas = ""] = SPEC.split("components:\n  schemas:\n");
const parts = {
  "api/notes.yaml": paths.replaceAll("#/components/schemas/", "./schemas.yaml#/"),
  "api/schemas.yaml": schemas.replace(/^ {4}/gm, ""),
};
const inputs = ["--spec", "api/notes.yaml", "--allow-refs"] as const;

let place: Place;
beforeEach(() => {
  place = makePlace(parts);
});
afterEach(() => place.remove());

it("makes the same pack of a document and of its files", async () => {
  place.write({ "whole/notes.yaml": SPEC });
  const whole = await place.run("generate", "--spec", "whole/notes.yaml", "--out", "one");
  const split = await place.run("generate", ...inputs, "--out", "two");
  expect([whole.code, split.code], split.err).toEqual([0, 0]);
  const files = (folder: string): [string, string][] =>
    Object.entries(place.snapshot())
      .filter(([path]) => path.startsWith(`${folder}/`) && !path.endsWith("manifest.json"))
      .map(([path, text]) => [path.slice(folder.length), String(text)]);
  expect(files("two")).toEqual(files("one"));
});

it("notices a change of a file", async () => {
  await place.run("generate", ...inputs, "--out", "pack");
  const manifest = JSON.parse(place.read("pack/manifest.json"));
  expect(manifest.inputs).toMatchObject([
    { role: "spec", name: "notes.yaml" },
    { role: "part", name: "schemas.yaml" },
  ]);
  expect((await place.run("check", ...inputs, "--out", "pack")).code).toBe(0);
  place.write({ "api/schemas.yaml": `${parts["api/schemas.yaml"]}# changed\n` });
  const run = await place.run("check", ...inputs, "--out", "pack");
  expect(run.code).toBe(1);
  expect(run.out + run.err).toContain("manifest.json");
});

it("allows them by flag or by config, and names the flag otherwise", async () => {
  const refused = await place.run("list", "--spec", "api/notes.yaml");
  expect(refused.code).toBe(3);
  expect(refused.err).toContain("--allow-refs");
  const pack = { spec: "api/notes.yaml", out: "pack", allowRefs: true };
  place.write({ "toolpack.config.json": JSON.stringify({ packs: [pack] }) });
  expect((await place.run("list")).code).toBe(0);
  const stray = await place.run("list", "--allow-refs");
  expect(stray.code).toBe(2);
  expect(stray.err).toContain("--allow-refs requires --spec.");
});
