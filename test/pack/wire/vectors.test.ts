import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { tools } from "../../../generated/mem0/tools/index.js";
import { mem0Pack } from "../../helpers/mem0-pack.js";

interface Vector {
  readonly tool: string;
  /** What is special about it. */
  readonly title?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly body?: unknown;
}

interface Vectors {
  readonly headers: Readonly<Record<"always" | "withBody", Readonly<Record<string, string>>>>;
  readonly vectors: readonly Vector[];
}

const text = readFileSync(new URL("vectors.yaml", import.meta.url), "utf8");
const { headers, vectors }: Vectors = parse(text);

test.each(vectors.map((vector) => [vector.tool, vector.title ?? "", vector] as const))(
  "%s %s",
  async (_, __, { tool, args, method, path, query, body }) => {
    const { pack, sent } = mem0Pack();
    await pack.call(tool, args);
    const [request] = sent;
    expect(sent.length).toBe(1);
    expect(request?.method).toBe(method);
    expect(request?.url).toBe(`https://api.mem0.ai${path}${query === undefined ? "" : `?${query}`}`);
    expect(request?.headers).toEqual(body === undefined ? headers.always : headers.withBody);
    expect(request?.body).toBe(body === undefined ? undefined : JSON.stringify(body));
    expect(request?.redirect).toBe("manual");
  },
);

test("each of the 51 actions has a vector", () => {
  const covered = new Set(vectors.map(({ tool }) => tool));
  expect(tools.length).toBe(51);
  expect(tools.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
});

test("each argument of each action is sent by some vector", () => {
  const missing = tools.flatMap(({ name, inputSchema: { properties = {} } }) => {
    const given = new Set(vectors.filter(({ tool }) => tool === name).flatMap(({ args }) => Object.keys(args)));
    return Object.keys(properties as object).flatMap((argument) => (given.has(argument) ? [] : `${name}.${argument}`));
  });
  expect(missing).toEqual([]);
});
