import { describe, expect, test } from "vitest";
import { createToolpack, HttpClient, type Operation, type ToolpackOptions } from "../../runtime/index.js";
import { multipartBody } from "../../runtime/request/bodies/multipart-body.js";
import { copyFiles } from "../../runtime/request/files/copy-files.js";
import { readFiles } from "../../runtime/request/files/read-files.js";
import { definition, tool } from "./fixtures.js";

const upload: Partial<Operation> = {
  method: "POST",
  path: "/upload",
  body: ["file", "more", "note"],
  encode: multipartBody,
  parts: { file: { file: "bytes" }, more: { file: "bytes" } },
  files: { arguments: ["file", "more"], copy: copyFiles, read: readFiles },
};

/** A pack with one tool that uploads, and the bodies that it sent. */
function open(options: ToolpackOptions = {}): { options: ToolpackOptions; bodies: string[]; contents: never } {
  const bodies: string[] = [];
  const fetch = async (_: string, { body }: { body?: string | ArrayBuffer }): Promise<Response> => {
    bodies.push(new TextDecoder("latin1").decode(body as ArrayBuffer));
    return new Response("{}");
  };
  const contents = { definition, tools: [tool("upload", upload)], profiles: {} };
  return { bodies, contents: contents as never, options: { apiKey: "k", fetch, ...options } };
}

describe("a file of code", () => {
  test.each([
    ["a Blob", new Blob(["blob"], { type: "text/x" }), 'filename="file"\r\nContent-Type: text/x\r\n\r\nblob\r\n'],
    ["a File", new File(["f"], "a.txt"), 'filename="a.txt"\r\nContent-Type: application/octet-stream\r\n\r\nf\r\n'],
    ["a part of a buffer", new Uint8Array([65, 66, 67]).subarray(1), "octet-stream\r\n\r\nBC\r\n"],
  ])("may be %s, in a call and in the client", async (_, file, sent) => {
    const { bodies, contents, options } = open();
    await createToolpack(contents, options).call("upload", { file, more: [file, { text: "t" }], note: "n" });
    await new HttpClient(definition, options).request(upload as Operation, { file } as never);
    expect(bodies[0]?.split(sent)).toHaveLength(3);
    expect(bodies[0]).toContain("\r\n\r\nt\r\n");
    expect(bodies[1]).toContain(sent);
  });

  test("is JSON where the argument is none", async () => {
    const { bodies, contents, options } = open();
    await createToolpack(contents, options).call("upload", { file: { text: "" }, note: new Blob(["x"]) });
    expect(bodies[0]).toContain('name="note"\r\nContent-Type: application/json\r\n\r\n{}');
  });
});

describe("a path", () => {
  const file = { path: "in/a.png", type: "image/png" };

  test("is read by the host, who sees the call's context", async () => {
    const asked: unknown[] = [];
    const { bodies, contents, options } = open({
      readFile: async (path, call) => {
        asked.push([path, call]);
        return new Blob(["png"], { type: "image/gif" });
      },
    });
    const pack = createToolpack(contents, options);
    expect(pack.check("upload", { file })).toBeUndefined();
    expect(asked).toEqual([]);
    await pack.call("upload", { file, more: [{ path: "b" }] }, { context: 7 });
    expect(asked).toEqual([
      ["in/a.png", { context: 7 }],
      ["b", { context: 7 }],
    ]);
    expect(bodies[0]).toContain('filename="a.png"\r\nContent-Type: image/png\r\n\r\npng');
    expect(bodies[0]).toContain('filename="b"\r\nContent-Type: image/gif');
  });

  test("is refused without a host that reads it, and sends nothing when it cannot be read", async () => {
    const { bodies, contents, options } = open();
    await expect(createToolpack(contents, options).call("upload", { file })).rejects.toMatchObject({
      code: "invalid_argument",
      field: "file.path",
      message: expect.stringContaining("Pass the content as base64 or text"),
    });
    const readFile = (): never => {
      throw new Error("/secret/place");
    };
    const failed = createToolpack(contents, { ...options, readFile }).call("upload", { file });
    await expect(failed).rejects.toThrow("file.path: cannot be read");
    expect(bodies).toEqual([]);
  });

  test("is refused beside another content before anybody is asked", () => {
    const { contents, options } = open({ readFile: async () => new Uint8Array() });
    expect(createToolpack(contents, options).check("upload", { file: { path: "a", text: "b" } })).toMatchObject({
      field: "file",
    });
  });
});
