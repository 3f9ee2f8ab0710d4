import { expect, it } from "vitest";
import { runCommand } from "../../../runtime/bin/run-command.js";
import { locateServer } from "../../../runtime/http/locate-server.js";
import type { PackContents } from "../../../runtime/index.js";
import { definition, tool } from "../../runtime/fixtures.js";

const { baseUrl, auth, ...rest } = definition;
const upload = "https://upload.notes.example";
const server = { url: upload, locate: locateServer };
const contents: PackContents = {
  definition: { ...rest, baseUrlExample: "https://HOST/api/v3", servers: [upload] },
  tools: [tool("get_notes", {}), tool("upload_note", { server })],
  profiles: { all: ["get_notes", "upload_note"] },
};

async function run(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const ran = { code: 0, out: "", err: "" };
  ran.code = await runCommand(contents, "1.0.0", argv, {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    read: async () => "",
  });
  return ran;
}

it("a pack without a base URL asks for it in its help and in each command that sends", async () => {
  const { out } = await run("--help");
  expect(out).toContain("--base-url, such as https://HOST/api/v3");
  expect(out).toContain(upload);
  expect(await run("list")).toMatchObject({ code: 0, out: expect.stringContaining("get_notes") });
  for (const argv of [["call", "get_notes"], ["mcp"]])
    expect(await run(...argv)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--base-url is required, such as https://HOST/api/v3"),
    });
});

it("a server of its own is given as url=url, once", async () => {
  const base = ["call", "upload_note", "--base-url", "http://127.0.0.1:9"];
  expect(await run(...base)).toMatchObject({
    code: 2,
    err: expect.stringContaining(`--server-url "${upload}"=<https URL>`),
  });
  // The discard port: what matters is that the call is sent there.
  const mapped = `--server-url=${upload}=http://127.0.0.1:9/own`;
  expect((await run(...base, mapped)).err).toMatch(/^network: /);
  expect(await run(...base, mapped, mapped)).toMatchObject({ code: 2, err: expect.stringContaining("given twice") });
  expect(await run(...base, "--server-url", "x")).toMatchObject({ code: 2, err: expect.stringContaining("url=url") });
});
