import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePlace, type Place } from "./command-line.js";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

const answer = { responses: { "200": { description: "d" } } };
const broken = {
  requestBody: { content: { "text/json": { schema: { $ref: "#/components/schemas/None" } } } },
  ...answer,
};

/** A document with the operations `get /good` and `post /bad`, and `put /bad` in a style that is not known. */
function api(paths: object = {}): string {
  const styled = { parameters: [{ name: "q", in: "query", style: "curly", schema: {} }], ...answer };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths: { "/good": { get: answer, head: answer }, "/bad": { post: broken, put: styled }, ...paths },
    components: { schemas: {} },
  });
}

const hides = `pack: { unlisted: derive }
actions: []
hidden: { "POST /bad": Broken., "PUT /bad": Not needed., "HEAD /good": Not needed. }
profiles: {}
`;
const generate = ["generate", "--spec", "api.json", "--out", "pack"];

describe("the operations of a document", () => {
  const counts = { total: 4, tools: 1, hidden: 1, leftOut: { "parameter-style": 1, "unresolved-ref": 1 } };
  const line = "operations  1 of 4 became tools; 2 left out: 1 parameter-style, 1 unresolved-ref; 1 hidden";

  beforeEach(() => {
    const some = hides.replace('"POST /bad": Broken., "PUT /bad": Not needed., ', "");
    place.write({ "api.json": api(), "some.yaml": some });
  });

  it("are counted by what became of them, in generate, check and list", async () => {
    const flags = ["--overrides", "some.yaml"];
    expect((await place.run(...generate, ...flags)).out).toContain(`  ${line}\n`);
    expect((await place.run("check", ...generate.slice(1), ...flags)).out).toMatch(new RegExp(`\n${line}\n$`));
    expect((await place.run("list", ...generate.slice(1, 3), ...flags)).out).toMatch(new RegExp(`\n${line}\n$`));
    for (const command of ["generate", "check"]) {
      const { out } = await place.run(command, ...generate.slice(1), ...flags, "--reporter", "json");
      expect(JSON.parse(out).packs[0].operations).toEqual(counts);
    }
  });

  it("must become one tool at least", async () => {
    place.write({
      "none.json": api({ "/good": {} }),
      "empty.json": api().replace(/"paths":.*?,"components"/, '"paths":{},"components"'),
    });
    for (const spec of ["none.json", "empty.json"]) {
      const run = await place.run("generate", "--spec", spec, "--out", "pack");
      expect(run.code).toBe(3);
      expect(run.err).toContain("no-tools");
    }
    place.write({ "hides.yaml": hides.replace(', "HEAD /good": Not needed.', "") });
    expect((await place.run("list", "--spec", "none.json", "--overrides", "hides.yaml")).code).toBe(0);
  });
});

describe("--strict", () => {
  it("makes each warning about the document an error, and writes nothing", async () => {
    place.write({ "api.json": api() });
    for (const [command, ...flags] of [
      generate,
      ["check", ...generate.slice(1)],
      ...["list", "lint", "budget"].map((name) => [name, ...generate.slice(1, 3)]),
    ]) {
      const run = await place.run(command ?? "", ...flags, "--strict");
      expect(run.code, command).toBe(3);
      expect(run.err).toContain("POST /bad is omitted");
      expect(run.err).not.toContain("warning: ");
    }
    expect(Object.keys(place.snapshot())).not.toContain("pack");
  });

  it("has nothing against what the overrides hide", async () => {
    place.write({ "api.json": api(), "hides.yaml": hides });
    const run = await place.run(...generate, "--overrides", "hides.yaml", "--strict");
    expect(run).toMatchObject({ code: 0, err: "" });
  });

  it("may be set for one pack of the config", async () => {
    const pack = { spec: "api.json", out: "pack" };
    place.write({ "api.json": api(), "toolpack.config.json": JSON.stringify({ packs: [pack] }) });
    expect((await place.run("list")).code).toBe(0);
    place.write({ "toolpack.config.json": JSON.stringify({ packs: [{ ...pack, strict: true }] }) });
    expect((await place.run("list")).code).toBe(3);
  });
});

it("goes on where an overlay target matches nothing, if that is allowed", async () => {
  const overlay = {
    overlay: "1.0.0",
    info: { title: "O", version: "1" },
    actions: [{ target: "$.none", remove: true }],
  };
  place.write({ "api.json": api(), "fix.json": JSON.stringify(overlay) });
  const flags = ["list", "--spec", "api.json", "--overlay", "fix.json"];
  expect((await place.run(...flags)).code).toBe(3);
  const run = await place.run(...flags, "--allow-unused-overlay-targets");
  expect(run.code).toBe(0);
  expect(run.err).toContain("overlay-no-match warning: ");
  const config = {
    packs: [{ spec: "api.json", overlays: ["fix.json"], allowUnusedOverlayTargets: true, out: "pack" }],
  };
  place.write({ "toolpack.config.json": JSON.stringify(config) });
  expect((await place.run("list")).code).toBe(0);
});
