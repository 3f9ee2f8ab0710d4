import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlace, type Place } from "./command-line.js";

let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => place.remove());

describe("the command line", () => {
  it.each([
    { argv: ["generate", "--overides", "x"], code: "unknown-option", fix: "--overrides" },
    { argv: ["generate", "--dryrun"], code: "unknown-option", fix: "--dry-run" },
    { argv: ["generat"], code: "unknown-command", fix: "generate" },
    { argv: ["list", "--out", "x"], code: "unknown-option", fix: "toolpack" },
    { argv: ["generate", "--reporter", "xml"], code: "invalid-argument", fix: "toolpack" },
    { argv: ["generate", "--check", "--dry-run"], code: "conflicting-option", fix: "toolpack" },
    { argv: ["explain"], code: "missing-argument", fix: "toolpack" },
    { argv: ["generate", "more"], code: "excess-arguments", fix: "toolpack" },
    { argv: ["generate", "--spec"], code: "option-missing-argument", fix: "toolpack" },
    { argv: [], code: "help", fix: "toolpack --help" },
    { argv: ["generate", "--overrides", "x.yaml"], code: "flag-needs-spec", fix: "--spec" },
    { argv: ["list", "--overlay", "x.yaml"], code: "flag-needs-spec", fix: "--spec" },
    { argv: ["generate", "--spec", "notes.yaml"], code: "missing-out", fix: "--out" },
    { argv: ["check", "--spec", "notes.yaml"], code: "missing-out", fix: "--out" },
    { argv: ["generate", "--spec", "", "--out", "x"], code: "empty-spec", fix: "path" },
    { argv: ["generate", "--spec", "notes.yaml", "--out", ""], code: "empty-out", fix: "folder", exit: 4 },
    {
      argv: ["generate", "--spec", "notes.yaml", "--out", "notes.yaml"],
      code: "out-is-a-file",
      fix: "folder",
      exit: 4,
    },
    {
      argv: ["check", "--spec", "notes.yaml", "--out", "notes.yaml/x/y"],
      code: "out-is-a-file",
      fix: "folder",
      exit: 4,
    },
    { argv: ["generate", "--spec", "notes.yaml", "--out", "/dev/null"], code: "out-is-a-file", fix: "folder", exit: 4 },
  ])("refuses $argv, by default with exit 2", async ({ argv, code, fix, exit = 2 }) => {
    const before = place.snapshot();
    const run = await place.run(...argv);
    expect(run.code).toBe(exit);
    expect(run.out).toBe("");
    const lines = run.err.trimEnd().split("\n");
    expect(lines, run.err).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${code} [A-Z-].*\\.$`));
    expect(lines[1]).toContain(fix);
    expect(place.snapshot()).toEqual(before);
  });

  it("prints a usage error as JSON where JSON was asked for", async () => {
    for (const flag of [["--reporter", "json"], ["--reporter=json"]]) {
      const run = await place.run("generate", "--overides", "x", ...flag);
      expect(run.code).toBe(2);
      expect(run.err).toBe("");
      expect(JSON.parse(run.out).problems).toMatchObject([
        { code: "unknown-option", kind: "usage", severity: "error" },
      ]);
    }
  });

  it("without --spec and without toolpack.config.json says what to do", async () => {
    const run = await place.run("list");
    expect(run.code).toBe(2);
    expect(run.err).toContain("toolpack.config.json");
  });

  it("prints its version and its help, with examples and exit codes", async () => {
    expect(await place.run("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const help = await place.run("--help");
    expect(help.code).toBe(0);
    for (const name of ["generate", "check", "list", "lint", "explain", "budget"]) {
      expect(help.out).toContain(`  ${name}`);
      const own = await place.run(name, "--help");
      expect(own.code).toBe(0);
      expect(own.out).toContain(`$ toolpack ${name}`);
    }
    expect(help.out).toContain("Exit codes");
  });
});
