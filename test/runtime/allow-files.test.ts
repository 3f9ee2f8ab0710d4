import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { allowFiles } from "../../runtime/bin/allow-files.js";

const base = mkdtempSync(join(tmpdir(), "toolpack-files-"));
const [open, other, secret] = ["open", "other", "open-secret"].map((name) => join(base, name)) as [
  string,
  string,
  string,
];
for (const folder of [join(open, "sub"), other, secret]) mkdirSync(folder, { recursive: true });
writeFileSync(join(open, "sub/a.txt"), "a");
writeFileSync(join(other, "b.txt"), "b");
writeFileSync(join(secret, "s.txt"), "s");
writeFileSync(join(open, "large"), new Uint8Array(50_000_001));
symlinkSync(join(secret, "s.txt"), join(open, "link"));
symlinkSync(secret, join(open, "folder"));
symlinkSync(join(other, "b.txt"), join(open, "allowed"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const call = { context: undefined };
const read = async (path: string, ...folders: readonly string[]): Promise<string> =>
  new TextDecoder().decode((await (await allowFiles(folders))(path, call)) as Uint8Array);

test.each([
  ["sub/a.txt", "a"],
  [join(open, "sub/../sub/a.txt"), "a"],
  ["b.txt", "b"],
  ["allowed", "b"],
])("%s is read", async (path, text) => {
  expect(await read(path, open, other)).toBe(text);
});

test.each(["link", "folder/s.txt", "../open-secret/s.txt", join(secret, "s.txt"), "missing", "sub", ".", "", "a\0b"])(
  "%j is refused, whether it exists or not",
  async (path) => {
    await expect(read(path, open)).rejects.toThrow("The path is not a file in a folder of --allow-files");
  },
);

test("a file that is too large and a folder that is none are told", async () => {
  await expect(read("large", open)).rejects.toThrow("larger than 50 MB");
  await expect(allowFiles([join(base, "none")])).rejects.toThrow(/--allow-files: .* is not a folder/);
  await expect(allowFiles([join(open, "sub/a.txt")])).rejects.toMatchObject({ code: "invalid_option" });
});
