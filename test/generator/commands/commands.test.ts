import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INPUTS, makePlace, OVERRIDES, type Place } from "./command-line.js";

let place: Place;
beforeEach(() => {
  place = makePlace({
    "toolpack.config.json": JSON.stringify({
      packs: [{ spec: "notes.yaml", overlays: [], overrides: "notes.overrides.yaml", out: "packs/notes" }],
    }),
  });
});
afterEach(() => place.remove());

const json = async (...argv: readonly string[]) => {
  const run = await place.run(...argv, "--reporter", "json");
  return { ...run, data: JSON.parse(run.out) };
};

describe("generate", () => {
  it("writes the pack of the config and says what it made", async () => {
    const run = await place.run("generate");
    expect(run.code, run.err).toBe(0);
    expect(run.out).toMatch(/^notes-toolpack 2\.0\.0 in packs\/notes\n/);
    expect(run.out).toMatch(/tools +2\n/);
    expect(run.out).toMatch(/groups +1: notes\n/);
    expect(run.out).toMatch(/files +\d+: \d+ written, 0 unchanged, 0 removed\n/);
    expect(run.out).toMatch(/tokens +[1-9]\d+ \(profile all, o200k_base\)\n/);
    expect(run.out).toMatch(/time +\d+\.\d\d s\n$/);
    expect(place.read("packs/notes/tools/notes/list_notes.ts")).toContain("List the notes, newest first.");
    expect(place.read("packs/notes/runtime/types.ts")).toContain("export interface Tool");
    const manifest = JSON.parse(place.read("packs/notes/manifest.json"));
    expect(manifest.inputs).toMatchObject([
      { role: "spec", name: "notes.yaml" },
      { role: "overrides", name: "notes.overrides.yaml" },
    ]);

    const definitions = JSON.stringify(JSON.parse(place.read("packs/notes/definitions/openai.json")));
    expect(run.out).toContain(`tokens  ${countTokens(definitions)} (`);

    const again = await json("generate");
    expect(again.data.packs[0].files).toMatchObject({ written: 0, removed: 0 });
    expect(again.data.packs[0].differences).toEqual([]);
  });

  it("ignores the config entirely when --spec is given", async () => {
    place.write({ "toolpack.config.json": "not even JSON" });
    const run = await place.run("generate", "--spec", "notes.yaml", "--out", "other");
    expect(run.code, run.err).toBe(0);
    // Without --overrides none are used, so that the delete is a tool again.
    expect(run.out).toMatch(/tools +3\n/);
    expect(Object.keys(place.snapshot()).filter((path) => path.startsWith("packs"))).toEqual([]);
  });

  it("lists in a dry run what a run then does", async () => {
    const dry = await json("generate", "--dry-run");
    expect(dry.code).toBe(0);
    expect(place.snapshot()).not.toHaveProperty("packs");
    expect(new Set(dry.data.packs[0].differences.map(({ change }: { change: string }) => change))).toEqual(
      new Set(["add"]),
    );
    const real = await json("generate");
    expect(real.data.packs[0].differences).toEqual(dry.data.packs[0].differences);
    const pretty = await place.run("generate", "--dry-run");
    expect(pretty.out).toContain("nothing would change");
  });

  it("exits 4 and touches nothing when a file was edited", async () => {
    await place.run("generate");
    const path = "packs/notes/tools/notes/list_notes.ts";
    place.write({ [path]: "// mine\n", "notes.overrides.yaml": OVERRIDES.replace("newest", "oldest") });
    const before = place.snapshot();
    const run = await place.run("generate");
    expect(run.code).toBe(4);
    expect(run.err).toMatch(/^edited-file tools\/notes\/list_notes\.ts .*\n {2}.*\n$/);
    expect(place.snapshot()).toEqual(before);
  });

  it("writes no pack of several when one is refused", async () => {
    const pack = { spec: "notes.yaml", overlays: [], overrides: "notes.overrides.yaml" };
    place.write({
      "toolpack.config.json": JSON.stringify({
        packs: [
          { ...pack, out: "one" },
          { ...pack, out: "two" },
        ],
      }),
      "two/package.json": "{}",
    });
    const before = place.snapshot();
    const run = await place.run("generate");
    expect(run.code, run.err).toBe(4);
    expect(place.snapshot()).toEqual(before);
  });

  it("refuses two packs in the same folder, however it is written", async () => {
    const pack = { spec: "notes.yaml", overlays: [] };
    place.write({
      "toolpack.config.json": JSON.stringify({
        packs: [
          { ...pack, out: "one" },
          { ...pack, out: "./two/../one/" },
        ],
      }),
    });
    const before = place.snapshot();
    const run = await place.run("generate");
    expect(run.code, run.err).toBe(2);
    expect(run.err).toMatch(/^shared-out .*\n.*folder of its own/);
    expect(place.snapshot()).toEqual(before);
  });
});

describe("check", () => {
  it("is silent about a fresh pack and names exactly the files that differ after one word changes", async () => {
    await place.run("generate");
    const fresh = await place.run("check");
    expect(fresh.code, fresh.err).toBe(0);
    expect(fresh.out).toMatch(/^packs\/notes is up to date \(\d+ files\)\.\n$/);

    const before = place.snapshot();
    place.write({ "notes.overrides.yaml": OVERRIDES.replace("newest", "oldest") });
    const stale = await json("check");
    expect(stale.code).toBe(1);
    expect(stale.data.problems).toMatchObject([{ code: "stale-pack", kind: "finding" }]);
    const named = stale.data.packs[0].files;
    expect(place.snapshot()).toEqual({ ...before, "notes.overrides.yaml": place.read("notes.overrides.yaml") });

    await place.run("generate");
    const after = place.snapshot();
    const differ = Object.keys(after).filter((path) => path.startsWith("packs/") && after[path] !== before[path]);
    expect(named.map(({ path }: { path: string }) => `packs/notes/${path}`)).toEqual(differ.sort());
    expect(named.every(({ state }: { state: string }) => state === "stale")).toBe(true);
    expect(differ).toContain("packs/notes/tools/notes/list_notes.ts");
    expect(differ).not.toContain("packs/notes/tools/notes/add_note.ts");
  });

  it("names a missing and an edited file, and is the same as generate --check", async () => {
    await place.run("generate");
    place.write({ "packs/notes/README.md": "mine" });
    const run = await place.run("generate", "--check");
    expect(run.code).toBe(1);
    expect(run.out).toBe("stale   packs/notes/README.md\n");
    expect((await place.run("check")).out).toBe(run.out);
  });
});

describe("list", () => {
  it("prints the objects of profile all, or of another", async () => {
    const { code, data } = await json("list");
    expect(code).toBe(0);
    expect(data).toEqual([
      {
        name: "list_notes",
        title: "List notes",
        group: "notes",
        effect: "read",
        approval: false,
        operation: "listNotes",
        method: "GET",
        path: "/notes",
        aliases: ["get_notes"],
      },
      expect.objectContaining({ name: "add_note", effect: "write", method: "POST", aliases: [] }),
    ]);
    expect((await json("list", "--profile", "core")).data).toHaveLength(1);
    const unknown = await place.run("list", "--profile", "cor");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('"core"');
  });
});

describe("explain", () => {
  it("says with file and line what shaped a tool", async () => {
    const line = (file: string, text: string): number =>
      place
        .read(file)
        .split("\n")
        .findIndex((found) => found.includes(text)) + 1;
    const { code, data } = await json("explain", "list_notes");
    expect(code).toBe(0);
    expect(data.tools).toMatchObject([
      {
        name: "list_notes",
        operation: { id: "listNotes", method: "GET", path: "/notes" },
        override: { file: "notes.overrides.yaml", line: line("notes.overrides.yaml", "name: list_notes") },
        arguments: [{ name: "page", required: false, places: ["query:page"] }],
        hidden: [{ place: "query:trace", reason: "It is for debugging the service." }],
      },
    ]);
    expect(data.tools[0].operation.at.file).toBe("notes.yaml");
    expect(data.tools[0].operation.at.line - line("notes.yaml", "    get:")).toBeLessThanOrEqual(1);

    const pretty = await place.run("explain", "get_notes"); // an alias
    expect(pretty.out).toMatch(/override {3}notes\.overrides\.yaml:\d+:\d+/);
    expect(pretty.out).toContain("query:trace  It is for debugging the service.");
  });

  it("keeps the lines of a description, and a reason on its own", async () => {
    place.write({
      "notes.overrides.yaml": OVERRIDES.replace(
        "List the notes, newest first.",
        '"List the notes.\\n\\nNewest first."',
      ).replace("It is for debugging the service.", '"It is for\\n  debugging."'),
    });
    const { out } = await place.run("explain", "list_notes");
    expect(out).toContain("  List the notes.\n  \n  Newest first.\n");
    expect(out).toContain("query:trace  It is for debugging.\n");
  });

  it("offers the nearest name for a tool that does not exist", async () => {
    const run = await place.run("explain", "list_nots");
    expect(run.code).toBe(2);
    expect(run.err).toBe(
      'unknown-tool Unknown tool "list_nots".\n  Write "list_notes", or run `toolpack list` to see the tools.\n',
    );
  });
});

describe("budget", () => {
  it("counts tools, profiles and pack, and lists hidden arguments with reasons", async () => {
    const { code, data } = await json("budget");
    expect(code).toBe(0);
    const [pack] = data.packs;
    expect(pack.tools.map(({ name }: { name: string }) => name)).toEqual(["list_notes", "add_note"]);
    expect(pack.profiles).toMatchObject([
      { name: "all", tools: 2, tokens: pack.tokens, budget: 500 },
      { name: "core", tools: 1, budget: 500 },
    ]);
    expect(pack.profiles[1].tokens).toBe(pack.tools[0].tokens);
    expect(pack.hidden).toEqual([
      { tool: "list_notes", place: "query:trace", reason: "It is for debugging the service." },
    ]);
  });

  it("is a finding when a profile costs more than it may", async () => {
    place.write({ "notes.overrides.yaml": OVERRIDES.replace("[list_notes], budget: 500", "[list_notes], budget: 5") });
    const run = await place.run("budget");
    expect(run.code).toBe(1);
    expect(run.err).toMatch(
      /^over-budget Profile core of notes-toolpack uses \d+ tokens, over its budget of 5\.\n {2}\S/,
    );
  });
});

describe("lint", () => {
  it("reads the inputs and returns its findings as data", async () => {
    const { data } = await json("lint", ...INPUTS);
    expect(data.tools).toBe(2);
    expect(Array.isArray(data.problems)).toBe(true);
  });

  it("counts findings and tools in the singular and the plural", async () => {
    const two = await json("lint", ...INPUTS);
    expect(two.data.problems.length).not.toBe(1);
    expect((await place.run("lint", ...INPUTS)).out).toBe(`${two.data.problems.length} findings in 2 tools.\n`);
    // One tool, whose description is too short.
    const paths = {
      "/a": { get: { operationId: "getA", summary: "Get a", responses: { 204: { description: "A" } } } },
    };
    const servers = [{ url: "https://a.example.com" }];
    const one = JSON.stringify({ openapi: "3.1.0", info: { title: "A", version: "1" }, servers, paths });
    place.write({ "one.json": one });
    expect((await place.run("lint", "--spec", "one.json")).out).toBe("1 finding in 1 tool.\n");
    expect((await place.run("list", "--spec", "one.json")).out).toMatch(/\n1 tool\n$/);
  });
});
