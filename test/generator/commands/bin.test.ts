import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../../bin/toolpack.js", import.meta.url));
const built = existsSync(new URL("../../../dist/command.cjs", import.meta.url));
if (!built) console.warn("skipped: dist/ is missing, `npm run build` makes it");

function run(file: string, ...argv: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...argv], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

describe("bin/toolpack.js", () => {
  it("says what to do where the generator is not built", () => {
    const root = mkdtempSync(join(tmpdir(), "toolpack-bin-"));
    try {
      mkdirSync(join(root, "bin"));
      writeFileSync(join(root, "package.json"), '{"type":"module"}');
      copyFileSync(bin, join(root, "bin/toolpack.js"));
      const { code, out, err } = run(join(root, "bin/toolpack.js"), "list");
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(/^toolpack is not built yet: .*npm run build.*\n$/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it.skipIf(!built)("hands over arguments, output and exit code, without colour in a pipe", () => {
    expect(run(bin, "--version")).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
    const { code, out, err } = run(bin, "lst");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("unknown-command Unknown command 'lst'.\n  Did you mean list?\n");
  });
});
