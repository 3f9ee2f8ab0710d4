import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../../runtime/bin/run-command.js";
import type { PackContents } from "../../../runtime/index.js";
import { multipartBody } from "../../../runtime/request/bodies/multipart-body.js";
import { copyFiles } from "../../../runtime/request/files/copy-files.js";
import { readFiles } from "../../../runtime/request/files/read-files.js";
import { definition, tool } from "../../runtime/fixtures.js";

const file = { type: "object", properties: { path: { type: "string" }, text: { type: "string" } } };
const operation = {
  method: "POST" as const,
  body: ["file", "more", "tag"],
  encode: multipartBody,
  parts: { file: { file: "bytes" as const }, more: { file: "bytes" as const } },
  files: { arguments: ["file", "more"], copy: copyFiles, read: readFiles },
};
const properties = {
  file: { ...file, description: "The sound." },
  more: { type: "array", items: { ...file, description: "One picture." } },
  tag: { type: "object" },
};
const { auth, credentials, security, ...free } = definition;
const contents: PackContents = {
  definition: free,
  tools: [tool("upload", operation, { inputSchema: { type: "object", properties } })],
  profiles: {},
};

const folder = mkdtempSync(join(tmpdir(), "toolpack-command-"));
let body = "";
const server = createServer(async (request, response) => {
  body = "";
  for await (const chunk of request) body += chunk;
  response.end("{}");
});
beforeAll(async () => {
  writeFileSync(join(folder, "a.txt"), "first");
  writeFileSync(join(folder, "2"), "second");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function upload(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ran = { code: 0, out: "", err: "" };
  ran.code = await runCommand(contents, "1.0.0", ["call", "upload", "--base-url", url, ...argv], {
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

it("sends the file of a path, in a list too, beside files as JSON", async () => {
  const given = ["--file", "a.txt", "--more", "2", "--more", '{"text":"third"}', "--allow-files", folder];
  expect(await upload(...given)).toEqual({ code: 0, out: "(empty)\n", err: "" });
  expect(body.match(/first|second|third|filename="[^"]*"/g)).toEqual([
    'filename="a.txt"',
    "first",
    'filename="2"',
    "second",
    'filename="file"',
    "third",
  ]);
});

it("asks for the flag that a path needs, and for JSON where no file is meant", async () => {
  expect((await upload("--file", "a.txt")).err).toContain("file.path: cannot be used here");
  expect((await upload("--file", "a.txt")).err).toContain("(--allow-files <folder>)");
  expect((await upload("--file", '{"text":')).err).toContain("file: must be written as JSON");
  expect((await upload("--tag", "a.txt")).err).toContain("tag: must be written as JSON");
});

it("says in the help what a file is, and which flag allows paths", async () => {
  const { out } = await upload("--help");
  expect(out).toContain("  --file <path|json>\n      The sound.\n      A path needs --allow-files <folder>.\n");
  expect(out).toContain("  --more <path|json ...>\n      Each: One picture.\n      A path needs --allow-files");
  expect(out).toMatch(/--tag <json>\n$/);
});
