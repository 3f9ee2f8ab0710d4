import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INPUTS, makePlace, OVERRIDES, type Place, SPEC } from "./command-line.js";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** A mistake in an input: which file it is in, what replaces what, and what must be said about it. */
interface Mistake {
  readonly name: string;
  readonly file: "notes.yaml" | "notes.overrides.yaml";
  readonly from: string;
  readonly to: string;
  readonly code: 2 | 3;
  /** Text of the line that the problem points at. */
  readonly line: string;
  /** The name that the fix offers. */
  readonly suggests?: string;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: "an unknown override key",
    file: "notes.overrides.yaml",
    from: "    aliases: [",
    to: "    alises: [",
    code: 2,
    line: "alises",
    suggests: "aliases",
  },
  {
    name: "an operation that does not exist",
    file: "notes.overrides.yaml",
    from: "operation: addNote",
    to: "operation: adNote",
    code: 2,
    line: "adNote",
    suggests: "addNote",
  },
  {
    name: "a duplicate tool name",
    file: "notes.overrides.yaml",
    from: "    aliases: [",
    to: "    aliases: [list_notes, ",
    code: 2,
    line: "aliases: [list_notes, ",
  },
  {
    name: "a misspelt argument",
    file: "notes.overrides.yaml",
    from: "      text:",
    to: "      txt:",
    code: 2,
    line: "txt:",
    suggests: "text",
  },
  {
    name: "an operation neither mapped nor hidden",
    file: "notes.overrides.yaml",
    from: "hidden:\n  deleteNote: Nobody may delete notes.\n",
    to: "",
    code: 2,
    line: "",
  },
  {
    name: "a document with a YAML syntax error",
    file: "notes.yaml",
    from: "      operationId: addNote",
    to: "\toperationId: addNote",
    code: 3,
    line: "operationId: addNote",
  },
  {
    name: "overrides with a YAML syntax error",
    file: "notes.overrides.yaml",
    from: "    title: Add a note",
    to: "\ttitle: Add a note",
    code: 2,
    line: "title: Add a note",
  },
  {
    name: "an unknown place",
    file: "notes.overrides.yaml",
    from: "query:trace",
    to: "query:trase",
    code: 2,
    line: "query:trase",
    suggests: "query:trace",
  },
  {
    name: "an unknown tool in a profile",
    file: "notes.overrides.yaml",
    from: "tools: [list_notes, add_note]",
    to: "tools: [list_notes, ad_note]",
    code: 2,
    line: "ad_note",
    suggests: "add_note",
  },
];

describe("a mistake in an input", () => {
  it.each(MISTAKES)("$name", async ({ file, from, to, code, line, suggests }) => {
    const original = file === "notes.yaml" ? SPEC : OVERRIDES;
    expect(original).toContain(from);
    const text = original.replace(from, to);
    place.write({ [file]: text });
    const before = place.snapshot();
    const run = await place.run("generate", ...INPUTS, "--out", "pack");
    expect(run.code, run.err).toBe(code);
    expect(run.out).toBe("");
    const problems = run.err.trimEnd().split("\n");
    expect(problems, run.err).toHaveLength(2); // one problem: what, and what to do
    const at = /^(notes\.(?:overrides\.)?yaml):(\d+):(\d+) [a-z-]+ /.exec(problems[0] ?? "");
    expect(at, run.err).not.toBeNull();
    if (line !== "") {
      expect(at?.[1]).toBe(file);
      expect(text.split("\n")[Number(at?.[2]) - 1]).toContain(line);
    }
    expect(problems[1]).toMatch(/^ {2}\S/);
    if (suggests !== undefined) expect(problems[1]).toContain(suggests);
    expect(run.err).not.toMatch(/^\s+at /m);
    expect(place.snapshot()).toEqual(before);
  });

  it.each([
    { name: "an empty document", file: "notes.yaml", code: 3 },
    { name: "empty overrides", file: "notes.overrides.yaml", code: 2 },
  ])("$name", async ({ file, code }) => {
    place.write({ [file]: "" });
    const before = place.snapshot();
    const run = await place.run("generate", ...INPUTS, "--out", "pack");
    expect(run.code, run.err).toBe(code);
    expect(run.err).toMatch(new RegExp(`^${file.replaceAll(".", "\\.")}:1:1 [a-z-]+ .*\n {2}.*\n$`));
    expect(place.snapshot()).toEqual(before);
  });

  it.each([
    { name: "a document that is not there", argv: ["--spec", "note.yaml"], code: 3 },
    { name: "overrides that are not there", argv: ["--spec", "notes.yaml", "--overrides", "no.yaml"], code: 2 },
    { name: "an overlay that is not there", argv: ["--spec", "notes.yaml", "--overlay", "no.yaml"], code: 3 },
    { name: "a folder for a document", argv: ["--spec", "."], code: 3 },
  ])("$name", async ({ argv, code }) => {
    const before = place.snapshot();
    const run = await place.run("generate", ...argv, "--out", "pack");
    expect(run.code, run.err).toBe(code);
    expect(run.err.trimEnd().split("\n"), run.err).toHaveLength(2);
    expect(run.err).not.toMatch(/^\s+at /m);
    expect(place.snapshot()).toEqual(before);
  });

  it("is said once for each of several, sorted by line, in both reporters", async () => {
    place.write({
      "notes.overrides.yaml": OVERRIDES.replace("operation: addNote", "operation: adNote").replace(
        "listNotes",
        "lstNotes",
      ),
    });
    const pretty = await place.run("generate", ...INPUTS, "--out", "pack");
    expect(pretty.code).toBe(2);
    const lines = [...pretty.err.matchAll(/^notes\.overrides\.yaml:(\d+):/gm)].map((match) => Number(match[1]));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));

    const json = await place.run("generate", ...INPUTS, "--out", "pack", "--reporter", "json");
    expect(json.code).toBe(2);
    expect(json.err).toBe("");
    const { problems } = JSON.parse(json.out) as { problems: { code: string; at: { line: number } }[] };
    expect(problems.map(({ at }) => at.line)).toEqual(lines);
  });

  it("cannot write to the terminal through its own text", async () => {
    place.write({
      "notes.overrides.yaml": OVERRIDES.replace("operation: addNote", 'operation: "add\\e[31m\\a\\u202eNote"'),
    });
    const run = await place.run("generate", ...INPUTS, "--out", "pack");
    expect(run.code).toBe(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(run.err.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});
