import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import {
  createMem0,
  isToolpackError,
  type ToolpackError,
  type ToolpackOptions,
} from "../../../generated/mem0/index.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { unasked } from "../../helpers/mem0-pack.js";
import { caught } from "../../runtime/fixtures.js";
import { toToolCall } from "./given-call.js";

/** A case as it is given to us: what a server answers, one line an answer, and what must come of it. */
interface GivenTransport {
  readonly id: string;
  readonly given: { readonly action?: string; readonly server?: readonly string[]; readonly [key: string]: unknown };
  readonly expect: Readonly<Record<string, unknown>>;
}

const given = new URL("../../../../shared/calls/transport.json", import.meta.url);
const cases: readonly GivenTransport[] = existsSync(given) ? JSON.parse(readFileSync(given, "utf8")).cases : [];

const id = "0b460241-3ffe-4a88-8a79-aa810a43e257";
const args: Readonly<Record<string, object>> = {
  add_memory: { messages: [{ role: "user", content: "x" }], user_id: "a" },
  search_memories: { query: "x", user_id: "a" },
  get_memory: { memory_id: id },
  create_webhook: { project_id: "p", name: "n", url: "https://h.example", event_types: ["memory_add"] },
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse, count: number) => void): Promise<{
  readonly baseUrl: string;
  readonly requests: IncomingMessage[];
}> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => answer(request, response, requests.push(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** Answers as the lines say, the last one for ever. */
function play(lines: readonly string[], elsewhere: string) {
  return (_: IncomingMessage, response: ServerResponse, count: number): void => {
    const line = lines[Math.min(count, lines.length) - 1] ?? "";
    const [, status = "", name = "", value = ""] = /^(\d{3})(?: (\S+): (.*))?/.exec(line) ?? [];
    response.statusCode = Number(status);
    if (name) response.setHeader(name, name === "Location" ? elsewhere : value);
    if (!line.includes("endless")) {
      response.end(JSON.stringify({ results: [], event_types: [line] }));
      return;
    }
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    response.write('"');
    more();
  };
}

const make = (options: ToolpackOptions): ReturnType<typeof createMem0> =>
  createMem0({ apiKey: "k", profile: "extended", approval: { off: unasked }, ...options });

/** What making a pack threw. */
function refusal(options: ToolpackOptions): ToolpackError {
  try {
    make(options);
  } catch (error) {
    if (isToolpackError(error)) return error;
    throw error;
  }
  throw new Error("was not refused");
}

async function runAgainstServer({
  given: { action = "", server = [] },
  expect: wanted,
}: GivenTransport): Promise<void> {
  const other = await serve((_, response) => response.end("{}"));
  const { baseUrl, requests } = await serve(play(server, other.baseUrl));
  const { tool = "" } = toToolCall({ id: "", action, args: {}, expect: {} });
  const before = process.memoryUsage().rss;
  let error: unknown;
  const spent = await cpuTime(async () => {
    error = await make({ baseUrl })
      .call(tool, args[tool] ?? {})
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
  });
  expect(error === undefined || isToolpackError(error)).toBe(true);
  expect(spent).toBeLessThan(Number(wanted.max_ms ?? 60_000));
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(Number(wanted.memory_limit_mb ?? 300));
  expect(other.requests).toEqual([]);
  if (wanted.requests !== undefined) expect(String(wanted.requests).split(" or ")).toContain(String(requests.length));
  if (wanted.result !== undefined) expect(error !== undefined).toBe(String(wanted.result).startsWith("error"));
}

const special: Readonly<Record<string, (given: GivenTransport["given"]) => Promise<void> | void>> = {
  "key-with-newline": ({ api_key }) => {
    const { code, message } = refusal({ apiKey: String(api_key) });
    expect([code, message.includes("abc")]).toEqual(["invalid_option", false]);
  },
  "base-url-userinfo": ({ base_url }) => {
    const { code, message } = refusal({ baseUrl: String(base_url) });
    expect([code, /pass|user/.test(message)]).toEqual(["invalid_option", false]);
  },
  "base-url-file": ({ base_url }) => {
    expect(refusal({ baseUrl: String(base_url) }).code).toBe("invalid_option");
  },
  "parallel-isolation": async ({ calls }) => {
    const { baseUrl, requests } = await serve((request, response) => {
      setTimeout(() => response.end(JSON.stringify({ url: request.url })), Math.random() * 10);
    });
    const owners = Array.from({ length: Number(calls) }, (_, index) => `${index % 2 ? "two" : "one"}-${index}`);
    // An answer never has the key in it, so that an id must not be one.
    const packs = ["key-one", "key-two"].map((apiKey) => make({ apiKey, baseUrl }));
    const answers = await Promise.all(
      owners.map((entity_id, index) => packs[index % 2]?.call("get_entity", { entity_type: "user", entity_id })),
    );
    expect(answers.map((answer) => answer?.data)).toEqual(
      owners.map((owner) => ({ url: `/v2/entities/user/${owner}/` })),
    );
    expect(requests.length).toBe(owners.length);
    for (const { url, headers } of requests) {
      expect(url).toContain(`/${headers.authorization?.slice("Token key-".length)}-`);
    }
  },
};
/** Served over stdio only: there are no sessions over HTTP that could cross. */
const notOffered = ["mcp-http-two-sessions"];

if (cases.length > 0) {
  test.each(cases.filter((each) => !notOffered.includes(each.id)).map((each) => [each.id, each] as const))(
    "transport that was given to us: %s",
    async (name, each) => {
      await (special[name]?.(each.given) ?? runAgainstServer(each));
    },
    90_000,
  );

  test("transport that was given to us: cases without a server are all known", () => {
    const known = [...Object.keys(special), ...notOffered];
    const others = cases.filter(({ id, given: { server } }) => !server && !known.includes(id));
    expect(others).toEqual([]);
  });
} else {
  test.skip("transport that was given to us: skipped, since its folder is not beside this one", () => {});
}

test("a pack without a key says which variable it reads", async () => {
  const pack = make({ apiKey: "" });
  expect((await caught(pack.call("get_memory", { memory_id: id }))).message).toContain("MEM0_API_KEY");
});
